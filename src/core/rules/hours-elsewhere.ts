import type { Doctor } from '../rota/doctor.ts'
import type { Duty } from '../rota/rota.ts'
import { holdsOn, type LocalDate } from '../time/local-date.ts'
import type { Rule } from './rule.ts'
import { dutiesHeldBy } from './view.ts'
import { violation } from './violation.ts'

/**
 * A locum who has duties and has not said how many hours they work elsewhere (P34): totals and caps may then be too low, which
 * is told once. Declared minutes count in every total.
 */
export const hoursElsewhere: Rule = {
  id: 'hours-elsewhere',
  rows: ['P34'],
  subject: 'person',
  source: 'agreed-participation',
  kinds: ['hours-elsewhere-untold'],
  parameters: [],
  check: (view, personId) => {
    const doctor = view.doctors.get(personId)
    if (!doctor || doctor.declaredOtherMinutesPerWeek !== null) return []
    if (!doctor.engagements.some((engagement) => engagement.form === 'locum')) return []
    const { from, to } = view.rota
    const duties = dutiesHeldBy(view, personId).filter(
      ({ date }) => date >= from && date < to && isLocumOn(doctor, date),
    )
    const first = duties[0]
    if (!first) return []
    return [
      violation(
        {
          rule: 'hours-elsewhere',
          personId,
          needIds: [...new Set(duties.map((duty) => duty.needId))],
          span: { start: first.start, end: duties.reduce(latestEnd, first.end) },
          measured: duties.length,
          limit: 0,
          unit: 'duties',
        },
        { kind: 'hours-elsewhere-untold' },
      ),
    ]
  },
}

function isLocumOn(doctor: Doctor, date: LocalDate): boolean {
  return doctor.engagements.some((engagement) => engagement.form === 'locum' && holdsOn(engagement, date))
}

function latestEnd(end: number, duty: Duty): number {
  return Math.max(end, duty.end)
}
