import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface CreateFeedLinkInput {
  /** The device or program it is for, 1–60 characters. */
  readonly label: string
}

/** A new secret calendar link of one's own. Its address is told this once; only its hash is stored. */
export async function createFeedLink(
  _ctx: Context,
  _input: CreateFeedLinkInput,
): Promise<Result<{ readonly feedId: string; readonly path: string; readonly url: string }>> {
  return refused({ kind: 'not-found' })
}
