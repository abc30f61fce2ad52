import { Hono } from 'hono'
import type { AppEnv, Context } from '../../src/usecases/context.ts'
import { webApp } from '../../src/web/app.tsx'

/** The pages as one account meets them, behind a front door that knows it already. */
export function pagesAs(ctx: Context) {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('ctx', ctx)
    c.set('requestId', 'request-1')
    await next()
  })
  return app.route('/', webApp())
}
