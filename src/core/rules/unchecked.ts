import type { Agreement, ParameterName } from '../rota/agreement.ts'
import { isInForce } from '../rota/parameter-values.ts'
import { PARAMETERS } from '../rota/parameters.ts'
import type { LocalDate } from '../time/local-date.ts'
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

/** The values that a rule cannot do without; none when it judges by itself. */
function limitsOf(rule: Rule): ParameterName[] {
  const uses = rule.parameters.map((name) => PARAMETERS[name].use)
  return uses.includes('refines') ? [] : rule.parameters.filter((name) => PARAMETERS[name].use === 'limit')
}
