import type { Minute } from '../core/time/minute.ts'
import type { Context } from './context.ts'

export interface ServeFeedInput {
  readonly secret: string
  /** The raw If-None-Match header. */
  readonly ifNoneMatch: string | null
  /** If-Modified-Since as epoch minutes, rounded down; used only without If-None-Match. */
  readonly ifModifiedSince: Minute | null
}

export type FeedAnswer =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unchanged'; readonly etag: string; readonly modifiedAt: Minute }
  | { readonly kind: 'calendar'; readonly etag: string; readonly modifiedAt: Minute; readonly body: string }

/** A person's calendar by its secret: no session, no policy but the secret itself. */
export async function serveFeed(_ctx: Context, _input: ServeFeedInput): Promise<FeedAnswer> {
  return { kind: 'unknown' }
}
