import type { DutyChange, HeldTime } from '../../core/rota/duty-change.ts'
import type { Text } from '../../text/text.ts'
import { useText } from '../text-context.ts'

/** Where more duties changed at once than this, the list is folded. */
const MOST_SHOWN = 5

interface ChangesProps {
  readonly changes: readonly DutyChange[]
  /** Whether the reader is the doctor themself. */
  readonly isOwn: boolean
}

/** What changed, duty by duty: old and new time in words, so that nothing hangs on the strike-through. */
export function DutyChanges({ changes, isOwn }: ChangesProps) {
  const { notices } = useText()
  const list = (
    <ul class="duty-changes">
      {changes.map((change) => (
        <Change change={change} isOwn={isOwn} />
      ))}
    </ul>
  )
  if (changes.length <= MOST_SHOWN) return list
  const amount = (kind: ReturnType<typeof kindOf>) => changes.filter((own) => kindOf(own) === kind).length
  return (
    <details class="duty-changes-fold">
      <summary>
        {`${notices.change.summary(amount('gained'), amount('moved'), amount('lost'))}. ${notices.change.seeAll}`}
      </summary>
      {list}
    </details>
  )
}

function Change({ change, isOwn }: { change: DutyChange; isOwn: boolean }) {
  const text = useText()
  const words = text.notices.change
  const { before, after } = change
  const kind = kindOf(change)
  const heading = kind === 'lost' && !isOwn ? words.lostOf : words[kind]
  return (
    <li data-kind={kind}>
      <p>
        <b>{heading}</b> {dutyName(change)}
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
