import { type RawBuilder, sql } from 'kysely'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import type { ExemptionKey } from './ground-store.ts'
import { guardWrite } from './rows.ts'

/** Which of a doctor's exemptions an account may read the grounds of; an account that is somebody else's reads none. */
export async function listReadableGrounds(
  db: Database,
  districtId: DistrictId,
  personId: PersonId,
  accountId: string,
): Promise<ReadonlySet<string>> {
  const query = compiler
    .selectFrom('ground_reader')
    .select('exemption_id')
    .where('district_id', '=', districtId)
    .where('person_id', '=', personId)
    .where('account_id', '=', accountId)
  const [rows] = await readAll(db, [query])
  return new Set(rows.map(({ exemption_id }) => exemption_id))
}

/** Which of a doctor's exemptions their own account may read the grounds of, while it is active. */
export async function listGroundsReadByDoctor(
  db: Database,
  districtId: DistrictId,
  personId: PersonId,
): Promise<ReadonlySet<string>> {
  const query = compiler
    .selectFrom('ground_reader')
    .innerJoin('account', 'account.id', 'ground_reader.account_id')
    .select('exemption_id')
    .where('ground_reader.district_id', '=', districtId)
    .where('ground_reader.person_id', '=', personId)
    .where('account.person_id', '=', personId)
    .where('account.status', '=', 'active')
  const [rows] = await readAll(db, [query])
  return new Set(rows.map(({ exemption_id }) => exemption_id))
}

/**
 * Of a line in the log that an account wrote: that it claimed an exemption of its own person, or withdrew it, tells what kind of ground
 * that has, and the account may not read it.
 */
export function tellsOfClaim(personId: PersonId | '', accountId: string): RawBuilder<unknown> {
  const isRead = sql`select 1 from ground_reader where ground_reader.person_id = ${personId}
    and exemption_id = audit.subject_id and account_id = ${accountId}`
  return sql`(audit.subject_kind = 'exemption' and audit.district_id not in (select id from district)
    and exists (select 1 from exemption where exemption.id = audit.subject_id and exemption.person_id = ${personId})
    and not exists (${isRead}))`
}

/** Lets an account read the ground of an exemption. Stands until somebody else may have come in to the account. */
export function groundReaderWrites(
  { districtId, personId, exemptionId }: ExemptionKey,
  accountId: string,
): Write[] {
  const row = {
    district_id: districtId,
    person_id: personId,
    exemption_id: exemptionId,
    account_id: accountId,
  }
  return [
    compiler
      .insertInto('ground_reader')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
  ]
}

/** What a decider was shown of the account that they let read. */
export interface SeenAccount {
  readonly accountId: string
  readonly email: string | null
}

/** Ends the batch as `stale-revision` unless this still is the doctor's account, with this address and not shut. */
export function accountOfDoctorGuard(personId: PersonId, { accountId, email }: SeenAccount): Write {
  const isSame = sql`exists (select 1 from account
    where id = ${accountId} and person_id = ${personId} and email is ${email} and status = 'active')`
  return guardWrite('stale-revision', isSame)
}

/** Takes every ground from an account that somebody else may have come in to. */
export function forgetGroundsWrites(accountId: string): Write[] {
  return [compiler.deleteFrom('ground_reader').where('account_id', '=', accountId).compile()]
}

/** Takes back what would open a doctor's account again to another than reads its own address. */
export function withdrawReopeningsElsewhereWrites(personId: PersonId): Write[] {
  const isElsewhere = sql<boolean>`accepted_at is null and exists (select 1 from account
    where account.id = invitation.account_id and account.person_id = ${personId}
      and (invitation.email is null or account.email is not invitation.email))`
  return [compiler.deleteFrom('invitation').where(isElsewhere).compile()]
}

/** Ends the batch as `link-used` when the account's doctor has an exemption, also one that was taken back. */
export function noExemptionGuard(accountId: string): Write {
  const isNone = sql`not exists (select 1 from account join exemption on exemption.person_id = account.person_id
    where account.id = ${accountId})`
  return guardWrite('link-used', isNone)
}

/** Whether the account's doctor has an exemption anywhere, also one that was taken back: its ground is still kept. */
export async function hasExemption(db: Database, accountId: string): Promise<boolean> {
  const text = sql<{ found: 0 | 1 }>`select exists (select 1 from account
    join exemption on exemption.person_id = account.person_id where account.id = ${accountId}) as found`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return rows[0]?.found === 1
}
