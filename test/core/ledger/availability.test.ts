import { describe, expect, it } from 'vitest'
import {
  type Availability,
  availabilityFor,
  isAwayOn,
  isUnavailable,
} from '../../../src/core/ledger/availability.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import type { ExemptionScope } from '../../../src/core/rota/exemption.ts'
import type { DutyForm } from '../../../src/core/rota/line.ts'
import type { Need } from '../../../src/core/rota/need.ts'
import { always, makeDoctor, makeNeed } from '../../support/make-district.ts'

const need = (from: string, to: string, form: DutyForm = 'home') => makeNeed(from, to, { form })
const ask = (over: Partial<Doctor>, of: Need): Availability => availabilityFor(makeDoctor('a', over), [], of)
const exempt = (scope: ExemptionScope, from = '2027-01-01', to: string | null = null): Partial<Doctor> => ({
  exemptions: [{ id: 'x', scope, from, to }],
})

const night = need('2027-01-04 23:00', '2027-01-05 08:00')
const evening = need('2027-01-04 16:00', '2027-01-04 23:00')
const office = need('2027-01-04 08:00', '2027-01-04 16:00', 'on-site')
const saturday = need('2027-01-09 08:00', '2027-01-09 16:00', 'on-site')

describe('an exemption', () => {
  const rows: readonly [string, ExemptionScope, Need, Availability][] = [
    ['from out-of-hours work reaches a night', { kind: 'out-of-hours' }, night, 'exempt'],
    ['from out-of-hours work reaches a Saturday by day', { kind: 'out-of-hours' }, saturday, 'exempt'],
    [
      'from out-of-hours work leaves a duty within office hours',
      { kind: 'out-of-hours' },
      office,
      'available',
    ],
    ['from nights reaches a night', { kind: 'nights' }, night, 'exempt'],
    ['from nights leaves an evening', { kind: 'nights' }, evening, 'available'],
    ['from a form reaches that form', { kind: 'form', form: 'on-site' }, office, 'exempt'],
    ['from a form leaves another', { kind: 'form', form: 'on-site' }, night, 'available'],
  ]
  it.each(rows)('%s', (_, scope, of, expected) => {
    expect(ask(exempt(scope), of)).toBe(expected)
  })

  it('from a form reaches a duty that holds a piece of it', () => {
    const mixed = {
      ...night,
      pieces: [
        { form: 'home' as const, start: night.start, end: night.end - 60 },
        { form: 'on-site' as const, start: night.end - 60, end: night.end },
      ],
    }
    expect(ask(exempt({ kind: 'form', form: 'on-site' }), mixed)).toBe('exempt')
    expect(ask(exempt({ kind: 'form', form: 'on-site' }, '2027-01-05'), mixed)).toBe('exempt')
    expect(ask(exempt({ kind: 'form', form: 'on-site' }, '2027-01-01', '2027-01-05'), mixed)).toBe(
      'available',
    )
  })

  it.each([
    ['the day before it begins', '2027-01-05', null, 'exempt'],
    ['from the day after the duty', '2027-01-06', null, 'available'],
    ['until the day of the duty', '2027-01-01', '2027-01-04', 'available'],
    ['until the day after its start', '2027-01-01', '2027-01-05', 'exempt'],
  ] as const)('holds between its dates for a duty that starts %s', (_, from, to, expected) => {
    expect(ask(exempt({ kind: 'out-of-hours' }, from, to), night)).toBe(expected)
  })

  it('of an evening that ends at midnight does not reach the next day', () => {
    const late = need('2027-01-04 16:00', '2027-01-05 00:00')
    expect(ask(exempt({ kind: 'out-of-hours' }, '2027-01-05'), late)).toBe('available')
  })
})

describe('an absence', () => {
  const absent = (from: string, certainFrom: string, to: string | null): Partial<Doctor> => ({
    absences: [{ id: 'x', from, certainFrom, to }],
  })

  it.each([
    ['certain on the duty’s day', absent('2027-01-04', '2027-01-04', '2027-01-05'), 'away'],
    ['certain from the morning the duty ends in', absent('2027-01-05', '2027-01-05', null), 'away'],
    ['from the day after', absent('2027-01-06', '2027-01-06', null), 'available'],
    ['over when the duty starts', absent('2026-12-01', '2026-12-01', '2027-01-04'), 'available'],
    ['perhaps begun', absent('2027-01-01', '2027-02-01', null), 'at-risk'],
    ['perhaps begun, certain during the duty', absent('2027-01-01', '2027-01-05', null), 'away'],
  ] as const)('%s', (_, over, expected) => {
    expect(ask(over, night)).toBe(expected)
  })

  it('is told from an exemption only inside: both are unavailable', () => {
    const states = ['available', 'at-risk', 'away', 'exempt'] as const
    expect(states.map(isUnavailable)).toEqual([false, false, true, true])
  })

  it('that is certain outweighs one that may have begun', () => {
    const both = [
      { id: 'x', from: '2027-01-01', certainFrom: '2027-03-01', to: null },
      { id: 'y', from: '2027-01-04', certainFrom: '2027-01-04', to: '2027-01-05' },
    ]
    expect(ask({ absences: both }, night)).toBe('away')
  })
})

describe('a rotation of two weeks on and four off', () => {
  const over = { rotations: [{ ...always, weeksOn: 2, weeksOff: 4, anchor: '2027-01-06' }] }
  const doctor = makeDoctor('a', over)

  it.each([
    ['2027-01-03', true],
    ['2027-01-04', false],
    ['2027-01-17', false],
    ['2027-01-18', true],
    ['2027-02-14', true],
    ['2027-02-15', false],
    ['2026-11-23', false],
    ['2026-12-07', true],
  ])('on %s the doctor is away: %s', (date, isAway) => {
    expect(isAwayOn(doctor, date)).toBe(isAway)
  })

  it('does not let a duty reach into the weeks off', () => {
    expect(ask(over, need('2027-01-17 16:00', '2027-01-18 08:00'))).toBe('away')
    expect(ask(over, need('2027-01-17 08:00', '2027-01-18 00:00'))).toBe('available')
  })
})

describe('facts far outside the years of the clock', () => {
  const absent = (from: string, to: string | null): Partial<Doctor> => ({
    absences: [{ id: 'x', from, certainFrom: from, to }],
  })

  it.each<[string, Partial<Doctor>, Availability]>([
    ['an absence until the end of the calendar', absent('2027-01-01', '9999-12-31'), 'away'],
    ['an absence from long ago', absent('1950-01-01', null), 'away'],
    ['an absence over long ago', absent('1950-01-01', '1960-01-01'), 'available'],
    ['an absence that begins at the end of the calendar', absent('9999-12-01', null), 'available'],
    ['an exemption from before the clock', exempt({ kind: 'out-of-hours' }, '0000-01-01'), 'exempt'],
    ['an exemption to after it', exempt({ kind: 'nights' }, '2027-01-01', '2101-01-01'), 'exempt'],
  ])('hold for a duty of today: %s', (_, over, expected) => {
    expect(ask(over, night)).toBe(expected)
  })

  it('let a rotation count its weeks from the first date of the calendar', () => {
    const rotations = [{ ...always, weeksOn: 1, weeksOff: 1, anchor: '0000-01-01' }]
    const doctor = makeDoctor('a', { rotations })
    expect(isAwayOn(doctor, '2027-01-04')).toBe(!isAwayOn(doctor, '2027-01-11'))
  })
})
