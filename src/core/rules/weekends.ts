import { agreedOn } from '../ledger/agreed-week.ts'
import { type AskingSpan, isWorked } from '../ledger/count.ts'
import { sumWithin, type Tally } from '../ledger/tally.ts'
import type { AgreementParameters } from '../rota/agreement.ts'
import { LONGEST_NEED_DAYS, type NeedId } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import type { Duty } from '../rota/rota.ts'
import { isPublicHoliday } from '../time/holidays.ts'
import { overlaps } from '../time/interval.ts'
import { addDays, datesIn, weekdayOf } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'
import { dayInterval } from '../time/oslo.ts'
import { valueAt } from './dated-values.ts'
import { ofRota } from './facts.ts'
import { hoursOf } from './person-hours.ts'
import type { Rule } from './rule.ts'
import { runsOf } from './runs.ts'
import { concernsPeriod, dutiesHeldBy, type RotaView } from './view.ts'
import { type Finding, type Violation, violation } from './violation.ts'

/**
 * How often weekends are worked, whether one of some in a row is free, and Sundays and public holidays in a row (P24; Working
 * Environment Act §10-8(4)): all warn. A weekend counts as it does in the ledger, duty elsewhere included; weeks that were not
 * read count as free. Sundays in a row are judged only by an adopted value. Values are those of the last weekend or day.
 */
export const weekends: Rule = {
  id: 'weekends',
  rows: ['P24'],
  subject: 'person',
  source: 'working-environment-10-8',
  kinds: ['weekends-too-often', 'no-free-weekend', 'sundays-in-a-row'],
  parameters: ['weekendFrequency', 'sundaysInARow', 'weekend'],
  check: (view, personId) => {
    const duty = hoursOf(view, personId, 'duty')
    if (!duty || dutiesHeldBy(view, personId).length === 0) return []
    const worked = workedOf(duty.united, weekendsOf(view))
    return [
      ...tooOften(view, personId, worked),
      ...notFree(view, personId, worked),
      ...sundaysInARow(view, personId, duty.united),
    ]
  },
}

/** A weekend, or a Sunday or public holiday, in the order in which they follow each other. */
interface RestDay extends AskingSpan {
  readonly place: number
  /** When values are asked for. */
  readonly judgedAt: Minute
}

const weekendsOf = ofRota((view): readonly RestDay[] =>
  view.background.weeks().map(({ monday, span }, place) => ({
    ...agreedOn(view.rota.district.agreement, monday).weekendSpan,
    place,
    judgedAt: span.start,
  })),
)

function workedOf(duty: Tally, days: readonly RestDay[]): RestDay[] {
  return days.filter((day) => isWorked(day, (span) => sumWithin(duty, span)))
}

type Frequency = AgreementParameters['weekendFrequency']

/** The stretch of weeks with most weekends past its limit, then the worst of those that share no weekend with it. */
function tooOften(view: RotaView, personId: PersonId, worked: readonly RestDay[]): Violation[] {
  const values = view.background.values('weekendFrequency')
  const over: { readonly run: readonly RestDay[]; readonly value: Frequency }[] = []
  worked.forEach((last, index) => {
    const value = valueAt(values, last.judgedAt)
    if (!value) return
    let first = index
    while (first > 0 && (worked[first - 1] as RestDay).place > last.place - value.weeks) first--
    if (index - first + 1 > mostOf(value)) over.push({ run: worked.slice(first, index + 1), value })
  })
  const chosen: typeof over = []
  const found: Violation[] = []
  for (const next of over.sort((a, b) => excess(b) - excess(a))) {
    if (chosen.some(({ run }) => run.some((day) => next.run.includes(day)))) continue
    const { weeks } = next.value
    const breach = breachOf(view, personId, next.run, mostOf(next.value), {
      kind: 'weekends-too-often',
      weeks,
    })
    if (!breach) continue
    chosen.push(next)
    found.push(breach)
  }
  return found
}

function excess({ run, value }: { readonly run: readonly RestDay[]; readonly value: Frequency }): number {
  return run.length - mostOf(value)
}

/** One of three over 26 weeks allows eight. */
function mostOf({ weeks, oneOf }: Frequency): number {
  return Math.floor(weeks / oneOf)
}

function notFree(view: RotaView, personId: PersonId, worked: readonly RestDay[]): Violation[] {
  const values = view.background.values('weekendFrequency')
  return runsOf(worked, ({ place }) => place).flatMap((run) => {
    const value = valueAt(values, (run.at(-1) as RestDay).judgedAt)
    if (!value || run.length < value.freeAmong) return []
    return breachOf(view, personId, run, value.freeAmong - 1, { kind: 'no-free-weekend' }) ?? []
  })
}

function sundaysInARow(view: RotaView, personId: PersonId, duty: Tally): Violation[] {
  const values = view.background.values('sundaysInARow')
  if (values.length === 0) return []
  return runsOf(workedOf(duty, sundaysOf(view)), ({ place }) => place).flatMap((run) => {
    const limit = valueAt(values, (run.at(-1) as RestDay).judgedAt)
    if (limit === undefined || run.length <= limit) return []
    return breachOf(view, personId, run, limit, { kind: 'sundays-in-a-row' }) ?? []
  })
}

const sundaysOf = ofRota((view): readonly RestDay[] => {
  const weeks = view.background.weeks()
  const first = weeks[0]
  const last = weeks.at(-1)
  if (!first || !last) return []
  // A duty of the last day reaches into the days after it.
  return datesIn({ from: first.monday, to: addDays(last.monday, 7 + LONGEST_NEED_DAYS) })
    .filter((date) => weekdayOf(date) === 7 || isPublicHoliday(date))
    .map((date, place) => {
      const { leastMinutes } = agreedOn(view.rota.district.agreement, date).weekend
      const day = dayInterval(date)
      return { ...day, place, judgedAt: day.start, leastMinutes }
    })
})

/** Undefined where all duties are context. */
function breachOf(
  view: RotaView,
  personId: PersonId,
  run: readonly RestDay[],
  limit: number,
  finding: Extract<Finding, { kind: 'weekends-too-often' | 'no-free-weekend' | 'sundays-in-a-row' }>,
): Violation | undefined {
  const needIds = needIdsOn(dutiesHeldBy(view, personId), run)
  if (needIds.length === 0 || !concernsPeriod(view, needIds)) return undefined
  const span = { start: (run[0] as RestDay).start, end: (run.at(-1) as RestDay).end }
  const unit = finding.kind === 'sundays-in-a-row' ? 'days' : 'weekends'
  return violation({ rule: 'weekends', personId, needIds, span, measured: run.length, limit, unit }, finding)
}

/** The needs whose duties reach into some of the days, each once. Days are disjoint, and both come by start. */
function needIdsOn(duties: readonly Duty[], days: readonly RestDay[]): NeedId[] {
  const needIds = new Set<NeedId>()
  let next = 0
  for (const duty of duties) {
    while ((days[next]?.end ?? Infinity) <= duty.start) next++
    const day = days[next]
    if (day && overlaps(day, duty)) needIds.add(duty.needId)
  }
  return [...needIds]
}
