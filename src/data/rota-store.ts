import { sql } from 'kysely'
import type { Assignment } from '../core/rota/assignment.ts'
import type { LineId } from '../core/rota/line.ts'
import { LONGEST_NEED_MINUTES, type Need, type NeedId } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Publication } from '../core/rota/publication.ts'
import type { BusyElsewhere } from '../core/rota/rota.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { fromWall } from '../core/time/oslo.ts'
import { changeClockWrite } from './change-clock.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { districtFeedsWrite, personFeedsWrite } from './feed-version.ts'
import { guardWrite, insertRows, toJson, toJsonChunks } from './rows.ts'
import type { Schema } from './schema.ts'
import {
  assignmentRow,
  differenceRows,
  needRow,
  publicationRow,
  toAssignment,
  toNeed,
  waiverRows,
} from './timeline-rows.ts'

export interface Timeline {
  readonly revision: number
  /** By start. */
  readonly needs: readonly Need[]
  /** The ones that hold now, by start. */
  readonly assignments: readonly Assignment[]
  /** Duties of the district's doctors in other districts, as far as they may touch these days. */
  readonly elsewhere: readonly BusyElsewhere[]
}

/**
 * The published duties that start on a date from `from` (inclusive) to `to` (exclusive), in one batch; a caller who
 * judges rest asks for some days more. A district that does not exist has revision 0 and nothing published.
 */
export async function loadTimeline(
  db: Database,
  districtId: DistrictId,
  from: LocalDate,
  to: LocalDate,
): Promise<Timeline> {
  const [heads, needs, assignments, elsewhere] = await readAll(db, [
    revisionQuery(districtId),
    publishedNeedsQuery(districtId, from, to),
    assignmentsQuery(districtId, from, to),
    elsewhereQuery(districtId, from, to),
  ])
  return {
    revision: heads[0]?.revision ?? 0,
    needs: needs.map(toNeed),
    assignments: assignments.map(toAssignment),
    elsewhere: elsewhere.map((row) => ({
      personId: row.person_id,
      start: fromUtcText(row.start_at),
      end: fromUtcText(row.end_at),
      overlapClass: row.overlap_class,
    })),
  }
}

export interface DutyRecord {
  readonly need: Need
  /** Every assignment that ever held, the oldest revision first, then by start. */
  readonly history: readonly Assignment[]
  /** What it asked for before, the oldest first; each held until its revision (exclusive). */
  readonly formerForms: readonly { readonly need: Need; readonly revisionTo: number }[]
  /** When each revision was published that an assignment began with. */
  readonly publishedAt: Readonly<Record<number, Minute>>
  readonly revision: number
}

/** One published duty with its whole history. A need that was withdrawn is still found. */
export async function findDuty(
  db: Database,
  districtId: DistrictId,
  needId: NeedId,
): Promise<DutyRecord | undefined> {
  const need = compiler
    .selectFrom('need')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('id', '=', needId)
  const history = compiler
    .selectFrom('assignment')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('need_id', '=', needId)
    .orderBy('revision_from')
    .orderBy('start_at')
    .orderBy('id')
  const former = compiler
    .selectFrom('need_version')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('id', '=', needId)
    .orderBy('revision_to')
  const [[row], assignments, heads, forms, published] = await readAll(db, [
    need,
    history,
    revisionQuery(districtId),
    former,
    publishedQuery(districtId, needId),
  ])
  if (!row) return undefined
  return {
    need: toNeed(row),
    history: assignments.map(toAssignment),
    publishedAt: Object.fromEntries(published.map(({ revision, at }) => [revision, fromUtcText(at)])),
    formerForms: forms.map((form) => ({ need: toNeed(form), revisionTo: form.revision_to })),
    revision: heads[0]?.revision ?? 0,
  }
}

const publishedQuery = (districtId: DistrictId, needId: NeedId) => ({
  compile: () =>
    sql<Pick<Schema['publication'], 'revision' | 'at'>>`
      select distinct publication.revision, publication.at from assignment cross join publication
        on publication.district_id = assignment.district_id and publication.revision = assignment.revision_from
      where assignment.district_id = ${districtId} and assignment.need_id = ${needId}`.compile(compiler),
})

/**
 * Enters needs into the timeline, or changes what they say; goes before the publication that fills them. One that had been
 * withdrawn, or asked for other hours or fewer doctors, is told otherwise to those who had it.
 */
export function needWrites(districtId: DistrictId, needs: readonly Need[], now: Minute): Write[] {
  const holders = (asked: string) => sql`select held.person_id from json_each(${asked}) as told
    cross join need on need.district_id = ${districtId} and need.id = told.value ->> 0 and (need.withdrawn_in is not null
      or (need.number, need.start_at, need.end_at) is not (told.value ->> 1, told.value ->> 2, told.value ->> 3))
    cross join assignment as held on held.district_id = need.district_id and held.need_id = need.id`
  return [
    ...toJsonChunks(
      needs.map(({ id, number, start, end }) => [id, number, toUtcText(start), toUtcText(end)]),
    ).flatMap((told) => [
      changeClockWrite(now, sql`exists (${holders(told)})`),
      personFeedsWrite(holders(told)),
    ]),
    ...insertRows(
      'need',
      needs.map((need) => needRow(districtId, need)),
      CHANGE_NEED,
    ),
  ]
}

/**
 * Takes out of the timeline, as of `revision`, the needs of these lines and dates that are not in `kept`. Goes after
 * the publication: a need that somebody still holds stays. Whoever had one that goes is told so: it stood open till now.
 */
export function withdrawNeedWrites(
  districtId: DistrictId,
  revision: number,
  part: { readonly lineIds: readonly LineId[]; readonly from: LocalDate; readonly to: LocalDate },
  kept: readonly NeedId[],
  now: Minute,
): Write[] {
  const gone = sql`select held.person_id from need
    cross join assignment as held on held.district_id = need.district_id and held.need_id = need.id
    where need.district_id = ${districtId} and need.date >= ${part.from} and need.date < ${part.to}
      and need.withdrawn_in = ${revision}`
  return [
    sql`update need set withdrawn_in = ${revision}
      where district_id = ${districtId} and line_id in (select value from json_each(${toJson(part.lineIds)}))
        and date >= ${part.from} and date < ${part.to} and withdrawn_in is null
        and id not in (select value from json_each(${toJson(kept)}))
        and not exists (select 1 from assignment
          where assignment.district_id = need.district_id and assignment.need_id = need.id
            and assignment.revision_to is null)`.compile(compiler),
    changeClockWrite(now, sql`exists (${gone})`),
    personFeedsWrite(gone),
  ]
}

/** What a publication changes: the record, the assignments that end with it and those that begin. */
export interface TimelineChange {
  readonly publication: Publication
  readonly close: readonly string[]
  readonly open: readonly Assignment[]
}

/**
 * Moves the timeline from `expectedRevision` to the next. Refused as `stale-revision` when it has moved already and as
 * `double-booked` when a person would hold two duties at once, here or in another district. What ends goes before what
 * begins, so that two doctors may trade duties at the same hours. The calendar feeds of all touched get a new version.
 * @throws when the publication is not the next revision.
 */
export function publicationWrites(
  districtId: DistrictId,
  expectedRevision: number,
  change: TimelineChange,
): Write[] {
  const { publication, close, open } = change
  const { revision } = publication
  if (revision !== expectedRevision + 1)
    throw new Error(`publication ${revision} of ${districtId} does not follow revision ${expectedRevision}`)
  return [
    guardWrite(
      'stale-revision',
      sql`exists (
      select 1 from district where id = ${districtId} and revision = ${expectedRevision})`,
    ),
    compiler.updateTable('district').set({ revision }).where('id', '=', districtId).compile(),
    changeClockWrite(publication.at),
    compiler.insertInto('publication').values(publicationRow(districtId, publication)).compile(),
    ...insertRows('waiver', waiverRows(districtId, publication)),
    ...insertRows('publication_difference', differenceRows(districtId, publication)),
    ...toJsonChunks(close).flatMap((ids) => closeWrites(districtId, revision, ids)),
    ...insertRows(
      'assignment',
      open.map((assignment) => assignmentRow(districtId, assignment)),
    ),
    ...toJsonChunks([...close, ...open.map((assignment) => assignment.id)]).map((ids) =>
      personFeedsWrite(holdersOf(districtId, ids)),
    ),
    districtFeedsWrite(districtId),
  ]
}

const revisionQuery = (districtId: DistrictId) =>
  compiler.selectFrom('district').select('revision').where('id', '=', districtId)

/** Needs that start on a date from `from` (inclusive) to `to` (exclusive) and are not withdrawn, by start. */
export const publishedNeedsQuery = (districtId: DistrictId, from: LocalDate, to: LocalDate) =>
  compiler
    .selectFrom('need')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('date', '>=', from)
    .where('date', '<', to)
    .where('withdrawn_in', 'is', null)
    .orderBy('start_at')
    .orderBy('id')

// Cross join keeps the order of the tables: from the few needs of the dates to their assignments.
const assignmentsQuery = (districtId: DistrictId, from: LocalDate, to: LocalDate) => ({
  compile: () =>
    sql<Schema['assignment']>`
      select assignment.* from need cross join assignment
        on assignment.district_id = need.district_id and assignment.need_id = need.id
      where need.district_id = ${districtId} and need.date >= ${from} and need.date < ${to}
        and need.withdrawn_in is null and assignment.revision_to is null
      order by assignment.start_at, assignment.id`.compile(compiler),
})

const elsewhereQuery = (districtId: DistrictId, from: LocalDate, to: LocalDate) => {
  const first = fromWall(from, 0)
  const last = fromWall(to, 0) + LONGEST_NEED_MINUTES
  return {
    compile: () =>
      sql<Schema['booking']>`
        select booking.* from doctor cross join booking on booking.person_id = doctor.person_id
        where doctor.district_id = ${districtId} and booking.district_id <> ${districtId}
          and booking.start_at > ${toUtcText(first - LONGEST_NEED_MINUTES)}
          and booking.start_at < ${toUtcText(last)} and booking.end_at > ${toUtcText(first)}
        order by booking.start_at, booking.person_id`.compile(compiler),
  }
}

const CHANGE_NEED = `on conflict (district_id, id) do update set
    line_id = excluded.line_id, name = excluded.name, date = excluded.date, number = excluded.number,
    start_local = excluded.start_local, start_fold = excluded.start_fold, start_at = excluded.start_at,
    end_local = excluded.end_local, end_fold = excluded.end_fold, end_at = excluded.end_at,
    pieces = excluded.pieces, paid = excluded.paid, block_id = excluded.block_id, withdrawn_in = null
  where (line_id, name, number, start_at, end_at, pieces, paid, block_id, withdrawn_in) is not
    (excluded.line_id, excluded.name, excluded.number, excluded.start_at, excluded.end_at, excluded.pieces,
     excluded.paid, excluded.block_id, null)`

function closeWrites(districtId: DistrictId, revision: number, ids: string): Write[] {
  const isCurrent = sql`not exists (
    select 1 from json_each(${ids}) as wanted left join assignment
      on assignment.district_id = ${districtId} and assignment.id = wanted.value
    where assignment.id is null or assignment.revision_to is not null)`
  return [
    guardWrite('stale-revision', isCurrent),
    sql`update assignment set revision_to = ${revision}
      where district_id = ${districtId} and id in (select value from json_each(${ids}))`.compile(compiler),
  ]
}

/**
 * Everybody who holds or has held a place of which an assignment is touched: a duty that was cancelled stands in its former
 * holder's calendar until somebody takes it.
 */
function holdersOf(districtId: DistrictId, ids: string) {
  return sql`select held.person_id from json_each(${ids}) as touched
    cross join assignment on assignment.district_id = ${districtId} and assignment.id = touched.value
    cross join assignment as held on held.district_id = assignment.district_id
      and held.need_id = assignment.need_id and held.seat = assignment.seat`
}
