import {
  type Agreement,
  type AgreementEntry,
  type AgreementParameters,
  DEFAULT_REFERENCES,
  type ParameterName,
} from '../rota/agreement.ts'
import type { PersonId } from '../rota/person.ts'
import { isInPeriod, type Rota } from '../rota/rota.ts'
import { RULES } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'
import { type RotaView, viewOf } from '../rules/view.ts'
import type { FindingKind, Unit, Violation } from '../rules/violation.ts'

/** How often a rota passes one line that is drawn and not adopted: for whoever wants to know, and never a flag. */
export interface PastLine {
  readonly parameter: ParameterName
  readonly kind: FindingKind
  readonly limit: number
  readonly unit: Unit
  readonly times: number
  /** How many of the times are whose; what is about nobody in particular is not among them. */
  readonly persons: readonly { readonly personId: PersonId; readonly times: number }[]
}

/**
 * What the rules would find if every reference line were adopted, less what they find as it is. A district's own line
 * stands before the one it starts with, an adopted value before both.
 */
export function pastLines(rota: Rota): PastLine[] {
  const { agreement } = rota.district
  const entries = referencesIn(agreement)
  const names = [...new Set(entries.map((entry) => entry.parameter))]
  const lines = names.flatMap((parameter) => {
    const own = entries.filter((entry) => entry.parameter === parameter)
    const rules = RULES.filter((rule) => rule.parameters.includes(parameter))
    const found = findingsOf(rules, withAgreement(rota, [...own, ...agreement]))
    const known = new Set(findingsOf(rules, rota).map(keyOf))
    const past = found.filter((violation) => !known.has(keyOf(violation)))
    return [...Map.groupBy(past, ({ kind, limit }) => `${kind} ${limit}`).values()].map((own) =>
      toLine(parameter, own),
    )
  })
  return lines
}

/** As adopted entries, the lines that a district starts with first: of several that hold, the last counts. */
function referencesIn(agreement: Agreement): AgreementEntry[] {
  const starting = Object.entries(DEFAULT_REFERENCES) as [ParameterName, AgreementParameters[ParameterName]][]
  const said = {
    from: FIRST_DATE,
    to: null,
    status: 'adopted',
    source: '',
    author: '',
    decidedOn: null,
  } as const
  return [
    // Name and value come in pairs from the table of references; entries() loses that link.
    ...starting.map(([parameter, value]) => ({ ...said, parameter, value }) as AgreementEntry),
    ...agreement
      .filter((entry) => entry.status === 'reference')
      .map((entry): AgreementEntry => ({ ...entry, status: 'adopted' })),
  ]
}

const FIRST_DATE = '1900-01-01'

function withAgreement(rota: Rota, agreement: Agreement): Rota {
  return { ...rota, district: { ...rota.district, agreement } }
}

function findingsOf(rules: readonly Rule[], rota: Rota): Violation[] {
  const view = viewOf(rota)
  return rules
    .flatMap((rule) => subjectIdsOf(rule, view).flatMap((subject) => rule.check(view, subject)))
    .filter(({ needIds }) => needIds.length === 0 || needIds.some((id) => isOfPeriod(view, id)))
}

function subjectIdsOf({ subject }: Rule, { rota: { district } }: RotaView): string[] {
  if (subject === 'person') return district.doctors.map((doctor) => doctor.personId)
  return subject === 'line' ? district.lines.map((line) => line.id) : [district.id]
}

function isOfPeriod({ rota, needs }: RotaView, needId: string): boolean {
  const need = needs.get(needId)
  return need !== undefined && isInPeriod(rota, need)
}

function keyOf({ kind, personId, lineId, span, limit }: Violation): string {
  return [kind, personId, lineId, span.start, span.end, limit].join(' ')
}

function toLine(parameter: ParameterName, past: readonly Violation[]): PastLine {
  const [{ kind, limit, unit }] = past as readonly [Violation, ...Violation[]]
  const persons = [...Map.groupBy(past, ({ personId }) => personId)].flatMap(([personId, own]) =>
    personId === null ? [] : [{ personId, times: own.length }],
  )
  return { parameter, kind, limit, unit, times: past.length, persons }
}
