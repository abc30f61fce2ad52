import { isWithdrawn } from '../../core/plans/agreement-change.ts'
import {
  type Agreement,
  type AgreementEntry,
  entryOn,
  type ParameterName,
  type ParameterStatus,
  parameterOn,
  referenceOn,
} from '../../core/rota/agreement.ts'
import type { District } from '../../core/rota/district.ts'
import type { MemberMunicipality } from '../../core/rota/municipality.ts'
import { startOf, startValueOf } from '../../core/rota/parameter-values.ts'
import { PARAMETERS } from '../../core/rota/parameters.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'

/** What the page is about: the district's lines have names, and the day has a date. */
export interface Shown {
  readonly district: Pick<District, 'lines' | 'agreement'> & {
    readonly municipalities: readonly Pick<MemberMunicipality, 'number' | 'name'>[]
  }
  readonly today: LocalDate
  readonly text: Text
}

/** How one parameter stands today. */
export interface Standing {
  /** In words; null when nothing is set. */
  readonly value: string | null
  readonly tag: 'adopted' | 'default' | 'reference' | 'unset-limit' | 'unset'
  /** The district's own entry behind it. */
  readonly entry: AgreementEntry | undefined
  /** A line that is drawn beside an adopted value. */
  readonly line: string | null
  /** By date. */
  readonly coming: readonly AgreementEntry[]
}

export function standingOf(name: ParameterName, shown: Shown): Standing {
  const { district, today } = shown
  const { agreement } = district
  const adopted = entryOn(agreement, name, 'adopted', today)
  const value = valueInWords(agreement, name, 'adopted', today, shown)
  const line = valueInWords(agreement, name, 'reference', today, shown)
  const coming = agreement
    .filter((entry) => entry.parameter === name && entry.from > today && !isWithdrawn(entry))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  if (value !== null) return { value, tag: adopted ? 'adopted' : 'default', entry: adopted, line, coming }
  if (line !== null) {
    const entry = entryOn(agreement, name, 'reference', today)
    return { value: line, tag: 'reference', entry, line: null, coming }
  }
  const tag = PARAMETERS[name].use === 'limit' ? 'unset-limit' : 'unset'
  return { value: null, tag, entry: undefined, line: null, coming }
}

/** What holds on a date, in words; null when nothing does. */
export function valueInWords(
  agreement: Agreement,
  name: ParameterName,
  status: ParameterStatus,
  date: LocalDate,
  shown: Pick<Shown, 'district' | 'text'>,
): string | null {
  const value = status === 'adopted' ? parameterOn(agreement, name, date) : referenceOn(agreement, name, date)
  return value === undefined ? null : inWords(name, value, shown)
}

export function entryInWords(entry: AgreementEntry, shown: Pick<Shown, 'district' | 'text'>): string {
  return inWords(entry.parameter, entry.value, shown)
}

/** What a parameter starts with, in words; null when it is unset. */
export function startInWords(name: ParameterName, shown: Pick<Shown, 'district' | 'text'>): string | null {
  return startOf(name) === 'unset' ? null : inWords(name, startValueOf(name), shown)
}

function inWords(
  name: ParameterName,
  value: unknown,
  { district, text }: Pick<Shown, 'district' | 'text'>,
): string {
  const nameOf = (id: string) =>
    district.lines.find((own) => own.id === id)?.name ??
    district.municipalities.find((own) => own.number === id)?.name ??
    id
  // A value that stands under a name is of that name's type; taken from a list of all, the compiler can't see it.
  return text.agreementValues.value(name, value as never, nameOf)
}
