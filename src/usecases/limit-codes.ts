import { MINUTES_PER_DAY } from '../core/time/minute.ts'
import { listAccountsOfBrowser } from '../data/login-link-store.ts'
import type { Binding, LinkPurpose } from '../identity/one-time-link.ts'
import type { Context } from './context.ts'
import { limit } from './limit.ts'

/** Codes typed for one account in a day: by five for each of five mails an hour somebody could guess six hundred times. */
const MOST_CODES = 50

/**
 * Counts a code for each account that the browser has an open link to, and tells whether none has had its measure. Where there is
 * none, as for an address that is unknown, the browser itself is counted: it looks and takes the same.
 */
export async function mayTypeCode(
  ctx: Context,
  { browserHash }: Binding,
  purpose: LinkPurpose,
): Promise<boolean> {
  const accounts = await listAccountsOfBrowser(ctx.db, { browserHash, purpose, now: ctx.now })
  const counted = accounts.length > 0 ? accounts : [browserHash]
  const answers = await Promise.all(
    counted.map((id) => limit(ctx, { key: `codes:${id}`, most: MOST_CODES, perMinutes: MINUTES_PER_DAY })),
  )
  return answers.every((isRefused) => isRefused === undefined)
}
