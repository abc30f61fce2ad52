import type { Waiver } from '../core/rota/publication.ts'
import type { Context } from './context.ts'
import type { PublicationPart } from './preview-publication.ts'
import { type Result, refused } from './refusal.ts'

export interface PublishDraftInput extends PublicationPart {
  readonly expectedRevision: number
  readonly reason: string
  readonly waivers: readonly Waiver[]
}

/** Moves a draft, or part of it, onto the timeline as one revision. */
export async function publishDraft(
  _ctx: Context,
  _input: PublishDraftInput,
): Promise<Result<{ readonly revision: number }>> {
  return refused({ kind: 'not-found' })
}
