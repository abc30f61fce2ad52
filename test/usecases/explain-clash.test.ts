import { describe, expect, it } from 'vitest'
import { type Cell, cellKey } from '../../src/core/rota/assignment.ts'
import type { District } from '../../src/core/rota/district.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import { type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { isBlocking } from '../../src/core/rules/violation.ts'
import { type ClashElement, findClash, type Tried } from '../../src/solver/clash/clash.ts'
import { coverAll } from '../../src/solver/clash/cover.ts'
import { layoutOf } from '../../src/solver/clash/layout.ts'
import { leaveOut, othersIn } from '../../src/solver/clash/shrink.ts'
import { WITHOUT_NOTHING } from '../../src/solver/clash/without.ts'
import { REFUSALS } from '../../src/solver/encode/eligibility.ts'
import { type Encoding, encodeRota } from '../../src/solver/encode/encode.ts'
import { holdersOf } from '../../src/solver/encode/holders.ts'
import { NONE } from '../../src/solver/problem.ts'
import { mayAsk, toFound } from '../../src/usecases/explain-clash.ts'
import { CLASH_PERIOD, THIN_WEEK, thinlyStaffed } from '../support/clashing-fjordane.ts'

const BUDGET = 3_000_000

function rotaOf(district: District, cells: readonly Cell[] = []): Rota {
  const needs = district.lines
    .flatMap((line) => needsOf(line, CLASH_PERIOD.from, CLASH_PERIOD.to))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  const byKey = new Map(cells.map((cell) => [cellKey(cell), cell]))
  return { district, ...CLASH_PERIOD, needs, cells: byKey, elsewhere: [] }
}

function encodingOf(rota: Rota): Encoding {
  const lineIds = rota.district.lines.map((line) => line.id)
  return encodeRota(rota, { lineIds, locked: new Set(), keep: 'locked' })
}

function clashIn(rota: Rota) {
  const encoding = encodingOf(rota)
  const clash = findClash(encoding.problem, holdersOf(encoding), BUDGET, mayAsk)
  const found = toFound(encoding, clash)
  if (clash.kind !== 'clash' || found.kind !== 'clash') throw new Error(`the thin week is ${clash.kind}`)
  return { rota, encoding, clash, found }
}

type Clash = ReturnType<typeof clashIn>

function lockedTo({ district }: Rota, needId: string, initials: string): Cell {
  const need = rotaOf(district).needs.find((own) => own.id === needId)
  const doctor = district.doctors.find((own) => own.initials === initials)
  if (!need || !doctor) throw new Error(`no ${needId} or no ${initials}`)
  return { needId, seat: 0, slices: [wholeSlice(need, doctor.personId)], locked: true, note: '' }
}

/** One doctor for two on-site duties that overlap; another could, outside the days they offered. */
const TOO_FEW = clashIn(rotaOf(thinlyStaffed(['MS', 'CR'])))
/** Two are there, and one of them is locked to the backup of a Saturday. */
const LOCKED = (() => {
  const rota = rotaOf(thinlyStaffed(['SH', 'MS']))
  return clashIn(rotaOf(rota.district, [lockedTo(rota, 'fjordane-bakvakt.2027-01-23.helg', 'SH')]))
})()

const CASES = [
  ['too few doctors', TOO_FEW],
  ['a lock', LOCKED],
] as const

function rotaWith({ rota, encoding }: Clash, holder: Int16Array): Rota {
  const cells = encoding.slots.flatMap((slot, index): Cell[] => {
    const person = holder[index] ?? NONE
    if (slot.kind === 'elsewhere' || person === NONE) return []
    const slices = [wholeSlice(slot.need, encoding.staff[person] as string)]
    return [{ needId: slot.need.id, seat: slot.seat, slices, locked: false, note: '' }]
  })
  return { ...rota, cells: new Map([...cells.map((own) => [cellKey(own), own] as const), ...rota.cells]) }
}

/** Breaches that block, but for time that no line was asked to cover. */
function blockingIn(rota: Rota) {
  return checkRota(rota).filter((found) => isBlocking(found) && found.kind !== 'gap-in-cover')
}

function coverOf({ encoding: { problem }, clash }: Clash, kept: readonly ClashElement[]) {
  const slots = kept.flatMap((own) => (own.kind === 'slot' ? [own.slot] : []))
  const texts = new Set(kept.map((own) => JSON.stringify(own)))
  const left = othersIn(problem, clash.slots).filter((own) => !texts.has(JSON.stringify(own)))
  const without = left.reduce(leaveOut, WITHOUT_NOTHING)
  return coverAll(problem, layoutOf(problem, slots), without, { left: BUDGET }).kind
}

function placeOf({ encoding }: Clash, index: number): string {
  const slot = encoding.slots[index]
  if (slot?.kind !== 'slice') throw new Error(`slot ${index} is no lock`)
  return cellKey({ needId: slot.need.id, seat: slot.seat })
}

function openedBy({ changes }: Tried): number[] {
  return changes.flatMap((own) => (own.kind === 'leave-open' ? [own.slot] : []))
}

describe.each(CASES)('a clash in a district for %s', (_, own) => {
  it('names duties of the thin week, of which each and each ground is needed', () => {
    const { clash, found } = own
    expect(found.places.length).toBe(clash.slots.length)
    for (const { need } of found.places)
      expect(need.date >= THIN_WEEK.from && need.date < THIN_WEEK.to).toBe(true)
    expect(found.isIrreducible).toBe(true)
    expect(coverOf(own, clash.elements)).toBe('impossible')
    for (const gone of clash.elements)
      expect([
        gone,
        coverOf(
          own,
          clash.elements.filter((kept) => kept !== gone),
        ),
      ]).toEqual([gone, 'held'])
  })

  it('names as able just the doctors whom the rules let take one of the duties in an empty rota', () => {
    const { rota, found } = own
    const empty = rotaOf(rota.district)
    const before = blockingIn(empty).length
    const own_ = REFUSALS as readonly string[]
    const able = rota.district.doctors.filter((doctor) =>
      found.places.some(({ need, seat }) => {
        const slices = [wholeSlice(need, doctor.personId)]
        const cell = { needId: need.id, seat, slices, locked: false, note: '' }
        const breaches = blockingIn(rotaOf(rota.district, [cell])).filter(({ kind }) => own_.includes(kind))
        return breaches.length <= before
      }),
    )
    expect(found.able).toEqual(able.map(({ personId }) => personId))
  })

  it('offers ways out, each of which leaves a full rota that breaks nothing but what it says', () => {
    const { encoding, clash } = own
    expect(clash.relaxations.length).toBeGreaterThan(1)
    for (const way of clash.relaxations) {
      const { problem } = encoding
      const open = [...problem.movable].filter(
        (slot) => problem.conditional[slot] === 0 && way.holder[slot] === NONE,
      )
      expect(open).toEqual(openedBy(way).sort((a, b) => a - b))
      const [first] = way.changes
      const said =
        first?.kind === 'forget-fact'
          ? [REFUSALS[first.bit]]
          : first?.kind === 'no-backup'
            ? ['backup-missing']
            : first?.kind === 'shorter-rest'
              ? ['rest-after-on-site-night']
              : []
      const unlocked = first?.kind === 'unlock' ? placeOf(own, first.slot) : ''
      const cells = [...own.rota.cells].filter(([key]) => key !== unlocked)
      const rota = rotaWith({ ...own, rota: { ...own.rota, cells: new Map(cells) } }, way.holder)
      const broken = blockingIn(rota).filter(({ kind }) => !said.includes(kind))
      expect([first?.kind, broken.map(({ kind }) => kind)]).toEqual([first?.kind, []])
    }
  })

  it('offers ways out that differ', () => {
    const told = own.found.waysOut.map((changes) => JSON.stringify(changes))
    expect(new Set(told).size).toBe(told.length)
  })
})
