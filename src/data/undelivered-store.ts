import { sql } from 'kysely'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll } from './database.ts'
import { toJson } from './rows.ts'

/** The key of a message that is made anew in place of one that was given up: once, however often it is asked for. */
export function keyOfAgain(dedupKey: string): string {
  return dedupKey + AGAIN
}

/** A key without what `keyOfAgain` has added to it. */
export function keyOfFirst(dedupKey: string): string {
  return dedupKey.endsWith(AGAIN) ? keyOfFirst(dedupKey.slice(0, -AGAIN.length)) : dedupKey
}

const AGAIN = ':again'

/** Of these keys, those that a message is stored under. */
export async function listKnownKeys(db: Database, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const text = sql<{ key: string }>`select outbox.dedup_key as "key"
    from json_each(${toJson(keys)}) as asked cross join outbox on outbox.dedup_key = asked.value`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return new Set(rows.map(({ key }) => key))
}

/** The doctors that these accounts stand for, by account; those that stand for none are left out. */
export async function findPersonsOfAccounts(
  db: Database,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, PersonId>> {
  if (accountIds.length === 0) return new Map()
  const text = sql<{
    id: string
    personId: PersonId
  }>`select account.id as "id", account.person_id as "personId"
    from json_each(${toJson(accountIds)}) as asked cross join account on account.id = asked.value
    where account.person_id is not null`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return new Map(rows.map(({ id, personId }) => [id, personId]))
}

/** How many messages of each district were given up since then and not made anew; districts without are left out. */
export async function countDeadMessages(
  db: Database,
  districtIds: readonly DistrictId[],
  since: Minute,
): Promise<ReadonlyMap<DistrictId, number>> {
  if (districtIds.length === 0) return new Map()
  const text = sql<{
    id: DistrictId
    amount: number
  }>`select district_id as "id", count(*) as "amount" from outbox
    where status = 'dead' and due_at >= ${toUtcText(since)}
      and district_id in (select value from json_each(${toJson(districtIds)}))
      and not exists (select 1 from outbox as again where again.dedup_key = outbox.dedup_key || ${AGAIN})
    group by district_id`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return new Map(rows.map(({ id, amount }) => [id, amount]))
}
