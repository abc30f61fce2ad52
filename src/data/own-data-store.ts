import { type RawBuilder, sql } from 'kysely'
import type { OwnGroup, OwnRow } from '../core/plans/own-data.ts'
import type { PersonId } from '../core/rota/person.ts'
import { compiler, type Database, readAll } from './database.ts'
import { tellsOfClaim } from './ground-reader-store.ts'

interface OwnKey {
  readonly accountId: string
  /** '' for an account that is no doctor's. */
  readonly personId: PersonId | ''
}

type Groups = Readonly<Record<Exclude<OwnGroup, 'grounds'>, RawBuilder<unknown>>>

/** All that is stored of one account and its person, in every district; of secrets only that they are there. */
export async function listOwnData(
  db: Database,
  key: OwnKey,
): Promise<Readonly<Record<Exclude<OwnGroup, 'grounds'>, readonly OwnRow[]>>> {
  const groups = { ...ofPerson(key), ...ofAccount(key) }
  // The keys of a record are the names of its type.
  const names = Object.keys(groups) as (keyof Groups)[]
  const rows = await readAll(
    db,
    names.map((name) => ({ compile: () => sql<Record<string, unknown>>`${groups[name]}`.compile(compiler) })),
  )
  return Object.fromEntries(
    names.map((name, place) => [name, (rows[place] ?? []).map(told)]),
  ) as unknown as Record<keyof Groups, readonly OwnRow[]>
}

/** What is not known is left out. */
function told(row: Record<string, unknown>): OwnRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== ''))
}

const district = (table: string) =>
  sql`(select name from district where id = ${sql.ref(`${table}.district_id`)}) as district`
const dated = sql`from_date as "from", to_date as "to"`

/** The name that a scope goes by; the installation has none. */
const SCOPE_NAME = sql`case scope_kind when 'district' then (select name from district where id = scope_id)
  when 'municipality' then coalesce((select name from municipality where number = scope_id), scope_id) end`

function ofPerson({ personId }: OwnKey) {
  const of = (table: string, columns: RawBuilder<unknown>, order = 'district_id') =>
    sql`select ${district(table)}, ${columns} from ${sql.table(table)}
      where ${sql.ref(`${table}.person_id`)} = ${personId} order by ${sql.ref(`${table}.${order}`)}`
  return {
    person: sql`select hpr_number as "hprNumber", birth_date as "birthDate" from person where id = ${personId}`,
    places: of(
      'district_person',
      sql`name, hpr_number as "hprNumber", birth_date as "birthDate", email, phone,
        (select initials from doctor where doctor.district_id = district_person.district_id
          and doctor.person_id = district_person.person_id) as initials,
        (select declared_other_minutes_per_week from doctor where doctor.district_id = district_person.district_id
          and doctor.person_id = district_person.person_id) as amount`,
    ),
    engagements: of(
      'engagement',
      sql`${dated}, form as kind, fraction_percent as amount, coalesce((select name from municipality where number = municipality_number), municipality_number, employer_kind) as detail`,
    ),
    takingPart: of(
      'taking_part',
      sql`${dated}, kind, minutes_per_period as amount,
        json_object('windows', json(windows), 'least', least, 'most', most) as detail`,
    ),
    competences: of(
      'competence',
      sql`${dated}, route as kind, evidence as reason, decided_on as at,
        json_object('emergencyCourseOn', emergency_course_on, 'violenceCourseOn', violence_course_on,
          'exception', exception, 'mayWorkAlone', may_work_alone, 'mayBeBackup', may_be_backup) as detail`,
    ),
    surgery: of('surgery', sql`${dated}, kind, timetable as detail, source as reason, declared_on as at`),
    otherTasks: of('other_task', sql`${dated}, name, timetable as detail, loose_minutes_per_week as amount`),
    capacities: of('capacity', sql`${dated}, percent as amount`),
    rotations: of(
      'rotation',
      sql`${dated}, json_object('weeksOn', weeks_on, 'weeksOff', weeks_off, 'anchor', anchor) as detail`,
    ),
    averageConsents: of('average_consent', dated),
    absences: of('absence', sql`${dated}, certain_from as at`),
    exemptions: of('exemption', sql`${dated}, scope as kind, form as detail`),
    positions: sql`select ${district('position_holder')}, (select name from position
        where position.district_id = position_holder.district_id and position.id = position_id) as name, ${dated}
      from position_holder where person_id = ${personId} order by from_date`,
    holidays: of('holiday_held', sql`holiday as kind, year as amount`),
    wishes: of(
      'wish',
      sql`${dated}, stance as kind, weight as amount, coalesce((select need.name || ' ' || need.date from need
        where need.district_id = wish.district_id and need.id = wish.need_id), need_id, weekdays) as detail`,
    ),
    duties: sql`select ${district('assignment')}, line.name as line, need.name as name, assignment.start_local as start,
        assignment.end_local as "end", origin as kind, reason, note as text, modified_at as at,
        case when revision_to is null then 'current' else 'former' end as status
      from assignment
        cross join need on need.district_id = assignment.district_id and need.id = assignment.need_id
        cross join line on line.district_id = need.district_id and line.id = need.line_id
      where assignment.person_id = ${personId} order by assignment.start_at, assignment.revision_from`,
    outcomes: sql`select ${district('outcome')}, outcome.start_local as start, outcome.end_local as "end",
        active_minutes as amount, call_outs as detail, entered_at as at
      from assignment cross join outcome
        on outcome.district_id = assignment.district_id and outcome.assignment_id = assignment.id
      where assignment.person_id = ${personId} order by outcome.start_at`,
    balances: of('balance_entry', sql`measure as kind, amount, on_date as "from", reason, at`, 'on_date'),
    snapshots: of('plan_snapshot', sql`subject_kind as kind, duties as amount, taken_at as at`),
    notices: of(
      'change_notice',
      sql`at, soonest_at as start, coalesce(seen_at, rung_at) as status, note as text`,
      'at',
    ),
    comments: of('draft_comment', sql`at, text, state as status`, 'at'),
    waivers: of('waiver', sql`rule as kind, reason`),
    departures: of('departure', sql`at`),
    erasures: of('erasure', sql`asked_at as at, stage as status`),
  }
}

function ofAccount({ accountId, personId }: OwnKey) {
  const isOwn = sql`account_id = ${accountId}`
  return {
    account: sql`select email, language, status, created_at as at, signed_in_at as "lastUsed" from account
      where id = ${accountId}`,
    roles: sql`select role as kind, scope_kind as status, ${SCOPE_NAME} as detail, granted_at as at from membership
      where ${isOwn} order by granted_at`,
    endedRoles: sql`select role as kind, scope_kind as status, ${SCOPE_NAME} as detail, ended_at as at from ended_membership
      where ${isOwn}`,
    reportOpenings: sql`select from_date as "from", to_date as "to", role as kind, at,
        coalesce((select name from municipality where number = report_opening.municipality), nullif(municipality, ''),
          (select name from district where id = district_id)) as detail
      from report_opening where ${isOwn} order by at`,
    messageChoice: sql`select weekly_digest as amount from message_choice where ${isOwn}`,
    passkeys: sql`select label as name, created_at as at, last_used_at as "lastUsed" from passkey where ${isOwn}`,
    identities: sql`select issuer as name, subject as detail, linked_at as at from identity where ${isOwn}`,
    sessions: sql`select auth_method as kind, client as device, created_at as at, last_seen_at as "lastUsed",
      expires_at as expires from session where ${isOwn} order by created_at`,
    calendarLinks: sql`select kind, label as name, options as detail, created_at as at, last_fetched_at as "lastUsed",
      last_client as device, revoked_at as "end" from feed_link where ${isOwn} order by created_at`,
    messages: sql`select kind, channel as detail, created_at as at, status, sent_at as "end" from outbox
      where ${isOwn} or (person_id = ${personId} and person_id <> '') order by created_at`,
    links: sql`select purpose as kind, email, created_at as at, expires_at as expires, used_at as "lastUsed" from login_link
      where ${isOwn}`,
    invitations: sql`select email, role as kind, ${SCOPE_NAME} as detail, created_at as at, expires_at as expires from invitation
      where accepted_by = ${accountId} or ${isOwn} or (person_id = ${personId} and person_id <> '')`,
    log: sql`select at, action as kind, subject_kind as detail,
        (select name from district where id = audit.district_id) as district
      from audit where district_id in (
          select id from district union all select 'installation' union all select 'municipality:' || number from municipality) and actor = ${accountId}
        and not ${tellsOfClaim(personId, accountId)}
      order by at`,
  }
}
