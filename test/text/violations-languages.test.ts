import { describe, expect, it } from 'vitest'
import { RULES } from '../../src/core/rules/index.ts'
import type { FindingKind } from '../../src/core/rules/violation.ts'
import * as en from '../../src/text/en/violations.ts'
import * as nb from '../../src/text/nb/violations.ts'
import * as nn from '../../src/text/nn/violations.ts'
import { ROWS } from '../core/rules/tables.ts'
import { breachesOf } from '../support/rule-table.ts'

const names = {
  person: (id: string) => `<person ${id}>`,
  line: (id: string) => `<line ${id}>`,
  need: (id: string) => `<need ${id}>`,
}

const violations = RULES.flatMap((rule) => (ROWS[rule.id] ?? []).flatMap((row) => breachesOf(rule, row.rota)))
const kinds = new Set(violations.map(({ kind }) => kind))

/** Names and numbers in it, however the language orders them. */
function placed(said: string): string[] {
  const names = said.match(/<[^>]*>/g) ?? []
  const numbers = said.replace(/<[^>]*>/g, '').match(/\d+(?:[:,.]\d+)*/g) ?? []
  const sums = numbers.map((number) => number.replace(/[.,]$/, '').replace(',', '.'))
  return [...names, ...sums].toSorted()
}

describe.each([
  ['nynorsk', nn],
  ['English', en],
] as const)('a violation in %s', (_, language) => {
  it('is told for every kind there is', () => {
    const known = Object.keys(nb.findings) as FindingKind[]
    expect(known.filter((kind) => !kinds.has(kind))).toEqual([])
    expect(Object.keys(language.findings).toSorted()).toEqual(known.toSorted())
  })

  it('names the same people, duties, times and limits as in bokmål', () => {
    for (const found of violations) {
      const said = language.statement(found, names)
      expect([found.kind, placed(said)]).toEqual([found.kind, placed(nb.statement(found, names))])
      if (language === en) expect(said).not.toBe(nb.statement(found, names))
      expect(said).toMatch(/^[A-ZÆØÅ<].*\.$/)
      expect(said).not.toMatch(/undefined|NaN|\.\.$/)
    }
  })

  it('cites a source of its own words', () => {
    const start = language === nn ? /^Kjelde: .*\.$/ : /^Source: .*\.$/
    for (const found of violations) expect(language.sourceOf(found, [])).toMatch(start)
  })
})
