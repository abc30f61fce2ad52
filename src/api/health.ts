import { Hono } from 'hono'
import { checkHealth } from '../usecases/check-health.ts'
import type { AppEnv } from '../usecases/context.ts'

/** `GET /healthz`: 200 when the database answers. */
export function health(): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/healthz', async (c) => {
    await checkHealth(c.get('ctx'))
    return c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' })
  })
}
