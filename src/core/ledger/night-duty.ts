import { DUTY_FORMS, type DutyForm } from '../rota/line.ts'
import type { FormPiece } from '../rota/need.ts'
import type { Duty } from '../rota/rota.ts'
import { clip, type Interval, overlaps, unionMinutes } from '../time/interval.ts'
import { type LocalDate, toDayNumber } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'
import { wallDayOf } from '../time/oslo.ts'
import type { AgreedWeek } from './agreed-week.ts'
import { spanOnDay } from './count.ts'

/** A night of which one doctor's duties together hold enough to count. */
export interface NightHeld {
  readonly span: Interval
  /** The date of the first of those duties: where the night is counted. */
  readonly date: LocalDate
  /** The form that most of the night was held in. */
  readonly form: DutyForm
  /** When the next night begins. */
  readonly next: Minute
  readonly week: AgreedWeek
}

/**
 * The nights of one doctor's duties, which are given by start (agreement: `night`). A night that several duties share counts
 * once, so that the nights of weeks add up to those of the year.
 */
export function nightsHeld(duties: readonly Duty[], weekOf: (day: number) => AgreedWeek): NightHeld[] {
  const touched = new Map<Minute, { readonly day: number; readonly duties: Duty[] }>()
  for (const duty of duties) {
    const { night } = weekOf(toDayNumber(duty.date))
    for (let day = wallDayOf(duty.start) - 1; day <= wallDayOf(duty.end - 1); day++) {
      const span = spanOnDay(night, day)
      if (!overlaps(span, duty)) continue
      const own = touched.get(span.start)
      if (own) own.duties.push(duty)
      else touched.set(span.start, { day, duties: [duty] })
    }
  }
  return [...touched.values()].flatMap((own) => toNight(own.day, own.duties, weekOf))
}

function toNight(day: number, duties: readonly Duty[], weekOf: (day: number) => AgreedWeek): NightHeld[] {
  const { date } = duties[0] as Duty
  const week = weekOf(toDayNumber(date))
  const span = spanOnDay(week.night, day)
  const minutes = unionMinutes(clip(duties, span))
  if (minutes === 0 || minutes < week.night.leastMinutes) return []
  const next = spanOnDay(week.night, day + 1).start
  return [{ span, date, form: mostHeldForm(duties, span), next, week }]
}

function mostHeldForm(duties: readonly Duty[], night: Interval): DutyForm {
  const pieces = duties.flatMap((duty) => duty.pieces)
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
