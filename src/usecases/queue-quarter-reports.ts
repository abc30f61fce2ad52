import { type LedgerPeriod, periodOf } from '../core/ledger/period.ts'
import { addDays, daysBetween } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { writeAll } from '../data/database.ts'
import { type OutboxMessage, outboxWrites } from '../data/outbox-store.ts'
import { listReportReaders, type ReportReader } from '../data/report-reader-store.ts'
import { RIGHTS, rolesThatMay } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result } from './refusal.ts'

/** The kind of messages that tell that a quarter's report is ready. */
export const QUARTER_REPORT = 'quarter-report'

/** Days after a quarter in which it is still told: so long a night's work may have stood still. */
const NEWS_DAYS = 14
/** Stored in one night; the rest the night after. */
const MOST_AT_ONCE = 500
/** The district's own readers see every report, and are told of none. */
const READERS = rolesThatMay('read-load-report').filter((role) => RIGHTS[role].scope === 'municipality')

/**
 * On the first day of a quarter, or the first night after it that this runs, tells each reader of a municipality's reports that the
 * quarter before can be read: once for each account, municipality and district, and only where duties were published.
 */
export async function queueQuarterReports(
  ctx: Context,
  _input: Record<never, never>,
): Promise<Result<{ readonly queued: number }>> {
  const isRefused = gate(ctx, 'deliver-messages', { kind: 'installation' })
  if (isRefused) return isRefused
  const { date } = toWall(ctx.now)
  const { from } = periodOf('quarter', date)
  if (daysBetween(from, date) >= NEWS_DAYS) return done({ queued: 0 })
  const quarter = periodOf('quarter', addDays(from, -1))
  const readers = await listReportReaders(ctx.db, READERS, quarter, keyOf(quarter), MOST_AT_ONCE)
  await writeAll(ctx.db, outboxWrites(readers.map((reader) => messageTo(ctx, reader, quarter))))
  return done({ queued: readers.length })
}

function keyOf({ name }: LedgerPeriod): string {
  return `${QUARTER_REPORT}:${name}`
}

function messageTo(ctx: Context, reader: ReportReader, quarter: LedgerPeriod): OutboxMessage {
  const { accountId, email, districtId, districtName, municipality, municipalityName } = reader
  const path = `/districts/${encodeURIComponent(districtId)}/municipalities/${municipality}/report`
  return {
    id: ctx.newId(),
    dedupKey: `${keyOf(quarter)}:${districtId}:${municipality}:${accountId}`,
    districtId: null,
    kind: QUARTER_REPORT,
    personId: null,
    accountId,
    payload: {
      email,
      municipality: municipalityName,
      district: districtName,
      from: quarter.from,
      url: `${ctx.origin}${path}?kind=quarter&date=${quarter.from}`,
    },
    createdAt: ctx.now,
    dueAt: ctx.now,
  }
}
