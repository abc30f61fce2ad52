import { type Context, Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import type { Result } from '../usecases/refusal.ts'
import { sendReversal, sendStep } from '../usecases/send-step.ts'
import { showChanges } from '../usecases/show-changes.ts'
import { NEVER_KEPT, takeJson } from './posted-text.ts'
import { toProblem } from './problem.ts'

const DRAFT = '/api/districts/:districtId/drafts/:draftId'
/** Bytes: a step of 2000 places. */
const MOST_IN_STEP = 256 * 1024
const MOST_IN_REVERSAL = 1000

/** A draft as its board in a browser works on it: steps, undo, redo, and what others have done since. */
export function drafts(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .post(`${DRAFT}/steps`, (c) =>
      takeJson(c, MOST_IN_STEP, (text) => sendStep(c.get('ctx'), { ...place(c), text })),
    )
    .post(`${DRAFT}/undo`, (c) =>
      takeJson(c, MOST_IN_REVERSAL, (text) => sendReversal(c.get('ctx'), 'undo', { ...place(c), text })),
    )
    .post(`${DRAFT}/redo`, (c) =>
      takeJson(c, MOST_IN_REVERSAL, (text) => sendReversal(c.get('ctx'), 'redo', { ...place(c), text })),
    )
    .get(`${DRAFT}/changes`, async (c) => {
      const after = c.req.query('after') ?? ''
      const number = /^\d{1,12}$/.test(after) ? Number(after) : Number.NaN
      return toAnswer(c, await showChanges(c.get('ctx'), { ...place(c), after: number }))
    })
}

function toAnswer(c: Context<AppEnv>, result: Result<object>): Response {
  return result.kind === 'refused' ? toProblem(c, result.refusal) : c.json(result.value, 200, NEVER_KEPT)
}

function place(c: Context<AppEnv>): { readonly districtId: string; readonly draftId: string } {
  return { districtId: c.req.param('districtId') ?? '', draftId: c.req.param('draftId') ?? '' }
}
