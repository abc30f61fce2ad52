import { sql } from 'kysely'
import type { DistrictId } from '../core/rota/person.ts'
import { compiler, type Database, readAll } from './database.ts'
import type { Role } from './schema-access.ts'

/** Somebody in a district who has an address. */
export interface ToldAccount {
  readonly accountId: string
  readonly email: string
  readonly districtName: string
}

/** Who has a role in a district and can be told by mail, by account. */
export async function listAccountsToTell(
  db: Database,
  districtId: DistrictId,
  role: Role,
): Promise<ToldAccount[]> {
  const query = sql<ToldAccount>`
    select account.id as "accountId", account.email as "email", district.name as "districtName"
    from membership cross join account on account.id = membership.account_id
      cross join district on district.id = membership.scope_id
    where membership.scope_kind = 'district' and membership.scope_id = ${districtId} and membership.role = ${role}
      and account.status = 'active' and account.email is not null
    order by account.id`
  const [rows] = await readAll(db, [{ compile: () => query.compile(compiler) }])
  return rows
}
