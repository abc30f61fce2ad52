import { spanOnDay } from '../ledger/count.ts'
import { workInDays } from '../ledger/work.ts'
import { parameterOn } from '../rota/agreement.ts'
import type { Doctor } from '../rota/doctor.ts'
import { DUTY_FORMS, type DutyForm } from '../rota/line.ts'
import type { Duty } from '../rota/rota.ts'
import { clip, type Interval, overlaps, unionMinutes } from '../time/interval.ts'
import { wallDayOf } from '../time/oslo.ts'
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
    const found: OfficeDay[] = []
    for (const duty of dutiesHeldBy(view, personId)) addOfficeDays(view, doctor, duty, found)
    if (found.length === 0) return []
    return [...Map.groupBy(found, ({ duty, date }) => duty.blockId ?? date).values()].map(breach)
  },
}

interface OfficeDay {
  readonly duty: Duty
  /** A day number. */
  readonly date: number
  readonly surgery: readonly Interval[]
}

/** The days after the nights of which the duty holds enough minutes. */
function addOfficeDays(view: RotaView, doctor: Doctor, duty: Duty, found: OfficeDay[]): void {
  const { agreement } = view.rota.district
  const night = parameterOn(agreement, 'night', duty.date)
  const last = wallDayOf(Math.max(duty.start, duty.end - 1))
  for (let day = wallDayOf(duty.start) - 1; day <= last; day++) {
    const span = spanOnDay(night, day)
    const held = Math.min(duty.end, span.end) - Math.max(duty.start, span.start)
    if (Math.max(0, held) < night.leastMinutes) continue
    if (!parameterOn(agreement, 'officeDayAfterNight', duty.date)[heaviestForm(duty, span)]) continue
    const date = wallDayOf(span.end)
    const surgery = workInDays(doctor, date, date + 1).surgery ?? []
    if (surgery.length > 0) found.push({ duty, date, surgery })
  }
}

function heaviestForm({ pieces }: Duty, night: Interval): DutyForm {
  const [only] = pieces
  if (only && pieces.length === 1 && overlaps(only, night)) return only.form
  const minutes = (form: DutyForm) =>
    unionMinutes(
      clip(
        pieces.filter((piece) => piece.form === form),
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
