import { toEmail } from '../core/rota/email.ts'
import { findAccount, findAccountByEmail } from '../data/account-store.ts'
import { findAuditHead, INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { loginLinkWrites } from '../data/login-link-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import { codeOf, newLink } from '../identity/one-time-link.ts'
import { demandMayAddWayIn } from './add-way-in.ts'
import { ADDRESS_CODE, ADDRESS_TAKEN, addressMessage } from './address-mail.ts'
import type { Context } from './context.ts'
import { limit } from './limit.ts'
import { limitLinkMails, readyLink } from './mail-link.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface AskNewAddressInput {
  readonly email: string
  /** Of the browser that asks: only there is the code taken. */
  readonly browserSecret: string
}

/** Codes that one account may ask for in an hour: others' mailboxes are not ours to fill. */
const MOST_CODES = 5

/**
 * Mails a code to the address that somebody wants instead of theirs. Of one that another account has, answer, trips and rows are the
 * same; its mail says so, without a code.
 */
export async function askNewAddress(
  ctx: Context,
  { email, browserSecret }: AskNewAddressInput,
): Promise<Result<null>> {
  const isShut = await demandMayAddWayIn(ctx)
  if (isShut) return isShut
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const { accountId } = actor
  const address = toEmail(email)
  if (address === undefined) return invalid('email', 'not-an-address', email)
  const key = `address-codes-by:${accountId}`
  const isRefused =
    (await limit(ctx, { key, most: MOST_CODES, perMinutes: 60 })) ?? (await limitLinkMails(ctx, address))
  if (isRefused) return isRefused
  const link = await readyLink(ctx, browserSecret)
  const [account, holder, head, code] = await Promise.all([
    findAccount(ctx.db, accountId),
    findAccountByEmail(ctx.db, address),
    findAuditHead(ctx.db, INSTALLATION_CHAIN),
    codeOf(ctx.hash, link.token),
  ])
  if (account?.email === address) return refused({ kind: 'nothing-changed' })
  const change = { action: 'ask-new-address', subjectKind: 'account', subjectId: accountId }
  const message = holder
    ? addressMessage(ctx, ADDRESS_TAKEN, accountId, link.hash, { email: address })
    : addressMessage(ctx, ADDRESS_CODE, accountId, link.hash, { email: address, code })
  const failed = await save(
    ctx,
    { districtId: INSTALLATION_CHAIN, ...change },
    [
      ...loginLinkWrites(newLink(link.hash, accountId, 'new-address', ctx.now, link.binding, address)),
      ...outboxWrites([message]),
    ],
    head,
  )
  return failed ?? done(null)
}
