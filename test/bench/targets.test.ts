import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bounded } from '../../src/text/nb/bench-prove.ts'
import { findOutsiders } from './outsiders.ts'
import { bestKnown } from './targets/best-known.ts'
import { keyOf, QUALITY } from './targets/legevakt.ts'
import { readProof } from './targets/proof.ts'
import { render } from './targets/report.ts'
import { median, type Plan, Results, rounded } from './targets/target.ts'

const folder = mkdtempSync(join(tmpdir(), 'targets-'))
afterAll(() => rmSync(folder, { recursive: true }))

const plan: Plan = { outsiders: undefined, seeds: [1, 2, 3], unseen: [], feasible: [], isQuick: false }

/** Three runs on the frozen instance of 14 doctors, one of which broke a rule. */
function threeRuns(results: Results): Results {
  const found = [
    { points: 13_000, hard: 0 },
    { points: 12_700, hard: 0 },
    { points: 9_000, hard: 1 },
  ]
  found.forEach((own, index) => {
    results.keep(keyOf(14, 13, 1, 10, index + 1), { ...own, commit: 'abc' })
  })
  return results
}

describe('the bench', () => {
  it('tells the median of legal rotas against the best known, and what was not measured', () => {
    const told = render([QUALITY], plan, threeRuns(new Results(undefined)))
    const best = bestKnown(new Results(undefined), 14, 13, 1) ?? 0
    expect(told).toContain(`**${(12_850 / best).toFixed(3)}** × best`)
    expect(told).toContain('| 14×13 weeks, 60 CPU s | not measured |')
    expect(told).toContain('Measured at commit abc')
  })

  it('takes measurements up again from the file that they were kept in', () => {
    const file = join(folder, 'results.jsonl')
    threeRuns(new Results(file))
    expect(new Results(file).get(keyOf(14, 13, 1, 10, 2))).toEqual({ points: 12_700, hard: 0, commit: 'abc' })
    expect(new Results(file).get(keyOf(14, 13, 1, 60, 2))).toBeUndefined()
  })

  it('measures no instance by short runs of its own, and takes the best legal rota where there is a long one', () => {
    const results = new Results(undefined)
    results.keep(keyOf(14, 13, 999, 10, 1), { points: 500, hard: 3 })
    results.keep(keyOf(14, 13, 999, 10, 2), { points: 800, hard: 0 })
    expect(bestKnown(results, 14, 13, 999)).toBeUndefined()
    results.keep(keyOf(14, 13, 999, 60, 1), { points: 900, hard: 0 })
    expect(bestKnown(results, 14, 13, 999)).toBe(800)
  })

  it('reads a proof and a bound as they are printed', () => {
    expect(readProof(bounded(12_345.5, 12_345.5, 1.25))).toEqual({
      proved: 12_345.5,
      bound: 12_345.5,
      proofSeconds: 1.25,
    })
    expect(readProof(bounded(16_000, 15_000.25, 30))).toEqual({
      proved: null,
      bound: 15_000.25,
      points: 16_000,
      proofSeconds: 30,
    })
    expect(readProof('0 brudd').proved).toBeNull()
  })

  it('goes without outsiders where their folder is not there', () => {
    expect(findOutsiders(undefined)).toBeUndefined()
    expect(findOutsiders(folder)).toBeUndefined()
  })

  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[], Number.NaN],
  ])('has %j lie around %s', (numbers, middle) => {
    expect(median(numbers)).toBe(middle)
  })

  it('sets thousands apart', () => {
    expect([rounded(1_234_567.89, 1), rounded(999), rounded(Number.NaN)]).toEqual(['1 234 567.9', '999', '–'])
  })
})
