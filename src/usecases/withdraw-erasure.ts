import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { listErasuresOfPerson, withdrawErasureWrites } from '../data/erasure-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { type Change, saveInChains } from './save.ts'
import { ownPersonId } from './wish-rights.ts'

/** Takes back that one asked to be forgotten, wherever it is not done. */
export async function withdrawErasure(ctx: Context, _input: Record<never, never>): Promise<Result<null>> {
  const personId = ownPersonId(ctx)
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  if (personId === null) return refused({ kind: 'not-found' })
  const isRefused = gate(ctx, 'read-own-duties', { kind: 'person', id: personId })
  if (isRefused) return isRefused
  const asked = (await listErasuresOfPerson(ctx.db, personId)).filter(({ doneAt }) => doneAt === null)
  if (asked.length === 0) return refused({ kind: 'nothing-changed' })
  const change = { action: 'withdraw-erasure', subjectKind: 'person', subjectId: personId }
  const chains = [INSTALLATION_CHAIN, ...asked.map(({ districtId }) => districtId)]
  const changes: Change[] = chains.map((districtId) => ({ districtId, ...change }))
  return (await saveInChains(ctx, changes, asked.flatMap(withdrawErasureWrites))) ?? done(null)
}
