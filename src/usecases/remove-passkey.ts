import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import { listPasskeys, removePasskeyWrites } from '../data/passkey-store.ts'
import { STRONG_ROLES } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { demandFresh } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { wayInMessages } from './way-in-mail.ts'

export interface RemovePasskeyInput {
  readonly credentialId: string
}

/**
 * Takes a passkey of one's own away, and tells the account's address. Refused as `last-way-in` when roles of the account need two
 * factors and nothing else gives them, and as `needs-strong-sign-in` to a session by mail: whoever reads the mailbox could put a
 * passkey of their own in its place. What is signed in by it stays so, and can be ended beside.
 */
export async function removePasskey(
  ctx: Context,
  { credentialId }: RemovePasskeyInput,
): Promise<Result<null>> {
  const isRefused = demandFresh(ctx)
  if (isRefused) return isRefused
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  if (actor.strength !== 'strong') return refused({ kind: 'needs-strong-sign-in' })
  const { accountId } = actor
  const own = await listPasskeys(ctx.db, accountId)
  if (!own.some((passkey) => passkey.credentialId === credentialId)) return refused({ kind: 'not-found' })
  const change = { action: 'remove-passkey', subjectKind: 'account', subjectId: accountId }
  const failed = await save(ctx, { districtId: INSTALLATION_CHAIN, ...change }, [
    ...removePasskeyWrites(accountId, credentialId, STRONG_ROLES),
    ...outboxWrites(await wayInMessages(ctx, accountId, 'passkeyRemoved')),
  ])
  if (failed?.refusal.kind === 'busy') return failed
  return failed ? refused({ kind: 'last-way-in' }) : done(null)
}
