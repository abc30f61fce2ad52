import { Hono } from 'hono'
import { apiApp } from '../../src/api/app.ts'
import { type Actor, type Membership, RIGHTS, type Role } from '../../src/identity/policy.ts'
import type { AppEnv, Context } from '../../src/usecases/context.ts'
import { webApp } from '../../src/web/app.tsx'
import { notFoundPage } from '../../src/web/problem.tsx'
import { WELL_SIGNED_IN } from './well-signed-in.ts'

/** What stands in an address for each parameter of a route, all of them tried. */
export type Parameters = Readonly<Record<string, readonly string[]>>

const doors = [webApp(), apiApp()]

/** Every path that answers a GET, from the doors themselves. */
export const GET_PATHS: readonly string[] = [
  ...new Set(
    doors.flatMap((door) => door.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)),
  ),
]

/** The addresses of every route, with each value of each parameter. @throws at a parameter that has no value yet. */
export function everyAddress(parameters: Parameters): string[] {
  return GET_PATHS.flatMap((path) => fill(path, parameters))
}

function fill(path: string, parameters: Parameters): string[] {
  const name = /:(\w+)/.exec(path)?.[1]
  if (name === undefined) return [path]
  const values = parameters[name]
  if (!values)
    throw new Error(`${path} asks for :${name}: say what stands there, so that the route is visited`)
  return values.flatMap((value) => fill(path.replace(`:${name}`, encodeURIComponent(value)), parameters))
}

/** One answer as a reader gets it: status, headers and every byte of the body. */
export async function answerTo(ctx: Context, address: string): Promise<string> {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('ctx', ctx)
    c.set('requestId', ctx.requestId)
    await next()
  })
  for (const door of doors) app.route('/', door)
  app.notFound((c) => notFoundPage(c))
  const answer = await app.request(address)
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).sort()
  return [answer.status, ...headers, await answer.text()].join('\n')
}

/** The answers to everybody at every address, by who asks and what. */
export async function everyAnswer(
  askers: ReadonlyMap<string, Context>,
  addresses: readonly string[],
): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const [who, ctx] of askers)
    for (const address of addresses) answers.set(`${who} ${address}`, await answerTo(ctx, address))
  return answers
}

export interface Places {
  readonly districtId: string
  readonly otherDistrictId: string
  /** A municipality that the exempt doctor has no agreement with. */
  readonly otherMunicipality: string
  readonly homeMunicipality: string
  /** A doctor of the district who is not the exempt one. */
  readonly colleagueId: string
}

/**
 * Somebody in every role that the policy knows, none of whom decides over the exempt doctor: whoever decides is there as the
 * decider of another municipality. And somebody with no role, nobody, and a coordinator of another district.
 */
export function everybodyWhoDoesNotDecide(places: Places): ReadonlyMap<string, Actor> {
  const roles = (Object.keys(RIGHTS) as (Role | 'oneself' | 'job')[]).filter(
    (role): role is Role => role !== 'oneself' && role !== 'job',
  )
  const scopeId = (role: Role): string => {
    if (role === 'municipality-reader') return places.homeMunicipality
    if (role === 'municipality-decider') return places.otherMunicipality
    return RIGHTS[role].scope === 'district' ? places.districtId : 'installation'
  }
  const one = (name: string, memberships: readonly Membership[], personId: string | null = null): Actor => ({
    kind: 'account',
    accountId: `account-${name}`,
    personId,
    memberships,
    sessionHash: `session-${name}`,
    ...WELL_SIGNED_IN,
  })
  const byRole = roles.map((role) => {
    const scopeKind = RIGHTS[role].scope as Membership['scopeKind']
    const personId = role === 'doctor' ? places.colleagueId : null
    return [role, one(role, [{ scopeKind, scopeId: scopeId(role), role }], personId)] as const
  })
  const stranger: Membership = {
    scopeKind: 'district',
    scopeId: places.otherDistrictId,
    role: 'coordinator',
  }
  return new Map<string, Actor>([
    ...byRole,
    ['somebody without a role', one('none', [])],
    ['a coordinator elsewhere', one('elsewhere', [stranger])],
    ['nobody', { kind: 'nobody' }],
  ])
}
