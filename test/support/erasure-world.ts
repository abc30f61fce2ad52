import { CompiledQuery } from 'kysely'
import { accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { readAll, writeAll } from '../../src/data/database.ts'
import type { Actor } from '../../src/identity/policy.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import type { Context } from '../../src/usecases/context.ts'
import { endDoctor } from '../../src/usecases/end-doctor.ts'
import { cellOn, PlanWorld, unwrap } from './plan-world.ts'
import { WELL_SIGNED_IN } from './well-signed-in.ts'

/** The doctor who is to be forgotten, by words that nothing else in an installation has. */
export const CANARY = {
  id: 'b',
  name: 'Kanariana Fuglesangsen',
  initials: 'KFU',
  email: 'kanariana@fuglesang.example',
  phone: '91234567',
  birthDate: '1971-08-23',
} as const

/** Long after the rota of January, so that nothing lies ahead. */
export const LATER = '2027-03-01T12:00Z'

export interface ErasureWorld {
  readonly plan: PlanWorld
  /** The coordinator, later. */
  readonly ctx: Context
  /** The doctor, signed in, later. */
  readonly own: Context
  readonly key: { readonly districtId: string; readonly personId: string }
}

/** @param holders who has the duty of each day from 4 January 2027 */
export async function erasureWorld(
  holders: readonly string[],
  { isEnded = true } = {},
): Promise<ErasureWorld> {
  const plan = await PlanWorld.make((district) => ({
    ...district,
    persons: district.persons.map((own) => (own.id === CANARY.id ? { ...own, ...fieldsOf() } : own)),
    doctors: district.doctors.map((own) =>
      own.personId === CANARY.id ? { ...own, initials: CANARY.initials } : own,
    ),
  }))
  const draftId = await plan.open()
  for (const [day, personId] of holders.entries())
    await plan.assign(draftId, `2027-01-${String(day + 4).padStart(2, '0')}`, personId)
  unwrap(await plan.publish(draftId))
  const ctx = plan.at(LATER)
  const key = { districtId: plan.districtId, personId: CANARY.id }
  if (isEnded) unwrap(await endDoctor(ctx, { ...key, on: '2027-02-01', place: 'vacant' }))
  return { plan, ctx, own: await asDoctor(ctx, key), key }
}

const fieldsOf = () => {
  const { name, email, phone, birthDate } = CANARY
  return { name, email, phone, birthDate }
}

async function asDoctor(ctx: Context, key: ErasureWorld['key']): Promise<Context> {
  const accountId = 'account-of-b'
  const role = { scopeKind: 'district', scopeId: key.districtId, role: 'doctor' } as const
  await writeAll(ctx.db, [
    ...accountWrites(accountOf(accountId, key.personId, CANARY.email, ctx.now)),
    ...membershipWrites(accountId, role, 'a', ctx.now),
  ])
  const actor: Actor = {
    kind: 'account',
    accountId,
    personId: key.personId,
    memberships: [role],
    sessionHash: 's'.repeat(64),
    ...WELL_SIGNED_IN,
  }
  return { ...ctx, actor }
}

/** Puts the doctor's words in every table that may hold them. */
export async function plantCanaries({ ctx, own, key }: ErasureWorld): Promise<void> {
  const accountId = own.actor.kind === 'account' ? own.actor.accountId : ''
  const at = `'2027-02-01T10:00Z'`
  const d = `'${key.districtId}'`
  const said = `Bytte avtalt med ${CANARY.name.toUpperCase()}, tlf 912 34 567`
  const text = [
    `insert into session (hash, account_id, auth_method, authenticated_at, created_at, last_seen_at, idle_expires_at, expires_at)
      values ('h', '${accountId}', 'mailed', ${at}, ${at}, ${at}, '2027-04-01T10:00Z', '2027-04-01T10:00Z')`,
    `insert into passkey (credential_id, account_id, public_key, sign_count, transports, label, created_at)
      values ('c', '${accountId}', 'k', 0, '[]', '${CANARY.name} sin telefon', ${at})`,
    `insert into identity (issuer, subject, account_id, linked_at) values ('https://i', '${CANARY.email}', '${accountId}', ${at})`,
    `insert into login_link (hash, account_id, purpose, created_at, expires_at, used_at)
      values ('h', '${accountId}', 'sign-in', ${at}, ${at}, ${at})`,
    `insert into feed_link (id, hash, account_id, kind, person_id, label, options, stamp, created_at)
      values ('f', 'h', '${accountId}', 'own', '${key.personId}', '${CANARY.name} sin telefon', '{}', 1, ${at})`,
    `insert into feed_body (key, state, parts, rendered_at) values ('f', 's', 1, ${at})`,
    `insert into feed_body_part (key, ordinal, text) values ('f', 0, 'SUMMARY:${CANARY.name}')`,
    `insert into wish values (${d}, 'w', 99, '${key.personId}', 'dates', '2027-01-05', '2027-01-06', null, null, 'wish', 1)`,
    `insert into exemption (district_id, person_id, id, ordinal, from_date, to_date, scope)
      values (${d}, '${key.personId}', 'x', 9, '2027-01-08', '2027-01-10', 'nights')`,
    `insert into exemption_ground values (${d}, '${key.personId}', 'x', 1, '4645', 'k', 'v1.k.${CANARY.name}')`,
    `insert into outbox (id, dedup_key, district_id, person_id, kind, payload, created_at, due_at, status)
      values ('m1', 'k1', ${d}, '${key.personId}', 'draft-circulated', '{"email":"${CANARY.email}"}', ${at}, ${at}, 'waiting')`,
    `insert into outbox (id, dedup_key, account_id, kind, payload, created_at, due_at, status, last_error)
      values ('m2', 'k2', '${accountId}', 'sign-in-link', '{"email":"${CANARY.email}"}', ${at}, ${at}, 'dead', '${CANARY.email} refused')`,
    `insert into invitation (hash, email, person_id, scope_kind, scope_id, role, invited_by, created_at, expires_at, accepted_by, accepted_at)
      values ('h', '${CANARY.email}', '${key.personId}', 'district', ${d}, 'doctor', 'a', ${at}, ${at}, '${accountId}', ${at})`,
    `insert into change_notice (district_id, revision, person_id, at, soonest_at, latest_at, is_urgent, rung_at, rung_by, rung_with, note)
      values (${d}, 1, '${key.personId}', ${at}, ${at}, ${at}, 0, ${at}, 'a', 1, 'Ringte ${CANARY.phone}')
      on conflict do update set note = excluded.note, rung_at = excluded.rung_at, rung_by = 'a', rung_with = 1`,
    `insert into day_note (district_id, date, text) values (${d}, '2027-01-06', 'Kanariana kommer litt sent')`,
    `insert into day_note (district_id, date, text) values (${d}, '2027-01-07', 'Ring ${CANARY.email}')`,
    `insert into set_up_change (district_id, number, action, at, by_account, parts)
      values (${d}, 90, 'save-doctor', ${at}, 'a', '[{"key":"${key.personId}","before":{"name":"${CANARY.name}"}}]')`,
    `update position set name = 'Hjemmelen til Fuglesangsen' where district_id = ${d}
      and id = (select id from position where district_id = ${d} order by id limit 1)`,
    `update surgery set source = 'Skjema fra ${CANARY.name}' where person_id = '${key.personId}' and source is not null`,
    `update competence set evidence = 'Kursbevis ${CANARY.name}' where person_id = '${key.personId}'`,
    `insert into publication (district_id, revision, kind, at, by, line_ids, from_date, to_date, reason)
      values (${d}, 2, 'amendment', ${at}, 'a', '[]', '2027-01-04', '2027-01-05', '${said}')`,
    `update district set revision = 2 where id = ${d}`,
    `insert into balance_entry (district_id, id, person_id, measure, amount, on_date, kind, reason, by, at)
      values (${d}, 'bal', 'a', 'home', 60, '2027-01-05', 'correction', '${said}', 'a', ${at})`,
    `insert into assignment (district_id, id, chain_id, need_id, seat, person_id, start_local, start_fold, start_at, end_local,
        end_fold, end_at, origin, shadowing, revision_from, revision_to, sequence, modified_at, entered_by, reason, note)
      select district_id, 'as-' || id, chain_id, need_id, 7, 'c', start_local, start_fold, start_at, end_local, end_fold, end_at,
        'swap', 0, 1, 2, 0, ${at}, 'a', '${said}', 'KFU ba om det' from assignment where district_id = ${d} order by id limit 1`,
  ]
  const written = await writeAll(
    ctx.db,
    text.map((one) => CompiledQuery.raw(one, [])),
  )
  if (written.kind === 'refused') throw new Error(written.constraint)
}

/** Every row of every table as text, by table. */
export async function dumpOf({ db }: Context): Promise<Readonly<Record<string, string>>> {
  const names = CompiledQuery.raw(`select name from sqlite_schema where type = 'table' order by name`, [])
  // The column is all that is asked for.
  const [tables] = await readAll(db, [{ compile: () => names as CompiledQuery<{ name: string }> }])
  const rows = await readAll(
    db,
    tables.map(({ name }) => ({ compile: () => CompiledQuery.raw(`select * from "${name}"`, []) })),
  )
  return Object.fromEntries(tables.map(({ name }, place) => [name, JSON.stringify(rows[place])]))
}

/** Tables in whose rows one of these words stands, whatever the case. */
export function tablesWith(dump: Readonly<Record<string, string>>, words: readonly string[]): string[] {
  return Object.entries(dump)
    .filter(([, rows]) => words.some((word) => rows.toLowerCase().includes(word.toLowerCase())))
    .map(([table]) => table)
}

export { cellOn }
