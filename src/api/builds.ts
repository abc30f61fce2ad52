import { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { showBuild } from '../usecases/show-build.ts'
import { toProblem } from './problem.ts'

/** `GET /api/districts/<district>/builds/<build>`: how far a build has come, asked by the page while it waits. */
export function builds(): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/api/districts/:districtId/builds/:buildId', async (c) => {
    const result = await showBuild(c.get('ctx'), c.req.param())
    if (result.kind === 'refused') return toProblem(c, result.refusal)
    const { status, done, iterations, score, open, keptCells } = result.value
    return c.json({ status, done, iterations, score, open: open.length, keptCells }, 200, {
      'Cache-Control': 'no-store',
    })
  })
}
