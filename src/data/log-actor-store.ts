import { sql } from 'kysely'
import type { PersonId } from '../core/rota/person.ts'
import { type StoredMembership, toMembership } from './account-store.ts'
import { compiler, type Database, readAll } from './database.ts'
import { toJson } from './rows.ts'

/** What a log may say of an account. */
export interface LogAccount {
  readonly id: string
  readonly personId: PersonId | null
  readonly email: string | null
  readonly memberships: readonly StoredMembership[]
}

/** Those of these ids that are accounts: two queries, however many are asked for. */
export async function listLogAccounts(db: Database, ids: readonly string[]): Promise<LogAccount[]> {
  const told = sql<string>`(select value from json_each(${toJson(ids)}))`
  const [accounts, memberships] = await readAll(db, [
    compiler.selectFrom('account').select(['id', 'person_id', 'email']).where('id', 'in', told),
    compiler
      .selectFrom('membership')
      .select(['account_id', 'scope_kind', 'scope_id', 'role'])
      .where('account_id', 'in', told),
  ])
  return accounts.map(({ id, person_id: personId, email }) => {
    const own = memberships.filter(({ account_id }) => account_id === id)
    return { id, personId, email, memberships: own.map(toMembership) }
  })
}

/** So many are offered to choose among; of an installation's log there may be thousands. */
const MOST_ACTORS = 500

/** Whoever has an entry in a chain, by the id that stands there: one step of an index for each, however long the chain is. */
export async function listLogActors(db: Database, chain: string): Promise<string[]> {
  const next = sql`select min(actor) from audit where district_id = ${chain}`
  const text = sql<{ actor: string }>`with recursive found (actor) as (${next}
      union all select (${next} and actor > found.actor) from found where found.actor is not null)
    select actor from found where actor is not null limit ${MOST_ACTORS}`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return rows.map(({ actor }) => actor)
}
