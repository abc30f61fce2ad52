import type { Hono } from 'hono'
import { apiApp } from '../../src/api/app.ts'
import { frontDoor } from '../../src/api/front-door.ts'
import type { FeedChoice } from '../../src/core/rota/feed-choice.ts'
import { accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import type { Membership } from '../../src/identity/policy.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import type { AppEnv, Context } from '../../src/usecases/context.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { secretIn } from './feed-poll.ts'
import { unwrap } from './plan-world.ts'
import { WELL_SIGNED_IN } from './well-signed-in.ts'

/** A link with the context of whom it was issued to. */
export interface IssuedLink {
  readonly ctx: Context
  readonly accountId: string
  readonly feedId: string
  readonly path: string
  readonly secret: string
}

/** An account with a role in Fjordane, and a link of its own. */
export async function issueLink(
  ctx: Context,
  account: { readonly id: string; readonly personId: string | null; readonly role: Membership['role'] },
  choice?: FeedChoice,
): Promise<IssuedLink> {
  const membership = { scopeKind: 'district', scopeId: 'fjordane', role: account.role } as const
  await writeAll(ctx.db, [
    ...accountWrites(accountOf(account.id, account.personId, null, ctx.now)),
    ...membershipWrites(account.id, membership, 'test', ctx.now),
  ])
  const { id: accountId, personId } = account
  const actor = {
    kind: 'account',
    accountId,
    personId,
    memberships: [membership],
    sessionHash: 's',
    ...WELL_SIGNED_IN,
  } as const
  const own = { ...ctx, actor }
  const made = unwrap(await createFeedLink(own, { label: 'Telefon', ...(choice ? { choice } : {}) }))
  return { ctx: own, accountId, feedId: made.feedId, path: made.path, secret: secretIn(made.path) }
}

/** The doors for programs behind the front door, with the context that is told; who asks with a session is told too. */
export function doorsWith(contextFor: (session: string | null) => Promise<Context>): Hono<AppEnv> {
  return frontDoor({
    contextFor: (_c, session) => contextFor(session?.secret ?? null),
    originOf: () => 'http://localhost:8787',
    asset: async () => new Response('', { status: 404 }),
    notFoundPage: () => new Response('a page', { status: 404 }),
    faultPage: () => new Response('a page', { status: 500 }),
    newRequestId: () => 'request-1',
  }).route('/', apiApp())
}

/** The same context, and every statement that is prepared through it; `fails` makes the database refuse them all. */
export function watched(ctx: Context, fails: (sql: string) => boolean = () => false) {
  const queries: string[] = []
  const d1 = new Proxy(ctx.db.d1, {
    get(target, name) {
      if (name === 'prepare')
        return (sql: string) => {
          queries.push(sql)
          if (fails(sql)) throw new Error(`D1_ERROR: the database is away (${sql.length} characters)`)
          return target.prepare(sql)
        }
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { ctx: { ...ctx, db: { ...ctx.db, d1 } }, queries }
}

/** The same context, in which `act` happens before a batch that holds a statement of which `when` is true: the first `times` of them. */
export function interrupted(
  ctx: Context,
  when: (sql: string) => boolean,
  act: () => Promise<unknown>,
  times = 1,
): Context {
  let isMet = false
  let done = 0
  const d1 = new Proxy(ctx.db.d1, {
    get(target, name) {
      if (name === 'prepare')
        return (sql: string) => {
          isMet ||= when(sql)
          return target.prepare(sql)
        }
      if (name === 'batch')
        return async (statements: D1PreparedStatement[]) => {
          const isNow = isMet && done < times
          isMet = false
          if (isNow) done++
          if (isNow) await act()
          return target.batch(statements)
        }
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { ...ctx, db: { ...ctx.db, d1 } }
}
