import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOLIDAY_CALENDARS } from '../../../src/core/ledger/holiday-calendar.ts'
import { type DaySlot, daySlots, walkSlots } from '../../../src/core/ledger/segment.ts'
import { segmentSums } from '../../../src/core/ledger/segment-sums.ts'
import type { Agreement, AgreementEntry } from '../../../src/core/rota/agreement.ts'
import { DUTY_FORMS, type DutyForm } from '../../../src/core/rota/line.ts'
import type { Duty } from '../../../src/core/rota/rota.ts'
import { type Interval, intersection, minutesOf } from '../../../src/core/time/interval.ts'
import { addDays, datesIn } from '../../../src/core/time/local-date.ts'
import { fromMinuteOfDay, toMinuteOfDay } from '../../../src/core/time/local-time.ts'
import { dayInterval, toWall } from '../../../src/core/time/oslo.ts'
import { holidayWindows } from '../../support/holiday-windows.ts'
import { at } from '../../support/make-district.ts'

const entry = (over: Partial<AgreementEntry>): AgreementEntry =>
  ({
    from: '2026-01-01',
    to: null,
    status: 'adopted',
    source: 'vedtak',
    author: 'k',
    decidedOn: '2025-12-01',
    ...over,
  }) as AgreementEntry

const cutPoints = (value: readonly string[], from = '2026-01-01') =>
  entry({ parameter: 'cutPoints', value, from })

/** A district with its own weekend and holiday class, and cut points of its own from July 2027. */
const AGREEMENT: Agreement = [
  entry({
    parameter: 'agreementHolidays',
    value: [
      { from: '2027-03-24', start: '16:00', to: '2027-03-30', end: '07:30' },
      { from: '2027-10-30', start: '12:00', to: '2027-11-01', end: '02:30' },
    ],
  }),
  cutPoints(['00:00', '07:00', '15:30', '22:15'], '2027-07-01'),
]

/** The slots of a span, as `segmentSums` walks through them. */
function segmentsOf(span: Interval, agreement: Agreement, slotsOn = daySlots(agreement)): DaySlot[] {
  const found: DaySlot[] = []
  walkSlots(span, slotsOn, (slot, start, end) => found.push({ ...slot, start, end }))
  return found
}

const DUTY_WEEKS = ['2027-03-22', '2027-10-25']

describe('segments', () => {
  it('are cut at the cut points and at midnight, with the kind of their day', () => {
    const piece = { form: 'home' as const, start: at('2027-01-07 15:30'), end: at('2027-01-08 08:00') }
    expect(told(segmentsOf(piece, []))).toEqual([
      '2027-01-07 15:30 weekday 08:00',
      '2027-01-07 16:00 weekday 16:00',
      '2027-01-07 21:00 weekday 21:00',
      '2027-01-07 23:00 weekday 23:00',
      '2027-01-08 00:00 weekday 00:00',
      '2027-01-08 06:00 weekday 06:00',
    ])
  })

  it('are cut at the edges of each holiday calendar', () => {
    const piece = { form: 'home' as const, start: at('2027-03-24 11:00'), end: at('2027-03-25 01:00') }
    const cut = segmentsOf(piece, AGREEMENT)
    expect(cut.map(({ start, calendars }) => `${clock(start)} ${calendars.join(' ')}`)).toEqual([
      '2027-03-24 11:00 ',
      '2027-03-24 12:00 pay-window',
      '2027-03-24 16:00 pay-window agreement',
      '2027-03-24 18:00 rest-window pay-window agreement',
      '2027-03-24 21:00 rest-window pay-window agreement',
      '2027-03-24 23:00 rest-window pay-window agreement',
      '2027-03-25 00:00 statutory rest-window pay-window agreement',
    ])
  })

  it.each([
    ['2027-03-27 23:00', '2027-03-28 08:00', [60, 300, 120]],
    ['2027-10-30 23:00', '2027-10-31 08:00', [60, 420, 120]],
  ])('of the night from %s are as long as the night really is', (from, to, minutes) => {
    const piece = { form: 'on-site' as const, start: at(from), end: at(to) }
    expect(segmentsOf(piece, []).map(minutesOf)).toEqual(minutes)
  })

  it('are cut by what was agreed for each date', () => {
    const piece = { form: 'home' as const, start: at('2027-06-30 20:00'), end: at('2027-07-01 08:00') }
    expect(segmentsOf(piece, AGREEMENT).map(({ start }) => clock(start))).toEqual([
      '2027-06-30 20:00',
      '2027-06-30 21:00',
      '2027-06-30 23:00',
      '2027-07-01 00:00',
      '2027-07-01 07:00',
    ])
  })

  it.each([
    [
      'begin where the clock jumps, when the cut point is skipped',
      '2027-03-28',
      ['00:00', '03:00'],
      [120, 300],
    ],
    ['begin at the first of two equal hours', '2027-10-31', ['00:00', '02:30'], [150, 390]],
  ])('%s', (_, date, windows, minutes) => {
    const points = date === '2027-03-28' ? ['02:30', '03:00'] : ['02:30']
    const piece = { form: 'home' as const, start: dayInterval(date).start, end: at(`${date} 08:00`) }
    const segments = segmentsOf(piece, [cutPoints(points)])
    expect(segments.map(({ window }) => window)).toEqual(windows)
    expect(segments.map(minutesOf)).toEqual(minutes)
  })

  it('of nothing are none', () => {
    expect(segmentsOf({ start: at('2027-01-04 16:00'), end: at('2027-01-04 16:00') }, AGREEMENT)).toEqual([])
  })
})

describe('segments add up to the elapsed minutes of the duty, on one date, in one window, in or out of each calendar', () => {
  const slotsOn = daySlots(AGREEMENT)
  const sumsOf = segmentSums(AGREEMENT)
  const calendars = HOLIDAY_CALENDARS.map(
    (name) => [name, holidayWindows(name, { from: '2025-12-28', to: '2029-01-05' }, AGREEMENT)] as const,
  )
  const faultIn = (duty: Interval, form: DutyForm): string | null => {
    const segments = segmentsOf(duty, AGREEMENT, slotsOn)
    const sums = sumsOf([heldAs(duty, form)], duty)
    const stray = sums.some((sum) => sum.form !== form) ? `another form than ${form}` : null
    const total = sums.reduce((minutes, sum) => minutes + sum.minutes, 0)
    return (
      sumFault(duty, segments) ??
      segments.map((each) => placeFault(each, calendars)).find(Boolean) ??
      stray ??
      (total === minutesOf(duty) ? null : `${total} minutes in all`)
    )
  }

  it('for every date of 2026 to 2028, so for every duty that touches them', () => {
    for (const date of datesIn({ from: '2026-01-01', to: '2029-01-01' })) {
      expect(faultIn(dayInterval(date), 'home'), date).toBeNull()
    }
  })

  it.each(DUTY_WEEKS)(
    'for every duty of 1 to 72 hours that starts on an hour of the week from %s',
    (monday) => {
      const week = { start: dayInterval(monday).start, end: dayInterval(addDays(monday, 7)).start }
      for (let start = week.start; start < week.end; start += 60) {
        for (let hours = 1; hours <= 72; hours++) {
          const fault = sumFault(
            { start, end: start + hours * 60 },
            segmentsOf({ start, end: start + hours * 60 }, AGREEMENT, slotsOn),
          )
          if (fault) expect.fail(`${clock(start)} for ${hours} hours: ${fault}`)
        }
      }
    },
  )

  it('for duties of 1 minute to 72 hours that start at any minute of 2026 to 2028', () => {
    const anywhere = fc.integer({ min: at('2026-01-01 00:00'), max: at('2028-12-28 23:59') })
    const nearChange = fc
      .tuple(fc.constantFrom(...DUTY_WEEKS), fc.integer({ min: 0, max: 7 * 1440 }))
      .map(([monday, after]) => dayInterval(monday).start + after)
    fc.assert(
      fc.property(
        fc.oneof(anywhere, nearChange),
        fc.integer({ min: 1, max: 72 * 60 }),
        fc.constantFrom(...DUTY_FORMS),
        (start, length, form) => {
          expect(faultIn({ start, end: start + length }, form)).toBeNull()
        },
      ),
      { numRuns: 2000, seed: 20270328 },
    )
  })

  it('whatever the cut points', () => {
    const points = fc.array(fc.integer({ min: 0, max: 1440 }).map(fromMinuteOfDay), { maxLength: 8 })
    const start = fc.integer({ min: at('2027-03-26 00:00'), max: at('2027-03-29 00:00') })
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 72 * 60 }), points, (from, length, value) => {
        const duty = { start: from, end: from + length }
        const segments = segmentsOf(duty, [cutPoints(value)])
        expect(sumFault(duty, segments)).toBeNull()
      }),
      { numRuns: 300, seed: 20270328 },
    )
  })
})

/** A duty of one form, by somebody on some line. */
function heldAs(span: Interval, form: DutyForm): Duty {
  const { date } = toWall(span.start)
  const place = { needId: 'n', seat: 0, lineId: 'h', personId: 'a', blockId: null, overlapClass: null }
  return { ...place, ...span, date, pieces: [{ ...span, form }], shadowing: false }
}

function told(segments: readonly DaySlot[]): string[] {
  return segments.map(({ start, dayKind, window }) => `${clock(start)} ${dayKind} ${window}`)
}

function clock(minute: number): string {
  const { date, minuteOfDay } = toWall(minute)
  return `${date} ${fromMinuteOfDay(minuteOfDay)}`
}

/** Segments in order, from the duty's first minute to its last, none empty and none over another. */
function sumFault(duty: Interval, segments: readonly DaySlot[]): string | null {
  let reached = duty.start
  for (const { start, end } of segments) {
    if (start !== reached || end <= start) return `a segment from ${clock(start)} after ${clock(reached)}`
    reached = end
  }
  const sum = segments.reduce((total, segment) => total + minutesOf(segment), 0)
  return reached === duty.end && sum === minutesOf(duty) ? null : `ends at ${clock(reached)}`
}

function placeFault(
  segment: DaySlot,
  calendars: readonly (readonly [string, readonly Interval[]])[],
): string | null {
  const first = toWall(segment.start)
  if (first.date !== segment.date || toWall(segment.end - 1).date !== segment.date)
    return `reaches over ${segment.date}`
  if (first.minuteOfDay < toMinuteOfDay(segment.window)) return `before its window ${segment.window}`
  for (const [name, windows] of calendars) {
    const inside = windows.map((window) => intersection(window, segment)).find(Boolean)
    const minutes = inside ? minutesOf(inside) : 0
    if (minutes !== (segment.calendars.includes(name as never) ? minutesOf(segment) : 0))
      return `${minutes} minutes in ${name} from ${clock(segment.start)}`
  }
  return null
}
