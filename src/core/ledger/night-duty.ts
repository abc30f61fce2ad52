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
  /** The date of the first of those duties: where the night is counted, by what was agreed for its week. */
  readonly date: LocalDate
  readonly week: AgreedWeek
  /** The form that most of the night was held in. */
  readonly form: DutyForm
  /** When the next night begins. */
  readonly next: Minute
}

/**
 * The nights of one doctor's duties, which are given by start (agreement: `night`). A night that several duties share counts
 * once, with the first of them, so that the nights of weeks add up to those of the year.
 */
export function nightsHeld(duties: readonly Duty[], weekOf: (day: number) => AgreedWeek): NightHeld[] {
  const nights = new Map<number, Night>()
  for (const duty of duties) {
    const week = weekOf(toDayNumber(duty.date))
    for (let day = wallDayOf(duty.start) - 1; day <= wallDayOf(duty.end - 1); day++) {
      const known = nights.get(day)
      const span = known?.span ?? spanOnDay(week.night, day)
      if (!overlaps(span, duty)) continue
      if (known) known.duties.push(duty)
      else nights.set(day, { day, span, week, duties: [duty] })
    }
  }
  return [...nights.values()].filter(isHeld).map(toHeld)
}

interface Night {
  readonly day: number
  readonly span: Interval
  readonly week: AgreedWeek
  readonly duties: Duty[]
}

function isHeld({ span, week, duties }: Night): boolean {
  const minutes = unionMinutes(clip(duties, span))
  return minutes > 0 && minutes >= week.night.leastMinutes
}

function toHeld({ day, span, week, duties }: Night): NightHeld {
  const { date } = duties[0] as Duty
  const next = spanOnDay(week.night, day + 1).start
  return { span, date, week, form: mostHeldForm(duties, span), next }
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
