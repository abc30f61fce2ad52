import type { District } from '../core/rota/district.ts'
import { LOG_ACTIONS, type LogAction } from '../core/rota/log-action.ts'
import type { DistrictId, MunicipalityNumber, PersonId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { Minute } from '../core/time/minute.ts'
import { dayInterval, isClockDate } from '../core/time/oslo.ts'
import { type AuditRow, type LogAsked, listLog } from '../data/audit-store.ts'
import { findDistrict, listDistrictsOfMunicipality } from '../data/district-store.ts'
import { type LogAccount, listLogAccounts, listLogActors } from '../data/log-actor-store.ts'
import type { StoredScope } from '../data/member-store.ts'
import { nameInRegister } from '../exchange/municipalities.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { chainOf } from './member-of.ts'
import { INSTALLATION, type MemberScope, storedScope } from './member-scope.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'

export interface LogInput {
  /** Both days are in it; null = without that end. */
  readonly from: string | null
  readonly to: string | null
  /** As the log holds who did it; null = everybody. */
  readonly actor: string | null
  /** The last row of the page before. */
  readonly before: number | null
}

/** Who did something, as far as the reader may know. */
export type LogActor = ActorKind & {
  /** From one, where several would be told by the same words. */
  readonly number?: number
}

type ActorKind =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'address'; readonly email: string }
  | { readonly kind: 'member' | 'administrator' | 'nobody' | 'gone' }
  | { readonly kind: 'system'; readonly job: Job }

export interface LogEntry {
  readonly seq: number
  readonly at: Minute
  readonly actor: LogActor
  /** Null for what this version of the product has no words for. */
  readonly action: LogAction | null
  /** Of the doctor, draft or line it was done to; null where it has none or is gone. */
  readonly subject: string | null
}

export interface LogValue {
  /** Null for what is no district's. */
  readonly district: District | null
  /** Null for what is no municipality's. */
  readonly municipality: string | null
  /** The latest first. */
  readonly entries: readonly LogEntry[]
  /** Where the next page begins; null when this is the last. */
  readonly older: number | null
  readonly actors: readonly { readonly id: string; readonly actor: LogActor }[]
  readonly problems: readonly FieldProblem[]
}

const ENTRIES_ON_PAGE = 50

/** Who did what in a district, the latest first: for its coordinators. Names are those of today, since the log holds none. */
export async function showDistrictLog(
  ctx: Context,
  { districtId, ...asked }: LogInput & { readonly districtId: DistrictId },
): Promise<Result<LogValue>> {
  const isRefused = gate(ctx, 'read-audit', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const district = await findDistrict(ctx.db, districtId)
  if (!district) return refused({ kind: 'not-found' })
  const place = { scope: { kind: 'district', id: districtId }, districts: [district] } as const
  return done({ district, municipality: null, ...(await readLog(ctx, place, asked)) })
}

/** Who decided, read and let in what for a municipality: for those who lead it. */
export async function showMunicipalityLog(
  ctx: Context,
  { number, ...asked }: LogInput & { readonly number: MunicipalityNumber },
): Promise<Result<LogValue>> {
  const scope = { kind: 'municipality', number } as const
  const isRefused = gate(ctx, 'read-audit', scope)
  if (isRefused) return isRefused
  const ids = await listDistrictsOfMunicipality(ctx.db, number)
  const districts = (await Promise.all(ids.map((id) => findDistrict(ctx.db, id)))).flatMap((one) => one ?? [])
  const isThere = districts.some(({ municipalities }) => municipalities.some((own) => own.number === number))
  if (!isThere) return refused({ kind: 'not-found' })
  const log = await readLog(ctx, { scope, districts }, asked)
  return done({ district: null, municipality: nameInRegister(number), ...log })
}

/** What belongs to no district: sign-ins, accounts, the night's work. */
export async function showInstallationLog(ctx: Context, asked: LogInput): Promise<Result<LogValue>> {
  const isRefused = gate(ctx, 'read-audit', { kind: 'installation' })
  if (isRefused) return isRefused
  const log = await readLog(ctx, { scope: INSTALLATION, districts: [] }, asked)
  return done({ district: null, municipality: null, ...log })
}

/** Whose log it is, and the districts whose doctors and lines it names. */
interface LogPlace {
  readonly scope: MemberScope
  readonly districts: readonly District[]
}

async function readLog(
  ctx: Context,
  place: LogPlace,
  asked: LogInput,
): Promise<Omit<LogValue, 'district' | 'municipality'>> {
  const chain = chainOf(place.scope)
  const problems = (['from', 'to'] as const).flatMap((field) => dateProblem(field, asked[field]))
  const [rows, actorIds] = await Promise.all([
    problems.length > 0 ? [] : listLog(ctx.db, chain, toAsked(asked)),
    listLogActors(ctx.db, chain),
  ])
  const shown = rows.slice(0, ENTRIES_ON_PAGE)
  const subjectAccounts = shown.flatMap((row) => (row.subjectKind === 'account' ? [row.subjectId] : []))
  const ids = [...actorIds, ...shown.map(({ actor }) => actor), ...subjectAccounts]
  const accounts = toldApart(actorIds, await actorsOf(ctx, place, [...new Set(ids)]))
  return {
    entries: shown.map((row) => toEntry(row, place, accounts)),
    older: rows.length > ENTRIES_ON_PAGE ? (shown.at(-1)?.seq ?? null) : null,
    actors: actorIds.map((id) => ({ id, actor: accounts.get(id) ?? GONE })),
    problems,
  }
}

/** Told apart by number where two of the log's actors would read alike. */
function toldApart(
  actorIds: readonly string[],
  accounts: ReadonlyMap<string, LogActor>,
): ReadonlyMap<string, LogActor> {
  const told = actorIds.map((id) => ({ id, actor: accounts.get(id) ?? GONE }))
  const alike = Map.groupBy(told, ({ actor }) => JSON.stringify(actor))
  const numbered = [...alike.values()].flatMap((own) =>
    own.length === 1 ? [] : own.map(({ id, actor }, index) => [id, { ...actor, number: index + 1 }] as const),
  )
  return new Map([...accounts, ...numbered])
}

function dateProblem(field: 'from' | 'to', value: string | null): FieldProblem[] {
  return value === null || isClockDate(value) ? [] : [{ field, code: 'not-a-date', value }]
}

/** One more than a page shows, to know whether there are more. */
function toAsked({ from, to, actor, before }: LogInput): LogAsked {
  const interval = (date: LocalDate | null) => (date === null ? null : dayInterval(date))
  return {
    before,
    from: interval(from)?.start ?? null,
    to: interval(to)?.end ?? null,
    actor,
    limit: ENTRIES_ON_PAGE + 1,
  }
}

const GONE: LogActor = { kind: 'gone' }
const NOBODY: LogActor = { kind: 'nobody' }
/** As `actorId` names work that no person did. */
const JOBS = ['nightly', 'outbox', 'build', 'terminal'] as const
type Job = (typeof JOBS)[number]

async function actorsOf(
  ctx: Context,
  place: LogPlace,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LogActor>> {
  const accounts = await listLogAccounts(ctx.db, ids)
  const own = storedScope(place.scope)
  const jobs = JOBS.map((job) => [job, { kind: 'system', job } as LogActor] as const)
  return new Map([
    ...jobs,
    ['nobody', NOBODY] as const,
    ...accounts.map((account) => [account.id, actorOf(account, place, own)] as const),
  ])
}

/** A person of the place by name; a member without one by the address that the list of members shows; others by what they are. */
function actorOf({ personId, email, memberships }: LogAccount, place: LogPlace, own: StoredScope): LogActor {
  const name = nameOf(place, personId)
  if (name !== null) return { kind: 'person', name }
  const isMember = memberships.some(
    ({ scopeKind, scopeId }) => scopeKind === own.scopeKind && scopeId === own.scopeId,
  )
  if (isMember) return email === null ? { kind: 'member' } : { kind: 'address', email }
  return memberships.some(({ role }) => role === 'installation-administrator')
    ? { kind: 'administrator' }
    : GONE
}

function toEntry(row: AuditRow, place: LogPlace, accounts: ReadonlyMap<string, LogActor>): LogEntry {
  const { seq, at } = row
  const action = LOG_ACTIONS.find((known) => known === row.action) ?? null
  return {
    seq,
    at,
    actor: accounts.get(whoActed(row)) ?? GONE,
    action,
    subject: subjectOf(row, place, accounts),
  }
}

/** Whoever signs in is not signed in yet, and is told by the account that let them in: «nobody» would read like a break-in. */
function whoActed({ actor, action, subjectKind, subjectId }: AuditRow): string {
  return actor === 'nobody' && action === 'sign-in' && subjectKind === 'account' ? subjectId : actor
}

/** The name of what an entry is about, by today's names; a person where a person is. */
function subjectOf(row: AuditRow, place: LogPlace, accounts: ReadonlyMap<string, LogActor>): string | null {
  const { subjectKind, subjectId, after, before } = row
  if (subjectKind === 'line')
    return firstNamed(
      place.districts.flatMap(({ lines }) => lines),
      subjectId,
    )
  if (subjectKind === 'person') return nameOf(place, subjectId)
  if (subjectKind === 'notice') return nameOf(place, subjectId.split('#')[1] ?? null)
  if (subjectKind === 'account') {
    const about = subjectId === whoActed(row) ? undefined : accounts.get(subjectId)
    return about?.kind === 'person' ? about.name : about?.kind === 'address' ? about.email : null
  }
  return nameOf(place, personIn(after) ?? personIn(before))
}

function personIn(value: unknown): PersonId | null {
  const told = typeof value === 'object' && value !== null && 'personId' in value ? value.personId : null
  return typeof told === 'string' ? told : null
}

function nameOf({ districts }: LogPlace, personId: PersonId | null): string | null {
  return firstNamed(
    districts.flatMap(({ persons }) => persons),
    personId,
  )
}

function firstNamed(
  all: readonly { readonly id: string; readonly name: string }[],
  id: string | null,
): string | null {
  return all.find((one) => one.id === id)?.name ?? null
}
