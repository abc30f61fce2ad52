import type { District } from '../rota/district.ts'
import type { DutyForm, Line, LineId } from '../rota/line.ts'
import { LONGEST_NEED_DAYS, needsOf } from '../rota/need.ts'
import { timesOf } from '../rules/covered-elsewhere.ts'
import { isBackupLine } from '../rules/view.ts'
import { type DayKind, dayKindsOf } from '../time/day-kind.ts'
import { easterSunday } from '../time/holidays.ts'
import { clip, type Interval, mergeIntervals, subtractIntervals } from '../time/interval.ts'
import { addDays, type Dates, datesIn, type LocalDate, mondayOf, yearOf } from '../time/local-date.ts'
import { dayInterval, LAST_CLOCK_DATE } from '../time/oslo.ts'

/** Dates that show what a template does: they are where spreadsheets go wrong. */
export type PreviewName = 'ordinary-week' | 'christmas' | 'easter' | 'constitution-day' | 'clock-change'

export interface PreviewPart extends Dates {
  readonly name: PreviewName
  readonly days: readonly PreviewDay[]
}

export interface PreviewDuty extends Interval {
  readonly lineId: LineId
  readonly needId: string
  readonly name: string
  readonly number: number
  readonly form: DutyForm
  /** Whether it starts on this day; else it has come over midnight. */
  readonly startsHere: boolean
  /** The whole duty, which may reach beyond the day. */
  readonly whole: Interval
}

export interface PreviewDay {
  readonly date: LocalDate
  readonly kinds: readonly DayKind[]
  /** The local day: 23 or 25 hours when the clock changes. */
  readonly span: Interval
  /** Parts of duties inside the day, by line and start. */
  readonly duties: readonly PreviewDuty[]
  /** Nobody answers first, and no other service is agreed. */
  readonly gaps: readonly Interval[]
  /** More than one duty of one line, as at handover. */
  readonly overlaps: readonly Interval[]
}

/** The dates to show for a district that plans from `today` on. */
export function previewDates(today: LocalDate): readonly (Dates & { readonly name: PreviewName })[] {
  return [
    { name: 'ordinary-week', ...ordinaryWeek(today) },
    { name: 'christmas', ...nextOf(today, (year) => ({ from: `${year}-12-23`, to: `${year + 1}-01-03` })) },
    { name: 'easter', ...nextOf(today, easterDates) },
    {
      name: 'constitution-day',
      ...nextOf(today, (year) => ({ from: `${year}-05-16`, to: `${year}-05-19` })),
    },
    { name: 'clock-change', ...clockChange(today) },
  ] as const
}

/** The duties that the lines of a district make over some dates, with gaps and overlaps in what answers first. */
export function previewDuties(
  district: Pick<District, 'lines' | 'coveredElsewhere'>,
  { from, to }: Dates,
): PreviewDay[] {
  const made = district.lines.map((line) => ({
    line,
    needs: needsOf(line, addDays(from, -LONGEST_NEED_DAYS), to),
  }))
  const first = made.filter(({ line }) => !isBackupLine(line))
  const others = district.coveredElsewhere
    .filter(({ behind }) => behind === undefined)
    .flatMap((covered) => timesOf(covered, from, to))
  const covered = mergeIntervals([...first.flatMap(({ needs }) => needs), ...others])
  const twice = mergeIntervals(made.flatMap(({ needs }) => overlapsIn(needs)))
  return datesIn({ from, to }).map((date) => {
    const span = dayInterval(date)
    return {
      date,
      kinds: dayKindsOf(date),
      span,
      duties: made.flatMap(({ line, needs }) => needs.flatMap((need) => partsOn(line, need, span))),
      gaps: subtractIntervals([span], covered),
      overlaps: clip(twice, span),
    }
  })
}

/** Everything there is to show. */
export function preview(
  district: Pick<District, 'lines' | 'coveredElsewhere'>,
  today: LocalDate,
): PreviewPart[] {
  return previewDates(today).map((dates) => ({ ...dates, days: previewDuties(district, dates) }))
}

function partsOn(line: Line, need: ReturnType<typeof needsOf>[number], span: Interval): PreviewDuty[] {
  return need.pieces.flatMap((piece) =>
    clip([piece], span).map((part) => ({
      ...part,
      lineId: line.id,
      needId: need.id,
      name: need.name,
      number: need.number,
      form: piece.form,
      startsHere: need.start >= span.start && part.start === need.start,
      whole: { start: need.start, end: need.end },
    })),
  )
}

function overlapsIn(needs: readonly Interval[]): Interval[] {
  let reached = Number.NEGATIVE_INFINITY
  return needs.flatMap(({ start, end }) => {
    const until = Math.min(reached, end)
    reached = Math.max(reached, end)
    return start < until ? [{ start, end: until }] : []
  })
}

/** The first whole week from `today` whose days, and the Monday after, are all of the most ordinary kinds. */
function ordinaryWeek(today: LocalDate): Dates {
  let from = addDays(mondayOf(today), 7)
  while (datesIn({ from, to: addDays(from, 8) }).some((date) => !isOrdinary(date))) from = addDays(from, 7)
  return { from, to: addDays(from, 7) }
}

function isOrdinary(date: LocalDate): boolean {
  const [kind] = dayKindsOf(date)
  return kind === 'weekday' || kind === 'saturday' || kind === 'sunday'
}

function nextOf(today: LocalDate, datesOf: (year: number) => Dates): Dates {
  const year = yearOf(today)
  // In the first days of January the new year's own have begun the year before.
  const found = [year - 1, year, year + 1].map(datesOf).find(({ to }) => to > today)
  return found ?? datesOf(year + 1)
}

function easterDates(year: number): Dates {
  const sunday = easterSunday(year)
  return { from: addDays(sunday, -4), to: addDays(sunday, 3) }
}

/** The Saturday and Sunday of the next night in which the clock changes. */
function clockChange(today: LocalDate): Dates {
  let date = today
  while (date < LAST_CLOCK_DATE) {
    const { start, end } = dayInterval(date)
    if (end - start !== ORDINARY_DAY) return { from: addDays(date, -1), to: addDays(date, 1) }
    date = addDays(date, 1)
  }
  return { from: today, to: addDays(today, 1) }
}

const ORDINARY_DAY = 24 * 60
