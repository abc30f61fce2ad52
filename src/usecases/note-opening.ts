import { toWall } from '../core/time/oslo.ts'
import { type AuditHead, findAuditHead } from '../data/audit-store.ts'
import {
  hasOpenedReport,
  type ReportKey,
  type ReportOpening,
  reportOpeningWrites,
} from '../data/report-opening-store.ts'
import { roleThatMay } from '../identity/policy.ts'
import type { Context } from './context.ts'
import type { Refused } from './refusal.ts'
import { save } from './save.ts'

/** The reader's opening of a report, or of hours for pay, now. @throws for whoever has no role that may read it. */
export function openingOf(ctx: Pick<Context, 'actor' | 'now'>, report: ReportKey): ReportOpening {
  const { actor, now } = ctx
  const { districtId, municipality } = report
  const district = { kind: 'district', id: districtId } as const
  const role =
    municipality === null
      ? roleThatMay(actor, 'read-payroll', district)
      : (roleThatMay(actor, 'read-load-report', district) ??
        roleThatMay(actor, 'read-load-report', { kind: 'municipality', number: municipality }))
  if (actor.kind !== 'account' || role === undefined)
    throw new Error(`a report of ${municipality} in ${districtId} was opened by no role that may`)
  return { ...report, accountId: actor.accountId, date: toWall(now).date, at: now, role }
}

/** The end of the log that a line of this opening would follow; null where the day has one already. Asked with what is opened. */
export async function findOpeningPlace(ctx: Context, opening: ReportOpening): Promise<AuditHead | null> {
  const [isNoted, head] = await Promise.all([
    hasOpenedReport(ctx.db, opening),
    findAuditHead(ctx.db, opening.districtId),
  ])
  return isNoted ? null : head
}

/**
 * Keeps that something with names in it was opened: one line in the district's log for each reader, report and local date. The
 * doctors in it may see when, and by what role.
 */
export async function noteOpening(
  ctx: Context,
  opening: ReportOpening,
  place: AuditHead | null,
): Promise<Refused | undefined> {
  if (place === null) return undefined
  const { districtId, municipality, dates } = opening
  const change =
    municipality === null
      ? { action: 'read-payroll', subjectKind: 'district', subjectId: districtId }
      : { action: 'read-load-report', subjectKind: 'municipality', subjectId: municipality }
  const writes = reportOpeningWrites(opening)
  const isRefused = await save(ctx, { districtId, ...change, after: dates }, writes, place)
  // Another page of the same report was opened in the same moment.
  return isRefused?.refusal.kind === 'duplicate' ? undefined : isRefused
}
