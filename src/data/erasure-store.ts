import { type RawBuilder, sql } from 'kysely'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { membershipRemovals } from './account-store.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { raiseEditionWrite } from './edition.ts'
import { endLinkWrites } from './feed-store.ts'
import { fromJson, guardWrite } from './rows.ts'
import type { Schema } from './schema.ts'
import { resetWaysIn } from './way-in-store.ts'

export interface PersonKey {
  readonly districtId: DistrictId
  readonly personId: PersonId
}

/** Somebody who asked a district to forget them, or whom it has forgotten. */
export interface Erasure extends PersonKey {
  readonly askedAt: Minute | null
  readonly doneAt: Minute | null
}

/** What stands in the way of forgetting somebody, and who they are to the rest of the installation. */
export interface ErasureFacts {
  /** Duties in the district that are not over. */
  readonly dutiesAhead: number
  /** Contracts and places in the rota that have not ended by the date. */
  readonly running: number
  readonly buildsRunning: number
  /** Former doctors that the district has forgotten. */
  readonly erased: number
  /** Other districts that name the person still. */
  readonly elsewhere: readonly DistrictId[]
  readonly accountId: string | null
  readonly accountEmail: string | null
  readonly language: string | null
  /** Roles of the account beside being a doctor here: in the district, and anywhere else. */
  readonly rolesHere: number
  readonly rolesElsewhere: number
}

export async function findErasureFacts(
  db: Database,
  { districtId, personId }: PersonKey,
  clock: ErasureClock,
): Promise<ErasureFacts> {
  const key = { districtId, personId }
  const [[found]] = await readAll(db, [{ compile: () => factsOf(key, clock).compile(compiler) }])
  if (!found) throw new Error(`nothing was read of ${personId} in ${districtId}`)
  return { ...found, elsewhere: fromJson<DistrictId[]>(found.elsewhere) }
}

/** Ends the batch as `stale-revision` where anything of this is no more as it was read. */
export function erasureFactsGuard(
  { districtId, personId }: PersonKey,
  clock: ErasureClock,
  facts: ErasureFacts,
): Write[] {
  const now = factsOf({ districtId, personId }, clock)
  const read = { ...facts, elsewhere: JSON.stringify(facts.elsewhere) }
  // The keys of a record are the names of its type.
  const names = Object.keys(read) as (keyof ErasureFacts)[]
  const isAsRead = sql.join(
    names.map((name) => sql`facts.${sql.ref(name)} is ${read[name]}`),
    sql` and `,
  )
  return [guardWrite('stale-revision', sql`select ${isAsRead} from (${now}) as facts`)]
}

/**
 * Ends the batch as `stale-revision` where a message of the district, or the fault it met, is other than what was read: jobs write
 * them without a log. `read`: id and fault of each.
 */
export function unreadMessagesGuard(districtId: DistrictId, read: readonly (readonly string[])[]): Write[] {
  const known = JSON.stringify(read.map((message) => JSON.stringify(message)))
  const isRead = sql`json_array(id, coalesce(last_error, '')) in (select value from json_each(${known}))`
  const isNone = sql`not exists (select 1 from outbox where district_id = ${districtId} and not ${isRead})`
  return [guardWrite('stale-revision', isNone)]
}

interface ErasureClock {
  readonly now: Minute
  readonly today: LocalDate
}

type StoredFacts = Omit<ErasureFacts, 'elsewhere'> & { readonly elsewhere: string }

function factsOf({ districtId, personId }: PersonKey, { now, today }: ErasureClock): RawBuilder<StoredFacts> {
  const isOpen = sql`(to_date is null or to_date > ${today})`
  const ofDoctor = sql`district_id = ${districtId} and person_id = ${personId}`
  const account = sql`(select id from account where person_id = ${personId})`
  return sql<StoredFacts>`select
    (select count(*) from booking where ${ofDoctor} and end_at > ${toUtcText(now)}) as "dutiesAhead",
    (select count(*) from engagement where ${ofDoctor} and ${isOpen})
      + (select count(*) from position_holder where ${ofDoctor} and ${isOpen}) as "running",
    (select count(*) from build where district_id = ${districtId} and status in ('waiting', 'running')) as "buildsRunning",
    (select count(*) from erasure where district_id = ${districtId} and stage = 'done') as "erased",
    ${account} as "accountId",
    (select email from account where person_id = ${personId}) as "accountEmail",
    (select language from account where person_id = ${personId}) as "language",
    (select count(*) from membership where account_id = ${account} and district_id = ${districtId}
      and role <> 'doctor') as "rolesHere",
    (select count(*) from membership where account_id = ${account}
      and not (scope_kind = 'district' and scope_id = ${districtId})) as "rolesElsewhere",
    (select json_group_array(district_id) from (select district_id from district_person as other
      where person_id = ${personId} and district_id <> ${districtId} and not exists (
        select 1 from erasure where erasure.district_id = other.district_id and erasure.person_id = ${personId}
          and stage = 'done')
      order by district_id)) as "elsewhere"`
}

/** Of a district, those who have asked and wait first, by when they asked. */
export async function listErasures(db: Database, districtId: DistrictId): Promise<Erasure[]> {
  const query = compiler.selectFrom('erasure').selectAll().where('district_id', '=', districtId)
  const [rows] = await readAll(db, [query.orderBy('stage').orderBy('asked_at')])
  return rows.map(toErasure)
}

export async function listErasuresOfPerson(db: Database, personId: PersonId): Promise<Erasure[]> {
  const query = compiler.selectFrom('erasure').selectAll().where('person_id', '=', personId)
  const [rows] = await readAll(db, [query.orderBy('district_id')])
  return rows.map(toErasure)
}

export function askErasureWrites({ districtId, personId }: PersonKey, at: Minute): Write[] {
  const row = {
    district_id: districtId,
    person_id: personId,
    stage: 'asked' as const,
    asked_at: toUtcText(at),
  }
  return [
    compiler
      .insertInto('erasure')
      .values({ ...row, name: null, initials: null, done_at: null, done_by: null })
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
  ]
}

export function withdrawErasureWrites({ districtId, personId }: PersonKey): Write[] {
  const asked = compiler.deleteFrom('erasure').where('district_id', '=', districtId)
  return [asked.where('person_id', '=', personId).where('stage', '=', 'asked').compile()]
}

interface FormerDoctor extends PersonKey {
  readonly name: string
  readonly initials: string
  readonly at: Minute
  readonly by: string
}

/** Goes first: what never changes lets names out of its texts while this is under way. Refused as `stale-revision` once done. */
export function beginErasureWrites({ districtId, personId, name, initials, at, by }: FormerDoctor): Write[] {
  const isNew = sql`not exists (select 1 from erasure
    where district_id = ${districtId} and person_id = ${personId} and stage = 'done')`
  return [
    guardWrite('stale-revision', isNew),
    sql`insert into erasure (district_id, person_id, asked_at, stage, name, initials, done_at, done_by)
      values (${districtId}, ${personId}, null, 'under-way', ${name}, ${initials}, ${toUtcText(at)}, ${by})
      on conflict (district_id, person_id) do update set stage = 'under-way', name = excluded.name,
        initials = excluded.initials, done_at = excluded.done_at, done_by = excluded.done_by`.compile(
      compiler,
    ),
  ]
}

/** Goes last. */
export function endErasureWrites({ districtId, personId }: PersonKey): Write[] {
  const isMeant = sql`district_id = ${districtId} and person_id = ${personId}`
  return [
    sql`update erasure set stage = 'done' where ${isMeant}`.compile(compiler),
    raiseEditionWrite(districtId),
  ]
}

/**
 * What the district itself says of the person, and what hangs on it. Contracts, competence, office hours, absences and the effect of
 * exemptions stay, since what was counted was counted by them; what was typed in them goes.
 */
export function unnameWrites({ districtId, personId, name, initials }: FormerDoctor): Write[] {
  const isMeant = sql`district_id = ${districtId} and person_id = ${personId}`
  return [
    sql`update district_person set name = ${name}, hpr_number = null, birth_date = null, email = null, phone = null
      where ${isMeant}`,
    sql`update doctor set initials = ${initials} where ${isMeant}`,
    sql`update competence set evidence = ${BLANK} where ${isMeant}`,
    sql`update surgery set source = ${BLANK} where ${isMeant} and source is not null`,
    sql`update other_task set name = ${BLANK} where ${isMeant}`,
    sql`update draft_comment set text = ${BLANK} where ${isMeant}`,
    sql`delete from wish where ${isMeant}`,
    sql`delete from exemption_ground where ${isMeant}`,
    sql`delete from change_notice where ${isMeant}`,
    sql`delete from outbox where ${isMeant}`,
    ...invitationRemovals(
      sql`person_id = ${personId} and scope_kind = 'district' and scope_id = ${districtId}`,
    ),
    sql`update set_up_change set parts = null where district_id = ${districtId} and instr(parts, ${JSON.stringify(personId)}) > 0`,
    sql`delete from build_order where build_id in (select id from build where district_id = ${districtId})`,
    // Made anew of what now stands, when next asked for.
    sql`delete from feed_body_part`,
    sql`delete from feed_body`,
  ].map((write) => write.compile(compiler))
}

/** With the mails that brought them, which may have gone to an address that the person had before. */
function invitationRemovals(isMeant: RawBuilder<unknown>): RawBuilder<unknown>[] {
  return [
    sql`delete from outbox where dedup_key in (select 'invitation:' || hash from invitation where ${isMeant})`,
    sql`delete from invitation where ${isMeant}`,
  ]
}

/** Of a text that was typed about somebody and had to stand there. */
const BLANK = '–'

/** The person is left to another district that names them; once none does, nothing is known of them. */
export function unnamePersonWrites(
  { districtId, personId }: PersonKey,
  [next]: readonly DistrictId[],
): Write[] {
  const person = sql`update person set`
  return [
    next === undefined
      ? sql`${person} hpr_number = null, birth_date = null where id = ${personId}`.compile(compiler)
      : sql`${person} entered_in = ${next} where id = ${personId} and entered_in = ${districtId}`.compile(
          compiler,
        ),
  ]
}

/** The doctor's role in the district, and their own word in what was sent and shown. */
export function leaveDistrictWrites(accountId: string, { districtId }: PersonKey, now: Minute): Write[] {
  const ended = compiler.deleteFrom('ended_membership').where('account_id', '=', accountId)
  return [
    ...membershipRemovals(accountId, { scopeKind: 'district', scopeId: districtId, role: 'doctor' }, now),
    ended.where('scope_kind', '=', 'district').where('scope_id', '=', districtId).compile(),
    sql`delete from outbox where account_id = ${accountId} and district_id = ${districtId}`.compile(compiler),
  ]
}

/** The account of whom no district names any more: emptied, since what others did by it is kept under its id. */
export function emptyAccountWrites(accountId: string, now: Minute): Write[] {
  const links = sql`select id from feed_link where account_id = ${accountId}`
  const email = sql`(select email from account where id = ${accountId})`
  return [
    ...resetWaysIn(accountId),
    ...endLinkWrites(links, now),
    ...[
      sql`update feed_link set label = '', last_client = null, last_validator = null, last_etag = null
        where account_id = ${accountId}`,
      sql`delete from login_link where account_id = ${accountId}`,
      sql`delete from message_choice where account_id = ${accountId}`,
      sql`delete from ended_membership where account_id = ${accountId}`,
      sql`delete from outbox where account_id = ${accountId} or payload ->> 'email' = ${email}`,
      ...invitationRemovals(sql`accepted_by = ${accountId} or account_id = ${accountId} or email = ${email}`),
      sql`update account set email = null, person_id = null, status = 'disabled', language = null, signed_in_at = null
        where id = ${accountId}`,
    ].map((write) => write.compile(compiler)),
  ]
}

/** An account that has other roles stays with them, and is no doctor's any more. */
export function unlinkAccountWrites(accountId: string, now: Minute): Write[] {
  const own = sql`select id from feed_link where account_id = ${accountId} and kind = 'own'`
  return [
    ...endLinkWrites(own, now),
    compiler.updateTable('account').set({ person_id: null }).where('id', '=', accountId).compile(),
  ]
}

function toErasure({ district_id, person_id, asked_at, stage, done_at }: Schema['erasure']): Erasure {
  return {
    districtId: district_id,
    personId: person_id,
    askedAt: asked_at === null ? null : fromUtcText(asked_at),
    doneAt: stage === 'done' && done_at !== null ? fromUtcText(done_at) : null,
  }
}
