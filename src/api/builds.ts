import { type Context, Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { finishBrowserBuild } from '../usecases/finish-browser-build.ts'
import type { Result } from '../usecases/refusal.ts'
import { showBuild } from '../usecases/show-build.ts'
import { showBuildOrder } from '../usecases/show-build-order.ts'
import { tellProgress } from '../usecases/tell-progress.ts'
import { readText } from './posted-text.ts'
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
      takeText(c, MOST_IN_PROGRESS, (text) => tellProgress(c.get('ctx'), { ...place(c), text })),
    )
    .post(`${BUILD}/result`, (c) =>
      takeText(c, MOST_IN_RESULT, (text) => finishBrowserBuild(c.get('ctx'), { ...place(c), text })),
    )
}

const NEVER_KEPT = { 'Cache-Control': 'no-store' }

function place(c: Context<AppEnv>): Place {
  return { districtId: c.req.param('districtId') ?? '', buildId: c.req.param('buildId') ?? '' }
}

/** Hands on what was posted, as JSON and no longer than it may be, and answers with what came of it. */
async function takeText(
  c: Context<AppEnv>,
  most: number,
  take: (text: string) => Promise<Result<object>>,
): Promise<Response> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('Content-Type') ?? ''))
    return c.body(null, 415, NEVER_KEPT)
  const text = await readText(c.req.raw, most)
  if (text === undefined) return c.body(null, 413, NEVER_KEPT)
  const result = await take(text)
  return result.kind === 'refused' ? toProblem(c, result.refusal) : c.json(result.value, 200, NEVER_KEPT)
}
