import { viewBoard } from '../../board/board-view.ts'
import { dutyName } from '../../board/duty-names.ts'
import { cellKey } from '../../core/rota/assignment.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { BoardValue } from '../../usecases/show-board.ts'
import type { CirculatedDraft } from '../../usecases/show-circulated.ts'
import { Board } from '../board/board.tsx'
import type { BoardState } from '../board/board-state.ts'
import { BoardToolbar } from '../board/board-toolbar.tsx'
import { AreaField, Problems, SelectField, SubmitButton } from '../form.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { Comments } from './comments.tsx'

export interface CirculatedProps {
  readonly value: CirculatedDraft
  /** The same draft on the board, as a colleague may see it. */
  readonly board: BoardValue
  readonly state: BoardState
  readonly form: CommentForm
}

export interface CommentForm {
  /** Which duty, as `needId#seat`; empty = all of the draft. */
  readonly cell: string
  readonly text: string
  readonly problems: readonly FieldProblem[]
}

/** A draft as its doctors read it: one's own duties first, then what one has to say, then all of it. */
export function Circulated(props: CirculatedProps) {
  const { circulating, format } = useText()
  const { value, board, state } = props
  const { district, draft, circulation } = value
  const { reading, comments } = circulating
  const path = paths.circulatedDraft(district.id, draft.id)
  const isOut = draft.status === 'circulated'
  return (
    <>
      <PageHeading title={draft.name}>
        <p class="state">{format.dateRange(draft)}</p>
      </PageHeading>
      <div class="ds-alert" data-color="info">
        {value.maySettle ? (isOut ? reading.previewOut : reading.preview) : reading.notYet}
      </div>
      {isOut && circulation && (
        <>
          {circulation.message !== '' && <p class="lead">{circulation.message}</p>}
          {circulation.answerBy && <p>{reading.answerBy(format.date(circulation.answerBy))}</p>}
        </>
      )}
      {!value.maySettle && <OwnDuties {...props} />}
      {value.mayComment && <CommentFields {...props} />}
      <section id="comments">
        <Heading>{value.maySettle ? comments.title : comments.own}</Heading>
        <Comments value={value} />
      </section>
      <section>
        <Heading>{reading.all}</Heading>
        <BoardToolbar path={path} state={state} />
        <Board
          view={viewBoard({ ...board, draft: null })}
          state={state}
          hrefOf={(entry) =>
            `${withQuery(path, { ...state, cell: cellKey({ needId: entry.need.id, seat: entry.seat }) })}#write`
          }
          selected={null}
        />
      </section>
    </>
  )
}

function OwnDuties({ value }: CirculatedProps) {
  const text = useText()
  const { reading } = text.circulating
  const { district, draft, ownDuties, needs } = value
  return (
    <section>
      <Heading>{reading.own}</Heading>
      {ownDuties.length === 0 ? (
        <p>{reading.ownNone}</p>
      ) : (
        <ul class="duty-list">
          {ownDuties.map((duty) => {
            const need = needs.find(({ id }) => id === duty.needId)
            const name = need ? dutyName(district, { ...need, ...spanOf(duty) }, text) : ''
            const cell = cellKey(duty)
            return (
              <li>
                {name}{' '}
                {value.mayComment && (
                  <a
                    class="ds-link"
                    href={`${withQuery(paths.circulatedDraft(district.id, draft.id), { cell })}#write`}
                    aria-label={reading.commentOnLabel(name)}
                  >
                    {reading.commentOn}
                  </a>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end }
}

function CommentFields({ value, form }: CirculatedProps) {
  const text = useText()
  const { comments } = text.circulating
  const { district, draft, needs } = value
  const own = new Set(value.ownDuties.map(cellKey))
  const places = needs
    .flatMap((need) => Array.from({ length: need.number }, (_, seat) => ({ need, seat })))
    .map(({ need, seat }) => [cellKey({ needId: need.id, seat }), dutyName(district, need, text)] as const)
  // One's own first: they are what most comments are about.
  const sorted = [...places.filter(([key]) => own.has(key)), ...places.filter(([key]) => !own.has(key))]
  return (
    <section id="write">
      <Heading>{comments.write}</Heading>
      <Problems problems={form.problems} labels={{ text: comments.text, cell: comments.about }} />
      <form
        method="post"
        action={paths.circulatedDraft(district.id, draft.id)}
        class="stack narrow-column"
        novalidate
      >
        <SelectField
          name="cell"
          label={comments.about}
          value={form.cell}
          options={[['', comments.whole], ...sorted]}
          problems={form.problems}
        />
        <AreaField
          name="text"
          label={comments.text}
          description={comments.help}
          isFree
          value={form.text}
          rows={4}
          problems={form.problems}
        />
        <p>
          <SubmitButton>{comments.send}</SubmitButton>
        </p>
      </form>
    </section>
  )
}
