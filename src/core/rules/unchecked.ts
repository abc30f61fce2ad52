import type { Agreement, ParameterName } from '../rota/agreement.ts'
import { isInForce } from '../rota/parameter-values.ts'
import { PARAMETERS } from '../rota/parameters.ts'
import { addDays, type Dates, datesIn, type LocalDate } from '../time/local-date.ts'
import { RULES } from './index.ts'
import type { Rule } from './rule.ts'
import type { RuleId } from './violation.ts'

/** A rule that finds nothing because the district has set none of the values that it judges by. */
export interface UncheckedRule {
  readonly rule: RuleId
  /** Any of these would wake it. */
  readonly parameters: readonly ParameterName[]
}

/** The rules that say nothing on `date`, in the order of the registry; a reference line wakes no rule. */
export function uncheckedRules(agreement: Agreement, date: LocalDate): UncheckedRule[] {
  return RULES.flatMap((rule) => {
    const limits = limitsOf(rule)
    const isChecked = limits.length === 0 || limits.some((name) => isInForce(agreement, name, date))
    return isChecked ? [] : [{ rule: rule.id, parameters: limits }]
  })
}

/** On which of some days a rule says nothing. */
export interface UncheckedSpan {
  readonly rule: RuleId
  /** Null where it is silent on all of the days. */
  readonly spans: readonly Dates[] | null
}

/** The rules that say nothing on some day of `dates`, in the order of the registry. */
export function uncheckedWithin(agreement: Agreement, dates: Dates): UncheckedSpan[] {
  const days = datesIn(dates).map((date) => {
    const rules = new Set(uncheckedRules(agreement, date).map(({ rule }) => rule))
    return { date, rules }
  })
  return RULES.flatMap(({ id }) => {
    const silent = days.filter(({ rules }) => rules.has(id)).map(({ date }) => date)
    if (silent.length === 0) return []
    return [{ rule: id, spans: silent.length === days.length ? null : stretchesOf(silent) }]
  })
}

function stretchesOf(dates: readonly LocalDate[]): Dates[] {
  const stretches: Dates[] = []
  for (const date of dates) {
    const last = stretches.at(-1)
    if (last?.to === date) stretches[stretches.length - 1] = { from: last.from, to: addDays(date, 1) }
    else stretches.push({ from: date, to: addDays(date, 1) })
  }
  return stretches
}

/** The values that a rule cannot do without; none when it judges by itself. */
function limitsOf(rule: Rule): ParameterName[] {
  const uses = rule.parameters.map((name) => PARAMETERS[name].use)
  return uses.includes('refines') ? [] : rule.parameters.filter((name) => PARAMETERS[name].use === 'limit')
}
