import { toEmail } from '../core/rota/email.ts'
import { findAccountByEmail } from '../data/account-store.ts'
import { findAuditHead, INSTALLATION_CHAIN } from '../data/audit-store.ts'
import type { Context } from './context.ts'
import { limitLinkMails, linkMailWrites, readyLink } from './mail-link.ts'
import { countUnnoted, hasRoomToNote } from './note-room.ts'
import { done, type Result } from './refusal.ts'
import { save } from './save.ts'

export interface RequestSignInInput {
  readonly email: string
  /** Of the browser that asks: only there does the link sign in, or its code. */
  readonly browserSecret: string
}

/**
 * Sends a one-time link to a known address. For an unknown one, or one whose account is disabled, answer, trips to the database
 * and line in the log are the same.
 */
export async function requestSignIn(
  ctx: Context,
  { email, browserSecret }: RequestSignInInput,
): Promise<Result<null>> {
  const address = toEmail(email) ?? ''
  const isRefused = await limitLinkMails(ctx, address)
  if (isRefused) return isRefused
  const link = await readyLink(ctx, browserSecret)
  const [found, head, hasRoom] = await Promise.all([
    findAccountByEmail(ctx.db, address),
    findAuditHead(ctx.db, INSTALLATION_CHAIN),
    hasRoomToNote(ctx),
  ])
  const account = found?.status === 'active' ? found : undefined
  const mail = { purpose: 'mailed', kind: 'sign-in-link', path: '/sign-in' } as const
  const writes = account ? linkMailWrites(ctx, link, account, mail) : []
  const change = { districtId: INSTALLATION_CHAIN, action: 'request-sign-in', subjectKind: 'account' }
  // Under a flood of addresses that nobody has; whoever has one is still mailed.
  if (!account && !hasRoom) {
    await countUnnoted(ctx)
    return done(null)
  }
  const after = { isMailed: account !== undefined }
  await save(ctx, { ...change, subjectId: found?.id ?? UNKNOWN_ACCOUNT, after }, writes, head)
  return done(null)
}

/** In the log, of an attempt that was for nobody. */
export const UNKNOWN_ACCOUNT = 'unknown'
