import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { DraftCell } from '../../../src/core/rota/draft.ts'
import type { FeedChoice } from '../../../src/core/rota/feed-choice.ts'
import type { PersonId } from '../../../src/core/rota/person.ts'
import type { Waiver } from '../../../src/core/rota/publication.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import type { LocalDate } from '../../../src/core/time/local-date.ts'
import type { Minute } from '../../../src/core/time/minute.ts'
import { accountWrites, membershipWrites } from '../../../src/data/account-store.ts'
import type { D1 } from '../../../src/data/d1-dialect.ts'
import { type Write, writeAll } from '../../../src/data/database.ts'
import { draftWrites } from '../../../src/data/draft-store.ts'
import { sessionWrites } from '../../../src/data/session-store.ts'
import { openSqlite } from '../../../src/data/sqlite-d1.ts'
import { writeDistrictFile } from '../../../src/exchange/district-file.ts'
import type { Membership } from '../../../src/identity/policy.ts'
import { startSession } from '../../../src/identity/session.ts'
import { accountOf } from '../../../src/identity/sign-in.ts'
import { type Context, openContext } from '../../../src/usecases/context.ts'
import { createFeedLink } from '../../../src/usecases/create-feed-link.ts'
import { importDistrict } from '../../../src/usecases/import-district.ts'
import { previewPublication } from '../../../src/usecases/preview-publication.ts'
import { publishDraft } from '../../../src/usecases/publish-draft.ts'
import type { Result } from '../../../src/usecases/refusal.ts'
import { WELL_SIGNED_IN } from '../../support/well-signed-in.ts'
import type { Demand } from '../city.ts'

export const FEED_KEYS = 'a key for measuring that is long enough and no secret'

/** 39 duties in an ordinary week: what 40 doctors share. */
export const TOWN_OF_40: Demand = {
  onSite: { evening: 2, night: 1 },
  onSiteWeekend: { day: 2, evening: 2, night: 1 },
  home: 1,
  backup: 1,
}

const migrations = readdirSync('migrations')
  .filter((name) => name.endsWith('.sql'))
  .toSorted()
  .map((name) => ({ name, text: readFileSync(`migrations/${name}`, 'utf8') }))

/** A database that measurements are made on, and whoever plans in it. */
export interface World {
  readonly d1: D1
  readonly planner: Context
  readonly close: () => void
}

export async function openWorld(path = ':memory:', around: (d1: D1) => D1 = (same) => same): Promise<World> {
  const sqlite = openSqlite(path, migrations)
  const d1 = around(sqlite)
  const nobody = await contextOver(d1)
  const installation = { scopeKind: 'installation', scopeId: 'installation' } as const
  // With an address, so that the installation counts as looked after however far ahead its clock goes.
  await store(nobody, [
    ...accountWrites(accountOf('planner', null, 'planner@example.no', nobody.now)),
    ...membershipWrites(
      'planner',
      { ...installation, role: 'installation-administrator' },
      'bench',
      nobody.now,
    ),
  ])
  const planner = as(nobody, 'planner', null, [{ ...installation, role: 'installation-administrator' }])
  return { d1, planner, close: () => sqlite.close() }
}

/** What changed within the minute of a poll is told again, so that nothing of it is lost: the plans are older than that. */
const MINUTES_BEFORE = 60

function minuteNow(): Minute {
  return Math.floor(Date.now() / 60_000)
}

async function contextOver(d1: D1): Promise<Context> {
  const now = minuteNow() - MINUTES_BEFORE
  const rest = {
    origin: 'http://localhost',
    mode: 'production',
    secrets: { FEED_KEYS, GROUND_KEYS: FEED_KEYS },
    requestId: 'bench',
  } as const
  return openContext({ d1, now, startBuild: async () => {}, ...rest }, null)
}

function as(
  ctx: Context,
  accountId: string,
  personId: PersonId | null,
  memberships: readonly Membership[],
): Context {
  return {
    ...ctx,
    actor: { kind: 'account', accountId, personId, memberships, sessionHash: accountId, ...WELL_SIGNED_IN },
  }
}

/** The district without any duty yet; every doctor has an account and an address. */
export async function addDistrict(world: World, { district }: Rota): Promise<Context> {
  const persons = district.persons.map((person) => ({ ...person, email: `${person.id}@example.no` }))
  const text = writeDistrictFile({ version: 1, district: { ...district, persons }, timeline: null })
  unwrap(await importDistrict(world.planner, { text }))
  const { now } = world.planner
  const doctors = persons.flatMap(({ id }) => [
    ...accountWrites(accountOf(id, id, null, now)),
    ...membershipWrites(id, roleIn(district.id, 'doctor'), 'bench', now),
  ])
  await store(world.planner, [
    ...doctors,
    ...membershipWrites('planner', roleIn(district.id, 'coordinator'), 'bench', now),
  ])
  return coordinatorOf(world, district.id)
}

/** The planner as coordinator of this district. */
export function coordinatorOf({ planner }: World, districtId: string): Context {
  return as(planner, 'planner', null, [roleIn(districtId, 'coordinator')])
}

function roleIn(districtId: string, role: Membership['role']): Membership {
  return { scopeKind: 'district', scopeId: districtId, role }
}

/** A draft of these weeks, of which nothing is published, that holds what the rota does. */
export async function addDraft(ctx: Context, rota: Rota, from: LocalDate, to: LocalDate): Promise<string> {
  const own = new Set(rota.needs.filter(({ date }) => date >= from && date < to).map(({ id }) => id))
  const cells: DraftCell[] = [...rota.cells.values()]
    .filter(({ needId, slices }) => own.has(needId) && slices.length > 0)
    .map((cell) => ({ ...cell, edit: 0 }))
  const { id: districtId, lines } = rota.district
  const draft = { id: ctx.newId(), name: `Fra ${from}`, from, to, lineIds: lines.map(({ id }) => id) }
  const stored = { ...draft, baseRevision: 0, status: 'draft' } as const
  await store(ctx, draftWrites(districtId, stored, cells, 'planner', ctx.now))
  return draft.id
}

/** Publishes a draft with everything that can be accepted accepted, and gives what `around` says of the publishing itself. */
export async function publish<T>(
  ctx: Context,
  districtId: string,
  draftId: string,
  around: (act: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const whole = { districtId, draftId, lineIds: null, from: null, to: null }
  const { revision, violations } = unwrap(await previewPublication(ctx, whole))
  const waivers = violations
    .filter(({ grade }) => grade === 'blocks')
    .map(({ rule, personId, needIds }): Waiver => ({ rule, personId, needIds, reason: 'avtalt' }))
  return around(async () => {
    unwrap(await publishDraft(ctx, { ...whole, expectedRevision: revision, reason: 'ny plan', waivers }))
  })
}

/** The path of a new calendar link of this doctor's. */
export async function addLink(ctx: Context, personId: PersonId, districtId: string, choice: FeedChoice) {
  const doctor = as(ctx, personId, personId, [roleIn(districtId, 'doctor')])
  return unwrap(await createFeedLink(doctor, { label: 'iPhone', choice })).path
}

/** The cookie of a session of the planner's. */
export async function signIn(ctx: Context): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(secret).digest('hex')
  const life = {
    hash,
    accountId: 'planner',
    authMethod: 'printed',
    strength: 'strong',
    memberships: [],
    now: minuteNow(),
  } as const
  await store(ctx, sessionWrites(startSession(life)))
  return `session=${secret}`
}

async function store({ db }: Context, writes: readonly Write[]): Promise<void> {
  const written = await writeAll(db, writes)
  if (written.kind === 'refused') throw new Error(`refused: ${written.constraint}`)
}

/** @throws with the refusal. */
export function unwrap<T>(result: Result<T>): T {
  if (result.kind === 'refused') throw new Error(`refused: ${JSON.stringify(result.refusal).slice(0, 500)}`)
  return result.value
}
