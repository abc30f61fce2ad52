import { datesTouched, spanOn } from '../ledger/count.ts'
import { workOf } from '../ledger/work.ts'
import { type AgreementParameters, parameterOn } from '../rota/agreement.ts'
import type { Doctor } from '../rota/doctor.ts'
import { DUTY_FORMS, type DutyForm } from '../rota/line.ts'
import type { Duty } from '../rota/rota.ts'
import { clip, type Interval, unionMinutes } from '../time/interval.ts'
import { addDays, type LocalDate } from '../time/local-date.ts'
import { toWall } from '../time/oslo.ts'
import type { Rule } from './rule.ts'
import { dutiesHeldBy, type RotaView } from './view.ts'
import { type Violation, violation } from './violation.ts'

/**
 * Surgery on the day after a night duty (P22; SFS 2305 §7.4), for the forms the agreement names: warns once per block, and
 * once for duties held at the same time.
 * A night held in slices is judged by the person's own minutes of it. Surgery not declared gives no flag.
 */
export const officeDayAfterNight: Rule = {
  id: 'office-day-after-night',
  rows: ['P22'],
  subject: 'person',
  source: 'sfs-2305-7-4',
  kinds: ['office-day-after-night'],
  parameters: ['officeDayAfterNight', 'night'],
  check: (view, personId) => {
    const doctor = view.doctors.get(personId)
    if (!doctor) return []
    const found = dutiesHeldBy(view, personId).flatMap((duty) => officeDaysAfter(view, doctor, duty))
    return [...Map.groupBy(found, ({ duty, date }) => duty.blockId ?? date).values()].map(breach)
  },
}

interface OfficeDay {
  readonly duty: Duty
  readonly date: LocalDate
  readonly surgery: readonly Interval[]
}

function officeDaysAfter(view: RotaView, doctor: Doctor, duty: Duty): OfficeDay[] {
  const { agreement } = view.rota.district
  const night = parameterOn(agreement, 'night', duty.date)
  const judged = parameterOn(agreement, 'officeDayAfterNight', duty.date)
  return nightsOf(duty, night)
    .filter((held) => judged[heaviestForm(duty, held)])
    .flatMap((held) => {
      const { date } = toWall(held.end)
      const surgery = workOf(doctor, { from: date, to: addDays(date, 1) }).surgery ?? []
      return surgery.length > 0 ? [{ duty, date, surgery }] : []
    })
}

/** The whole night spans of which the duty holds enough minutes. */
function nightsOf(duty: Duty, night: AgreementParameters['night']): Interval[] {
  const dates = datesTouched(duty)
  return [addDays(dates[0] as LocalDate, -1), ...dates]
    .map((date) => spanOn(night, date))
    .filter((span) => unionMinutes(clip([duty], span)) >= night.leastMinutes)
}

function heaviestForm(duty: Duty, night: Interval): DutyForm {
  const minutes = (form: DutyForm) =>
    unionMinutes(
      clip(
        duty.pieces.filter((piece) => piece.form === form),
        night,
      ),
    )
  return DUTY_FORMS.reduce((most, form) => (minutes(form) > minutes(most) ? form : most))
}

function breach(days: readonly OfficeDay[]): Violation {
  const first = days[0] as OfficeDay
  const surgeries = days.flatMap((day) => day.surgery)
  return violation(
    {
      rule: 'office-day-after-night',
      personId: first.duty.personId,
      lineId: first.duty.lineId,
      needIds: [...new Set(days.map((day) => day.duty.needId))],
      span: {
        start: Math.min(...surgeries.map((surgery) => surgery.start)),
        end: Math.max(...surgeries.map((surgery) => surgery.end)),
      },
      measured: unionMinutes(surgeries),
      limit: 0,
      unit: 'minutes',
    },
    { kind: 'office-day-after-night' },
  )
}
