import type { Violation } from '../../core/rules/violation.ts'
import { useText } from '../text-context.ts'
import type { Flag, Mark } from './flags.ts'
import { type FlagContext, useViolationText } from './violation-text.ts'

const SHOWN_AT_ONCE = 20

interface FlagListProps {
  readonly flags: readonly Flag[]
  readonly value: FlagContext
  readonly hrefOf?: (violation: Violation) => string | undefined
}

/** Every flag as a sentence, the heavy ones first. */
export function FlagList({ flags, value, hrefOf }: FlagListProps) {
  const { board } = useText()
  if (flags.length === 0) return <p class="fine">{board.noFlags}</p>
  const group = (mark: Mark) => flags.filter((flag) => flag.mark === mark)
  return (
    <>
      <FlagGroup mark="blocks" flags={group('blocks')} value={value} hrefOf={hrefOf} />
      <FlagGroup mark="warns" flags={group('warns')} value={value} hrefOf={hrefOf} />
    </>
  )
}

type GroupProps = Omit<FlagListProps, 'hrefOf'> & {
  readonly mark: Mark
  readonly hrefOf: FlagListProps['hrefOf'] | undefined
}

function FlagGroup({ mark, flags, value, hrefOf }: GroupProps) {
  const { board } = useText()
  if (flags.length === 0) return null
  const item = (flag: Flag) => (
    <FlagItem violation={flag.violation} mark={mark} value={value} href={hrefOf?.(flag.violation)} />
  )
  const rest = flags.slice(SHOWN_AT_ONCE)
  return (
    <section>
      <h3 class="ds-heading" data-size="2xs">
        {board.flagHeadings[mark](flags.length)}
      </h3>
      <ul class="flags">{flags.slice(0, SHOWN_AT_ONCE).map(item)}</ul>
      {rest.length > 0 && (
        <details class="more">
          <summary>{board.moreFlags(rest.length)}</summary>
          <ul class="flags">{rest.map(item)}</ul>
        </details>
      )}
    </section>
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
