import { type AuditEntry, auditWrites, findAuditHead, joinChain } from './audit-store.ts'
import { type Database, type Write, type Written, writeAll } from './database.ts'

/** Each round lets one writer in to each chain. */
const MOST_TRIES = 100

/**
 * As `saveAudited`, for a change that more than one chain must tell of: all rows and the change, or nothing. No two entries are
 * of one chain.
 */
export async function saveAuditedInChains(
  db: Database,
  hash: (text: string) => Promise<string>,
  entries: readonly AuditEntry[],
  writes: readonly Write[],
): Promise<Written> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const rows = await Promise.all(
      entries.map(async (entry) => joinChain(hash, entry, await findAuditHead(db, entry.districtId))),
    )
    const written = await writeAll(db, [...writes, ...rows.flatMap((row) => auditWrites(row))])
    if (written.kind === 'written' || written.constraint !== 'audit-moved') return written
  }
  const names = entries.map(({ districtId, action }) => `${districtId} ${action}`)
  console.warn(`the audit chains moved ${MOST_TRIES} times: ${names.join(', ')}`)
  return { kind: 'refused', constraint: 'audit-moved' }
}
