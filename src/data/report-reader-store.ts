import { sql } from 'kysely'
import type { DistrictId, MunicipalityNumber } from '../core/rota/person.ts'
import type { Dates } from '../core/time/local-date.ts'
import { compiler, type Database, readAll } from './database.ts'
import type { Role } from './schema-access.ts'

/** Somebody who may read a municipality's reports, and can be told by mail. */
export interface ReportReader {
  readonly accountId: string
  readonly email: string
  readonly districtId: DistrictId
  readonly districtName: string
  readonly municipality: MunicipalityNumber
  readonly municipalityName: string
}

/**
 * Who has one of `roles` in a municipality, once for each district it took part in on these dates and in which duties were published, and
 * for whom no message with this key's beginning is stored yet; at most `limit`.
 */
export async function listReportReaders(
  db: Database,
  roles: readonly Role[],
  { from, to }: Dates,
  key: string,
  limit: number,
): Promise<ReportReader[]> {
  const text = sql<ReportReader>`
    select distinct account.id as "accountId", account.email as "email", member.district_id as "districtId",
      district.name as "districtName", member.municipality_number as "municipality", member.name as "municipalityName"
    from membership
      cross join account on account.id = membership.account_id
      cross join district_member as member on member.municipality_number = membership.scope_id
      cross join district on district.id = member.district_id
    where membership.scope_kind = 'municipality' and membership.role in (${sql.join(roles)})
      and account.status = 'active' and account.email is not null
      and exists (select 1 from need where need.district_id = member.district_id and need.date >= ${from}
        and need.date < ${to} and need.withdrawn_in is null)
      and exists (select 1 from participation where participation.district_id = member.district_id
        and participation.municipality_number = member.municipality_number
        and participation.from_date < ${to} and coalesce(participation.to_date, ${to}) > ${from})
      and not exists (select 1 from outbox where dedup_key = ${key} || ':' || member.district_id || ':'
        || member.municipality_number || ':' || account.id)
    order by account.id, member.district_id, member.municipality_number
    limit ${limit}`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return rows
}
