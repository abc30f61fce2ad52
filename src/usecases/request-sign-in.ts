import { MINUTES_PER_HOUR } from '../core/time/minute.ts'
import { countLoginLinks, findAccountByEmail, loginLinkWrites } from '../data/account-store.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import { newLink, toEmail } from '../identity/sign-in.ts'
import type { Context } from './context.ts'
import { done, type Result } from './refusal.ts'
import { save } from './save.ts'

export interface RequestSignInInput {
  readonly email: string
}

/** Mails to one address in an hour (OWASP ASVS 6.3.1). */
const MOST_LINKS_AN_HOUR = 5

/** Sends a one-time link to a known address; the answer is the same for an unknown one. */
export async function requestSignIn(ctx: Context, input: RequestSignInInput): Promise<Result<null>> {
  const token = ctx.newSecret()
  const [hash, account] = await Promise.all([
    ctx.hash(token),
    findAccountByEmail(ctx.db, toEmail(input.email) ?? ''),
  ])
  if (account?.status !== 'active') return done(null)
  if ((await countLoginLinks(ctx.db, account.id, ctx.now - MINUTES_PER_HOUR)) >= MOST_LINKS_AN_HOUR)
    return done(null)
  const message = {
    id: ctx.newId(),
    dedupKey: `sign-in:${hash}`,
    districtId: null,
    kind: 'sign-in-link',
    personId: null,
    accountId: account.id,
    payload: { email: account.email, url: `${ctx.origin}/sign-in/${token}` },
    createdAt: ctx.now,
    dueAt: ctx.now,
  }
  const change = { action: 'request-sign-in', subjectKind: 'account', subjectId: account.id }
  const writes = [
    ...loginLinkWrites(newLink(hash, account.id, 'mailed', ctx.now)),
    ...outboxWrites([message]),
  ]
  await save(ctx, { districtId: INSTALLATION_CHAIN, ...change }, writes)
  return done(null)
}
