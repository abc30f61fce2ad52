import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { listDistrictsOfPerson } from '../data/district-store.ts'
import { askErasureWrites, listErasuresOfPerson } from '../data/erasure-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import type { Context } from './context.ts'
import { erasureAskedMessages } from './erasure-mail.ts'
import { gateFresh } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { type Change, saveInChains } from './save.ts'
import { ownPersonId } from './wish-rights.ts'

/** Asks every district of one's own to forget one; its coordinator does it once nothing stands in the way. */
export async function askErasure(ctx: Context, _input: Record<never, never>): Promise<Result<null>> {
  const personId = ownPersonId(ctx)
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  if (personId === null) return refused({ kind: 'not-found' })
  const isRefused = gateFresh(ctx, 'read-own-duties', { kind: 'person', id: personId })
  if (isRefused) return isRefused
  const [districtIds, known] = await Promise.all([
    listDistrictsOfPerson(ctx.db, personId),
    listErasuresOfPerson(ctx.db, personId),
  ])
  const asked = districtIds.filter((id) => known.every(({ districtId }) => districtId !== id))
  if (asked.length === 0) return refused({ kind: 'nothing-changed' })
  const change = { action: 'ask-erasure', subjectKind: 'person', subjectId: personId }
  const changes: Change[] = [INSTALLATION_CHAIN, ...asked].map((districtId) => ({ districtId, ...change }))
  const messages = await Promise.all(
    asked.map((districtId) => erasureAskedMessages(ctx, districtId, personId)),
  )
  const writes = asked.flatMap((districtId) => askErasureWrites({ districtId, personId }, ctx.now))
  return (await saveInChains(ctx, changes, [...writes, ...outboxWrites(messages.flat())])) ?? done(null)
}
