import type { DateRange } from '../time/local-date.ts'
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
}

/** True for the four forms that carry a GP agreement, and with it the duty to take part and the rights of GP regulation §33. */
export function isGpAgreement(form: EngagementForm): boolean {
  return form.startsWith('gp-')
}
