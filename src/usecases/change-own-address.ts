import { findAccount, provenEmailWrites } from '../data/account-store.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import type { Write } from '../data/database.ts'
import { withdrawReopeningWrites } from '../data/invitation-store.ts'
import { endOtherLinksWrites, useLoginLinkWrites } from '../data/login-link-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import { listOwnContacts, movedMessagesWrites, ownContactWrites } from '../data/own-contact-store.ts'
import { endOtherSessionsWrites } from '../data/session-store.ts'
import { noStrongWayGuard } from '../data/strong-way-store.ts'
import { ADDRESS_CHANGED, addressMessage } from './address-mail.ts'
import { limitLinkUses, refuseLink } from './begin-by-link.ts'
import type { Context } from './context.ts'
import { linkOfCode } from './limit-codes.ts'
import { done, type Result, refused } from './refusal.ts'
import { type Change, saveInChains } from './save.ts'

export interface ChangeOwnAddressInput {
  /** The digits that were mailed to the new address. */
  readonly code: string
  readonly browserSecret: string | undefined
}

/**
 * Gives one's own account the address that a code has proved, and every district of one's own with it. Whoever reads the old one
 * could have signed in by it, so every other session, every open link and every invitation to open the account again ends; the old
 * address is told. Refused as `link-used` whatever is wrong, also where another account has the address.
 */
export async function changeOwnAddress(ctx: Context, input: ChangeOwnAddressInput): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const isRefused = await limitLinkUses(ctx)
  if (isRefused) return isRefused
  const { accountId, personId, sessionHash, strength } = actor
  const link = await linkOfCode(ctx, input, 'new-address')
  const [account, contacts] = await Promise.all([
    findAccount(ctx.db, accountId),
    personId === null ? [] : listOwnContacts(ctx.db, personId, ctx.now),
  ])
  const email = link?.email
  if (!link || !email || !account || link.accountId !== accountId)
    return refuseLink(ctx, 'new-address-refused', accountId)
  const change = { action: 'change-own-address', subjectKind: 'account', subjectId: accountId }
  const chains = [INSTALLATION_CHAIN, ...contacts.map(({ districtId }) => districtId)]
  const changes: Change[] = chains.map((districtId) => ({ districtId, ...change }))
  const failed = await saveInChains(ctx, changes, [
    ...useLoginLinkWrites(link.hash, 'new-address', ctx.now),
    // Whoever got a way in of two factors since the code was asked for asks anew by that.
    ...(strength === 'single' ? [noStrongWayGuard(accountId)] : []),
    ...provenEmailWrites(accountId, account.email, email),
    ...endOtherLinksWrites(accountId, link.hash),
    ...withdrawReopeningWrites(accountId),
    ...endOtherSessionsWrites(accountId, sessionHash),
    ...(personId === null ? [] : ownContactWrites(personId, { email }, ctx.now)),
    ...leaveOld(ctx, account, email, link.hash),
  ])
  return failed ? refuseLink(ctx, 'new-address-refused', accountId) : done(null)
}

function leaveOld(
  ctx: Context,
  { id, email: before, personId }: NonNullable<Awaited<ReturnType<typeof findAccount>>>,
  email: string,
  key: string,
): Write[] {
  if (before === null) return []
  return [
    ...movedMessagesWrites(id, personId, before, email),
    ...outboxWrites([addressMessage(ctx, ADDRESS_CHANGED, id, key, { email: before })]),
  ]
}
