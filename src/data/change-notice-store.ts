import { sql } from 'kysely'
import type { Notice } from '../core/plans/notices.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import type { NoticeKey } from './notice-store.ts'
import { guardWrite, insertRows } from './rows.ts'
import type { Schema } from './schema.ts'

/** One answer to a notice; it counts for the earlier ones too. */
export interface Acknowledgement {
  readonly at: Minute
  /** The doctor's account, or that of the coordinator who rang. */
  readonly by: string
  /** Of which revision it was given: the same in all that one answer reached. */
  readonly given: number
}

export interface StoredNotice extends NoticeKey, Notice {
  /** When it was published. */
  readonly at: Minute
  /** The doctor's own answer. */
  readonly seen: Acknowledgement | null
  /** That a coordinator rang, before the doctor had answered. */
  readonly rung: Acknowledgement | null
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
      seen_at: isSeen ? toUtcText(at) : null,
      seen_by: isSeen ? seenBy.accountId : null,
      seen_with: isSeen ? revision : null,
      rung_at: null,
      rung_by: null,
      rung_with: null,
      note: '',
    }
  })
  return insertRows('change_notice', rows)
}

type Answer = Pick<Acknowledgement, 'at' | 'by'>

/** The doctor confirms a notice and the earlier ones of the same district; refused as `duplicate` when they have. What a call confirmed is theirs too. */
export function seenWrites(key: NoticeKey, { at, by }: Answer): Write[] {
  const { revision } = key
  return [
    guardWrite('duplicate', sql`exists (select 1 from change_notice where ${only(key)} and seen_at is null)`),
    sql`update change_notice set seen_at = ${toUtcText(at)}, seen_by = ${by}, seen_with = ${revision}
      where ${upTo(key)} and seen_at is null`.compile(compiler),
  ]
}

/** A call confirms a notice and the earlier ones that are open; refused as `duplicate` when it is not open any more. */
export function rungWrites(key: NoticeKey, { at, by }: Answer, note: string): Write[] {
  const { revision } = key
  const isOpen = sql`acknowledged_at is null`
  return [
    guardWrite('duplicate', sql`exists (select 1 from change_notice where ${only(key)} and ${isOpen})`),
    sql`update change_notice set rung_at = ${toUtcText(at)}, rung_by = ${by}, rung_with = ${revision},
        note = iif(revision = ${revision}, ${note}, '')
      where ${upTo(key)} and ${isOpen}`.compile(compiler),
  ]
}

/** Takes back one answer of the doctor, of a notice and the earlier ones that went with it; refused as `duplicate` when it is gone already. */
export function unseenWrites(key: NoticeKey, given: number): Write[] {
  return [
    guardWrite(
      'duplicate',
      sql`exists (select 1 from change_notice where ${only(key)} and seen_with = ${given})`,
    ),
    sql`update change_notice set seen_at = null, seen_by = null, seen_with = null
      where ${upTo(key)} and seen_with = ${given}`.compile(compiler),
  ]
}

/** Takes back one call with what was noted of it, likewise; refused as `duplicate` too when the doctor has confirmed meanwhile. */
export function unrungWrites(key: NoticeKey, given: number): Write[] {
  const isRung = sql`rung_with = ${given} and seen_at is null`
  return [
    guardWrite('duplicate', sql`exists (select 1 from change_notice where ${only(key)} and ${isRung})`),
    sql`update change_notice set rung_at = null, rung_by = null, rung_with = null, note = ''
      where ${upTo(key)} and rung_with = ${given}`.compile(compiler),
  ]
}

function only({ districtId, revision, personId }: NoticeKey) {
  return sql`district_id = ${districtId} and person_id = ${personId} and revision = ${revision}`
}

function upTo({ districtId, revision, personId }: NoticeKey) {
  return sql`district_id = ${districtId} and person_id = ${personId} and revision <= ${revision}`
}

export async function findNotice(db: Database, key: NoticeKey): Promise<StoredNotice | undefined> {
  const notices = await noticesIn(
    db,
    ofDistrict(key.districtId).where('revision', '=', key.revision).where('person_id', '=', key.personId),
  )
  return notices[0]
}

/** A doctor's notices in all districts that they have not left by `now`, published from `since` on, the newest first. */
export function listNoticesOfPerson(
  db: Database,
  personId: PersonId,
  since: Minute,
  now: Minute,
): Promise<StoredNotice[]> {
  return noticesIn(db, ofPerson(personId, since, now).orderBy('at', 'desc').orderBy('revision', 'desc'))
}

/** Urgent notices of a district whose last time is after `since`, those that begin first going first. */
export function listUrgentNotices(
  db: Database,
  districtId: DistrictId,
  since: Minute,
): Promise<StoredNotice[]> {
  const urgent = ofDistrict(districtId).where('is_urgent', '=', 1).where('latest_at', '>', toUtcText(since))
  return noticesIn(db, urgent.orderBy('soonest_at').orderBy('revision', 'desc'))
}

/** Notices of a district published from `from` (inclusive) to `to` (exclusive), the newest first. */
export function listNoticesBetween(
  db: Database,
  districtId: DistrictId,
  from: Minute,
  to: Minute,
): Promise<StoredNotice[]> {
  const between = ofDistrict(districtId).where('at', '>=', toUtcText(from)).where('at', '<', toUtcText(to))
  return noticesIn(db, between.orderBy('at', 'desc').orderBy('revision', 'desc').orderBy('person_id'))
}

/** The notices of one publication. */
export function listNoticesOfRevision(
  db: Database,
  districtId: DistrictId,
  revision: number,
): Promise<StoredNotice[]> {
  return noticesIn(db, ofDistrict(districtId).where('revision', '=', revision))
}

/** How many doctors have not confirmed an urgent change of which some time is still ahead. */
export async function countUnconfirmedDoctors(
  db: Database,
  districtId: DistrictId,
  now: Minute,
): Promise<number> {
  const open = ofDistrict(districtId).where(isOpen(now))
  const [rows] = await readAll(db, [open.select(sql<number>`count(distinct person_id)`.as('amount'))])
  return rows[0]?.amount ?? 0
}

/** How many urgent changes of a doctor, published from `since` on where they have not left by `now`, wait for their word: some time of each is still ahead. */
export async function countUnconfirmed(
  db: Database,
  personId: PersonId,
  since: Minute,
  now: Minute,
): Promise<number> {
  const open = ofPerson(personId, since, now).where(isOpen(now))
  const [rows] = await readAll(db, [open.select(sql<number>`count(*)`.as('amount'))])
  return rows[0]?.amount ?? 0
}

const ofDistrict = (districtId: DistrictId) =>
  compiler.selectFrom('change_notice').where('district_id', '=', districtId)

function ofPerson(personId: PersonId, since: Minute, now: Minute) {
  const left = sql<boolean>`exists (select 1 from departure
    where departure.district_id = change_notice.district_id
      and departure.person_id = change_notice.person_id and departure.at <= ${toUtcText(now)})`
  return compiler
    .selectFrom('change_notice')
    .where('person_id', '=', personId)
    .where('at', '>=', toUtcText(since))
    .where(({ not }) => not(left))
}

const isOpen = (now: Minute) =>
  sql<boolean>`is_urgent = 1 and latest_at > ${toUtcText(now)} and acknowledged_at is null`

async function noticesIn(db: Database, notices: ReturnType<typeof ofDistrict>): Promise<StoredNotice[]> {
  const [rows] = await readAll(db, [notices.selectAll()])
  return rows.map(toNotice)
}

function toNotice(row: Schema['change_notice']): StoredNotice {
  return {
    districtId: row.district_id,
    revision: row.revision,
    personId: row.person_id,
    at: fromUtcText(row.at),
    soonestAt: fromUtcText(row.soonest_at),
    latestAt: fromUtcText(row.latest_at),
    isUrgent: row.is_urgent === 1,
    seen: toAnswer(row.seen_at, row.seen_by, row.seen_with),
    rung: toAnswer(row.rung_at, row.rung_by, row.rung_with),
    note: row.note,
  }
}

function toAnswer(at: string | null, by: string | null, given: number | null): Acknowledgement | null {
  return at === null || by === null || given === null ? null : { at: fromUtcText(at), by, given }
}
