import { datesTouched } from '../ledger/count.ts'
import { parameterOn } from '../rota/agreement.ts'
import type { CompetenceException } from '../rota/competence.ts'
import { type Doctor, factOn } from '../rota/doctor.ts'
import type { Duty } from '../rota/rota.ts'
import { type LocalDate, yearOf } from '../time/local-date.ts'
import type { Rule } from './rule.ts'
import { dutiesHeldBy, type RotaView } from './view.ts'
import { type Violation, violation } from './violation.ts'

/**
 * Days worked under an exception from the specialisation requirement (P5; FOR-2017-02-17-192 §4): of a calendar year, or of all
 * years in sight for the year in all. Months count as the days the district has adopted; without that nothing is judged. Each
 * local date with a minute of duty is a day, so a night over midnight is two: the count errs to the careful side until the
 * convention is known (domain reference §12.4). Only duties in sight are counted, surgery is not.
 */
export const competenceException: Rule = {
  id: 'competence-exception',
  rows: ['P5'],
  subject: 'person',
  source: 'competence-regulation-4',
  kinds: ['exception-used-up', 'exception-near-end'],
  parameters: ['competenceException'],
  check: (view, personId) => {
    const doctor = view.doctors.get(personId)
    if (!doctor?.competences.some((competence) => competence.exception)) return []
    const days = daysOf(doctor, dutiesHeldBy(view, personId))
    return [...Map.groupBy(days, limitKey).values()].flatMap((own) => judge(view, personId, own))
  },
}

/** The limit of each exception in months (§4). */
export const EXCEPTION_MONTHS: Readonly<Record<CompetenceException, number>> = {
  'one-year': 12,
  'four-months': 4,
  'six-months-on-duty': 6,
}

interface Day {
  readonly date: LocalDate
  readonly exception: CompetenceException
  readonly duties: readonly Duty[]
}

/** By date. */
function daysOf(doctor: Doctor, duties: readonly Duty[]): Day[] {
  const worked = duties.flatMap((duty) => datesTouched(duty).map((date) => ({ date, duty })))
  return [...Map.groupBy(worked, ({ date }) => date)]
    .flatMap(([date, held]) => {
      const exception = factOn(doctor.competences, date)?.exception
      return exception ? [{ date, exception, duties: held.map(({ duty }) => duty) }] : []
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** A year in all may stretch over several calendar years; the other two begin anew with each. */
function limitKey({ date, exception }: Day): string {
  return exception === 'one-year' ? exception : `${exception} ${yearOf(date)}`
}

function judge(view: RotaView, personId: string, days: readonly Day[]): Violation[] {
  const first = days[0] as Day
  const last = days.at(-1) as Day
  const counted = parameterOn(view.rota.district.agreement, 'competenceException', last.date)
  if (counted === undefined) return []
  const limit = Math.floor(EXCEPTION_MONTHS[first.exception] * counted.daysPerMonth)
  const isOver = days.length > limit
  if (!isOver && days.length * 100 < limit * counted.warnAtPercent) return []
  const duties = [...new Set(days.flatMap((day) => day.duties))]
  const facts = {
    rule: 'competence-exception',
    personId,
    needIds: [...new Set(duties.map((duty) => duty.needId))],
    span: { start: (duties[0] as Duty).start, end: Math.max(...duties.map((duty) => duty.end)) },
    measured: days.length,
    limit,
    unit: 'days',
  } as const
  const years = { fromYear: yearOf(first.date), year: yearOf(last.date) }
  return [violation(facts, { kind: isOver ? 'exception-used-up' : 'exception-near-end', ...years })]
}
