import { type RawBuilder, sql } from 'kysely'
import { type Holding, type HoldingChange, holdingChanges, piecesWithin } from '../core/plans/duty-changes.ts'
import type { DutyChange, HeldTime } from '../core/rota/duty-change.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll } from './database.ts'
import { toJson } from './rows.ts'
import type { Schema } from './schema.ts'
import { toAssignment, toNeed } from './timeline-rows.ts'

/** What one revision may have changed for one doctor. */
export interface NoticeKey {
  readonly districtId: DistrictId
  readonly revision: number
  readonly personId: PersonId
}

export type PersonDutyChange = DutyChange & { readonly personId: PersonId }

/**
 * What the revisions after `after` (left out = of that one alone), up to and with `revision`, changed for one doctor, by start:
 * what stood under the first against what stood under the last. Nothing when only a note or an origin did, or they had left by then.
 */
export async function loadDutyChanges(
  db: Database,
  districtId: DistrictId,
  revision: number,
  personId: PersonId,
  after: number = revision - 1,
): Promise<DutyChange[]> {
  const between = changedBetween({ districtId, revision, personId }, after)
  return readChanges(db, between, (row) => [row.district_id])
}

/** What single revisions changed, in one batch. */
export async function listChangesOf(db: Database, keys: readonly NoticeKey[]): Promise<PersonDutyChange[]> {
  if (keys.length === 0) return []
  return readChanges(db, changedAt(keys), (row) => [row.district_id, row.person_id, row.told_in])
}

/**
 * What a doctor's duties in all districts became by what was published after `since`, by start: what stood then against
 * what stands now, so that a duty gained and lost again is no change. Districts left by then are left out.
 */
export async function listDutyChanges(
  db: Database,
  personId: PersonId,
  since: Minute,
): Promise<DutyChange[]> {
  return readChanges(db, changedSince(personId, toUtcText(since)), (row) => [row.district_id])
}

/** Assignments on the two sides of a change, `form_at` the revision that tells what the need asked for; null = now. */
function changedAt(keys: readonly NoticeKey[]): RawBuilder<unknown> {
  const list = toJson(keys.map(({ districtId, revision, personId }) => [districtId, revision, personId]))
  const asked = sql`json_each(${list}) as asked cross join assignment
      on assignment.district_id = asked.value ->> 0 and assignment.person_id = asked.value ->> 2`
  return sql`select assignment.*, 'before' as side, revision_to as told_in, revision_to - 1 as form_at
      from ${asked} and assignment.revision_to = asked.value ->> 1
    union all
    select assignment.*, 'after', revision_from, revision_from
      from ${asked} and assignment.revision_from = asked.value ->> 1`
}

function changedBetween({ districtId, revision, personId }: NoticeKey, after: number): RawBuilder<unknown> {
  const held = sql`assignment where district_id = ${districtId} and person_id = ${personId}
    and not exists (select 1 from departure where departure.district_id = assignment.district_id
      and departure.person_id = assignment.person_id and departure.at < (select at from publication
        where publication.district_id = ${districtId} and publication.revision = ${after + 1}))`
  return sql`select *, 'before' as side, revision_to as told_in, ${after} as form_at
      from ${held} and revision_to > ${after} and revision_to <= ${revision} and revision_from <= ${after}
    union all
    select *, 'after', revision_from, ${revision}
      from ${held} and revision_from > ${after} and revision_from <= ${revision}
        and (revision_to is null or revision_to > ${revision})`
}

function changedSince(personId: PersonId, since: string): RawBuilder<unknown> {
  const base = sql`coalesce((select revision from publication
      where publication.district_id = doctor.district_id and at <= ${since}
      order by revision desc limit 1), 0)`
  const held = sql`district_person cross join doctor
      on doctor.district_id = district_person.district_id and doctor.person_id = district_person.person_id
    cross join assignment
      on assignment.district_id = doctor.district_id and assignment.person_id = doctor.person_id`
  const stays = sql`district_person.person_id = ${personId}
    and not exists (select 1 from departure where departure.district_id = doctor.district_id
      and departure.person_id = doctor.person_id and departure.at <= ${since})`
  return sql`select assignment.*, 'before' as side, revision_to as told_in, ${base} as form_at
      from ${held} and assignment.revision_to > ${base} where ${stays} and revision_from <= ${base}
    union all
    select assignment.*, 'after', revision_from, null
      from ${held} and assignment.revision_from > ${base} where ${stays} and revision_to is null`
}

type FoundRow = Schema['assignment'] & {
  side: 'before' | 'after'
  told_in: number
  form_at: number | null
  told_at: string
}

interface LineRow {
  district_id: DistrictId
  district_name: string
  id: string
  name: string
  code: string
  form: DutyChange['line']['form']
  place: string
}

/** Rows are held against each other where `apart` tells the same of them. */
async function readChanges(
  db: Database,
  found: RawBuilder<unknown>,
  apart: (row: FoundRow) => readonly unknown[],
): Promise<PersonDutyChange[]> {
  const among = sql`with found as materialized (${found}) select`
  const needOf = sql`found cross join need on need.district_id = found.district_id and need.id = found.need_id`
  const [rows, needs, forms, lines] = await readAll(db, [
    query<FoundRow>(sql`${among} found.*, publication.at as told_at from found
      cross join publication on publication.district_id = found.district_id and publication.revision = found.told_in`),
    query<Schema['need']>(sql`${among} distinct need.* from ${needOf}`),
    query<Schema['need_version']>(sql`${among} distinct form.* from found
      cross join need_version as form on form.district_id = found.district_id and form.id = found.need_id
      order by form.revision_to`),
    query<LineRow>(sql`${among} distinct line.district_id, district.name as district_name, line.id, line.name,
        line.code, line.form, line.place from ${needOf}
      cross join line on line.district_id = need.district_id and line.id = need.line_id
      cross join district on district.id = line.district_id`),
  ])
  const toHolding = holdingsAmong(needs, forms)
  const lineOf = new Map(lines.map((line) => [keyOf(line.district_id, line.id), line]))
  const groups = Map.groupBy(rows, (row) => JSON.stringify(apart(row)))
  return [...groups.values()]
    .flatMap((own) => {
      const sideOf = (side: FoundRow['side']) => own.filter((row) => row.side === side).map(toHolding)
      return holdingChanges(sideOf('before'), sideOf('after'))
    })
    .map((change) => toChange(change, lineOf))
    .sort((a, b) => firstStart(a) - firstStart(b))
}

interface FoundHolding extends Holding {
  readonly seat: number
  readonly need: Need
  readonly row: FoundRow
}

/** Makes a row a holding of the need as it was asked for then. */
function holdingsAmong(needs: readonly Schema['need'][], forms: readonly Schema['need_version'][]) {
  const needOf = new Map(needs.map((need) => [keyOf(need.district_id, need.id), need]))
  // The first to end stays first.
  const formsOf = Map.groupBy(forms, (form) => keyOf(form.district_id, form.id))
  return (row: FoundRow): FoundHolding => {
    const key = keyOf(row.district_id, row.need_id)
    const under = row.form_at ?? Infinity
    const form = formsOf.get(key)?.find(({ revision_to }) => revision_to > under)
    // The need's row is there: the assignment refers to it.
    const need = toNeed(form ?? (needOf.get(key) as Schema['need']))
    const { start, end, chainId, needId, seat, shadowing } = toAssignment(row)
    const pieces = piecesWithin(need.pieces, { start, end })
    return { start, end, chainId, needId, seat, shadowing, pieces, need, row }
  }
}

function toChange(
  { before, after }: HoldingChange<FoundHolding>,
  lineOf: ReadonlyMap<string, LineRow>,
): PersonDutyChange {
  // One side is there in every change, with the person who holds it and the line it refers to.
  const { row, need, seat } = (after ?? before) as FoundHolding
  const { district_id, district_name, ...line } = lineOf.get(keyOf(row.district_id, need.lineId)) as LineRow
  return {
    districtId: district_id,
    districtName: district_name,
    revision: row.told_in,
    at: fromUtcText(row.told_at),
    personId: row.person_id as PersonId,
    needId: need.id,
    seat,
    name: need.name,
    line,
    before: toTime(before),
    after: toTime(after),
  }
}

function toTime(held: FoundHolding | null): HeldTime | null {
  return held && { start: held.start, end: held.end, pieces: held.pieces, shadowing: held.shadowing }
}

const firstStart = ({ before, after }: DutyChange) =>
  Math.min(before?.start ?? Infinity, after?.start ?? Infinity)

const query = <R>(text: RawBuilder<unknown>) => ({ compile: () => sql<R>`${text}`.compile(compiler) })

const keyOf = (districtId: DistrictId, id: string): string => JSON.stringify([districtId, id])
