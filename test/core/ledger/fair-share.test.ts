import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FairShare, fairShares, type Load } from '../../../src/core/ledger/fair-share.ts'
import type { Doctor, TakingPart } from '../../../src/core/rota/doctor.ts'
import type { ExemptionScope } from '../../../src/core/rota/exemption.ts'
import { DUTY_FORMS, type DutyForm, type Line } from '../../../src/core/rota/line.ts'
import { needsOf } from '../../../src/core/rota/need.ts'
import type { Position } from '../../../src/core/rota/position.ts'
import {
  always,
  makeCompetence,
  makeDistrict,
  makeDoctor,
  makeLine,
  makePosition,
  makeRota,
  makeSlice,
  makeWindow,
  type RotaParts,
} from '../../support/make-district.ts'

const FROM = '2027-01-04'
/** Four weeks: 28 nights of 16 hours. */
const TO = '2027-02-01'

/** One duty 16–08 each day. */
const nightly = (id: string, form: DutyForm = 'home', over: Partial<Line> = {}) =>
  makeLine({
    id,
    form,
    windows: [makeWindow('n', ['weekday', 'saturday', 'sunday'], '16:00', '08:00')],
    ...over,
  })

interface Given {
  readonly doctors: readonly Doctor[]
  readonly positions?: readonly Position[]
  readonly lines?: readonly Line[]
  readonly holders?: RotaParts['holders']
}

function sharesOf({
  doctors,
  positions,
  lines = [nightly('h')],
  holders = {},
}: Given): Record<string, FairShare> {
  const district = makeDistrict({ doctors, lines, ...(positions ? { positions } : {}) })
  const shares = fairShares(makeRota({ district, from: FROM, to: TO, holders }))
  return Object.fromEntries(shares.map((share) => [share.personId, share]))
}

const plain = (...ids: string[]) => ids.map((id) => makeDoctor(id))
const taking = (way: TakingPart['way'], most: number | null = null) => ({
  takingPart: [{ ...always, way, least: null, most }],
})
const exempt = (scope: ExemptionScope) => ({ exemptions: [{ ...always, id: 'x', scope }] })
const hoursOf = (load: Load | undefined, form: DutyForm = 'home') => (load?.minutes[form] ?? Number.NaN) / 60
const hoursByPerson = (shares: Record<string, FairShare>, form: DutyForm = 'home') =>
  Object.fromEntries(Object.entries(shares).map(([id, share]) => [id, hoursOf(share.target, form)]))
const holdersOf = (line: Line, ids: readonly string[]) =>
  Object.fromEntries(
    needsOf(line, FROM, TO).map((need, index) => [need.id, ids[index % ids.length] as string]),
  )

describe('the even sharing', () => {
  it('is equal among equals', () => {
    const shares = sharesOf({ doctors: plain('a', 'b', 'c', 'd') })
    expect(shares.a?.target).toEqual({
      minutes: { home: 7 * 16 * 60, 'on-site': 0, backup: 0 },
      nights: 7,
      weekends: 1,
      holidays: 0,
    })
    expect(new Set(Object.values(shares).map((share) => JSON.stringify(share.target))).size).toBe(1)
  })

  it('goes by the share of the positions held', () => {
    const positions = [
      makePosition('a', { share: 0.5 }),
      makePosition('b', { share: 1 }),
      makePosition('c', { share: 1 }),
      makePosition('c', { id: 'second', share: 1 }),
    ]
    const doctors = plain('a', 'b', 'c', 'none')
    expect(hoursByPerson(sharesOf({ doctors, positions }))).toEqual({ a: 64, b: 128, c: 256, none: 0 })
  })

  it('goes by presence: leave, half capacity, a position taken over halfway', () => {
    const leave = { absences: [{ id: 'x', from: FROM, certainFrom: FROM, to: '2027-01-18' }] }
    const doctors = [
      makeDoctor('a', leave),
      makeDoctor('b', { capacities: [{ ...always, percent: 50 }] }),
      ...plain('c', 'd'),
    ]
    const positions = [
      ...['a', 'b'].map((id) => makePosition(id)),
      makePosition('c', {
        holders: [
          { from: '2020-01-01', to: '2027-01-18', kind: 'person', personId: 'c' },
          { from: '2027-01-18', to: null, kind: 'vacant' },
        ],
      }),
      makePosition('d', { share: 0.5 }),
    ]
    expect(hoursByPerson(sharesOf({ doctors, positions }))).toEqual({ a: 112, b: 112, c: 112, d: 112 })
  })

  it('leaves an absence that only may have begun out of account', () => {
    const doctors = [
      makeDoctor('a', { absences: [{ id: 'x', from: FROM, certainFrom: TO, to: null }] }),
      ...plain('b'),
    ]
    expect(hoursByPerson(sharesOf({ doctors }))).toEqual({ a: 224, b: 224 })
  })
})

describe('those who may not hold everything', () => {
  const lines = [nightly('h'), nightly('t', 'on-site')]

  it('exempt from a form take none of it, and the others more', () => {
    const doctors = [makeDoctor('a', exempt({ kind: 'form', form: 'on-site' })), ...plain('b', 'c')]
    const shares = sharesOf({ doctors, lines })
    expect(hoursByPerson(shares, 'on-site')).toEqual({ a: 0, b: 224, c: 224 })
    expect(hoursOf(shares.a?.target, 'home')).toBeCloseTo(448 / 3)
  })

  it('exempt from nights have no target of nights', () => {
    const doctors = [makeDoctor('a', exempt({ kind: 'nights' })), ...plain('b', 'c')]
    expect(Object.values(sharesOf({ doctors })).map((share) => share.target.nights)).toEqual([0, 14, 14])
  })

  it('exempt from out-of-hours work, without courses or learning stand outside', () => {
    const doctors = [
      makeDoctor('a', exempt({ kind: 'out-of-hours' })),
      makeDoctor('b', { competences: [makeCompetence({ kind: 'specialist' }, { violenceCourseOn: null })] }),
      makeDoctor('c', taking({ kind: 'supernumerary' })),
      makeDoctor('d', taking({ kind: 'contracted-hours', minutesPerPeriod: 6000 })),
      ...plain('e'),
    ]
    const shares = sharesOf({ doctors })
    expect(Object.values(shares).map((share) => share.weight)).toEqual([0, 0, 0, 0, 1])
    expect(shares.b?.target).toEqual({
      minutes: { home: 0, 'on-site': 0, backup: 0 },
      nights: 0,
      weekends: 0,
      holidays: 0,
    })
    expect(hoursOf(shares.e?.target)).toBe(448)
  })

  it('who only take backup share the backup, not the first line', () => {
    const doctors = [makeDoctor('a', taking({ kind: 'backup-only' })), ...plain('b')]
    const shares = sharesOf({ doctors, lines: [nightly('h'), nightly('b', 'backup', { behind: ['h'] })] })
    expect(hoursByPerson(shares, 'home')).toEqual({ a: 0, b: 448 })
    expect(hoursByPerson(shares, 'backup')).toEqual({ a: 224, b: 224 })
  })
})

describe('an agreed highest number of duties', () => {
  const sixty = (id: string, most: number) => makeDoctor(id, taking({ kind: 'by-share' }, most))

  it('gives just that many, and the rest to the others by weight', () => {
    expect(hoursByPerson(sharesOf({ doctors: [sixty('a', 4), ...plain('b', 'c', 'd')] }))).toEqual({
      a: 64,
      b: 128,
      c: 128,
      d: 128,
    })
  })

  it('settles several at once', () => {
    const shares = sharesOf({ doctors: [sixty('a', 4), sixty('b', 2), sixty('c', 9), ...plain('d', 'e')] })
    const hours = hoursByPerson(shares)
    expect(hours.a).toBeCloseTo(4 * 16)
    expect(hours.b).toBeCloseTo(2 * 16)
    expect(hours.c).toBeCloseTo((22 / 3) * 16)
    expect(hours.e).toBeCloseTo((22 / 3) * 16)
  })

  it('agreed from the middle of the period limits the dates from then on alone', () => {
    const late = makeDoctor('a', {
      takingPart: [
        { from: '2020-01-01', to: '2027-01-18', way: { kind: 'by-share' }, least: null, most: null },
        { from: '2027-01-18', to: null, way: { kind: 'by-share' }, least: null, most: 0 },
      ],
    })
    const hours = hoursByPerson(sharesOf({ doctors: [late, ...plain('b', 'c', 'd')] }))
    expect(hours).toEqual({ a: 64, b: 128, c: 128, d: 128 })
  })

  it('agreed for the first half alone leaves the second as it is', () => {
    const early = makeDoctor('a', {
      takingPart: [
        { from: '2020-01-01', to: '2027-01-18', way: { kind: 'by-share' }, least: null, most: 0 },
        { from: '2027-01-18', to: null, way: { kind: 'by-share' }, least: null, most: null },
      ],
    })
    expect(hoursByPerson(sharesOf({ doctors: [early, ...plain('b', 'c', 'd')] })).a).toBe(64)
  })

  it('that no one comes near changes nothing', () => {
    expect(hoursByPerson(sharesOf({ doctors: [sixty('a', 7), ...plain('b', 'c', 'd')] }))).toEqual({
      a: 112,
      b: 112,
      c: 112,
      d: 112,
    })
  })

  it('of none stands outside', () => {
    expect(hoursByPerson(sharesOf({ doctors: [sixty('a', 0), ...plain('b')] }))).toEqual({ a: 0, b: 448 })
  })

  it('that all have agreed shares the demand in proportion', () => {
    expect(hoursByPerson(sharesOf({ doctors: [sixty('a', 2), sixty('b', 6)] }))).toEqual({ a: 112, b: 336 })
  })

  it('is measured against what doctors outside the sharing leave', () => {
    const line = nightly('h')
    const locum = makeDoctor('v', taking({ kind: 'offered-windows', windows: [{ from: FROM, to: TO }] }))
    const holders = holdersOf(line, ['v', 'b'])
    const shares = sharesOf({ doctors: [locum, sixty('a', 6), ...plain('b', 'c')], lines: [line], holders })
    expect(hoursByPerson(shares).a).toBeCloseTo((14 / 3) * 16)
  })
})

describe('what others hold', () => {
  const line = nightly('h')
  const locum = makeDoctor('v', taking({ kind: 'offered-windows', windows: [{ from: FROM, to: TO }] }))

  it('is taken off by a locum, who has no target', () => {
    const holders = holdersOf(line, ['v', 'a', 'b', 'c'])
    const shares = sharesOf({ doctors: [locum, ...plain('a', 'b', 'c')], lines: [line], holders })
    expect(shares.v).toMatchObject({ weight: 0, actual: { nights: 7 }, target: { nights: 0 } })
    expect(hoursByPerson(shares)).toEqual({ v: 0, a: 112, b: 112, c: 112 })
  })

  it('is taken off by a locum still to be named', () => {
    const [need] = needsOf(line, FROM, TO)
    const unnamed = makeSlice('x', '2027-01-04 16:00', '2027-01-05 08:00', {
      personId: null,
      positionId: 'position-a',
    })
    const holders = { [need?.id ?? '']: [unnamed] }
    expect(hoursByPerson(sharesOf({ doctors: plain('a', 'b'), lines: [line], holders }))).toEqual({
      a: 216,
      b: 216,
    })
  })

  it('is not counted as theirs while they only learn', () => {
    const [need] = needsOf(line, FROM, TO)
    const holders = {
      [need?.id ?? '']: [makeSlice('a', '2027-01-04 16:00', '2027-01-05 08:00', { shadowing: true })],
    }
    expect(sharesOf({ doctors: plain('a', 'b'), lines: [line], holders }).a?.actual.minutes.home).toBe(0)
  })

  it('counts of a conditional backup only where it is held', () => {
    const backup = nightly('k', 'backup', { behind: ['h'], conditional: true })
    const [need] = needsOf(backup, FROM, TO)
    const doctors = plain('a', 'b')
    expect(hoursByPerson(sharesOf({ doctors, lines: [line, backup] }), 'backup')).toEqual({ a: 0, b: 0 })
    const held = sharesOf({ doctors, lines: [line, backup], holders: { [need?.id ?? '']: 'a' } })
    expect(hoursByPerson(held, 'backup')).toEqual({ a: 8, b: 8 })
  })

  it('is told with its nights, weekends and holidays', () => {
    const holders = holdersOf(line, ['a', 'b', 'c', 'd'])
    const shares = sharesOf({ doctors: plain('a', 'b', 'c', 'd'), lines: [line], holders })
    expect(shares.a?.actual).toEqual({
      minutes: { home: 7 * 960, 'on-site': 0, backup: 0 },
      nights: 7,
      weekends: 3,
      holidays: 0,
    })
  })

  it('outside the period is context, not load', () => {
    const district = makeDistrict({ doctors: plain('a', 'b'), lines: [line] })
    const needs = needsOf(line, '2026-12-28', TO)
    const holders = Object.fromEntries(needs.map((need) => [need.id, 'a']))
    const [a] = fairShares(makeRota({ district, from: FROM, to: TO, needs, holders }))
    expect(hoursOf(a?.actual)).toBe(448)
    expect(hoursOf(a?.target)).toBe(224)
  })
})

describe('targets', () => {
  it('add up to what is demanded, whatever the doctors, as long as one may hold it', () => {
    const doctor = fc.record({
      share: fc.constantFrom(0.25, 0.5, 1),
      most: fc.option(fc.integer({ min: 1, max: 12 })),
      percent: fc.constantFrom(25, 50, 100),
      scope: fc.option(
        fc.constantFrom<ExemptionScope>({ kind: 'nights' }, { kind: 'form', form: 'on-site' }),
      ),
    })
    const lines = [nightly('h'), nightly('t', 'on-site')]
    fc.assert(
      fc.property(fc.array(doctor, { maxLength: 6 }), (given) => {
        const doctors = given.map(({ most, percent, scope }, index) =>
          makeDoctor(`d${index}`, {
            ...taking({ kind: 'by-share' }, most),
            ...(scope ? exempt(scope) : {}),
            capacities: [{ ...always, percent }],
          }),
        )
        const positions = [
          makePosition('z'),
          ...given.map(({ share }, index) => makePosition(`d${index}`, { share })),
        ]
        const shares = Object.values(sharesOf({ doctors: [...doctors, ...plain('z')], positions, lines }))
        const sum = (value: (load: Load) => number) =>
          shares.reduce((total, share) => total + value(share.target), 0)
        for (const form of DUTY_FORMS)
          expect(sum((load) => load.minutes[form])).toBeCloseTo(form === 'backup' ? 0 : 448 * 60, 4)
        expect(sum((load) => load.nights)).toBeCloseTo(56, 6)
        expect(sum((load) => load.weekends)).toBeCloseTo(8, 6)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a weekend agreed anew in the middle of the period', () => {
  it('is counted by what holds in its week', () => {
    const line = makeLine({ id: 'f', windows: [makeWindow('n', ['weekday'], '12:00', '18:00')] })
    const doctors = plain('a')
    const weekend = { fridayStart: '20:00', mondayEnd: '08:00', leastMinutes: 60 }
    const entry = {
      parameter: 'weekend',
      value: weekend,
      status: 'adopted',
      source: 'Avtale',
      author: 'styret',
      decidedOn: null,
    } as const
    const agreement = [{ ...entry, from: '2027-01-18', to: null }]
    const district = makeDistrict({ doctors, lines: [line], agreement })
    const [share] = fairShares(makeRota({ district, from: FROM, to: TO, holders: holdersOf(line, ['a']) }))
    expect(share?.actual.weekends).toBe(2)
  })
})
