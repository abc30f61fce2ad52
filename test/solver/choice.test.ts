import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankCandidates, withHolder } from '../../src/core/plans/candidates.ts'
import { type Cell, cellKey } from '../../src/core/rota/assignment.ts'
import type { Rota } from '../../src/core/rota/rota.ts'
import { viewOf } from '../../src/core/rules/view.ts'
import { buildRota } from '../../src/solver/build.ts'
import { type Encoding, encodeRota } from '../../src/solver/encode/encode.ts'
import { holdersOf } from '../../src/solver/encode/holders.ts'
import { whyMe } from '../../src/solver/explain/choice.ts'
import { hindrances } from '../../src/solver/explain/explain.ts'
import { scoreOf } from '../../src/solver/score/score.ts'
import { rosterOf } from '../../src/solver/search/roster.ts'
import { drawerOf, OF_DISTRICT, randomRota } from './random-district.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

function encodingOf(rota: Rota): Encoding {
  const lineIds = rota.district.lines.map((line) => line.id)
  return encodeRota(rota, { lineIds, locked: new Set(), keep: 'locked' })
}

function built(seed: number): Rota {
  const rota = randomRota(seed)
  const lineIds = rota.district.lines.map((line) => line.id)
  const { cells } = buildRota({ rota, lineIds, locked: new Set(), seed, iterations: 300 })
  return withCells(rota, cells)
}

function withCells(rota: Rota, cells: readonly Cell[]): Rota {
  return { ...rota, cells: new Map([...rota.cells, ...cells.map((cell) => [cellKey(cell), cell] as const)]) }
}

/** A place of the builder's, drawn by seed, in a rota where it stands open. */
function openedAt(seed: number) {
  const rota = built(seed)
  const { slots } = encodingOf(rota)
  const places = slots.flatMap((slot) => (slot.kind === 'place' ? [slot] : []))
  const slot = places[drawerOf(seed + 5)(0, Math.max(0, places.length - 1))]
  if (!slot) return undefined
  const place = { needId: slot.need.id, seat: slot.seat }
  const opened = withCells(rota, [{ ...place, slices: [], locked: false, note: '' }])
  const encoding = encodingOf(opened)
  const index = encoding.slots.findIndex(
    (own) => own.kind === 'place' && own.need.id === slot.need.id && own.seat === slot.seat,
  )
  return { opened, need: slot.need, place, encoding, index, holder: holdersOf(encoding) }
}

describe('why a doctor, or why not', () => {
  it('forbids whom the rules forbid, for the same reasons', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(seeds, (seed) => {
        const at = openedAt(seed)
        if (!at) return
        const ranked = rankCandidates(viewOf(at.opened), at.place, null)
        const { problem, staff } = at.encoding
        const roster = rosterOf(problem, at.holder)
        staff.forEach((personId, person) => {
          const forbidden = new Set(hindrances(problem, roster, at.index, person))
          const candidate = ranked.find((own) => own.personId === personId)
          const blocking = (candidate?.blocking ?? []).filter(({ kind }) => !OF_DISTRICT.includes(kind))
          for (const kind of forbidden) kinds.add(kind)
          expect([...forbidden].sort()).toEqual([...new Set(blocking.map((v) => v.kind))].sort())
        })
      }),
      { seed: 21, numRuns: 40 },
    )
    expect(kinds.size).toBeGreaterThan(5)
  }, 60_000)

  it('prices each doctor at what the whole rota then costs more', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const at = openedAt(seed)
        if (!at) return
        const open = scoreOf(at.encoding.problem, at.holder)
        for (const choice of whyMe(at.encoding, at.holder, at.index)) {
          const cell = withHolder(viewOf(at.opened), at.place, at.need, choice.personId)
          const encoding = encodingOf(withCells(at.opened, [cell]))
          const taken = scoreOf(encoding.problem, holdersOf(encoding))
          expect(choice.price.total).toBe(taken.total - open.total)
          const told = choice.price.parts.reduce((sum, part) => sum + part.points, 0)
          const missed = at.encoding.problem.weights.open * choice.price.open
          expect(told + missed).toBe(choice.price.total)
        }
      }),
      { seed: 22, numRuns: 15 },
    )
  }, 60_000)
})
