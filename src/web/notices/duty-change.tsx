import type { Child } from 'hono/jsx'
import type { DutyChange, HeldTime } from '../../core/rota/duty-change.ts'
import type { Text } from '../../text/text.ts'
import { useText } from '../text-context.ts'

/** Where more duties changed at once than this, the rest is folded. */
const MOST_SHOWN = 5

interface ChangesProps {
  readonly changes: readonly DutyChange[]
  /** What is shown first and never folded, some of it perhaps from elsewhere. */
  readonly urgent: readonly DutyChange[]
  /** Whether those must be confirmed. */
  readonly isOpen: boolean
  /** Whether the reader is the doctor themself. */
  readonly isOwn: boolean
}

/** What changed, duty by duty: old and new time in words, so that nothing hangs on the strike-through. */
export function DutyChanges({ changes, urgent, isOpen, isOwn }: ChangesProps) {
  const rest = changes.filter((change) => !urgent.includes(change))
  // Where a doctor must confirm all that stands there, the card says so itself.
  const isMarked = isOpen && (rest.length > 0 || !isOwn)
  const list = (
    <ul class="duty-changes">
      {rest.map((change) => (
        <Change change={change} isOwn={isOwn} isMarked={false} />
      ))}
    </ul>
  )
  return (
    <>
      {urgent.length > 0 && (
        <ul class="duty-changes">
          {urgent.map((change) => (
            <Change change={change} isOwn={isOwn} isMarked={isMarked} />
          ))}
        </ul>
      )}
      {urgent.length + rest.length <= MOST_SHOWN ? (
        rest.length > 0 && list
      ) : (
        <Folded rest={rest} isRest={urgent.length > 0}>
          {list}
        </Folded>
      )}
    </>
  )
}

interface FoldedProps {
  readonly rest: readonly DutyChange[]
  /** Whether others stand above it. */
  readonly isRest: boolean
  readonly children: Child
}

function Folded({ rest, isRest, children }: FoldedProps) {
  const { change } = useText().notices
  if (rest.length === 0) return null
  const amount = (kind: ReturnType<typeof kindOf>) => rest.filter((own) => kindOf(own) === kind).length
  const summary = change.summary(amount('gained'), amount('moved'), amount('lost'))
  return (
    <details class="duty-changes-fold">
      <summary>{isRest ? change.andMore(rest.length, summary) : `${summary}. ${change.seeAll}`}</summary>
      {children}
    </details>
  )
}

interface ChangeProps {
  readonly change: DutyChange
  readonly isOwn: boolean
  readonly isMarked: boolean
}

function Change({ change, isOwn, isMarked }: ChangeProps) {
  const text = useText()
  const words = text.notices.change
  const { before, after } = change
  const kind = kindOf(change)
  const heading = kind === 'lost' && !isOwn ? words.lostOf : words[kind]
  return (
    <li data-kind={kind}>
      <p>
        <b>{heading}</b> {dutyName(change)}
        {isMarked && (
          <>
            {' '}
            <span class="ds-tag" data-color="warning">
              {text.notices.own.mustConfirm}
            </span>
          </>
        )}
      </p>
      {before && (
        <p class="was">
          {after && <span>{words.before} </span>}
          <del>{timeText(before, text)}</del>
        </p>
      )}
      {after && (
        <p class="is">
          {before && <span>{words.after} </span>}
          <ins>{timeText(after, text)}</ins>
        </p>
      )}
    </li>
  )
}

function kindOf({ before, after }: DutyChange): 'gained' | 'lost' | 'moved' {
  if (before === null) return 'gained'
  return after === null ? 'lost' : 'moved'
}

function dutyName({ line, name }: DutyChange): string {
  return [`${line.code} ${name}`, line.place].filter((part) => part !== '').join(', ')
}

/** The time, how it is held, and whether another doctor counts. */
function timeText({ pieces, shadowing, ...span }: HeldTime, { format, words }: Text): string {
  const forms = [...new Set(pieces.map((piece) => words.forms[piece.form]))]
  const said = [format.timeSpan(span), format.list(forms), shadowing ? words.shadowing : '']
  return said.filter((part) => part !== '').join(', ')
}
