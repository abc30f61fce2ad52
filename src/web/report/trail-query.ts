import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { Trail } from '../../reports/sheet.ts'
import type { ReportHead } from '../../usecases/report-head.ts'
import { paths, withQuery } from '../paths.ts'
import { queryOf } from './frame.tsx'

/** Stands for duties that no municipality's position or doctor holds. */
export const NO_MUNICIPALITY = 'none'

/** Where the duties behind a figure are listed. */
export function trailAddress(head: ReportHead, trail: Trail): string {
  const { personId, municipality, doctorsOf, form, only } = trail
  return withQuery(paths.reportDuties(head.district.id, head.municipality.number), {
    ...queryOf(head),
    person: personId,
    municipality: municipality === null ? NO_MUNICIPALITY : municipality,
    doctorsOf,
    form,
    only,
  })
}

const ONLY = ['nights', 'weekends', 'public-holidays', 'open'] as const

/** The trail that an address asks for; what makes no sense is left out. */
export function toTrail(query: Readonly<Record<string, string | undefined>>): Trail {
  const { person, municipality, doctorsOf } = query
  const form = DUTY_FORMS.find((known) => known === query.form)
  const only = ONLY.find((known) => known === query.only)
  return {
    ...(person ? { personId: person } : {}),
    ...(municipality ? { municipality: municipality === NO_MUNICIPALITY ? null : municipality } : {}),
    ...(doctorsOf ? { doctorsOf } : {}),
    ...(form ? { form } : {}),
    ...(only ? { only } : {}),
  }
}
