import type { FlagContext } from '../../board/violation-text.ts'
import { isBlocking, type RuleId } from '../../core/rules/violation.ts'
import type { LoadReportValue } from '../../usecases/show-load-report.ts'
import { useViolationText } from '../board/use-violation-text.ts'
import { useText } from '../text-context.ts'

type Breach = LoadReportValue['report']['doctors'][number]['flags'][number]

interface BreachListProps {
  readonly breaches: readonly Breach[]
  readonly value: FlagContext
}

/** A rule with more breaches than this starts folded. */
const FEW = 5

/** Every breach with its cause: what nobody accepted first, then what somebody did, then warnings. */
export function BreachList({ breaches, value }: BreachListProps) {
  const { breach } = useText().report
  const groups = [
    ['open', breaches.filter((own) => isBlocking(own.violation) && own.waiver === null)],
    ['waived', breaches.filter((own) => isBlocking(own.violation) && own.waiver !== null)],
    ['warnings', breaches.filter((own) => !isBlocking(own.violation))],
  ] as const
  return (
    <>
      {groups.map(
        ([group, own]) =>
          own.length > 0 && (
            <>
              <h3 class="ds-heading" data-size="2xs">
                {breach.headings[group](own.length)}
              </h3>
              {[...Map.groupBy(own, ({ violation }) => violation.rule)].map(([rule, found]) => (
                <OfRule rule={rule} breaches={found} value={value} />
              ))}
            </>
          ),
      )}
    </>
  )
}

function OfRule({ rule, breaches, value }: BreachListProps & { rule: RuleId }) {
  const { violations } = useText()
  return (
    <details class="rule" open={breaches.length <= FEW}>
      <summary>
        {violations.ruleNames[rule]} ({breaches.length})
      </summary>
      <ul class="flags">
        {breaches.map((breach) => (
          <Item breach={breach} value={value} />
        ))}
      </ul>
    </details>
  )
}

function Item({ breach, value }: { breach: Breach; value: FlagContext }) {
  const { format, report, words } = useText()
  const told = useViolationText(value)
  const { violation, origins, room, waiver } = breach
  const parts = origins.map(({ origin, duties }) => report.breach.origin(duties, words.origins[origin]))
  const causes = [
    ...(parts.length > 0 ? [report.breach.origins(format.list(parts))] : []),
    ...(room.kind === 'avoidable' ? [report.breach.avoidable(room.minutes, room.floorMinutes)] : []),
    ...(room.kind === 'at-floor' ? [report.breach.atFloor] : []),
    ...(waiver ? [report.breach.waived(waiver.by, format.dateTime(waiver.at), waiver.reason)] : []),
  ]
  return (
    <li class={isBlocking(violation) ? 'blocks' : 'warns'}>
      <p>{told.statement(violation)}</p>
      {causes.length > 0 && <p class="cause">{causes.join(' · ')}</p>}
    </li>
  )
}
