import type { DateRange, LocalDate } from '../time/local-date.ts'
import type { MunicipalityNumber } from './person.ts'

/** Employment forms as the load survey of 2022 tells them apart (Table 5-1), and those outside it. */
export type EngagementForm =
  | 'gp-self-employed'
  | 'gp-self-employed-municipal-premises'
  | 'gp-salaried'
  | 'gp-salaried-with-bonus'
  | 'locum'
  | 'lis1'
  | 'employed-duty-doctor'

/** A dated contract of a doctor with a municipality, or with the service itself. Several may hold at once. */
export interface Engagement extends DateRange {
  readonly id: string
  readonly employer:
    | { readonly kind: 'municipality'; readonly number: MunicipalityNumber }
    | { readonly kind: 'service' }
  readonly form: EngagementForm
  /** Share of a full-time post, 0–100. */
  readonly fractionPercent: number
  /** Decided end past the ordinary age, exclusive (GP regulation §12); left out = none is recorded. */
  readonly extendedTo?: LocalDate
}

/** Forms whose surgery is work under the Working Environment Act; a self-employed GP's is not (domain reference 4.8). */
export function isEmployed(form: EngagementForm): boolean {
  return (
    form === 'gp-salaried' ||
    form === 'gp-salaried-with-bonus' ||
    form === 'lis1' ||
    form === 'employed-duty-doctor'
  )
}

/** True for the four forms that carry a GP agreement, and with it the duty to take part and the rights of GP regulation §33. */
export function isGpAgreement(form: EngagementForm): boolean {
  return form.startsWith('gp-')
}
