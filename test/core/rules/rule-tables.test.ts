import { describe, expect, it } from 'vitest'
import { PARAMETERS } from '../../../src/core/rota/parameters.ts'
import { RULES } from '../../../src/core/rules/index.ts'
import { RULE_GROUNDS } from '../../../src/core/rules/rule-grounds.ts'
import { RULE_ORDER } from '../../../src/core/rules/rule-order.ts'
import { isAccepted, ruleTable } from '../../support/rule-table.ts'
import { ROWS } from './tables.ts'

const tables = RULES.map((rule) => ruleTable(rule, ROWS[rule.id] ?? []))

describe('the registry of rules', () => {
  it.each(tables)('has for $rule.id a table with rotas it accepts and rotas it refuses', ({ rows }) => {
    expect(rows.filter(isAccepted)).not.toEqual([])
    expect(rows.filter((row) => !isAccepted(row))).not.toEqual([])
  })

  it('has for each rule a row that breaks each thing it can find', () => {
    for (const { rule, rows } of tables) {
      const found = new Set(rows.flatMap((row) => row.broken ?? []).map((breach) => breach.kind))
      expect([rule.id, [...found].sort()]).toEqual([rule.id, [...rule.kinds].sort()])
    }
  })

  it('names each rule once', () => {
    const ids = RULES.map((rule) => rule.id)
    expect([...new Set(ids)]).toEqual(ids)
  })

  it('is cited by what it and its parameters say of themselves', () => {
    const grounds = RULES.map(({ id, source, parameters }) => {
      const limits = parameters.filter((name) => PARAMETERS[name].use !== 'counts')
      return [id, { source, limits }]
    })
    expect(RULE_GROUNDS).toEqual(Object.fromEntries(grounds))
  })

  it('has a place in the order for each rule, and for nothing else', () => {
    expect(RULES.map((rule) => rule.id)).toEqual(RULE_ORDER)
  })
})
