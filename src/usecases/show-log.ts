import type { District } from '../core/rota/district.ts'
import { LOG_ACTIONS, type LogAction } from '../core/rota/log-action.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { Minute } from '../core/time/minute.ts'
import { dayInterval, isClockDate } from '../core/time/oslo.ts'
import { findAccount, listMemberships } from '../data/account-store.ts'
import {
  type AuditRow,
  INSTALLATION_CHAIN,
  type LogAsked,
  listLog,
  listLogActors,
} from '../data/audit-store.ts'
import { findDistrict } from '../data/district-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
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
export type LogActor =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'address'; readonly email: string }
  | { readonly kind: 'member' | 'administrator' | 'system' | 'nobody' | 'gone' }

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
  /** Null for the installation's own. */
  readonly district: District | null
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
  return district ? done(await readLog(ctx, district, asked)) : refused({ kind: 'not-found' })
}

/** What belongs to no district: sign-ins, accounts, the night's work. */
export async function showInstallationLog(ctx: Context, asked: LogInput): Promise<Result<LogValue>> {
  const isRefused = gate(ctx, 'read-audit', { kind: 'installation' })
  return isRefused ?? done(await readLog(ctx, null, asked))
}

async function readLog(ctx: Context, district: District | null, asked: LogInput): Promise<LogValue> {
  const chain = district?.id ?? INSTALLATION_CHAIN
  const problems = (['from', 'to'] as const).flatMap((field) => dateProblem(field, asked[field]))
  const [rows, actorIds] = await Promise.all([
    problems.length > 0 ? [] : listLog(ctx.db, chain, toAsked(asked)),
    listLogActors(ctx.db, chain),
  ])
  const shown = rows.slice(0, ENTRIES_ON_PAGE)
  const subjectAccounts = shown.flatMap((row) => (row.subjectKind === 'account' ? [row.subjectId] : []))
  const accounts = await actorsOf(ctx, district, [...new Set([...actorIds, ...subjectAccounts])])
  const actors = actorIds.map((id) => ({ id, actor: accounts.get(id) ?? GONE }))
  return {
    district,
    entries: shown.map((row) => toEntry(row, district, accounts)),
    older: rows.length > ENTRIES_ON_PAGE ? (shown.at(-1)?.seq ?? null) : null,
    actors,
    problems,
  }
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
const JOBS = ['nightly', 'outbox', 'build', 'test', 'start']

async function actorsOf(
  ctx: Context,
  district: District | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LogActor>> {
  const known = await Promise.all(ids.map((id) => actorOf(ctx, district, id)))
  return new Map(ids.map((id, index) => [id, known[index] ?? GONE]))
}

/** A person of the district by name; a member without one by the address that the list of members shows; others by what they are. */
async function actorOf(ctx: Context, district: District | null, id: string): Promise<LogActor> {
  if (id === 'nobody') return NOBODY
  const [account, memberships] = await Promise.all([findAccount(ctx.db, id), listMemberships(ctx.db, id)])
  if (!account) return JOBS.includes(id) ? { kind: 'system' } : GONE
  const name = nameOf(district, account.personId)
  if (name !== null) return { kind: 'person', name }
  const isMember = memberships.some(
    ({ scopeKind, scopeId }) =>
      scopeKind === (district ? 'district' : 'installation') &&
      scopeId === (district?.id ?? INSTALLATION_CHAIN),
  )
  if (isMember) return account.email === null ? { kind: 'member' } : { kind: 'address', email: account.email }
  return memberships.some(({ role }) => role === 'installation-administrator')
    ? { kind: 'administrator' }
    : GONE
}

function toEntry(
  row: AuditRow,
  district: District | null,
  accounts: ReadonlyMap<string, LogActor>,
): LogEntry {
  const { seq, at } = row
  const action = LOG_ACTIONS.find((known) => known === row.action) ?? null
  return {
    seq,
    at,
    actor: accounts.get(row.actor) ?? GONE,
    action,
    subject: subjectOf(row, district, accounts),
  }
}

/** The name of what an entry is about, by today's names; a person where a person is. */
function subjectOf(
  { subjectKind, subjectId, actor, after, before }: AuditRow,
  district: District | null,
  accounts: ReadonlyMap<string, LogActor>,
): string | null {
  if (subjectKind === 'line') return district?.lines.find(({ id }) => id === subjectId)?.name ?? null
  if (subjectKind === 'person') return nameOf(district, subjectId)
  if (subjectKind === 'notice') return nameOf(district, subjectId.split('#')[1] ?? null)
  if (subjectKind === 'account') {
    const about = subjectId === actor ? undefined : accounts.get(subjectId)
    return about?.kind === 'person' ? about.name : about?.kind === 'address' ? about.email : null
  }
  return nameOf(district, personIn(after) ?? personIn(before))
}

function personIn(value: unknown): PersonId | null {
  const told = typeof value === 'object' && value !== null && 'personId' in value ? value.personId : null
  return typeof told === 'string' ? told : null
}

function nameOf(district: District | null, personId: PersonId | null): string | null {
  return district?.persons.find(({ id }) => id === personId)?.name ?? null
}
