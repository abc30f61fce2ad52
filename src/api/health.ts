import { Hono } from 'hono'
import { checkHealth } from '../usecases/check-health.ts'
import type { AppEnv } from '../usecases/context.ts'

/** `GET /healthz`: 200 when the database answers, with whether mail and text messages are sent. */
export function health(): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/healthz', async (c) => {
    const ctx = c.get('ctx')
    await checkHealth(ctx)
    const standing = (channel: 'mail' | 'sms') => (ctx.channels?.includes(channel) ? 'on' : 'off')
    return c.json({ status: 'ok', mail: standing('mail'), sms: standing('sms') }, 200, {
      'Cache-Control': 'no-store',
    })
  })
}
