import { type DateRange, holdsOn, type LocalDate, yearOf } from '../time/local-date.ts'
import { type Agreement, type AgreementParameters, parameterOn } from './agreement.ts'
import { birthday, type MunicipalityNumber } from './person.ts'

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

/** True when a GP agreement is in force on `date` by its own dates. */
export function hasGpAgreementOn(engagements: readonly Engagement[], date: LocalDate): boolean {
  return engagements.some((engagement) => isGpAgreement(engagement.form) && holdsOn(engagement, date))
}

/**
 * First date on which a GP agreement no longer holds by age (P13; GP regulation FOR-2025-12-02-2405 §12): the birthday of
 * `age`, or the recorded extension where it reaches further, at most the birthday of `latestAge`.
 */
export function gpAgreementEnd(
  engagement: Engagement,
  birthDate: LocalDate,
  { age, latestAge }: AgreementParameters['agreementEnd'],
): LocalDate {
  const ordinary = birthday(birthDate, age)
  const latest = birthday(birthDate, latestAge)
  const { extendedTo = ordinary } = engagement
  const extended = extendedTo < latest ? extendedTo : latest
  return extended > ordinary ? extended : ordinary
}

/**
 * True when all that engages somebody on `date` is GP agreements past their end by age. Any other engagement in force carries
 * the duty, as a retired GP's as locum; where there is none at all nothing is said.
 */
export function isPastAgreement(
  engagements: readonly Engagement[],
  birthDate: LocalDate,
  agreement: Agreement,
  date: LocalDate,
): boolean {
  const end = parameterOn(agreement, 'agreementEnd', date)
  // Spares nearly everybody the dates.
  if (yearOf(date) - yearOf(birthDate) < end.age) return false
  const held = engagements.filter((engagement) => holdsOn(engagement, date))
  return (
    held.length > 0 &&
    held.every(
      (engagement) => isGpAgreement(engagement.form) && date >= gpAgreementEnd(engagement, birthDate, end),
    )
  )
}
