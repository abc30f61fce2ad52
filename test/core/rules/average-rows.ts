import type { WeeklyMean } from '../../../src/core/rota/agreement.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import type { Engagement, EngagementForm } from '../../../src/core/rota/engagement.ts'
import type { DutyForm } from '../../../src/core/rota/line.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import { adopted, elsewhere, type HeldSpan, heldRota } from '../../support/held-duties.ts'
import { always, at, makeDoctor, makeSurgery, weekdays } from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const under = (...means: readonly WeeklyMean[]) => [adopted('averageUnderAct', means)]
const mean = (hours: number, weeks: number): WeeklyMean => ({ minutes: hours * 60, weeks })
const found = { kind: 'average-hours', grade: 'warns', personId: 'a', unit: 'minutes' } as const

/** A duty of 24 hours on the Wednesday of each week from 4 January 2027; the last may be of another length. */
function wednesdays(weeks: number, form: DutyForm, lastEnd = '00:00'): HeldSpan[] {
  return Array.from({ length: weeks }, (_, week) => {
    const date = addDays('2027-01-06', 7 * week)
    const isLast = week === weeks - 1
    const end = isLast && lastEnd !== '00:00' ? date : addDays(date, 1)
    return [`${date} 00:00`, `${end} ${isLast ? lastEnd : '00:00'}`, form]
  })
}

const fourWeeks = { from: '2027-01-04', to: '2027-02-01' }
const span = { start: at('2027-01-04 00:00'), end: at('2027-02-01 00:00') }

function engaged(form: EngagementForm, dates: Partial<Engagement> = {}): Engagement {
  return { ...(makeDoctor('a').engagements[0] as Engagement), form, ...dates }
}
const surgery = { surgery: [makeSurgery(weekdays('08:00', '15:30'))] }
const salaried = { ...surgery, engagements: [engaged('gp-salaried')] }
const notDeclared: Partial<Doctor> = { surgery: [{ ...always, kind: 'not-declared' }] }
const consent = (from: string, to: string | null) => ({ averageConsents: [{ from, to }] })

/** Fifty-two weeks from 4 January, with 24 hours of on-site duty in each. */
const year = { from: '2027-01-04', to: '2028-01-03' }
const yearOf = (facts: Partial<Doctor>, ...means: readonly WeeklyMean[]) =>
  heldRota(under(...means), wednesdays(52, 'on-site'), facts, year)

export const averageHoursRows: readonly RuleRow[] = [
  {
    name: 'exactly the mean over four weeks',
    rota: heldRota(under(mean(24, 4)), wednesdays(4, 'on-site'), {}, fourWeeks),
  },
  {
    name: 'one minute less in four weeks',
    rota: heldRota(under(mean(24, 4)), wednesdays(4, 'on-site', '23:59'), {}, fourWeeks),
  },
  {
    name: 'one minute more in four weeks, with the floor beside',
    rota: heldRota(
      under(mean(24, 4)),
      [...wednesdays(4, 'on-site'), ['2027-01-29 16:00', '2027-01-29 16:01', 'on-site']],
      {},
      fourWeeks,
    ),
    // (4 × 1440 + 1) / 4 = 1440.25 minutes, shown as 1441; shared by two doctors it is 720.125, shown as 721.
    broken: [{ ...found, weeks: 4, span, measured: 1441, limit: 1440, floor: 721 }],
  },
  {
    name: 'home duty by a seventh of its hours',
    // 24 hours of home duty are 205.7 minutes.
    rota: heldRota(under({ minutes: 206, weeks: 4 }), wednesdays(4, 'home'), {}, fourWeeks),
  },
  {
    name: 'home duty by the half that the district has agreed',
    rota: heldRota(
      [...under(mean(11, 4)), adopted('hourWeights', { home: 1 / 2, 'on-site': 1, backup: 1 / 7 })],
      wednesdays(4, 'home'),
      {},
      fourWeeks,
    ),
    broken: [{ ...found, weeks: 4, measured: 720 }],
  },
  {
    name: 'duty elsewhere in full, whatever its form',
    rota: heldRota(
      under(mean(24, 4)),
      wednesdays(4, 'on-site'),
      {},
      {
        ...fourWeeks,
        elsewhere: [elsewhere('2027-01-15 16:00', '2027-01-15 20:00')],
      },
    ),
    broken: [{ ...found, measured: 1500 }],
  },
  {
    name: 'the surgery of a self-employed GP, which is no work under the act',
    rota: heldRota(under(mean(24, 4)), wednesdays(4, 'on-site'), surgery, fourWeeks),
  },
  {
    name: 'the surgery of a self-employed GP who is also employed on duty',
    rota: heldRota(
      under(mean(24, 4)),
      wednesdays(4, 'on-site'),
      { ...surgery, engagements: [engaged('gp-self-employed'), engaged('employed-duty-doctor')] },
      fourWeeks,
    ),
  },
  {
    name: 'the surgery of an employed GP',
    // 24 + 4 × 7.5 = 54 hours a week: the surgery of Wednesday lies within the duty.
    rota: heldRota(under(mean(53, 4)), wednesdays(4, 'on-site'), salaried, fourWeeks),
    broken: [{ ...found, measured: 54 * 60 }],
  },
  {
    name: 'the surgery of a GP who was employed for the last two weeks of four',
    // (2 × 24 + 2 × 54) / 4 = 39 hours a week.
    rota: heldRota(
      under(mean(38, 4)),
      wednesdays(4, 'on-site'),
      {
        ...surgery,
        engagements: [
          engaged('gp-self-employed', { to: '2027-01-18' }),
          engaged('gp-salaried', { from: '2027-01-18' }),
        ],
      },
      fourWeeks,
    ),
    broken: [{ ...found, measured: 39 * 60 }],
  },
  {
    name: 'the tasks of an employed doctor without a fixed time',
    rota: heldRota(
      under(mean(24, 4)),
      wednesdays(4, 'on-site'),
      {
        engagements: [engaged('employed-duty-doctor')],
        otherTasks: [{ ...always, name: 'Sykehjem', timetable: [], looseMinutesPerWeek: 120 }],
      },
      fourWeeks,
    ),
    broken: [{ ...found, measured: 26 * 60 }],
  },
  {
    name: 'the tasks of a self-employed GP',
    rota: heldRota(
      under(mean(24, 4)),
      wednesdays(4, 'on-site'),
      { otherTasks: [{ ...always, name: 'Sykehjem', timetable: [], looseMinutesPerWeek: 120 }] },
      fourWeeks,
    ),
  },
  {
    name: 'an employed GP whose surgery is not declared, so that no mean is known',
    rota: heldRota(
      under(mean(10, 4)),
      wednesdays(4, 'on-site'),
      { ...notDeclared, engagements: [engaged('gp-salaried')] },
      fourWeeks,
    ),
  },
  {
    name: 'a self-employed GP whose surgery is not declared and does not count',
    rota: heldRota(under(mean(23, 4)), wednesdays(4, 'on-site'), notDeclared, fourWeeks),
    broken: [{ ...found, measured: 1440 }],
  },
  {
    name: 'fewer weeks read than the mean is over',
    rota: heldRota(under(mean(10, 5)), wednesdays(4, 'on-site'), {}, fourWeeks),
  },
  {
    name: 'weeks before the period, which were read for it',
    rota: heldRota(
      under(mean(23, 4)),
      wednesdays(4, 'on-site'),
      {},
      { from: '2027-01-25', to: '2027-02-01' },
    ),
    // The first duty starts on a Wednesday, so that its week was not read whole.
  },
  {
    name: 'three whole weeks, of which two lie before the period',
    rota: heldRota(
      under(mean(23, 3)),
      wednesdays(4, 'on-site'),
      {},
      { from: '2027-01-25', to: '2027-02-01' },
    ),
    broken: [{ ...found, weeks: 3, measured: 1440, span: { ...span, start: at('2027-01-11 00:00') } }],
  },
  {
    name: 'a mean that is only a reference line',
    rota: heldRota(
      [adopted('averageUnderAct', [mean(10, 4)], { status: 'reference' })],
      wednesdays(4, 'on-site'),
      {},
      fourWeeks,
    ),
  },
  {
    name: 'a mean adopted after the last week began',
    rota: heldRota(
      [adopted('averageUnderAct', [mean(10, 4)], { from: '2027-01-26' })],
      wednesdays(4, 'on-site'),
      {},
      fourWeeks,
    ),
  },
  {
    name: 'two means, each by its own weeks',
    rota: heldRota(under(mean(23, 4), mean(23, 2)), wednesdays(4, 'on-site'), {}, fourWeeks),
    broken: [
      { ...found, weeks: 2, span: { start: span.start, end: at('2027-01-18 00:00') } },
      { ...found, weeks: 4, span },
      { ...found, weeks: 2, span: { start: at('2027-01-18 00:00'), end: span.end } },
    ],
  },
  {
    name: 'a year over the mean without consent',
    rota: yearOf({}, mean(23, 52)),
    broken: [{ ...found, weeks: 52, measured: 1440 }],
  },
  {
    name: 'a year over the mean with consent on its last date',
    rota: yearOf(consent('2028-01-02', null), mean(23, 52)),
  },
  {
    name: 'a year over the mean with a consent that ended the day before its last',
    rota: yearOf(consent('2027-01-01', '2028-01-02'), mean(23, 52)),
    broken: [{ ...found, weeks: 52 }],
  },
  {
    name: 'two weeks over the mean, for which consent to a year is none',
    rota: heldRota(under(mean(23, 4)), wednesdays(4, 'on-site'), consent('2027-01-01', null), fourWeeks),
    broken: [{ ...found, weeks: 4 }],
  },
  {
    name: 'the night the clock goes forward, an hour shorter',
    rota: heldRota(
      under(mean(8, 1)),
      [['2027-03-27 23:00', '2027-03-28 08:00', 'on-site']],
      {},
      { from: '2027-03-22', to: '2027-03-29' },
    ),
  },
  {
    name: 'the night the clock goes back, an hour longer',
    rota: heldRota(
      under(mean(9, 1)),
      [['2027-10-30 23:00', '2027-10-31 08:00', 'on-site']],
      {},
      { from: '2027-10-25', to: '2027-11-01' },
    ),
    broken: [{ ...found, weeks: 1, measured: 600 }],
  },
  {
    name: 'week 53 and week 1 as two weeks in a row',
    rota: heldRota(
      under(mean(23, 2)),
      [
        ['2026-12-31 00:00', '2027-01-01 00:00', 'on-site'],
        ['2027-01-04 00:00', '2027-01-05 00:00', 'on-site'],
      ],
      {},
      { from: '2026-12-28', to: '2027-01-11' },
    ),
    broken: [{ ...found, weeks: 2, span: { start: at('2026-12-28 00:00'), end: at('2027-01-11 00:00') } }],
  },
]

const duty = { kind: 'average-duty', grade: 'shown', personId: 'a', unit: 'minutes' } as const
const line = (hours: number, weeks: number) => [adopted('averageDuty', mean(hours, weeks))]

export const averageDutyRows: readonly RuleRow[] = [
  {
    name: 'exactly the line over four weeks, home duty in full',
    rota: heldRota(line(24, 4), wednesdays(4, 'home'), {}, fourWeeks),
  },
  {
    name: 'one minute less in four weeks',
    rota: heldRota(line(24, 4), wednesdays(4, 'home', '23:59'), {}, fourWeeks),
  },
  {
    name: 'one minute more in four weeks, with the floor beside',
    rota: heldRota(
      line(24, 4),
      [...wednesdays(4, 'home'), ['2027-01-29 16:00', '2027-01-29 16:01']],
      {},
      fourWeeks,
    ),
    broken: [{ ...duty, weeks: 4, span, measured: 1441, limit: 1440, floor: 721 }],
  },
  { name: 'a district that has drawn no line', rota: heldRota([], wednesdays(4, 'home'), {}, fourWeeks) },
  {
    name: 'surgery, which is no duty',
    rota: heldRota(line(24, 4), wednesdays(4, 'home'), salaried, fourWeeks),
  },
  {
    name: 'duty hours whether surgery is declared or not',
    rota: heldRota(line(23, 4), wednesdays(4, 'home'), notDeclared, fourWeeks),
    broken: [{ ...duty, measured: 1440 }],
  },
  {
    name: 'duty that a locum has declared elsewhere',
    rota: heldRota(line(33, 4), wednesdays(4, 'home'), { declaredOtherMinutesPerWeek: 10 * 60 }, fourWeeks),
    broken: [{ ...duty, measured: 34 * 60 }],
  },
  {
    name: 'duty in another district, counted in once where the two overlap',
    rota: heldRota(
      line(24, 4),
      wednesdays(4, 'home'),
      {},
      {
        ...fourWeeks,
        elsewhere: [elsewhere('2027-01-13 20:00', '2027-01-14 04:00')],
      },
    ),
    broken: [{ ...duty, measured: 1500 }],
  },
  {
    name: 'a duty across Sunday midnight, of which each week has its part',
    rota: heldRota(
      line(8, 1),
      [['2027-01-10 16:00', '2027-01-11 08:00']],
      {},
      { from: '2027-01-04', to: '2027-01-18' },
    ),
  },
  {
    name: 'the night the clock goes back, an hour longer',
    rota: heldRota(
      line(9, 1),
      [['2027-10-30 23:00', '2027-10-31 08:00']],
      {},
      { from: '2027-10-25', to: '2027-11-01' },
    ),
    broken: [{ ...duty, measured: 600 }],
  },
  {
    name: 'the night the clock goes forward, an hour shorter',
    rota: heldRota(
      line(8, 1),
      [['2027-03-27 23:00', '2027-03-28 08:00']],
      {},
      { from: '2027-03-22', to: '2027-03-29' },
    ),
  },
  {
    name: 'the turn of an ISO year inside a duty',
    rota: heldRota(
      line(24, 1),
      [['2027-01-03 00:00', '2027-01-05 00:00']],
      {},
      { from: '2026-12-28', to: '2027-01-11' },
    ),
  },
  {
    name: 'a line drawn after the last week began',
    rota: heldRota(
      [adopted('averageDuty', mean(10, 4), { from: '2027-01-26' })],
      wednesdays(4, 'home'),
      {},
      fourWeeks,
    ),
  },
]
