import type { DraftCell } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { NamedStep } from '../data/step-store.ts'
import { type ParsedPost, parseReversal, parseStep } from '../exchange/draft-step.ts'
import type { Context } from './context.ts'
import { editDraft } from './edit-draft.ts'
import { gate } from './gate.ts'
import { done, type Refused, type Result, refused } from './refusal.ts'
import { reverseStep } from './reverse-step.ts'
import { actorId } from './save.ts'
import type { StoredStep } from './store-step.ts'

export interface SendStepInput {
  readonly districtId: DistrictId
  readonly draftId: string
  /** JSON as `parseStep` or `parseReversal` reads it. */
  readonly text: string
}

export interface SentStep {
  /** Number of the step. */
  readonly edits: number
  /** What it left in its places. */
  readonly cells: readonly DraftCell[]
}

export interface SentReversal extends SentStep {
  /** What was taken back or brought back, called by what was first done. */
  readonly step: NamedStep
}

/** Stores a step that a board has sent; sent again with its key it has one effect. */
export async function sendStep(ctx: Context, input: SendStepInput): Promise<Result<SentStep>> {
  const { districtId, draftId, text } = input
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const posted = parseStep(text)
  if (posted.kind !== 'parsed') return misread(posted)
  if (isOthers(ctx, posted.value)) return refused({ kind: 'reload-needed' })
  const { key, step, seen } = posted.value
  const stored = await editDraft(ctx, { districtId, draftId, step, seen, key })
  return stored.kind === 'refused' ? stored : done(toSent(stored.value))
}

/** Takes back one's own latest step, or brings back what one took back. */
export async function sendReversal(
  ctx: Context,
  kind: 'undo' | 'redo',
  { districtId, draftId, text }: SendStepInput,
): Promise<Result<SentReversal>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const posted = parseReversal(text)
  if (posted.kind !== 'parsed') return misread(posted)
  if (isOthers(ctx, posted.value)) return refused({ kind: 'reload-needed' })
  const stored = await reverseStep(ctx, kind, { districtId, draftId, key: posted.value.key })
  if (stored.kind === 'refused') return stored
  return done({ ...toSent(stored.value), step: stored.value.named })
}

/** A page that stayed open while somebody else signed in: what was done on it is not theirs. */
function isOthers(ctx: Context, { account }: { readonly account: string | null }): boolean {
  return account !== null && account !== actorId(ctx)
}

function misread(posted: Exclude<ParsedPost<unknown>, { readonly kind: 'parsed' }>): Refused {
  return refused(
    posted.kind === 'other-version'
      ? { kind: 'reload-needed' }
      : { kind: 'file-refused', problems: posted.problems },
  )
}

function toSent({ edit, cells }: StoredStep): SentStep {
  return { edits: edit.number, cells }
}
