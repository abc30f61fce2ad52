import type { DistrictId } from '../core/rota/person.ts'
import type { OutboxMessage } from '../data/outbox-store.ts'
import { listAccountsToTell } from '../data/told-account-store.ts'
import type { Context } from './context.ts'
import { actorId } from './save.ts'

/** To each doctor of a district who signs in: a draft is out for their comments. */
export async function circulatedMessages(
  ctx: Context,
  districtId: DistrictId,
  draftId: string,
): Promise<OutboxMessage[]> {
  const url = `${ctx.origin}/districts/${encodeURIComponent(districtId)}/circulated/${encodeURIComponent(draftId)}`
  return messagesTo(ctx, 'doctor', districtId, { kind: 'draft-circulated', subject: draftId, url })
}

/**
 * To each coordinator of a district: somebody's availability has changed over published duties. Neither whose nor why, nor which of
 * the ways it came about: the page behind sign-in shows what the coordinator may know.
 */
export async function availabilityMessages(
  ctx: Context,
  districtId: DistrictId,
  changeId: string,
): Promise<OutboxMessage[]> {
  const url = `${ctx.origin}/districts/${encodeURIComponent(districtId)}/rota`
  return messagesTo(ctx, 'coordinator', districtId, { kind: 'availability-changed', subject: changeId, url })
}

interface News {
  readonly kind: 'draft-circulated' | 'availability-changed'
  readonly subject: string
  readonly url: string
}

async function messagesTo(
  ctx: Context,
  role: 'doctor' | 'coordinator',
  districtId: DistrictId,
  { kind, subject, url }: News,
): Promise<OutboxMessage[]> {
  const told = await listAccountsToTell(ctx.db, districtId, role)
  // Whoever did it knows.
  const others = told.filter(({ accountId }) => accountId !== actorId(ctx))
  return others.map(({ accountId, email, districtName }) => ({
    id: ctx.newId(),
    // A draft that is taken back and sent out again is news again.
    dedupKey: `${kind}:${districtId}:${subject}:${ctx.now}:${accountId}`,
    districtId,
    kind,
    personId: null,
    accountId,
    payload: { email, district: districtName, url },
    createdAt: ctx.now,
    dueAt: ctx.now,
  }))
}
