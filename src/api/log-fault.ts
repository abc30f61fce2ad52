import type { Context } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { maskedPath } from './masked-path.ts'

/** The one line that a request leaves in the log, and only when something broke. */
export function logFault(c: Context<AppEnv>, fault: unknown): void {
  console.error(`${c.var.requestId} ${c.req.method} ${maskedPath(c.req.path)}`, fault)
}
