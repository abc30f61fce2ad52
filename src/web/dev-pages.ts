import type { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../usecases/context.ts'
import { setUpExamples } from '../usecases/set-up-examples.ts'
import { paths } from './paths.ts'
import { statusOf } from './problem.tsx'

const body = z.object({ districts: z.array(z.unknown()) })

/** What `npm start` asks of a development server: load the examples, give a way in. In production it is not there. */
export function devPages(app: Hono<AppEnv>): void {
  app.post(paths.devSetup, async (c, next) => {
    const { ctx } = c.var
    if (ctx.mode !== 'development') return next()
    const parsed = body.safeParse(await c.req.json().catch(() => undefined))
    if (!parsed.success) return c.json({ problem: 'expected { "districts": [ … ] }' }, 422)
    const result = await setUpExamples(ctx, parsed.data)
    if (result.kind === 'refused') return c.json(result.refusal, statusOf(result.refusal))
    return c.json(result.value)
  })
}
