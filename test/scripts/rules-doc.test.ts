import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ELSEWHERE, ROW_IDS, rulesDocument } from '../../scripts/rules-document.ts'
import { PARAMETER_NAMES, PARAMETERS } from '../../src/core/rota/parameters.ts'
import { RULES } from '../../src/core/rules/index.ts'
import { ROWS } from '../core/rules/tables.ts'

const ruled = new Set<string>(RULES.flatMap((rule) => rule.rows))
const parametered = new Set<string>(PARAMETER_NAMES.flatMap((name) => PARAMETERS[name].rows))

describe('docs/rules.md', () => {
  it('is what the registries say today; `npm run rules-doc` writes it anew', () => {
    const written = readFileSync('docs/rules.md', 'utf8')
    expect(written).toBe(rulesDocument(ROWS))
  })

  it('has every row from P1 to P46 in a rule, in a parameter or named as neither', () => {
    expect(ROW_IDS.filter((row) => !ruled.has(row) && !parametered.has(row) && !ELSEWHERE[row])).toEqual([])
  })

  it('names where a row without a rule lives, whatever parameter it has', () => {
    expect(ROW_IDS.filter((row) => !ruled.has(row) && !ELSEWHERE[row])).toEqual([])
    const wrong = Object.entries(ELSEWHERE).filter(
      ([row, where]) => where.startsWith('not a rule') && ruled.has(row),
    )
    expect(wrong).toEqual([])
  })

  it('knows no row beyond P46', () => {
    const known = new Set(ROW_IDS)
    expect([...ruled, ...parametered, ...Object.keys(ELSEWHERE)].filter((row) => !known.has(row))).toEqual([])
  })

  it('counts a table of tests for every rule', () => {
    expect(RULES.map((rule) => rule.id).filter((id) => (ROWS[id]?.length ?? 0) === 0)).toEqual([])
  })

  it('names files that are there', () => {
    const named = Object.values(ELSEWHERE).flatMap((where) => [
      ...where.matchAll(/`([a-z-]+\/[a-z/-]+\.ts)`/g),
    ])
    for (const [, path = ''] of named) expect(readFileSync(`src/${path}`, 'utf8')).not.toBe('')
    expect(named.length).toBeGreaterThan(10)
  })
})
