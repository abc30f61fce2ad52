import { describe, expect, it } from 'vitest'
import { type Cell, cellKey } from '../../src/core/rota/assignment.ts'
import { dutiesOf, type Rota } from '../../src/core/rota/rota.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { isBlocking } from '../../src/core/rules/violation.ts'
import { type BuildInput, buildRota } from '../../src/solver/build.ts'
import { always, makeRota } from '../support/make-district.ts'

const EIGHT_WEEKS = { from: '2027-01-04', to: '2027-03-01' } as const

function built(rota: Rota, keep: BuildInput['keep'], seed: number) {
  const lineIds = rota.district.lines.map((line) => line.id)
  const { cells, score } = buildRota({
    rota,
    lineIds,
    locked: new Set(),
    seed,
    iterations: 20_000,
    ...(keep && { keep }),
  })
  return { rota: { ...rota, cells: new Map(cells.map((cell) => [cellKey(cell), cell])) }, score }
}

const holderOf = (cell: Cell | undefined) => cell?.slices[0]?.personId

function changedIn(before: Rota, after: Rota): number {
  return [...after.cells].filter(([key, cell]) => holderOf(cell) !== holderOf(before.cells.get(key))).length
}

/** The same rota in which a doctor is away for two weeks. */
function withoutA(rota: Rota): Rota {
  const absence = { id: 'away', from: '2027-01-18', to: '2027-02-01', certainFrom: '2027-01-18' }
  const doctors = rota.district.doctors.map((doctor) =>
    doctor.personId === 'a' ? { ...doctor, absences: [absence] } : doctor,
  )
  return { ...rota, district: { ...rota.district, doctors } }
}

describe('a rota rebuilt with few changes', () => {
  const before = built(makeRota(EIGHT_WEEKS), 'locked', 1).rota
  const hurt = withoutA(before)
  const lost = dutiesOf(hurt).filter(
    ({ personId, date }) => personId === 'a' && date >= '2027-01-17' && date < '2027-02-01',
  ).length

  it('stays as it is where nothing has happened', () => {
    const { rota, score } = built(before, 'near', 2)
    expect(score.changes).toBe(changedIn(before, rota))
    expect(score.changes).toBeLessThanOrEqual(2)
  })

  it('gives away what a doctor who fell ill held, and little else', () => {
    const { rota, score } = built(hurt, 'near', 2)
    expect(checkRota(rota).filter(isBlocking)).toEqual([])
    expect(lost).toBeGreaterThan(0)
    expect(score.changes).toBe(changedIn(hurt, rota))
    expect(score.changes).toBeLessThanOrEqual(lost + 2)
    expect(score.parts.fewChanges.amount).toBe(score.changes)
    expect(changedIn(hurt, built(hurt, 'locked', 2).rota)).toBeGreaterThan(3 * score.changes)
  })

  it('changes more where the agreement sets less store by it', () => {
    const entry = { ...always, status: 'adopted', source: '', author: '', decidedOn: null } as const
    const agreement = [
      { ...entry, parameter: 'builderWeights', value: { fewChanges: 0.1, spacing: 10 } } as const,
    ]
    const lax = { ...hurt, district: { ...hurt.district, agreement } }
    expect(built(lax, 'near', 2).score.changes).toBeGreaterThan(built(hurt, 'near', 2).score.changes)
  })
})
