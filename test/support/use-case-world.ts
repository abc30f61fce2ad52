import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import { fromUtcText, type Minute } from '../../src/core/time/minute.ts'
import { accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { listAudit } from '../../src/data/audit-store.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import type { Actor, Membership } from '../../src/identity/policy.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { type Context, openContext } from '../../src/usecases/context.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import type { Refusal, Result } from '../../src/usecases/refusal.ts'
import { exampleDistrict, person } from './example-district.ts'
import { WELL_SIGNED_IN } from './well-signed-in.ts'

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      readonly mainModule: typeof import('../../src/index.ts')
      readonly durableNamespaces: 'BuildJob'
    }
  }
}

export const NOW: Minute = fromUtcText('2026-12-01T12:00Z')

/** The context of a request by this actor, at noon on 1 December 2026 unless told otherwise. */
export async function contextOf(actor: Actor, said: Partial<Context> = {}): Promise<Context> {
  const around = {
    d1: env.DB,
    now: NOW,
    mode: 'development',
    origin: 'http://localhost:8787',
    requestId: 'request-1',
    // As the Worker of the tests has it, so that its door knows the links.
    secrets: {},
    startBuild: async () => {},
  } as const
  return { ...(await openContext(around, null)), actor, ...said }
}

/** Stores an account with these roles and gives its actor. */
export async function makeActor(
  memberships: readonly Membership[],
  personId: string | null = null,
): Promise<Actor & { readonly kind: 'account' }> {
  const accountId = crypto.randomUUID()
  const db = openDatabase(env.DB)
  const account = accountOf(accountId, personId, null, NOW)
  const roles = memberships.flatMap((role) => membershipWrites(accountId, role, 'test', NOW))
  expect(await writeAll(db, [...accountWrites(account), ...roles])).toEqual({ kind: 'written' })
  return {
    kind: 'account',
    accountId,
    personId,
    memberships,
    sessionHash: `session-${accountId}`,
    ...WELL_SIGNED_IN,
  }
}

export interface World {
  readonly district: District
  /** Same shape as `district`, with one doctor in common. */
  readonly other: District
  readonly lineId: string
  /** The people of `district` by id; the last one is a doctor in both. */
  readonly people: readonly string[]
  readonly coordinator: Context
  readonly otherCoordinator: Context
  /** Of the first doctor in `district`. */
  readonly doctor: Context
  readonly colleague: Context
  readonly manager: Context
  readonly unionRepresentative: Context
  readonly reader: Context
  readonly administrator: Context
  readonly nobody: Context
}

/** Two districts that nobody else uses, and somebody in every role. */
export async function makeWorld(change: (district: District) => District = (same) => same): Promise<World> {
  const key = crypto.randomUUID().slice(0, 8)
  const people = ['a', 'b', 'c', 'd'].map((letter) =>
    person(`${key}-${letter}`, `Lege ${letter.toUpperCase()} ${key}`),
  )
  const strangers = ['e', 'f'].map((letter) =>
    person(`${key}-${letter}`, `Lege ${letter.toUpperCase()} ${key}`),
  )
  const shared = people.at(-1) as (typeof people)[number]
  const district = change(exampleDistrict(`north-${key}`, people))
  const other = exampleDistrict(`south-${key}`, [...strangers, shared])
  const installation = { scopeKind: 'installation', scopeId: 'installation' } as const
  const administrator = await contextOf(
    await makeActor([{ ...installation, role: 'installation-administrator' }]),
  )
  for (const one of [district, other]) {
    const text = writeDistrictFile({ version: 1, district: one, timeline: null })
    unwrap(await importDistrict(administrator, { text }))
  }
  const inDistrict = (role: Membership['role'], id = district.id): Membership => ({
    scopeKind: 'district',
    scopeId: id,
    role,
  })
  const as = async (role: Membership, personId: string | null = null) =>
    contextOf(await makeActor([role], personId))
  const [first = '', second = ''] = people.map(({ id }) => id)
  return {
    district,
    other,
    lineId: `${district.id}-home`,
    people: people.map(({ id }) => id),
    administrator,
    coordinator: await as(inDistrict('coordinator')),
    otherCoordinator: await as(inDistrict('coordinator', other.id)),
    doctor: await as(inDistrict('doctor'), first),
    colleague: await as(inDistrict('doctor'), second),
    manager: await as(inDistrict('service-manager')),
    unionRepresentative: await as(inDistrict('union-representative')),
    reader: await as({ scopeKind: 'municipality', scopeId: '4645', role: 'municipality-reader' }),
    nobody: await contextOf({ kind: 'nobody' }),
  }
}

/** What a use case gave. @throws with the refusal. */
export function unwrap<T>(result: Result<T>): T {
  if (result.kind === 'refused') throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** Why a use case refused; undefined when it did not. */
export function refusalOf(result: Result<unknown>): Refusal['kind'] | undefined {
  return result.kind === 'refused' ? result.refusal.kind : undefined
}

/** The actions in a district's log, the oldest first. */
export async function logOf(districtId: string): Promise<string[]> {
  const rows = await listAudit(openDatabase(env.DB), districtId, 0, 1000)
  return rows.map((row) => row.action)
}

/** How many rows a table has, to see that a refusal stored none. */
export async function countRows(...tables: readonly string[]): Promise<number[]> {
  const counts = await env.DB.batch<{ n: number }>(
    tables.map((table) => env.DB.prepare(`SELECT count(*) AS n FROM "${table}"`)),
  )
  return counts.map((count) => count.results[0]?.n ?? 0)
}
