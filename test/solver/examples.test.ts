import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Cell, cellKey } from '../../src/core/rota/assignment.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import { type BusyElsewhere, dutiesOf, type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { isBlocking } from '../../src/core/rules/violation.ts'
import { overlaps } from '../../src/core/time/interval.ts'
import { parseDistrictFile } from '../../src/exchange/district-file.ts'
import { buildRota } from '../../src/solver/build.ts'
import { encodeRota } from '../../src/solver/encode/encode.ts'
import { NONE } from '../../src/solver/problem.ts'
import { scoreOf } from '../../src/solver/score/score.ts'
import { drawerOf } from './random-district.ts'

const EXAMPLES = ['nordoey', 'fjordane', 'storby'] as const

/** From New Year to past Easter and the clock change. */
function emptyRota(name: string, elsewhere: readonly BusyElsewhere[] = []): Rota {
  const parsed = parseDistrictFile(readFileSync(`examples/${name}.json`, 'utf8'))
  if (parsed.kind === 'refused') throw new Error(`${name}: ${JSON.stringify(parsed.problems[0])}`)
  const { district } = parsed.file
  const period = { from: '2027-01-04', to: '2027-04-05' }
  const needs = district.lines
    .flatMap((line) => needsOf(line, period.from, period.to))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  return { district, ...period, needs, cells: new Map(), elsewhere }
}

function build(rota: Rota): { rota: Rota; open: number } {
  const lineIds = rota.district.lines.map((line) => line.id)
  const { cells, open } = buildRota({ rota, lineIds, locked: new Set(), seed: 1, iterations: 5_000 })
  return { rota: withCells(rota, cells), open: open.length }
}

function withCells(rota: Rota, cells: readonly Cell[]): Rota {
  return { ...rota, cells: new Map([...rota.cells, ...cells.map((cell) => [cellKey(cell), cell] as const)]) }
}

function blockingIn(rota: Rota): string[] {
  return checkRota(rota)
    .filter((found) => isBlocking(found) && found.kind !== 'gap-in-cover')
    .map((found) => `${found.kind} ${found.personId} ${found.needIds}`)
}

function hardIn(rota: Rota): number {
  const lineIds = rota.district.lines.map((line) => line.id)
  const { problem, slots, staff } = encodeRota(rota, { lineIds, locked: new Set(), keep: 'locked' })
  const holders = Int16Array.from(slots, (slot) => {
    if (slot.kind !== 'place') return staff.indexOf(slot.personId)
    const [slice] = rota.cells.get(cellKey({ needId: slot.need.id, seat: slot.seat }))?.slices ?? []
    return slice?.personId ? staff.indexOf(slice.personId) : NONE
  })
  return scoreOf(problem, holders).hard
}

/** The rota with one to three whole duties in the hands of doctors drawn at random. */
function disturbed(rota: Rota, seed: number): Rota {
  const draw = drawerOf(seed)
  const cells = Array.from({ length: draw(1, 3) }, () => {
    const need = rota.needs[draw(0, rota.needs.length - 1)]!
    const { personId } = rota.district.doctors[draw(0, rota.district.doctors.length - 1)]!
    return { needId: need.id, seat: 0, slices: [wholeSlice(need, personId)], locked: false, note: '' }
  })
  return withCells(rota, cells)
}

describe('the examples', () => {
  it.each(EXAMPLES)(
    'are filled without a blocking violation: %s',
    (name) => {
      const { rota, open } = build(emptyRota(name))
      expect(blockingIn(rota)).toEqual([])
      expect(open).toBe(0)
    },
    60_000,
  )

  it.each(EXAMPLES)(
    'are judged alike by builder and rules when duties change hands: %s',
    (name) => {
      const { rota } = build(emptyRota(name))
      let broken = 0
      for (let seed = 0; seed < 10; seed++) {
        const changed = disturbed(rota, seed)
        const blocking = blockingIn(changed)
        if (blocking.length > 0) broken++
        expect({ breaks: hardIn(changed) > 0, blocking }).toEqual({ breaks: blocking.length > 0, blocking })
      }
      expect(broken).toBeGreaterThan(0)
    },
    120_000,
  )

  it('respect what a doctor holds in another district', () => {
    const city = build(emptyRota('storby')).rota
    const busy = dutiesOf(city).map(({ personId, start, end, overlapClass }) => {
      return { personId, start, end, overlapClass }
    })
    const fjords = emptyRota('fjordane')
    const shared = new Set(fjords.district.doctors.map((doctor) => doctor.personId))
    const elsewhere = busy.filter((duty) => shared.has(duty.personId))
    expect(elsewhere.length).toBeGreaterThan(0)
    const { rota } = build({ ...fjords, elsewhere })
    const own = dutiesOf(rota).filter((duty) =>
      elsewhere.some((other) => other.personId === duty.personId && overlaps(other, duty)),
    )
    expect(own).toEqual([])
    expect(blockingIn(rota)).toEqual([])
  }, 60_000)
})
