import { datesTouched, spanOn } from '../core/ledger/count.ts'
import { workOf } from '../core/ledger/work.ts'
import { type Agreement, type AgreementParameters, parameterOn } from '../core/rota/agreement.ts'
import type { Doctor } from '../core/rota/doctor.ts'
import { isGpAgreement } from '../core/rota/engagement.ts'
import { DUTY_FORMS, type DutyForm } from '../core/rota/line.ts'
import type { FormPiece } from '../core/rota/need.ts'
import { isPublicHoliday } from '../core/time/holidays.ts'
import { clip, type Interval, unionMinutes } from '../core/time/interval.ts'
import { addDays, holdsOn, type LocalDate, weekdayOf } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'

interface NightSpan extends Interval {
  readonly date: LocalDate
  readonly pieces: readonly FormPiece[]
}

/**
 * Tells which duties hold a night, in a form that the agreement names, before a day with surgery (P22; SFS 2305 §7.4). A GP
 * whose surgery is not declared is taken to work on ordinary weekdays: the rules raise no flag there, but nobody shall be given
 * more nights for not declaring.
 */
export function officeDaysOf(agreement: Agreement, doctor: Doctor): (duty: NightSpan) => boolean {
  const surgeryOn = new Map<LocalDate, boolean>()
  const hasSurgery = (date: LocalDate) => {
    const known = surgeryOn.get(date)
    if (known !== undefined) return known
    const { surgery } = workOf(doctor, { from: date, to: addDays(date, 1) })
    const found = surgery === null ? isOfficeDay(doctor, date) : surgery.length > 0
    surgeryOn.set(date, found)
    return found
  }
  return (duty) => {
    const night = parameterOn(agreement, 'night', duty.date)
    const judged = parameterOn(agreement, 'officeDayAfterNight', duty.date)
    return nightsIn(duty, night).some(
      (held) => judged[heaviestForm(duty.pieces, held)] && hasSurgery(toWall(held.end).date),
    )
  }
}

function isOfficeDay(doctor: Doctor, date: LocalDate): boolean {
  const isGp = doctor.engagements.some((held) => isGpAgreement(held.form) && holdsOn(held, date))
  return isGp && weekdayOf(date) <= 5 && !isPublicHoliday(date)
}

/** The nights of which the duty holds enough minutes to count. */
function nightsIn(duty: Interval, night: AgreementParameters['night']): Interval[] {
  const dates = datesTouched(duty)
  return [addDays(dates[0]!, -1), ...dates]
    .map((date) => spanOn(night, date))
    .filter((span) => unionMinutes(clip([duty], span)) >= night.leastMinutes)
}

function heaviestForm(pieces: readonly FormPiece[], night: Interval): DutyForm {
  const minutes = (form: DutyForm) =>
    unionMinutes(
      clip(
        pieces.filter((piece) => piece.form === form),
        night,
      ),
    )
  return DUTY_FORMS.reduce((most, form) => (minutes(form) > minutes(most) ? form : most))
}
