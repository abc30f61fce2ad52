import type { DistrictId } from '../core/rota/person.ts'
import { findAccount } from '../data/account-store.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { findKeptMessage, findLatestRevision, outboxWrites } from '../data/outbox-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { againOf, newMessage } from './message-again.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface SendAgainInput {
  /** Null for what belongs to no district. */
  readonly districtId: DistrictId | null
  readonly messageId: string
}

/**
 * Makes a message anew that was given up, to the address that is known now; asked twice, once. Refused as `invalid` where it can't
 * be made: a sign-in link is asked for again by whoever needs it.
 */
export async function sendAgain(
  ctx: Context,
  { districtId, messageId }: SendAgainInput,
): Promise<Result<null>> {
  const isRefused =
    districtId === null
      ? gate(ctx, 'read-undelivered', { kind: 'installation' })
      : gate(ctx, 'confirm-notices', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const message = await findKeptMessage(ctx.db, messageId)
  if (message?.status !== 'dead' || message.districtId !== districtId) return refused({ kind: 'not-found' })
  const [district, account, latestRevision] = await Promise.all([
    districtId === null ? undefined : findDistrict(ctx.db, districtId),
    message.accountId === null ? undefined : findAccount(ctx.db, message.accountId),
    districtId === null ? 0 : findLatestRevision(ctx.db, districtId),
  ])
  const known = { district: district ?? null, accountEmail: account?.email ?? null, latestRevision }
  const again = againOf(ctx, message, known)
  if (again.kind !== 'possible') return invalid('message', 'missing')
  const change = {
    districtId: districtId ?? INSTALLATION_CHAIN,
    action: 'send-again',
    subjectKind: 'message',
    subjectId: messageId,
  }
  const failed = await save(ctx, change, outboxWrites([newMessage(ctx, message, again.payload)]))
  return failed ?? done(null)
}
