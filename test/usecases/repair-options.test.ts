import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fairShares } from '../../src/core/ledger/fair-share.ts'
import { freshBreaches } from '../../src/core/plans/fresh-breaches.ts'
import { type Cell, type CellKey, cellKey } from '../../src/core/rota/assignment.ts'
import { type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { isBlocking } from '../../src/core/rules/violation.ts'
import { addDays } from '../../src/core/time/local-date.ts'
import { buildRota } from '../../src/solver/build.ts'
import { toRepairCase, withAway } from '../../src/solver/repair/away.ts'
import { type RepairOption, repairOptions } from '../../src/usecases/repair-options.ts'
import { drawerOf, fillAtRandom, randomRota } from '../solver/random-district.ts'
import { adopted } from '../support/held-duties.ts'
import { makeDistrict, makeRota } from '../support/make-district.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

/** A rota that was built and then disturbed in a few places, so that some duties are open, locked, parted or in breach. */
function disturbedRota(seed: number): Rota {
  const empty = randomRota(seed)
  const lineIds = empty.district.lines.map((line) => line.id)
  const { cells } = buildRota({ rota: empty, lineIds, locked: new Set(), seed, iterations: 300 })
  return fillAtRandom(withCells(empty, cells), seed + 1, 3)
}

function withCells(rota: Rota, cells: readonly Cell[]): Rota {
  return { ...rota, cells: new Map([...rota.cells, ...cells.map((cell) => [cellKey(cell), cell] as const)]) }
}

function cellsOf(rota: Rota, { changes }: RepairOption): Cell[] {
  return changes.map(({ need, seat, to }) => {
    const former = rota.cells.get(cellKey({ needId: need.id, seat }))
    const shadows = former?.slices.filter((slice) => slice.shadowing) ?? []
    const held = to === null ? [] : [wholeSlice(need, to)]
    return { needId: need.id, seat, slices: [...held, ...shadows], locked: false, note: '' }
  })
}

describe('the options of a repair', () => {
  const seen = new Map<string, number>()

  it('break nothing that was not broken, and move nothing that is locked, parted or begun', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = drawerOf(seed)
        const rota = disturbedRota(seed)
        const doctors = rota.district.doctors
        const personId = doctors[draw(0, doctors.length - 1)]?.personId ?? ''
        const from = addDays(rota.from, draw(0, 3))
        const part = { personId, from, to: addDays(from, draw(2, 6)), reach: 'all' } as const
        const now = (rota.needs[0]?.start ?? 0) + draw(0, 3) * 1440
        const lineIds = rota.district.lines.map((line) => line.id)
        const outcome = repairOptions(rota, toRepairCase(rota, lineIds, part, now), fairShares)
        seen.set(outcome.kind, (seen.get(outcome.kind) ?? 0) + 1)
        if (outcome.kind === 'nothing') return
        const away = withAway(rota, part)
        const before = checkRota(away)
        const standing = fixedCells(rota, now)
        for (const option of outcome.options) {
          const fresh = freshBreaches(before, checkRota(withCells(away, cellsOf(rota, option))))
          expect(fresh.filter(isBlocking)).toEqual([])
          for (const { need, seat } of option.changes)
            expect(standing.has(cellKey({ needId: need.id, seat }))).toBe(false)
        }
        const ranks = outcome.options.map(({ changes, warnings }) => 1000 * changes.length + warnings.length)
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
      { seed: 31, numRuns: 40 },
    )
    for (const kind of ['nothing', 'repaired', 'partly']) expect([kind, seen.has(kind)]).toEqual([kind, true])
  }, 60_000)

  it('begin with the one that warns least, however many it asks to take a duty', () => {
    const district = makeDistrict({ agreement: [adopted('weeklyDutyMinutes', 35 * 60)] })
    const days = ['04', '05', '06', '07']
    const holders = Object.fromEntries(days.map((day) => [`h.2027-01-${day}.k`, 'a']))
    const rota = makeRota({ district, holders })
    const part = { personId: 'a', from: rota.from, to: rota.to, reach: 'all' } as const
    const outcome = repairOptions(rota, toRepairCase(rota, ['h'], part, 0), fairShares)
    const options = outcome.kind === 'repaired' ? outcome.options : []
    expect(options.map(({ changes }) => changes.length)).toEqual(options.map(() => days.length))
    // Two duties are 32 hours of a week and three are 48.
    const [first] = options
    expect(first?.warnings).toEqual([])
    const taken = Map.groupBy(first?.changes ?? [], ({ to }) => to)
    expect([...taken.values()].map((changes) => changes.length)).toEqual([2, 2])
  })
})

function fixedCells({ needs, cells }: Rota, now: number): Set<CellKey> {
  const begun = new Set(needs.filter((need) => need.start <= now).map((need) => need.id))
  const byId = new Map(needs.map((need) => [need.id, need]))
  const isParted = ({ needId, slices }: Cell) =>
    slices.some((slice) => !slice.shadowing && slice.end - slice.start < lengthOf(byId.get(needId)))
  const all = needs.flatMap(({ id, number }) =>
    Array.from({ length: number }, (_, seat) => ({ needId: id, seat })),
  )
  const fixed = all.filter((place) => {
    const cell = cells.get(cellKey(place))
    return begun.has(place.needId) || (cell !== undefined && (cell.locked || isParted(cell)))
  })
  return new Set(fixed.map(cellKey))
}

function lengthOf(need: { readonly start: number; readonly end: number } | undefined): number {
  return need === undefined ? 0 : need.end - need.start
}
