import { type RawBuilder, sql } from 'kysely'
import type { FeedScope } from '../core/rota/feed-choice.ts'
import { LONGEST_NEED_DAYS, type Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Interval } from '../core/time/interval.ts'
import { addDays } from '../core/time/local-date.ts'
import { fromUtcText, type Minute } from '../core/time/minute.ts'
import { toWall } from '../core/time/oslo.ts'
import type { Stamp } from '../core/time/stamp.ts'
import { ASSIGNMENT_STAMP, PUBLICATION_STAMP } from './change-clock.ts'
import { type Database, readAll } from './database.ts'
import { HOLDER_COLUMNS, type Holder, type HolderRow, toHolder } from './holder-rows.ts'
import {
  type AssignmentRow,
  type DutyLine,
  keyOf,
  LINE_COLUMNS,
  type LineRow,
  linesByKey,
  type PersonDuty,
  query,
} from './person-duty-store.ts'
import { fromJson } from './rows.ts'
import type { Schema } from './schema.ts'
import { toAssignment, toNeed } from './timeline-rows.ts'

export interface CalendarLine extends DutyLine {
  readonly areas: readonly string[]
  readonly areaStamp: Stamp
  readonly conditional: boolean
}

export interface DistrictDuty extends PersonDuty {
  readonly line: CalendarLine
  readonly holder: Holder
}

/** A need of which some place is open, with what was held there before. */
export interface OpenNeed {
  readonly line: CalendarLine
  readonly need: Need
  /** Since when it stands on the timeline, or stands there again. */
  readonly since: { readonly revision: number; readonly stamp: Stamp }
  /** What was held of it and fell away, and with which revision. */
  readonly ended: readonly (Interval & {
    readonly seat: number
    readonly revision: number
    readonly stamp: Stamp
  })[]
}

export interface DistrictCalendar {
  readonly districtName: string
  /** The municipality of the scope, if it has one. */
  readonly municipalityName: string | null
  /** When the first link to any calendar of the district was made; no later one changes it. Null = there is none. */
  readonly followedSince: Minute | null
  /** Of the scope. */
  readonly lines: readonly CalendarLine[]
  /** What is held now, by start; also the parts outside the time of needs that reach into it. */
  readonly duties: readonly DistrictDuty[]
  /** Needs that are not held in full, by start. */
  readonly open: readonly OpenNeed[]
}

export interface CalendarPart {
  readonly scope: FeedScope
  /** Needs of which some minute may lie in [from, to). */
  readonly from: Minute
  readonly to: Minute
}

/** What a district's lines hold in a time, in one batch. A line that names no areas covers all municipalities. */
export async function districtCalendar(
  db: Database,
  districtId: DistrictId,
  part: CalendarPart,
): Promise<DistrictCalendar> {
  const { scope } = part
  const number = scope.kind === 'municipality' ? scope.number : null
  const lines = linesQuery(districtId, scope)
  const needs = needsOf(lines, part)
  const [heads, lineRows, needRows, assignments, holders, presences, ended] = await readAll(db, [
    query<{ name: string; municipality: string | null; followed_since: string | null }>(sql`select name,
      (select name from district_member
        where district_id = ${districtId} and municipality_number = ${number}) as municipality,
      (select created_at from feed_link where district_id = ${districtId} order by rowid limit 1) as followed_since
      from district where id = ${districtId}`),
    query<AreaRow>(sql`select ${LINE_COLUMNS}, line.areas, line.conditional,
      coalesce(area_change.stamp, 0) as area_stamp
      from ${lines} cross join district on district.id = line.district_id
      left join area_change on area_change.district_id = line.district_id and area_change.line_id = line.id
      where true order by line.ordinal`),
    query<Schema['need']>(sql`select need.* from ${needs} where true order by need.start_at, need.id`),
    query<AssignmentRow>(sql`select assignment.*, ${ASSIGNMENT_STAMP} as stamp from ${needs}
      cross join assignment on assignment.district_id = need.district_id and assignment.need_id = need.id
        and assignment.revision_to is null
      where true order by assignment.start_at, assignment.id`),
    query<HolderRow>(sql`select ${HOLDER_COLUMNS} from (
        select district_id, person_id from doctor where district_id = ${districtId}
        union all select ${districtId}, null) as found
      cross join district on district.id = found.district_id
      left join doctor on doctor.district_id = found.district_id and doctor.person_id = found.person_id
      left join district_person
        on district_person.district_id = found.district_id and district_person.person_id = found.person_id`),
    query<PresenceRow>(sql`select need.id as need_id, coalesce(stands.revision_from, 0) as revision,
        coalesce(${PUBLICATION_STAMP}, 0) as stamp
      from ${needs} and ${IS_OPEN}
      left join need_presence as stands on stands.district_id = need.district_id and stands.need_id = need.id
        and stands.revision_to is null
      left join publication
        on publication.district_id = stands.district_id and publication.revision = stands.revision_from`),
    query<EndedRow>(sql`select held.need_id, held.seat, held.start_at, held.end_at,
        held.revision_to as revision, ${PUBLICATION_STAMP} as stamp
      from ${needs} and ${IS_OPEN}
      cross join assignment as held on held.district_id = need.district_id and held.need_id = need.id
        and held.revision_to is not null and held.shadowing = 0
      cross join publication
        on publication.district_id = held.district_id and publication.revision = held.revision_to`),
  ])
  const lineOf = toLines(lineRows)
  const needOf = new Map(needRows.map((row) => [row.id, row]))
  const holderOf = new Map(holders.map((row) => [row.person_id, toHolder(row)]))
  const endedOf = Map.groupBy(ended, (row) => row.need_id)
  const [head] = heads
  return {
    districtName: head?.name ?? '',
    municipalityName: head?.municipality ?? null,
    followedSince: head?.followed_since ? fromUtcText(head.followed_since) : null,
    lines: [...lineOf.values()],
    duties: assignments.flatMap((row) => {
      const need = needOf.get(row.need_id)
      const line = need && lineOf.get(need.line_id)
      const holder = holderOf.get(row.person_id)
      return line && holder
        ? [{ line, need: toNeed(need), assignment: toAssignment(row), stamp: row.stamp, holder }]
        : []
    }),
    open: presences.flatMap(({ need_id, ...since }) => {
      const need = needOf.get(need_id)
      const line = need && lineOf.get(need.line_id)
      if (!line) return []
      return [{ line, need: toNeed(need), since, ended: (endedOf.get(need_id) ?? []).map(toEnded) }]
    }),
  }
}

function linesQuery(districtId: DistrictId, scope: FeedScope): RawBuilder<unknown> {
  if (scope.kind === 'line')
    return sql`(select * from line where district_id = ${districtId} and id = ${scope.lineId}) as line`
  if (scope.kind === 'all') return sql`(select * from line where district_id = ${districtId}) as line`
  return sql`(select * from line where district_id = ${districtId} and (areas = '[]' or exists (
    select 1 from json_each(areas) as area where area.value = (select name from district_member
      where district_id = ${districtId} and municipality_number = ${scope.number})))) as line`
}

/** From the few lines to their needs by date; a need that reaches into the time begins at most three days before it. */
function needsOf(lines: RawBuilder<unknown>, { from, to }: CalendarPart): RawBuilder<unknown> {
  return sql`${lines} cross join need
    on need.district_id = line.district_id and need.line_id = line.id and need.withdrawn_in is null
      and need.date >= ${addDays(toWall(from).date, -LONGEST_NEED_DAYS)} and need.date <= ${toWall(to).date}`
}

/** Held for fewer minutes than it asks for. Slices that count do not overlap. */
const IS_OPEN = sql`need.number * (unixepoch(need.end_at) - unixepoch(need.start_at)) > (
  select coalesce(sum(unixepoch(now.end_at) - unixepoch(now.start_at)), 0) from assignment as now
  where now.district_id = need.district_id and now.need_id = need.id
    and now.revision_to is null and now.shadowing = 0)`

type AreaRow = LineRow & {
  areas: string
  conditional: number
  area_stamp: Stamp
}

interface PresenceRow {
  need_id: string
  revision: number
  /** 0 where it is not known since when the need stands: a hole is told all the same. */
  stamp: Stamp
}

interface EndedRow {
  need_id: string
  revision: number
  stamp: Stamp
  seat: number
  start_at: string
  end_at: string
}

function toLines(rows: readonly AreaRow[]): Map<string, CalendarLine> {
  const lineOf = linesByKey(rows)
  return new Map(
    rows.flatMap((row) => {
      const line = lineOf.get(keyOf(row.district_id, row.id))
      if (!line) return []
      const areas = { areas: fromJson<string[]>(row.areas), areaStamp: row.area_stamp }
      return [[row.id, { ...line, ...areas, conditional: row.conditional === 1 }] as const]
    }),
  )
}

function toEnded({ seat, revision, stamp, start_at, end_at }: EndedRow) {
  return { start: fromUtcText(start_at), end: fromUtcText(end_at), seat, revision, stamp }
}
