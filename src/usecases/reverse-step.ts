import { planReversal } from '../core/plans/undo.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { toUtcText } from '../core/time/minute.ts'
import { findAuditHead } from '../data/audit-store.ts'
import { findSentEdit, findStandingStep, findStepToRedo, findStepToUndo } from '../data/step-store.ts'
import type { Context } from './context.ts'
import { isOpenDraft } from './draft-on-timeline.ts'
import { sendingOf } from './edit-draft.ts'
import { gate } from './gate.ts'
import { readPlaces } from './places-of-draft.ts'
import { type Result, refused } from './refusal.ts'
import { actorId } from './save.ts'
import { answerAgain, conflictAt, type StoredStep, storeStep } from './store-step.ts'

export interface ReverseStepInput {
  readonly districtId: DistrictId
  readonly draftId: string
  /** As that of a step: the same request sent again has one effect. */
  readonly key?: string
  /** Number of the step that is meant; where another one's turn has come, nothing is changed. */
  readonly step?: number
}

const REVERSALS = {
  undo: { find: findStepToUndo, action: 'undo-edit' },
  redo: { find: findStepToRedo, action: 'redo-edit' },
} as const

/**
 * One's own latest step taken back, or one's own latest undo. One that somebody else has overtaken since is passed over, so
 * that it never bars the way to what one did before it; when it was the very one meant, or all there is, that is refused
 * with who changed what.
 */
export async function reverseStep(
  ctx: Context,
  kind: 'undo' | 'redo',
  input: ReverseStepInput,
): Promise<Result<StoredStep>> {
  const { districtId, draftId, key, step } = input
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const { find, action } = REVERSALS[kind]
  const by = actorId(ctx)
  const sending = await sendingOf(ctx, key, kind)
  const [found, sent, log] = await Promise.all([
    find(ctx.db, districtId, draftId, by),
    sending ? findSentEdit(ctx.db, districtId, draftId, by, sending.key) : undefined,
    findAuditHead(ctx.db, districtId),
  ])
  if (sent && sending) return answerAgain(sent, sending)
  const isMeant = found !== undefined && (step === undefined || step === found.number)
  const target = isMeant ? found : await findStandingStep(ctx.db, districtId, draftId, by, kind, step)
  const places = await readPlaces(ctx, districtId, draftId, target?.changes ?? [])
  if (!places) return refused({ kind: 'not-found' })
  if (!isOpenDraft(places.draft)) return refused({ kind: 'stale-revision' })
  if (step !== undefined && step !== target?.number) return refused({ kind: 'nothing-changed' })
  const { cells, draft } = places
  const planned = planReversal({ kind, target, cells, number: draft.edits + 1, by, at: toUtcText(ctx.now) })
  if (planned.kind === 'refused') {
    const { refusal } = planned
    return refusal.kind === 'cell-changed'
      ? conflictAt(ctx, input, places, refusal, target?.number ?? 0)
      : refused(refusal)
  }
  // The page is behind: another step's turn has come.
  if (found && target && target.number < found.number) return refused({ kind: 'nothing-changed' })
  const { edit } = planned
  return storeStep(
    ctx,
    { districtId, draftId, edit, places, sending, log },
    { action, after: { undoes: edit.undoes } },
  )
}
