import { CompiledQuery, sql } from 'kysely'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Wish } from '../core/rota/wish.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { raiseEditionWrite } from './edition.ts'
import { fromJson, insertRows, toJson, toJsonChunks, upsert } from './rows.ts'
import type { Schema } from './schema.ts'

export async function listWishes(db: Database, districtId: DistrictId): Promise<Wish[]> {
  const [rows] = await readAll(db, [wishQuery(districtId)])
  return rows.map(toWish)
}

export async function findWish(db: Database, districtId: DistrictId, id: string): Promise<Wish | undefined> {
  const [rows] = await readAll(db, [wishQuery(districtId).where('id', '=', id)])
  return rows.map(toWish)[0]
}

/** Adds wishes after those the district has. A known id is refused as `duplicate`. */
export function wishWrites(districtId: DistrictId, wishes: readonly Wish[]): Write[] {
  const rows = wishRows(districtId, wishes).map((row) => [
    row.id,
    row.person_id,
    row.kind,
    row.from_date,
    row.to_date,
    row.weekdays,
    row.need_id,
    row.stance,
    row.weight,
  ])
  const added = toJsonChunks(rows).map((chunk) =>
    CompiledQuery.raw(ADD_WISHES, [districtId, districtId, chunk]),
  )
  return [...added, raiseEditionWrite(districtId)]
}

/** What the district has is counted once for each statement, before its first row. */
const ADD_WISHES = `insert into wish
    (district_id, ordinal, id, person_id, kind, from_date, to_date, weekdays, need_id, stance, weight)
  select ?, (select coalesce(max(ordinal) + 1, 0) from wish where district_id = ?) + key,
    value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8
  from json_each(?)`

export function wishRemovals(districtId: DistrictId, id: string): Write[] {
  const removal = compiler.deleteFrom('wish').where('district_id', '=', districtId).where('id', '=', id)
  return [removal.compile(), raiseEditionWrite(districtId)]
}

/** The wishes of a whole district: they come first, in their order; others that it has stay behind them in theirs. */
export function statedWishWrites(districtId: DistrictId, wishes: readonly Wish[]): Write[] {
  const behind = sql`update wish set ordinal = ordinal + ${wishes.length} where district_id = ${districtId}`
  const columns = ['ordinal', 'person_id', 'kind', 'from_date', 'to_date', 'weekdays', 'need_id', 'stance']
  return [
    behind.compile(compiler),
    ...insertRows(
      'wish',
      wishRows(districtId, wishes),
      upsert(['district_id', 'id'], [...columns, 'weight']),
    ),
  ]
}

/** Removes the wishes of everybody but these doctors. */
export function leaverWishRemovals(districtId: DistrictId, doctorIds: readonly PersonId[]): Write[] {
  const leavers = sql`delete from wish where district_id = ${districtId}
    and person_id not in (select value from json_each(${toJson(doctorIds)}))`
  return [leavers.compile(compiler)]
}

export const wishQuery = (districtId: DistrictId) =>
  compiler.selectFrom('wish').selectAll().where('district_id', '=', districtId).orderBy('ordinal')

function wishRows(districtId: DistrictId, wishes: readonly Wish[]) {
  return wishes.map(({ id, personId, about, stance, weight }, ordinal) => ({
    district_id: districtId,
    id,
    ordinal,
    person_id: personId,
    kind: about.kind,
    from_date: about.kind === 'duty' ? null : about.from,
    to_date: about.kind === 'duty' ? null : about.to,
    weekdays: about.kind === 'pattern' ? toJson(about.weekdays) : null,
    need_id: about.kind === 'duty' ? about.needId : null,
    stance,
    weight,
  }))
}

export function toWish(row: Schema['wish']): Wish {
  return {
    id: row.id,
    personId: row.person_id,
    about: toAbout(row),
    stance: row.stance,
    weight: row.weight,
  }
}

function toAbout(row: Schema['wish']): Wish['about'] {
  const { kind, from_date: from, to_date: to, need_id: needId, weekdays } = row
  if (kind === 'duty' && needId !== null) return { kind, needId }
  if (from === null || to === null) throw new Error(`wish ${row.id} of ${row.district_id} has no dates`)
  if (kind === 'pattern') return { kind, from, to, weekdays: fromJson(weekdays ?? '[]') }
  return { kind: 'dates', from, to }
}
