import { describe, expect, it } from 'vitest'
import { type PersonLedger, personLedgers } from '../../../src/core/ledger/person-ledger.ts'
import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import type { Need } from '../../../src/core/rota/need.ts'
import { firstQuarter } from '../../support/ledger-quarter.ts'
import {
  always,
  makeDistrict,
  makeDoctor,
  makeNeed,
  makeRota,
  makeSlice,
  makeSurgery,
  weekdays,
} from '../../support/make-district.ts'

const ofPerson = (ledgers: readonly PersonLedger[], personId: string) =>
  ledgers.find((ledger) => ledger.personId === personId) as PersonLedger

describe('the ledger of one doctor over the first quarter of 2027', () => {
  const ledgers = personLedgers(firstQuarter())
  const { planned, worked, segments, givenAway, taken } = ofPerson(ledgers, 'a')

  it('has the minutes of each form, and their sums', () => {
    // New Year's night 480 of 960 · 4 Jan 960 · weekend 2 × 1440 · half of 10 Feb 480 · 31 Mar 480 of 960
    const home = 480 + 960 + 2 * 1440 + 480 + 480
    // 5 Mar 22–08: 600 · Easter night 23–08, an hour short: 480
    const onSite = 600 + 480
    const backup = 1440
    expect(planned.minutes).toEqual({ home, 'on-site': onSite, backup })
    expect(planned.dutyMinutes).toBe(5280 + 1080 + 1440)
    // (5280 + 1440) / 7 + 1080
    expect(planned.weightedMinutes).toBeCloseTo(960 + 1080, 6)
    expect(planned.minutesByOrigin).toEqual({
      share: 7800 - 480 - 600,
      ordered: 0,
      voluntary: 0,
      swap: 480,
      'sick-cover': 600,
      locum: 0,
    })
  })

  it('has the hours beside duty, and a total that counts each minute once', () => {
    // 64 weekdays less 1 Jan, Maundy Thursday, Good Friday and Easter Monday
    expect(planned.surgeryMinutes).toBe(60 * 480)
    // 13 Wednesdays
    expect(planned.taskMinutes).toBe(13 * 120)
    expect(planned.elsewhereMinutes).toBe(240)
    // the tasks of 10 Feb and 31 Mar lie inside duties
    expect(planned.totalMinutes).toBe(28_800 + 7800 + (1560 - 2 * 120) + 240)
    expect(planned.knownMinutes).toBe(planned.totalMinutes)
  })

  it('counts what began in the quarter', () => {
    // 4 Jan, two of the weekend, half of 10 Feb, 5 Mar, 27 Mar, 29 Mar, 31 Mar; New Year's night is of 2026
    expect(planned.duties).toBe(1 + 2 + 0.5 + 1 + 1 + 1 + 1)
    // all but the half duty, which holds an hour of its night
    expect(planned.nights).toBe(7)
    // Easter night and Easter Monday
    expect(planned.publicHolidays).toBe(2)
    expect(planned.specialHolidays).toEqual(['easter'])
  })

  it('counts weekends', () => {
    // 16–17 Jan · the night to 6 Mar · Easter night; 13 Sundays
    expect(planned.weekendsAny).toBe(3)
    // the two nights are of the Friday and of the Saturday alone
    expect(planned.weekendsFull).toBe(1)
    expect(planned.everyNthWeekend).toBeCloseTo(13 / 3, 9)
  })

  it('counts days worked after a night', () => {
    // 5 Jan surgery · Sunday 17 Jan duty · Monday 18 Jan surgery; not 6 Mar (Saturday), 28 Mar (Sunday), 30 Mar (backup), 1 Apr (April)
    expect(planned.daysAfterNight).toBe(3)
  })

  it('has the longest stretch and the shortest rest', () => {
    expect(planned.longestPeriodMinutes).toBe(48 * 60)
    // from Easter Sunday 08:00 to Easter Monday 08:00
    expect(planned.shortestRestMinutes).toBe(24 * 60)
  })

  it('has what was worked beside what was planned', () => {
    expect(planned.activeMinutes).toBeNull()
    expect(planned.callOuts).toBeNull()
    // relief three hours late on 5 Jan, inside surgery
    expect(worked).toEqual({
      ...planned,
      minutes: { ...planned.minutes, home: 5280 + 180 },
      minutesByOrigin: { ...planned.minutesByOrigin, share: 6720 + 180 },
      // home: 260 active minutes weigh 1, not 1/7; those on site weigh 1 as they are
      weightedMinutes: expect.closeTo(2040 + 180 / 7 + 260 * (6 / 7), 6),
      dutyMinutes: 7800 + 180,
      activeMinutes: 260 + 300,
      // 16:00–11:00 and 22:00–08:00
      activeOfMinutes: 19 * 60 + 600,
      callOuts: 5 + 9,
    })
  })

  it('tells what was given away and taken', () => {
    expect([givenAway, taken]).toEqual([1, 0.5 + 1])
    expect(ofPerson(ledgers, 'b')).toMatchObject({ givenAway: 0.5, taken: 1 })
    expect(ofPerson(ledgers, 'c')).toMatchObject({ givenAway: 1, taken: 0 })
  })

  it('has the on-site minutes by kind of day, holiday calendars and window', () => {
    const onSite = segments.filter(({ form }) => form === 'on-site')
    expect(
      onSite.map(({ dayKind, calendars, window, minutes }) => [
        dayKind,
        window,
        calendars.join(' '),
        minutes,
      ]),
    ).toEqual([
      ['eve', '23:00', 'rest-window pay-window', 60],
      ['public-holiday', '00:00', 'statutory rest-window pay-window', 300],
      ['public-holiday', '06:00', 'statutory rest-window pay-window', 120],
      ['saturday', '00:00', '', 360],
      ['saturday', '06:00', '', 120],
      ['weekday', '21:00', '', 60],
      ['weekday', '23:00', '', 60],
    ])
    expect(onSite.every(({ dutyClass }) => dutyClass === null)).toBe(true)
  })

  it('has segments that add up to the minutes worked', () => {
    for (const form of ['home', 'on-site', 'backup'] as const) {
      const sum = segments
        .filter((segment) => segment.form === form)
        .reduce((total, { minutes }) => total + minutes, 0)
      expect(sum).toBe(worked.minutes[form])
    }
  })
})

const WEEK = { kind: 'week', name: '2027-W02', from: '2027-01-11', to: '2027-01-18' } as const

/** Doctor a holds all needs; the figures of the week from 11 January. */
function figuresOf(
  needs: readonly Need[],
  over: Partial<Doctor> = {},
  agreement: readonly AgreementEntry[] = [],
) {
  const rota = makeRota({
    district: makeDistrict({ doctors: [makeDoctor('a', over), makeDoctor('b')], agreement }),
    from: WEEK.from,
    to: WEEK.to,
    needs,
    holders: Object.fromEntries(needs.map((need) => [need.id, 'a'])),
  })
  return ofPerson(personLedgers({ rota, period: WEEK, assignments: [], outcomes: [] }), 'a')
}

const adopted = (entry: object) =>
  ({ ...always, status: 'adopted', source: '', author: '', decidedOn: null, ...entry }) as AgreementEntry

describe('a weekend', () => {
  it.each([
    ['of nothing', [], [0, 0]],
    ['of Friday evening', [['2027-01-15 16:00', '2027-01-16 08:00']], [1, 0]],
    ['of Saturday round the clock', [['2027-01-16 08:00', '2027-01-17 08:00']], [1, 0]],
    ['of Saturday and an hour of Sunday', [['2027-01-16 08:00', '2027-01-17 09:00']], [1, 1]],
    ['of Saturday and a minute less', [['2027-01-16 08:00', '2027-01-17 08:59']], [1, 0]],
    [
      'of both days, none of the nights',
      [
        ['2027-01-16 08:00', '2027-01-16 15:00'],
        ['2027-01-17 08:00', '2027-01-17 15:00'],
      ],
      [1, 1],
    ],
    [
      'of both nights',
      [
        ['2027-01-16 23:00', '2027-01-17 08:00'],
        ['2027-01-17 23:00', '2027-01-18 08:00'],
      ],
      [1, 1],
    ],
    ['too short to count', [['2027-01-15 10:00', '2027-01-15 16:59']], [0, 0]],
  ])('%s', (_, spans, expected) => {
    const { planned } = figuresOf(spans.map(([from = '', to = '']) => makeNeed(from, to)))
    expect([planned.weekendsAny, planned.weekendsFull]).toEqual(expected)
  })

  it('that was not worked has no frequency', () => {
    expect(figuresOf([]).planned.everyNthWeekend).toBeNull()
  })

  it('begins and ends when the district says', () => {
    const value = { fridayStart: '20:00', mondayEnd: '06:00', leastMinutes: 120 }
    const agreement = [adopted({ parameter: 'weekend', value })]
    const friday = makeNeed('2027-01-15 16:00', '2027-01-15 21:59')
    const sunday = makeNeed('2027-01-17 04:00', '2027-01-17 08:00')
    expect(figuresOf([friday], {}, agreement).planned.weekendsAny).toBe(0)
    expect(figuresOf([sunday], {}, agreement).planned).toMatchObject({ weekendsAny: 1, weekendsFull: 1 })
  })
})

describe('a day after a night', () => {
  const surgery = { surgery: [makeSurgery(weekdays('08:00', '15:00'))] }
  it.each([
    ['with surgery counts', [['2027-01-12 23:00', '2027-01-13 08:00']], surgery, 1],
    ['without surgery does not', [['2027-01-12 23:00', '2027-01-13 08:00']], {}, 0],
    ['before a Saturday does not', [['2027-01-15 23:00', '2027-01-16 08:00']], surgery, 0],
    [
      'with duty that evening counts',
      [
        ['2027-01-12 23:00', '2027-01-13 08:00'],
        ['2027-01-13 16:00', '2027-01-13 23:00'],
      ],
      {},
      1,
    ],
    [
      'with the next night alone does not',
      [
        ['2027-01-12 23:00', '2027-01-13 08:00'],
        ['2027-01-13 23:00', '2027-01-14 08:00'],
      ],
      {},
      0,
    ],
    ['that only ended a quarter late does not', [['2027-01-12 23:00', '2027-01-13 08:15']], {}, 0],
    ['that the duty went on into counts', [['2027-01-12 23:00', '2027-01-13 16:00']], {}, 1],
    ['of too few minutes does not', [['2027-01-12 16:00', '2027-01-13 01:59']], surgery, 0],
    ['of just enough counts', [['2027-01-12 16:00', '2027-01-13 02:00']], surgery, 1],
  ])('%s', (_, spans, over, expected) => {
    const needs = spans.map(([from = '', to = '']) => makeNeed(from, to))
    expect(figuresOf(needs, over).planned.daysAfterNight).toBe(expected)
  })

  it('belongs to the period it lies in, also after a night of the week before', () => {
    const night = makeNeed('2027-01-10 23:00', '2027-01-11 08:00')
    expect(figuresOf([night], surgery).planned).toMatchObject({ daysAfterNight: 1, nights: 0, duties: 0 })
    const last = makeNeed('2027-01-17 23:00', '2027-01-18 08:00')
    expect(figuresOf([last], surgery).planned).toMatchObject({ daysAfterNight: 0, nights: 1, duties: 1 })
  })

  it('is judged for the forms that the agreement names', () => {
    const backup = makeNeed('2027-01-12 23:00', '2027-01-13 08:00', { form: 'backup' })
    const value = { home: false, 'on-site': false, backup: true }
    expect(figuresOf([backup], surgery).planned).toMatchObject({ daysAfterNight: 0, nights: 1 })
    const agreement = [adopted({ parameter: 'officeDayAfterNight', value })]
    expect(figuresOf([backup], surgery, agreement).planned.daysAfterNight).toBe(1)
  })
})

describe('hours that are not known', () => {
  it('leave no total, and say how much is known', () => {
    const surgery = [
      { ...makeSurgery(weekdays('08:00', '15:00')), to: '2027-01-14' },
      { from: '2027-01-14', to: null, kind: 'not-declared' as const },
    ]
    const { planned } = figuresOf([makeNeed('2027-01-12 14:00', '2027-01-12 20:00')], { surgery })
    expect(planned.surgeryMinutes).toBeNull()
    expect(planned.totalMinutes).toBeNull()
    // Monday to Wednesday 7 hours each, and five hours of duty beyond
    expect(planned.knownMinutes).toBe(3 * 420 + 300)
  })

  it('of nothing told are null, not 0', () => {
    const { planned, worked } = figuresOf([makeNeed('2027-01-12 16:00', '2027-01-12 20:00')])
    expect([worked.activeMinutes, worked.callOuts, planned.shortestRestMinutes]).toEqual([null, null, null])
    expect(worked.activeOfMinutes).toBe(0)
  })

  it('but told as none are 0', () => {
    const need = makeNeed('2027-01-12 16:00', '2027-01-12 20:00')
    const rota = makeRota({ needs: [need], holders: { [need.id]: 'a' }, from: WEEK.from, to: WEEK.to })
    const slice = makeSlice('a', '2027-01-12 16:00', '2027-01-12 20:00')
    const base = { chainId: 'one', seat: 0, revisionFrom: 1, revisionTo: null, sequence: 0, modifiedAt: 0 }
    const row = {
      ...slice,
      ...base,
      id: 'one',
      needId: need.id,
      enteredBy: 'k',
      reason: '',
      replaces: null,
      note: '',
    }
    const outcome = { assignmentId: 'one', start: need.start, end: need.end, activeMinutes: 0, callOuts: 0 }
    const [ledger] = personLedgers({ rota, period: WEEK, assignments: [row], outcomes: [outcome] })
    expect([ledger?.worked.activeMinutes, ledger?.worked.callOuts]).toEqual([0, 0])
  })

  it('of a locum elsewhere are spread over the week that they are declared for', () => {
    const { planned } = figuresOf([], { declaredOtherMinutesPerWeek: 600 })
    expect(planned.declaredElsewhereMinutes).toBeCloseTo(600, 6)
    expect(planned.totalMinutes).toBeCloseTo(600, 6)
  })
})

describe('segments', () => {
  it('have the class of their line on the day', () => {
    const agreement = [adopted({ parameter: 'dutyClasses', value: { h: 3 }, from: '2027-01-13' })]
    const needs = [
      makeNeed('2027-01-12 16:00', '2027-01-12 20:00'),
      makeNeed('2027-01-13 16:00', '2027-01-13 21:00'),
    ]
    const { segments } = figuresOf(needs, {}, agreement)
    expect(segments.map(({ dutyClass, minutes }) => [dutyClass, minutes])).toEqual([
      [null, 240],
      [3, 300],
    ])
  })

  it('are cut to the period', () => {
    const needs = [
      makeNeed('2027-01-10 16:00', '2027-01-11 08:00'),
      makeNeed('2027-01-17 16:00', '2027-01-18 08:00'),
    ]
    const { segments, planned } = figuresOf(needs)
    expect(segments.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(480 + 480)
    expect(planned.minutes.home).toBe(960)
  })
})
