import { saveAuditedInChains } from '../data/audit-chains.ts'
import { type AuditEntry, type AuditHead, saveAuditedAndRead } from '../data/audit-store.ts'
import type { ConstraintName, Write } from '../data/database.ts'
import type { Context } from './context.ts'
import { done, type Refusal, type Refused, type Result, refused } from './refusal.ts'

/** What a change says of itself in the log: ids, never names. */
export type Change = Pick<AuditEntry, 'districtId' | 'action' | 'subjectKind' | 'subjectId'> &
  Partial<Pick<AuditEntry, 'before' | 'after'>>

/**
 * Stores a change and its audit row in one batch; `seen` is the log's end, where it was read with the rest. Undefined when it
 * went through, else the refusal.
 */
export async function save(
  ctx: Context,
  change: Change,
  writes: readonly Write[],
  seen?: AuditHead,
): Promise<Refused | undefined> {
  const saved = await saveAndRead(ctx, change, writes, null, seen)
  return saved.kind === 'refused' ? saved : undefined
}

/** The same, with what a query finds in the same batch once all is written. */
export async function saveAndRead<R>(
  ctx: Context,
  change: Change,
  writes: readonly Write[],
  query: Parameters<typeof saveAuditedAndRead<R>>[4],
  seen?: AuditHead,
): Promise<Result<readonly R[]>> {
  const entry = { before: null, after: null, ...change, ...signatureOf(ctx) }
  const written = await saveAuditedAndRead(ctx.db, ctx.hash, entry, writes, query, seen)
  return written.kind === 'written' ? done(written.rows) : refused(toRefusal(written.constraint))
}

/** Stores one change that several logs must tell of, such as what the installation's administrator does in a district. */
export async function saveInChains(
  ctx: Context,
  changes: readonly Change[],
  writes: readonly Write[],
): Promise<Refused | undefined> {
  const entries = changes.map((change) => ({ before: null, after: null, ...change, ...signatureOf(ctx) }))
  const written = await saveAuditedInChains(ctx.db, ctx.hash, entries, writes)
  return written.kind === 'written' ? undefined : refused(toRefusal(written.constraint))
}

/** The id under which the actor's changes are kept. */
export function actorId(ctx: Pick<Context, 'actor'>): string {
  if (ctx.actor.kind === 'account') return ctx.actor.accountId
  return ctx.actor.kind === 'job' ? ctx.actor.name : 'nobody'
}

/** Hex characters of a session's hash in the log: enough to tell sessions apart, too few to find one. */
const SESSION_CHARACTERS = 8

function signatureOf(ctx: Context): Pick<AuditEntry, 'at' | 'actor' | 'session' | 'requestId'> {
  const session = ctx.actor.kind === 'account' ? ctx.actor.sessionHash.slice(0, SESSION_CHARACTERS) : ''
  return { at: ctx.now, actor: actorId(ctx), session, requestId: ctx.requestId }
}

function toRefusal(constraint: ConstraintName): Refusal {
  if (constraint === 'audit-moved') return { kind: 'busy' }
  return constraint === 'duplicate' ? { kind: constraint, problems: [] } : { kind: constraint }
}
