import type { Flag, Mark } from '../../board/flags.ts'
import type { FlagContext } from '../../board/violation-text.ts'
import type { RuleId, Violation } from '../../core/rules/violation.ts'
import { useText } from '../text-context.ts'
import { useViolationText } from './use-violation-text.ts'

/** A rule with more flags than this starts folded. */
const FEW = 5

interface FlagListProps {
  readonly flags: readonly Flag[]
  readonly value: FlagContext
  readonly hrefOf?: (violation: Violation) => string | undefined
  /** Whether it is too late to mend anything before it is published. */
  readonly isPublished?: boolean
}

/** Every flag as a sentence: what must be mended first, and within that by rule. */
export function FlagList({ flags, value, hrefOf, isPublished = false }: FlagListProps) {
  const { board } = useText()
  if (flags.length === 0) return <p class="fine">{board.noFlags}</p>
  const marks: readonly Mark[] = ['blocks', 'warns']
  return (
    <>
      {marks.map((mark) => (
        <MarkGroup
          mark={mark}
          flags={flags.filter((flag) => flag.mark === mark)}
          value={value}
          hrefOf={hrefOf}
          isPublished={isPublished}
        />
      ))}
    </>
  )
}

interface GroupProps {
  readonly flags: readonly Flag[]
  readonly mark: Mark
  readonly value: FlagContext
  readonly hrefOf: FlagListProps['hrefOf'] | undefined
  readonly isPublished: boolean
}

function MarkGroup(props: GroupProps) {
  const { board } = useText()
  const { flags, mark, isPublished } = props
  if (flags.length === 0) return null
  const byRule = Map.groupBy(flags, (flag) => flag.violation.rule)
  return (
    <>
      <h3 class="ds-heading" data-size="2xs">
        {board.flagHeadings[mark === 'blocks' && isPublished ? 'broken' : mark](flags.length)}
      </h3>
      {[...byRule].map(([rule, own]) => (
        <RuleGroup {...props} rule={rule} flags={own} />
      ))}
    </>
  )
}

function RuleGroup({ rule, flags, mark, value, hrefOf }: GroupProps & { rule: RuleId }) {
  const { violations } = useText()
  return (
    <details class={`rule ${mark}`} open={mark === 'blocks' || flags.length <= FEW}>
      <summary>
        {violations.ruleNames[rule]} ({flags.length})
      </summary>
      <ul class="flags">
        {flags.map((flag) => (
          <FlagItem violation={flag.violation} mark={mark} value={value} href={hrefOf?.(flag.violation)} />
        ))}
      </ul>
    </details>
  )
}

interface FlagItemProps {
  readonly violation: Violation
  readonly mark: Mark
  readonly value: FlagContext
  readonly href: string | undefined
}

export function FlagItem({ violation, mark, value, href }: FlagItemProps) {
  const { board } = useText()
  const told = useViolationText(value)
  return (
    <li class={mark}>
      <p>
        <b aria-hidden="true">{board.marks[mark]}</b> {told.statement(violation)}
        {href && (
          <a class="ds-link" href={href}>
            {board.showDuty}
          </a>
        )}
      </p>
      <details class="why">
        <summary>{board.why}</summary>
        <p>{told.why(violation)}</p>
      </details>
    </li>
  )
}
