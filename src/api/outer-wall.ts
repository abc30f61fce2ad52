import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { isFeedPath } from './masked-path.ts'

/** Reading is asked for by pages that wait, writing by people. */
export type RequestClass = 'read' | 'write'

export interface OuterWall {
  /** Whether whoever has this key has asked so often in the last minute that they are to wait; about right is enough. */
  readonly isOver: (c: Context<AppEnv>, kind: RequestClass, key: string) => Promise<boolean>
  readonly tooManyPage: (c: Context<AppEnv>) => Response | Promise<Response>
}

/** Never limited: calendar programs stop asking at the wrong status (decision 0027), and monitors come from anywhere. */
const isFree = (path: string) => isFeedPath(path) || path === '/healthz'

/** A coarse limit before anything but the session is read; exact ones stand where something is asked for that costs. */
export function outerWall({ isOver, tooManyPage }: OuterWall): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const key = isFree(c.req.path) ? undefined : keyOf(c)
    const kind = c.req.method === 'GET' || c.req.method === 'HEAD' ? 'read' : 'write'
    if (key !== undefined && (await isOver(c, kind, key))) return tooManyPage(c)
    return next()
  }
}

/** By account, since many may share an address; by address for whoever is nobody yet. */
function keyOf(c: Context<AppEnv>): string | undefined {
  const { actor, from } = c.var.ctx
  return actor.kind === 'account' ? `account ${actor.accountId}` : from && `from ${from}`
}
