import type { FlagContext } from '../../board/violation-text.ts'
import type { RuleId, Violation } from '../../core/rules/violation.ts'
import { useViolationText } from '../board/use-violation-text.ts'
import { Heading } from '../heading.tsx'
import { useText } from '../text-context.ts'

interface ShownProps {
  readonly violations: readonly Violation[]
  readonly value: FlagContext
  readonly hrefOf?: (violation: Violation) => string | undefined
}

/** What is told in reports alone and never marks the rota, by rule, folded. */
export function ShownFindings({ violations, value, hrefOf }: ShownProps) {
  const { ledger } = useText()
  const shown = violations.filter((found) => found.grade === 'shown')
  if (shown.length === 0) return null
  return (
    <section id="shown">
      <Heading>{ledger.shown.title}</Heading>
      <p class="hint">{ledger.shown.lead}</p>
      {[...Map.groupBy(shown, (found) => found.rule)].map(([rule, own]) => (
        <OfRule rule={rule} violations={own} value={value} hrefOf={hrefOf} />
      ))}
    </section>
  )
}

interface OfRuleProps extends Omit<ShownProps, 'hrefOf'> {
  readonly rule: RuleId
  readonly hrefOf: ShownProps['hrefOf'] | undefined
}

function OfRule({ rule, violations: found, value, hrefOf }: OfRuleProps) {
  const { board, violations } = useText()
  const told = useViolationText(value)
  return (
    <details class="rule">
      <summary>
        {violations.ruleNames[rule]} ({found.length})
      </summary>
      <ul>
        {found.map((violation) => (
          <li>
            {told.statement(violation)}{' '}
            {hrefOf?.(violation) && (
              <a class="ds-link" href={hrefOf(violation)}>
                {board.showDuty}
              </a>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
