import { dutyNameOfId } from '../../board/duty-names.ts'
import { cellKey } from '../../core/rota/assignment.ts'
import type { CommentState } from '../../core/rota/draft.ts'
import type { CirculatedDraft, ToldComment } from '../../usecases/show-circulated.ts'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'

const STATES: readonly CommentState[] = ['seen', 'dealt-with', 'new']

/** What was said of a draft, latest first; whoever settles comments marks them here. */
export function Comments({ value }: { value: CirculatedDraft }) {
  const { comments } = useText().circulating
  if (value.comments.length === 0) return <p>{comments.none}</p>
  return (
    <ul class="plain comments">
      {value.comments.map((comment) => (
        <li class="ds-card">
          <OneComment comment={comment} value={value} />
        </li>
      ))}
    </ul>
  )
}

function OneComment({ comment, value }: { comment: ToldComment; value: CirculatedDraft }) {
  const text = useText()
  const { circulating, format } = text
  const { comments } = circulating
  const { district, draft, maySettle } = value
  const { cell } = comment
  const name = comment.name ?? comments.somebody
  return (
    <>
      <p>
        <b>{comments.by(name, format.dateTime(comment.at))}</b>{' '}
        <span class="ds-tag" data-color={comment.state === 'new' ? 'warning' : 'neutral'}>
          {comments.states[comment.state]}
        </span>
      </p>
      <p class="hint">
        {cell ? dutyNameOfId(district, cell.needId, text) : comments.onWhole}{' '}
        {cell && maySettle && (
          <a
            class="ds-link"
            href={withQuery(paths.draft(district.id, draft.id), {
              from: /\.(\d{4}-\d{2}-\d{2})\./.exec(cell.needId)?.[1] ?? '',
              cell: cellKey(cell),
            })}
          >
            {comments.see}
          </a>
        )}
      </p>
      <p class="said">{comment.text}</p>
      {maySettle && (
        <form
          method="post"
          action={paths.settleComment(district.id, draft.id, String(comment.number))}
          class="actions"
        >
          {STATES.filter((state) => state !== comment.state).map((state) => (
            <button
              class="ds-button"
              data-variant="tertiary"
              type="submit"
              name="state"
              value={state}
              aria-label={comments.markLabel(comments.mark[state], name)}
            >
              {comments.mark[state]}
            </button>
          ))}
        </form>
      )}
    </>
  )
}
