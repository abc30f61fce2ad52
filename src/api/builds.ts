import { type Context, Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { finishBrowserBuild } from '../usecases/finish-browser-build.ts'
import { showBuild } from '../usecases/show-build.ts'
import { showBuildOrder } from '../usecases/show-build-order.ts'
import { tellProgress } from '../usecases/tell-progress.ts'
import { NEVER_KEPT, takeJson } from './posted-text.ts'
import { toProblem } from './problem.ts'

const BUILD = '/api/districts/:districtId/builds/:buildId'
/** Bytes: a year of a city is some 800 kB. */
const MOST_IN_RESULT = 4_000_000
const MOST_IN_PROGRESS = 1000

interface Place {
  readonly districtId: string
  readonly buildId: string
}

/** How a build goes, asked by the page while it waits; and for a build in a browser its order, its progress and what it came to. */
export function builds(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(BUILD, async (c) => {
      const result = await showBuild(c.get('ctx'), c.req.param())
      if (result.kind === 'refused') return toProblem(c, result.refusal)
      const { status, done, iterations, score, open, keptCells, openNow, costNow, bound } = result.value
      const progress = {
        status,
        done,
        iterations,
        score,
        open: open.length,
        keptCells,
        openNow,
        costNow,
        bound,
      }
      return c.json(progress, 200, NEVER_KEPT)
    })
    .get(`${BUILD}/order`, async (c) => {
      const result = await showBuildOrder(c.get('ctx'), c.req.param())
      if (result.kind === 'refused') return toProblem(c, result.refusal)
      return c.body(result.value.orderText, 200, { ...NEVER_KEPT, 'Content-Type': 'application/json' })
    })
    .post(`${BUILD}/progress`, (c) =>
      takeJson(c, MOST_IN_PROGRESS, (text) => tellProgress(c.get('ctx'), { ...place(c), text })),
    )
    .post(`${BUILD}/result`, (c) =>
      takeJson(c, MOST_IN_RESULT, (text) => finishBrowserBuild(c.get('ctx'), { ...place(c), text })),
    )
}

function place(c: Context<AppEnv>): Place {
  return { districtId: c.req.param('districtId') ?? '', buildId: c.req.param('buildId') ?? '' }
}
