import type { PersonLedger, SegmentSum } from '../core/ledger/person-ledger.ts'
import { type Agreement, parameterOn } from '../core/rota/agreement.ts'
import type { District } from '../core/rota/district.ts'
import { DUTY_FORMS, type DutyForm } from '../core/rota/line.ts'
import type { PersonId } from '../core/rota/person.ts'
import { cutAt, type Dates, edgesOf, type LocalDate } from '../core/time/local-date.ts'
import type { LocalTime } from '../core/time/local-time.ts'

/** One doctor's hours of duty for pay: nothing of surgery, tasks or totals. */
export interface PayrollDoctor {
  readonly personId: PersonId
  readonly name: string
  readonly initials: string
  /** Clock minutes by form as worked; the ledger's. */
  readonly minutes: Readonly<Record<DutyForm, number>>
  readonly weightedMinutes: number
  readonly duties: number
  readonly activeMinutes: number | null
  readonly callOuts: number | null
  readonly segments: readonly SegmentSum[]
}

/** In the district's order; whoever had no duty in the period is left out. */
export function payrollOf(
  { doctors, persons }: Pick<District, 'doctors' | 'persons'>,
  ledgers: readonly PersonLedger[],
): PayrollDoctor[] {
  const names = new Map(persons.map(({ id, name }) => [id, name]))
  const initials = new Map(doctors.map((doctor) => [doctor.personId, doctor.initials]))
  return ledgers.flatMap(({ personId, worked, segments }) => {
    const { minutes, weightedMinutes, duties, activeMinutes, callOuts } = worked
    if (duties === 0 && DUTY_FORMS.every((form) => minutes[form] === 0)) return []
    const short = initials.get(personId) ?? ''
    const name = names.get(personId) ?? short
    return [
      {
        personId,
        name,
        initials: short,
        minutes,
        weightedMinutes,
        duties,
        activeMinutes,
        callOuts,
        segments,
      },
    ]
  })
}

/** The times of day at which hours are told apart, as agreed from a date on. */
export interface CutPoints {
  readonly from: LocalDate
  readonly times: readonly LocalTime[]
}

/** Those of a period, by date: more than one where they are agreed anew within it. */
export function cutPointsIn(agreement: Agreement, period: Dates): CutPoints[] {
  const entries = agreement.filter(
    ({ parameter, status }) => parameter === 'cutPoints' && status === 'adopted',
  )
  const found: CutPoints[] = []
  for (const { from } of cutAt(period, edgesOf(entries))) {
    const times = [...parameterOn(agreement, 'cutPoints', from)].sort()
    if (found.at(-1)?.times.join() !== times.join()) found.push({ from, times })
  }
  return found
}
