import { DUTY_FORMS, type DutyForm } from '../rota/line.ts'
import type { FormPiece } from '../rota/need.ts'
import { clip, type Interval, overlaps, unionMinutes } from '../time/interval.ts'
import { type LocalDate, toDayNumber } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'
import { wallDayOf } from '../time/oslo.ts'
import type { AgreedWeek } from './agreed-week.ts'
import { type AskingSpan, isWorked } from './count.ts'

/** What nights are counted of: a duty, a need, or duty elsewhere, whose form is not known. */
export interface NightPart extends Interval {
  readonly date: LocalDate
  readonly pieces: readonly FormPiece[]
}

/** A night of which one doctor's duties together hold enough to count. */
export interface NightHeld<T extends NightPart = NightPart> {
  /** The number of the day on which it begins. */
  readonly day: number
  readonly span: Interval
  /** The date of the first of its duties: where the night is counted, by what was agreed for its week. */
  readonly date: LocalDate
  readonly week: AgreedWeek
  /** Those that hold some of it, by start. */
  readonly duties: readonly T[]
}

/**
 * The nights of one doctor's duties, which are given by start (agreement: `night`), in order. This is the only count of
 * nights: a night that several duties share counts once, with the first of them, so that the nights of weeks add up to those
 * of the year; minutes of different nights are never added together.
 */
export function nightsHeld<T extends NightPart>(
  duties: readonly T[],
  weekOf: (day: number) => AgreedWeek,
): NightHeld<T>[] {
  const nights: Night<T>[] = []
  for (const duty of duties) {
    let week: AgreedWeek | undefined
    const last = wallDayOf(Math.max(duty.start, duty.end - 1))
    for (let day = wallDayOf(duty.start) - 1; day <= last; day++) {
      const known = nightFrom(nights, day)
      week ??= weekOf(toDayNumber(duty.date))
      const span = known?.span ?? week.nightOf(day)
      if (!overlaps(span, duty)) continue
      if (known) known.duties.push(duty)
      else nights.push({ day, span, date: duty.date, week, duties: [duty] })
    }
  }
  return nights.filter(isHeld)
}

/** They come in order, and the one that is looked for is among the last. */
function nightFrom<T extends NightPart>(nights: readonly Night<T>[], day: number): Night<T> | undefined {
  for (let index = nights.length - 1; index >= 0; index--) {
    const night = nights[index] as Night<T>
    if (night.day === day) return night
    if (night.day < day) return undefined
  }
  return undefined
}

interface Night<T extends NightPart> extends NightHeld<T> {
  readonly span: AskingSpan
  readonly duties: T[]
}

function isHeld({ span, duties }: Night<NightPart>): boolean {
  return isWorked(span, () => minutesIn(span, duties))
}

function minutesIn(span: Interval, duties: readonly Interval[]): number {
  const only = duties[0] as Interval
  if (duties.length > 1) return unionMinutes(clip(duties, span))
  return Math.min(only.end, span.end) - Math.max(only.start, span.start)
}

/** When the night after begins. */
export function nextNight({ day, week }: NightHeld): Minute {
  return week.nightOf(day + 1).start
}

/** True when the agreement judges the office day after a night of this form (P22): the one that most of it was held in. */
export function hasJudgedDayAfter({ week, duties, span }: NightHeld): boolean {
  return week.officeDayAfterNight[mostHeldForm(duties, span)]
}

function mostHeldForm(duties: readonly NightPart[], night: Interval): DutyForm {
  const [first] = duties
  const pieces = first && duties.length === 1 ? first.pieces : duties.flatMap((duty) => duty.pieces)
  if (pieces.length === 1) return (pieces[0] as FormPiece).form
  const minutes = (form: DutyForm) =>
    unionMinutes(
      clip(
        pieces.filter((piece) => piece.form === form),
        night,
      ),
    )
  return DUTY_FORMS.reduce((most, form) => (minutes(form) > minutes(most) ? form : most))
}
