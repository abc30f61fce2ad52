import { describe, expect, it } from 'vitest'
import { fairShares } from '../../src/core/ledger/fair-share.ts'
import { cellKey } from '../../src/core/rota/assignment.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import type { Line } from '../../src/core/rota/line.ts'
import type { PersonId } from '../../src/core/rota/person.ts'
import { dutiesOf, type Rota } from '../../src/core/rota/rota.ts'
import type { Wish } from '../../src/core/rota/wish.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { type BuildResult, buildRota } from '../../src/solver/build.ts'
import {
  always,
  makeCompetence,
  makeDistrict,
  makeDoctor,
  makeLine,
  makePosition,
  makeRota,
  makeSurgery,
  roundTheClock,
  weekdays,
} from '../support/make-district.ts'

function build(rota: Rota, iterations = 20_000): { rota: Rota; result: BuildResult } {
  const lineIds = rota.district.lines.map((line) => line.id)
  const result = buildRota({ rota, lineIds, locked: new Set(), seed: 1, iterations })
  return { rota: { ...rota, cells: new Map(result.cells.map((cell) => [cellKey(cell), cell])) }, result }
}

function dutiesBy(rota: Rota, personId: PersonId) {
  return dutiesOf(rota).filter((duty) => duty.personId === personId)
}

const EIGHT_WEEKS = { from: '2027-01-04', to: '2027-03-01' } as const

describe('a built rota', () => {
  it('shares hours, nights and weekends evenly among equal doctors', () => {
    const { rota, result } = build(makeRota(EIGHT_WEEKS))
    expect(result.open).toEqual([])
    for (const { actual, target } of fairShares(rota)) {
      expect(Math.abs(actual.minutes.home - target.minutes.home)).toBeLessThanOrEqual(16 * 60)
      expect(Math.abs(actual.nights - target.nights)).toBeLessThanOrEqual(1)
      expect(Math.abs(actual.weekends - target.weekends)).toBeLessThanOrEqual(1)
    }
  })

  it('gives half a position half as much', () => {
    const doctors = ['a', 'b', 'c', 'd'].map((id) => makeDoctor(id))
    const positions = ['a', 'b', 'c', 'd'].map((id) => makePosition(id, { share: id === 'a' ? 0.5 : 1 }))
    const { rota } = build(makeRota({ ...EIGHT_WEEKS, district: makeDistrict({ doctors, positions }) }))
    const minutes = fairShares(rota).map((share) => share.actual.minutes.home)
    const others = (minutes[1]! + minutes[2]! + minutes[3]!) / 3
    expect(minutes[0]! / others).toBeGreaterThan(0.42)
    expect(minutes[0]! / others).toBeLessThan(0.58)
  })

  it('gives exactly six to a doctor who agreed to give six, least and most', () => {
    const part = { ...always, way: { kind: 'by-share' }, least: 6, most: 6 } as const
    const doctors: Doctor[] = ['a', 'b', 'c'].map((id) => makeDoctor(id))
    const district = makeDistrict({ doctors: [...doctors, makeDoctor('d', { takingPart: [part] })] })
    const { rota } = build(makeRota({ ...EIGHT_WEEKS, district }))
    expect(dutiesBy(rota, 'd')).toHaveLength(6)
  })

  it('gives no more to a GP who has not declared surgery hours, under a cap that all others reach', () => {
    const surgery = [makeSurgery(weekdays('08:00', '16:00'))]
    const undeclared = [{ ...always, kind: 'not-declared' } as const]
    const doctors = ['a', 'b', 'c', 'd'].map((id) =>
      makeDoctor(id, { surgery: id === 'd' ? undeclared : surgery }),
    )
    const cap = {
      ...always,
      parameter: 'weeklyTotalMinutes',
      value: 60 * 60,
      status: 'adopted',
      source: 'styret',
      author: 'styret',
      decidedOn: '2026-12-01',
    } as const
    const { rota } = build(
      makeRota({ ...EIGHT_WEEKS, district: makeDistrict({ doctors, agreement: [cap] }) }),
    )
    const [a = 0, b = 0, c = 0, d = 0] = fairShares(rota).map((share) => share.actual.minutes.home)
    expect(d / ((a + b + c) / 3)).toBeLessThan(1.1)
  })

  it('keeps blocks with one doctor', () => {
    const weeks: Line = makeLine({ windows: roundTheClock({ block: 'week' }) })
    const { rota, result } = build(makeRota({ ...EIGHT_WEEKS, district: makeDistrict({ lines: [weeks] }) }))
    expect(result.score.splitBlocks).toBe(0)
    const blocks = Map.groupBy(dutiesOf(rota), (duty) => duty.blockId)
    expect(blocks.size).toBe(8)
    for (const duties of blocks.values()) expect(new Set(duties.map((duty) => duty.personId)).size).toBe(1)
  })

  it('places nobody on a date they cannot take, unless the duty would stay open', () => {
    const cannot = (personId: PersonId, from: string, to: string): Wish => ({
      id: `${personId}-${from}`,
      personId,
      about: { kind: 'dates', from, to },
      stance: 'cannot',
      weight: 1,
    })
    const wishes = [
      cannot('a', '2027-01-04', '2027-02-01'),
      cannot('b', '2027-01-18', '2027-02-15'),
      ...['a', 'b', 'c', 'd'].map((id) => cannot(id, '2027-02-20', '2027-02-21')),
    ]
    const { rota, result } = build(makeRota({ ...EIGHT_WEEKS, district: makeDistrict({ wishes }) }))
    expect(result.open).toEqual([])
    const dates = (personId: PersonId) => dutiesBy(rota, personId).map((duty) => duty.date)
    expect(dates('a').filter((date) => date < '2027-02-01')).toEqual([])
    expect(dates('b').filter((date) => date >= '2027-01-18' && date < '2027-02-15')).toEqual([])
  })

  it('calls a conditional backup for a doctor who may not work alone, and only then', () => {
    const backup = makeLine({ id: 'b', form: 'backup', behind: ['h'], conditional: true })
    const learner = makeDoctor('a', { competences: [makeCompetence({ kind: 'none' })] })
    const doctors = [learner, ...['b', 'c', 'd'].map((id) => makeDoctor(id))]
    const district = makeDistrict({ doctors, lines: [makeLine(), backup] })
    const { rota, result } = build(makeRota({ ...EIGHT_WEEKS, district }))
    expect(dutiesBy(rota, 'a').length).toBeGreaterThan(5)
    const backups = dutiesOf(rota).filter((duty) => duty.lineId === 'b')
    expect(backups.map((duty) => duty.date)).toEqual(dutiesBy(rota, 'a').map((duty) => duty.date))
    expect(result.score.idleBackups).toBe(0)
  })

  it('keeps an adopted weekly cap where the doctors suffice, and comes near the floor where they do not', () => {
    const origin = { source: '', author: '', decidedOn: '2026-12-01' }
    const totalsUnder = (hours: number) => {
      const value = hours * 60
      const cap = { ...always, ...origin, parameter: 'weeklyTotalMinutes', value, status: 'adopted' } as const
      const doctors = ['a', 'b', 'c', 'd'].map((id) =>
        makeDoctor(id, { surgery: [makeSurgery(weekdays('08:00', '15:00'))] }),
      )
      const district = makeDistrict({ doctors, agreement: [cap] })
      const { rota } = build(makeRota({ ...EIGHT_WEEKS, district }))
      return checkRota(rota).filter((found) => found.kind === 'weekly-total')
    }
    // 128 hours of duty and four surgeries of 35: nobody's week can be under 67. Duties of 24 hours, and nobody working four
    // weekends in a row, leave little between that and this.
    expect(totalsUnder(75)).toEqual([])
    const unavoidable = totalsUnder(60)
    expect(unavoidable.length).toBeGreaterThan(20)
    for (const found of unavoidable) expect(found.measured - (found.floor ?? 0)).toBeLessThanOrEqual(8 * 60)
  })
})
