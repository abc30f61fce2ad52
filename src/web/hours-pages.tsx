import type { Hono } from 'hono'
import { addWeeks, type IsoWeek, isIsoWeek, isoWeekOf } from '../core/time/iso-week.ts'
import { toWall } from '../core/time/oslo.ts'
import type { AppEnv } from '../usecases/context.ts'
import type { BoardSource } from '../usecases/show-board.ts'
import { type HoursValue, showHours } from '../usecases/show-hours.ts'
import { showNearestDuty } from '../usecases/show-nearest-duty.ts'
import { Hours, type HoursState } from './hours/hours.tsx'
import { type PageContext, page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'

const DEFAULT_WEEKS = 13
const WEEKS_BEHIND = 4
const MOST_WEEKS = 53

export function hoursPages(app: Hono<AppEnv>): void {
  app.get(paths.hours(':districtId'), async (c) => {
    const districtId = c.req.param('districtId')
    const state = await stateOf(c, districtId)
    const result = await showHours(c.var.ctx, { districtId, ...state, source: sourceOf(state) })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { district } = result.value satisfies HoursValue
    const spec = { title: textOf(c).people.hours.title, district, place: 'hours', isWide: true } as const
    return page(c, spec, <Hours value={result.value} state={state} />)
  })
}

function sourceOf({ draftId }: HoursState): BoardSource {
  return draftId === null ? { kind: 'timeline' } : { kind: 'draft', draftId }
}

/** What the address says; else the four weeks behind and the nine ahead, or the nearest weeks in which something is published. */
async function stateOf(c: PageContext, districtId: string): Promise<HoursState> {
  const from = c.req.query('from') ?? ''
  const weeks = Number(c.req.query('weeks'))
  return {
    from: isIsoWeek(from) && from >= '2000-W01' && from < '2099-W01' ? from : await firstWeek(c, districtId),
    weeks: Number.isInteger(weeks) && weeks >= 1 && weeks <= MOST_WEEKS ? weeks : DEFAULT_WEEKS,
    personId: c.req.query('doctor') ?? null,
    draftId: c.req.query('draft') ?? null,
  }
}

async function firstWeek(c: PageContext, districtId: string): Promise<IsoWeek> {
  const usual = addWeeks(isoWeekOf(toWall(c.var.ctx.now).date), -WEEKS_BEHIND)
  const nearest = await showNearestDuty(c.var.ctx, { districtId })
  if (nearest.kind === 'refused' || nearest.value === null) return usual
  const week = isoWeekOf(nearest.value)
  return week >= usual && week < addWeeks(usual, DEFAULT_WEEKS) ? usual : week
}
