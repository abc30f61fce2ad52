import { toWall } from '../core/time/oslo.ts'
import { findAccount } from '../data/account-store.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { writeAll } from '../data/database.ts'
import { listHolders } from '../data/member-store.ts'
import { type OutboxMessage, outboxWrites } from '../data/outbox-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { LOG_HEADS } from './log-heads-mail.ts'
import { done, type Result } from './refusal.ts'

const ADMINISTRATORS = {
  scopeKind: 'installation',
  scopeId: INSTALLATION_CHAIN,
  role: 'installation-administrator',
} as const

/** Once a day, to every administrator: whoever runs the database could write the log anew, but not what is in a mailbox (OWASP ASVS 16.4.3). */
export async function queueLogHeads(ctx: Context, _input: Record<never, never>): Promise<Result<null>> {
  const isRefused = gate(ctx, 'sweep', { kind: 'installation' })
  if (isRefused) return isRefused
  const holders = await listHolders(ctx.db, ADMINISTRATORS)
  const accounts = await Promise.all(holders.map(({ accountId }) => findAccount(ctx.db, accountId)))
  const messages = accounts.flatMap((account) =>
    account?.status === 'active' && account.email !== null ? [messageTo(ctx, account.id, account.email)] : [],
  )
  await writeAll(ctx.db, outboxWrites(messages))
  return done(null)
}

function messageTo(ctx: Context, accountId: string, email: string): OutboxMessage {
  return {
    id: ctx.newId(),
    dedupKey: `${LOG_HEADS}:${toWall(ctx.now).date}:${accountId}`,
    districtId: null,
    kind: LOG_HEADS,
    personId: null,
    accountId,
    payload: { email },
    createdAt: ctx.now,
    dueAt: ctx.now,
  }
}
