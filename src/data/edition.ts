import { sql } from 'kysely'
import type { DistrictId } from '../core/rota/person.ts'
import { compiler, type Write } from './database.ts'
import { guardWrite } from './rows.ts'

/** Says that what a district's rota is planned by has changed, so that no save goes over it unseen. */
export function raiseEditionWrite(id: DistrictId): Write {
  return sql`update district set edition = edition + 1 where id = ${id}`.compile(compiler)
}

/** Ends the batch as `stale-revision` when the district has changed since it had this edition; 0: it was not there. */
export function editionGuard(id: DistrictId, edition: number): Write[] {
  const isSeen = sql`coalesce((select edition from district where id = ${id}), 0) = ${edition}`
  return [guardWrite('stale-revision', isSeen)]
}
