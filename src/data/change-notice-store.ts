import { sql } from 'kysely'
import type { Notice } from '../core/plans/notices.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import type { NoticeKey } from './notice-store.ts'
import { insertRows } from './rows.ts'
import type { Schema } from './schema.ts'

/** That somebody has seen a change, or was rung about it. */
export interface Acknowledgement {
  readonly at: Minute
  /** The doctor's account, or that of the coordinator who rang. */
  readonly by: string
  readonly how: 'seen' | 'rung'
}

export interface StoredNotice extends NoticeKey, Notice {
  /** When it was published. */
  readonly at: Minute
  readonly acknowledged: Acknowledgement | null
  /** What the coordinator wrote when they rang; '' = nothing. */
  readonly note: string
}

/** Enters what a publication changed for doctors; goes after the publication. Those of `seenBy` have made the change themselves. */
export function noticeWrites(
  districtId: DistrictId,
  { revision, at }: { readonly revision: number; readonly at: Minute },
  notices: readonly Notice[],
  seenBy: { readonly accountId: string; readonly personId: PersonId | null },
): Write[] {
  const rows = notices.map((notice) => {
    const isSeen = notice.personId === seenBy.personId
    return {
      district_id: districtId,
      revision,
      person_id: notice.personId,
      at: toUtcText(at),
      soonest_at: toUtcText(notice.soonestAt),
      latest_at: toUtcText(notice.latestAt),
      is_urgent: notice.isUrgent ? (1 as const) : (0 as const),
      acknowledged_at: isSeen ? toUtcText(at) : null,
      acknowledged_by: isSeen ? seenBy.accountId : null,
      acknowledged_how: isSeen ? ('seen' as const) : null,
      note: '',
    }
  })
  return insertRows('change_notice', rows)
}

/** Confirms a doctor's notice and the earlier ones of the same district that are open; what is confirmed stays as it was. */
export function acknowledgeWrites(
  { districtId, revision, personId }: NoticeKey,
  { at, by, how }: Acknowledgement,
  note = '',
): Write[] {
  return [
    sql`update change_notice set acknowledged_at = ${toUtcText(at)}, acknowledged_by = ${by},
        acknowledged_how = ${how}, note = iif(revision = ${revision}, ${note}, '')
      where district_id = ${districtId} and person_id = ${personId} and revision <= ${revision}
        and acknowledged_at is null`.compile(compiler),
  ]
}

/** Opens again what one act confirmed: a notice and the earlier ones that went with it. */
export function reopenWrites({ districtId, revision, personId }: NoticeKey, act: Acknowledgement): Write[] {
  return [
    sql`update change_notice set acknowledged_at = null, acknowledged_by = null, acknowledged_how = null, note = ''
      where district_id = ${districtId} and person_id = ${personId} and revision <= ${revision}
        and acknowledged_at = ${toUtcText(act.at)} and acknowledged_by = ${act.by}
        and acknowledged_how = ${act.how}`.compile(compiler),
  ]
}

export async function findNotice(db: Database, key: NoticeKey): Promise<StoredNotice | undefined> {
  const [rows] = await readAll(db, [
    compiler
      .selectFrom('change_notice')
      .selectAll()
      .where('district_id', '=', key.districtId)
      .where('revision', '=', key.revision)
      .where('person_id', '=', key.personId),
  ])
  return rows.map(toNotice)[0]
}

/** A doctor's notices in all districts that they have not left by `now`, published from `since` on, the newest first. */
export async function listNoticesOfPerson(
  db: Database,
  personId: PersonId,
  since: Minute,
  now: Minute,
): Promise<StoredNotice[]> {
  const left = sql<boolean>`exists (select 1 from departure
    where departure.district_id = change_notice.district_id
      and departure.person_id = change_notice.person_id and departure.at <= ${toUtcText(now)})`
  const [rows] = await readAll(db, [
    compiler
      .selectFrom('change_notice')
      .selectAll()
      .where('person_id', '=', personId)
      .where('at', '>=', toUtcText(since))
      .where(({ not }) => not(left))
      .orderBy('at', 'desc')
      .orderBy('revision', 'desc'),
  ])
  return rows.map(toNotice)
}

/** Urgent notices of a district whose last time is after `since`, those that begin first going first. */
export async function listUrgentNotices(
  db: Database,
  districtId: DistrictId,
  since: Minute,
): Promise<StoredNotice[]> {
  const [rows] = await readAll(db, [
    compiler
      .selectFrom('change_notice')
      .selectAll()
      .where('district_id', '=', districtId)
      .where('is_urgent', '=', 1)
      .where('latest_at', '>', toUtcText(since))
      .orderBy('soonest_at')
      .orderBy('revision', 'desc'),
  ])
  return rows.map(toNotice)
}

/** Notices of a district published from `from` (inclusive) to `to` (exclusive), the newest first. */
export async function listNoticesBetween(
  db: Database,
  districtId: DistrictId,
  from: Minute,
  to: Minute,
): Promise<StoredNotice[]> {
  const [rows] = await readAll(db, [
    compiler
      .selectFrom('change_notice')
      .selectAll()
      .where('district_id', '=', districtId)
      .where('at', '>=', toUtcText(from))
      .where('at', '<', toUtcText(to))
      .orderBy('at', 'desc')
      .orderBy('revision', 'desc')
      .orderBy('person_id'),
  ])
  return rows.map(toNotice)
}

/** The notices of one publication. */
export async function listNoticesOfRevision(
  db: Database,
  districtId: DistrictId,
  revision: number,
): Promise<StoredNotice[]> {
  const [rows] = await readAll(db, [
    compiler
      .selectFrom('change_notice')
      .selectAll()
      .where('district_id', '=', districtId)
      .where('revision', '=', revision),
  ])
  return rows.map(toNotice)
}

/** How many doctors have not confirmed an urgent change of which some time is still ahead. */
export async function countUnconfirmedDoctors(
  db: Database,
  districtId: DistrictId,
  now: Minute,
): Promise<number> {
  const [rows] = await readAll(db, [
    compiler
      .selectFrom('change_notice')
      .select(sql<number>`count(distinct person_id)`.as('doctors'))
      .where('district_id', '=', districtId)
      .where('is_urgent', '=', 1)
      .where('latest_at', '>', toUtcText(now))
      .where('acknowledged_at', 'is', null),
  ])
  return rows[0]?.doctors ?? 0
}

function toNotice(row: Schema['change_notice']): StoredNotice {
  const { acknowledged_at, acknowledged_by, acknowledged_how } = row
  return {
    districtId: row.district_id,
    revision: row.revision,
    personId: row.person_id,
    at: fromUtcText(row.at),
    soonestAt: fromUtcText(row.soonest_at),
    latestAt: fromUtcText(row.latest_at),
    isUrgent: row.is_urgent === 1,
    acknowledged:
      acknowledged_at === null || acknowledged_by === null || acknowledged_how === null
        ? null
        : { at: fromUtcText(acknowledged_at), by: acknowledged_by, how: acknowledged_how },
    note: row.note,
  }
}
