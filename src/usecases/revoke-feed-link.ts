import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface RevokeFeedLinkInput {
  readonly feedId: string
}

/** Turns a calendar link of one's own off: 30 days of one notice, then gone. */
export async function revokeFeedLink(_ctx: Context, _input: RevokeFeedLinkInput): Promise<Result<null>> {
  return refused({ kind: 'not-found' })
}
