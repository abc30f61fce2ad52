import { Hono } from 'hono'
import { confirmVerdict } from '../usecases/confirm-verdict.ts'
import type { AppEnv } from '../usecases/context.ts'
import { showBoardFacts } from '../usecases/show-board-facts.ts'
import { toProblem } from './problem.ts'

const DRAFT = '/api/districts/:districtId/drafts/:draftId'
/** They name people and their working hours: kept in no cache. */
const NEVER_KEPT = { 'Cache-Control': 'private, no-store' }

/** What a browser judges a draft by, and whether the server finds the same. */
export function boardFacts(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(`${DRAFT}/facts`, async (c) => {
      const result = await showBoardFacts(c.get('ctx'), c.req.param())
      if (result.kind === 'refused') return toProblem(c, result.refusal)
      return c.json(result.value, 200, NEVER_KEPT)
    })
    .get(`${DRAFT}/verdict`, async (c) => {
      const sum = c.req.query('sum') ?? ''
      const result = await confirmVerdict(c.get('ctx'), { ...c.req.param(), sum })
      if (result.kind === 'refused') return toProblem(c, result.refusal)
      return c.json(result.value, 200, NEVER_KEPT)
    })
}
