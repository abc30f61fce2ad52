import { MINUTES_PER_DAY } from '../core/time/minute.ts'
import type { LinkToAccount } from '../data/login-link-store.ts'
import { bindingOf, type LinkPurpose, tryCode } from '../identity/one-time-link.ts'
import type { Context } from './context.ts'
import { limit } from './limit.ts'

/** Codes typed for one account and purpose in a day: by five for each of five mails an hour somebody could guess six hundred times. */
const MOST_CODES = 50

/**
 * The link whose code was typed in the browser that asked for it. Each code that was held against a link is counted for the link's
 * account, and past its measure none is right. Where there is none to hold it against, as for an address that is unknown, the browser
 * itself is counted: it looks and takes the same. What a stranger types to sign in uses up nothing of who is signed in.
 */
export async function linkOfCode(
  ctx: Context,
  { code, browserSecret = '' }: { readonly code: string; readonly browserSecret: string | undefined },
  purpose: LinkPurpose,
): Promise<LinkToAccount | undefined> {
  const binding = await bindingOf(ctx.hash, browserSecret, code)
  const { link, accounts } = await tryCode(ctx.db, binding, purpose, ctx.now)
  const counted = accounts.length > 0 ? accounts : [binding.browserHash]
  const answers = await Promise.all(
    counted.map((id) =>
      limit(ctx, { key: `codes:${purpose}:${id}`, most: MOST_CODES, perMinutes: MINUTES_PER_DAY }),
    ),
  )
  return answers.every((isRefused) => isRefused === undefined) ? link : undefined
}
