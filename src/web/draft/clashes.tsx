import { dutyNameOfId } from '../../board/duty-names.ts'
import { cellKey, type Slice } from '../../core/rota/assignment.ts'
import type { DraftValue } from '../../usecases/show-draft.ts'
import { Heading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { BoardFields } from './board-fields.tsx'
import type { DraftBoardProps } from './draft-board.tsx'

/** Places that were changed both here and in the published rota: each is settled for one or the other. */
export function Clashes({ draft, state }: Pick<DraftBoardProps, 'draft' | 'state'>) {
  const text = useText()
  const { clash } = text.plans
  if (draft.clashes.length === 0) return null
  const { district } = draft
  return (
    <section id="clashes">
      <Heading>{clash.title(draft.clashes.length)}</Heading>
      <p>{clash.lead}</p>
      <form method="post" action={paths.settleClashes(district.id, draft.draft.id)}>
        <BoardFields state={state} />
        <input type="hidden" name="revision" value={String(draft.revision)} />
        <ul class="flags">
          {draft.clashes.map((found) => {
            const duty = dutyNameOfId(district, found.needId, text)
            const key = cellKey(found)
            return (
              <li class="blocks">
                <p>
                  {clash.sentence(
                    duty,
                    holdersOf(draft, found.draft, text.plans.clash.nobody),
                    holdersOf(draft, found.timeline, text.plans.clash.nobody),
                  )}
                </p>
                <div class="actions">
                  <Choice value={`keep ${key}`} label={clash.keep} duty={duty} />
                  <Choice value={`take ${key}`} label={clash.take} duty={duty} />
                </div>
              </li>
            )
          })}
        </ul>
        {draft.clashes.length > 1 && (
          <div class="actions">
            <Choice value="keep" label={clash.keepAll} duty="" />
            <Choice value="take" label={clash.takeAll} duty="" />
          </div>
        )}
      </form>
    </section>
  )
}

function Choice({ value, label, duty }: { value: string; label: string; duty: string }) {
  return (
    <button
      class="ds-button"
      type="submit"
      name="settle"
      value={value}
      data-variant="secondary"
      data-size="sm"
      {...(duty === '' ? {} : { 'aria-label': `${label}: ${duty}` })}
    >
      {label}
    </button>
  )
}

/** Who holds a place, by name; a position whose locum is still to be named by its own. */
function holdersOf({ district }: DraftValue, slices: readonly Slice[], nobody: string): string {
  const names = slices.map(({ personId, positionId }) =>
    personId === null
      ? district.positions.find((position) => position.id === positionId)?.name
      : district.persons.find((person) => person.id === personId)?.name,
  )
  return [...new Set(names.filter((name) => name !== undefined))].join(', ') || nobody
}
