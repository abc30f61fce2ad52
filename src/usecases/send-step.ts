import type { DraftCell } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { type ParsedPost, parseReversal, parseStep } from '../exchange/draft-step.ts'
import type { Context } from './context.ts'
import { editDraft } from './edit-draft.ts'
import { gate } from './gate.ts'
import { done, type Refused, type Result, refused } from './refusal.ts'
import { reverseStep } from './reverse-step.ts'
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
  readonly step: {
    readonly number: number
    readonly kind: 'undo' | 'redo'
    readonly undoes: number | null
    readonly places: number
  }
}

/** Stores a step that a board has sent; sent again with its key it has one effect. */
export async function sendStep(ctx: Context, input: SendStepInput): Promise<Result<SentStep>> {
  const { districtId, draftId, text } = input
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const posted = parseStep(text)
  if (posted.kind !== 'parsed') return misread(posted)
  const stored = await editDraft(ctx, { districtId, draftId, ...posted.value })
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
  const stored = await reverseStep(ctx, kind, { districtId, draftId, key: posted.value.key })
  if (stored.kind === 'refused') return stored
  const { number, undoes, changes } = stored.value.edit
  return done({ ...toSent(stored.value), step: { number, kind, undoes, places: changes.length } })
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
