import { sql } from 'kysely'
import type { DistrictId, MunicipalityNumber } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import type { Account } from './account-store.ts'
import { compiler, type Database, readAll } from './database.ts'
import { CAN_SIGN_IN } from './member-store.ts'

/** How well the installation is looked after. */
export interface Claim {
  readonly beganAt: Minute
  /** An administrator who can sign in. */
  readonly isClaimed: boolean
  /** An administrator whose account has no way in: who enrolled nothing, or lost all. Null = none. */
  readonly waitingAccountId: string | null
  /** When a link from a terminal was last made for an administrator; null = none is kept. */
  readonly lastLinkAt: Minute | null
}

/** Whose invitations are made in a terminal. */
export const TERMINAL = 'terminal'

export async function findClaim(db: Database): Promise<Claim> {
  const administrators = sql`from membership join account on account.id = membership.account_id
    where scope_kind = 'installation' and role = 'installation-administrator' and account.status = 'active'`
  const text = sql<{
    began_at: string
    is_claimed: 0 | 1
    waiting: string | null
    last_link_at: string | null
  }>`select began_at,
    exists (select 1 ${administrators} and ${CAN_SIGN_IN}) as is_claimed,
    (select account.id ${administrators} and not ${CAN_SIGN_IN} order by granted_at limit 1) as waiting,
    (select max(created_at) from invitation where scope_kind = 'installation' and scope_id = 'installation'
      and invited_by = ${TERMINAL}) as last_link_at
    from installation`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  const [row] = rows
  if (!row) throw new Error('the installation has no row of its own: migration 0025 has not run')
  return {
    beganAt: fromUtcText(row.began_at),
    isClaimed: row.is_claimed === 1,
    waitingAccountId: row.waiting,
    lastLinkAt: row.last_link_at === null ? null : fromUtcText(row.last_link_at),
  }
}

/** A district or municipality, and who looks after it. */
export interface LedScope<Id> {
  readonly id: Id
  readonly name: string
  /** Who have its leading role and can sign in. */
  readonly leaders: number
  /** Invitations to it that the administrator has made and that are open. */
  readonly invited: number
}

/** Every district by name, with its coordinators. */
export async function listLedDistricts(db: Database, now: Minute): Promise<LedScope<DistrictId>[]> {
  const text = sql<LedScope<DistrictId>>`select district.id, district.name,
      ${leadersOf('district', 'coordinator', 'district.id')} as leaders,
      ${invitedTo('district', 'coordinator', 'district.id', now)} as invited
    from district order by district.name, district.id`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return rows
}

/** Every municipality that takes part in a district, by name, with its deciders. */
export async function listLedMunicipalities(
  db: Database,
  now: Minute,
): Promise<LedScope<MunicipalityNumber>[]> {
  const text = sql<LedScope<MunicipalityNumber>>`select municipality.number as id, municipality.name,
      ${leadersOf('municipality', 'municipality-decider', 'municipality.number')} as leaders,
      ${invitedTo('municipality', 'municipality-decider', 'municipality.number', now)} as invited
    from municipality
    where exists (select 1 from district_member where municipality_number = municipality.number)
    order by municipality.name, municipality.number`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return rows
}

const leadersOf = (kind: string, role: string, id: string) => sql`(select count(*) from membership
  join account on account.id = membership.account_id
  where scope_kind = ${kind} and scope_id = ${sql.ref(id)} and role = ${role} and ${CAN_SIGN_IN})`

const invitedTo = (
  kind: string,
  role: string,
  id: string,
  now: Minute,
) => sql`(select count(*) from invitation
  where scope_kind = ${kind} and scope_id = ${sql.ref(id)} and role = ${role} and by_installation = 1
    and accepted_at is null and expires_at > ${toUtcText(now)})`

/** Those that any district has or had. */
export async function listMunicipalities(db: Database): Promise<MunicipalityNumber[]> {
  const query = compiler.selectFrom('municipality').select('number').orderBy('number')
  const [rows] = await readAll(db, [query])
  return rows.map(({ number }) => number)
}

/** Accounts that are shut out, the latest made first. */
export async function listDisabledAccounts(
  db: Database,
): Promise<Pick<Account, 'id' | 'email' | 'createdAt'>[]> {
  const query = compiler
    .selectFrom('account')
    .select(['id', 'email', 'created_at'])
    .where('status', '=', 'disabled')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(MOST_LISTED)
  const [rows] = await readAll(db, [query])
  return rows.map(({ id, email, created_at }) => ({ id, email, createdAt: fromUtcText(created_at) }))
}

const MOST_LISTED = 200
