import type { Context, Next } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from '../usecases/context.ts'
import { noteDenied } from '../usecases/note-denied.ts'
import { logFault } from './log-fault.ts'

/** Statuses that hide or refuse: what is not there and what is another's are answered alike, and so noted alike. */
const DENIED = [403, 404]

/** Has the log tell of whoever is signed in and is turned away at a door. The answer stays as it is, whatever comes of it. */
export async function noteDenials(c: Context<AppEnv>, next: Next): Promise<void> {
  await next()
  const pattern = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path
  if (!DENIED.includes(c.res.status) || pattern === undefined) return
  try {
    await noteDenied(c.var.ctx, { door: `${c.req.method} ${pattern}` })
  } catch (fault) {
    logFault(c, fault)
  }
}
