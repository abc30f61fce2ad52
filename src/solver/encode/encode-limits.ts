import { agreedOn, agreedWeeks } from '../../core/ledger/agreed-week.ts'
import { parameterOn } from '../../core/rota/agreement.ts'
import { LONGEST_NEED_DAYS } from '../../core/rota/need.ts'
import type { Rota } from '../../core/rota/rota.ts'
import { type Background, backgroundOf } from '../../core/rules/background.ts'
import { type DatedValue, valueAt } from '../../core/rules/dated-values.ts'
import { isPublicHoliday } from '../../core/time/holidays.ts'
import type { IsoWeek } from '../../core/time/iso-week.ts'
import { addDays, datesIn, weekdayOf } from '../../core/time/local-date.ts'
import type { Minute } from '../../core/time/minute.ts'
import { dayInterval, wallDayOf } from '../../core/time/oslo.ts'
import { type Chain, type Limits, type Times, toTimes } from '../limits.ts'
import { NO_CAP, type ProblemData } from '../problem.ts'
import type { EncodedSlot } from './encode.ts'
import { basesOf, meansOf, stretchesOf } from './encode-hours.ts'
import { turnsOf } from './encode-turns.ts'
import { weekRestOf } from './encode-week-rest.ts'

/** What the rules ask of one person beside rest, overlap and the caps of weeks (domain reference §11: P14–P18, P21–P25, P27). */
export function limitsOf(
  data: ProblemData,
  rota: Rota,
  slots: readonly EncodedSlot[],
  weeks: readonly IsoWeek[],
): Limits {
  const background = backgroundOf(rota)
  encodePeriods(data, rota, background, slots)
  return {
    chains: chainsOf(data, rota, background),
    bases: basesOf(data, rota, background, slots),
    stretches: stretchesOf(rota, background),
    means: meansOf(rota, background, weeks),
    weekRest: weekRestOf(rota, background, slots, weeks),
    turns: turnsOf(data, rota, slots),
  }
}

function encodePeriods(
  data: ProblemData,
  { district: { agreement } }: Rota,
  background: Background,
  slots: readonly EncodedSlot[],
): void {
  const caps = background.values('longestPeriodMinutes')
  slots.forEach((slot, index) => {
    data.longestPeriod[index] = valueAt(caps, slot.start) ?? NO_CAP
    if (slot.kind === 'elsewhere') return
    const shown = parameterOn(agreement, 'secondRestMinutes', slot.date)
    data.restShown[index] = Math.max(0, ...slot.pieces.map((piece) => shown[piece.form] ?? 0))
  })
}

function chainsOf(data: ProblemData, rota: Rota, background: Background): Chain[] {
  return [
    weekendsOf(data, rota, background),
    sundaysOf(data, rota, background),
    nightsOf(data, rota, background),
  ].filter((chain) => chain !== null && isJudged(chain)) as Chain[]
}

function isJudged({ most, among }: Chain): boolean {
  return most.some((limit) => limit < NO_CAP) || among.some((times) => times > 0)
}

interface Span {
  readonly start: Minute
  readonly end: Minute
  readonly leastMinutes: number
}

function timesOf(data: ProblemData, spans: readonly Span[]): Times {
  const columns = {
    start: Int32Array.from(spans, (span) => span.start),
    end: Int32Array.from(spans, (span) => span.end),
    // A threshold of 0 still asks for a minute.
    least: Int32Array.from(spans, (span) => Math.max(1, span.leastMinutes)),
  }
  return toTimes(data, columns, new Uint8Array(data.slots))
}

function weekendsOf(data: ProblemData, { district }: Rota, background: Background): Chain {
  const values = background.values('weekendFrequency')
  const weeks = background.weeks()
  const valueIn = weeks.map(({ span }) => valueAt(values, span.start))
  const times = timesOf(
    data,
    weeks.map(({ monday }) => agreedOn(district.agreement, monday).weekendSpan),
  )
  return {
    ...times,
    runKind: 'no-free-weekend',
    most: Int32Array.from(valueIn, (value) => (value ? value.freeAmong - 1 : NO_CAP)),
    windowKind: 'weekends-too-often',
    among: Int32Array.from(valueIn, (value) => value?.weeks ?? 0),
    mostAmong: Int32Array.from(valueIn, (value) => (value ? Math.floor(value.weeks / value.oneOf) : NO_CAP)),
  }
}

function chainOfRuns(
  times: Times,
  runKind: Chain['runKind'],
  values: readonly DatedValue<number>[],
  judgedAt: readonly Minute[],
): Chain {
  const most = Int32Array.from(judgedAt, (minute) => valueAt(values, minute) ?? NO_CAP)
  const none = new Int32Array(judgedAt.length)
  return { ...times, runKind, most, windowKind: null, among: none, mostAmong: none }
}

function sundaysOf(data: ProblemData, { district }: Rota, background: Background): Chain | null {
  const values = background.values('sundaysInARow')
  const weeks = background.weeks()
  const [first] = weeks
  const last = weeks.at(-1)
  if (values.length === 0 || !first || !last) return null
  const days = datesIn({ from: first.monday, to: addDays(last.monday, 7 + LONGEST_NEED_DAYS) })
    .filter((date) => weekdayOf(date) === 7 || isPublicHoliday(date))
    .map((date) => ({
      ...dayInterval(date),
      leastMinutes: agreedOn(district.agreement, date).weekend.leastMinutes,
    }))
  const starts = days.map((day) => day.start)
  // Holidays that follow each other touch: a run is counted over Sundays and holidays in order, as the rule does.
  return chainOfRuns(timesOf(data, days), 'sundays-in-a-row', values, starts)
}

function nightsOf(data: ProblemData, rota: Rota, background: Background): Chain | null {
  const values = background.values('nightsInARow')
  if (values.length === 0 || data.slots === 0) return null
  const weekOf = agreedWeeks(rota.district.agreement)
  const first = wallDayOf(data.start[0]!) - 1
  const last = wallDayOf(Math.max(...data.end))
  const nights = Array.from({ length: last - first + 1 }, (_, index) =>
    weekOf(first + index).nightOf(first + index),
  )
  const starts = nights.map((night) => night.start)
  return chainOfRuns(timesOf(data, nights), 'nights-in-a-row', values, starts)
}
