import type { Refusal } from '../../usecases/refusal.ts'
import { useText } from '../text-context.ts'

/** Refusals that a set-up form answers itself, with what was typed still in it. */
const IN_PLACE: ReadonlySet<Refusal['kind']> = new Set([
  'invalid',
  'stale-revision',
  'nothing-changed',
  'still-used',
  'file-refused',
  'duplicate',
])

export function isAnsweredInPlace({ kind }: Refusal): boolean {
  return IN_PLACE.has(kind)
}

interface BlockedProps {
  readonly refusal: Refusal | null
  /** The page as it stands now. */
  readonly reload: string
}

/** What stands in the way of a whole form; problems of fields stand at the fields. */
export function Blocked({ refusal, reload }: BlockedProps) {
  const { problems, setup } = useText()
  const { blocked } = setup
  if (!refusal || refusal.kind === 'invalid') return null
  const listed = refusal.kind === 'file-refused' || refusal.kind === 'duplicate' ? refusal.problems : []
  return (
    <div class="ds-error-summary" role="alert">
      <h2 class="ds-heading">{blocked.title}</h2>
      {refusal.kind === 'stale-revision' && (
        <p>
          {blocked.stale}{' '}
          <a class="ds-link" href={reload}>
            {blocked.reload}
          </a>
        </p>
      )}
      {refusal.kind === 'nothing-changed' && <p>{blocked.unchanged}</p>}
      {refusal.kind === 'still-used' && <p>{blocked.inUse}</p>}
      {listed.length > 0 && (
        <ul class="ds-list">
          {listed.map((problem) => (
            <li>{problems.sentence(problem)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
