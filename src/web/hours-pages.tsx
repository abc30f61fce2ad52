import type { Hono } from 'hono'
import { isIsoWeek, isoWeekStart } from '../core/time/iso-week.ts'
import type { AppEnv } from '../usecases/context.ts'
import type { BoardSource } from '../usecases/show-board.ts'
import { type HoursValue, showHours } from '../usecases/show-hours.ts'
import { Hours } from './hours/hours.tsx'
import { type PageContext, page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'

const MOST_WEEKS = 53

export function hoursPages(app: Hono<AppEnv>): void {
  app.get(paths.hours(':districtId'), async (c) => {
    const districtId = c.req.param('districtId')
    const draftId = c.req.query('draft') ?? null
    const source: BoardSource = draftId === null ? { kind: 'timeline' } : { kind: 'draft', draftId }
    const result = await showHours(c.var.ctx, { districtId, source, ...askedWeeks(c) })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { district } = result.value satisfies HoursValue
    const spec = { title: textOf(c).people.hours.title, district, place: 'hours', width: 'figures' } as const
    const state = { personId: c.req.query('doctor') ?? null, draftId }
    return page(c, spec, <Hours value={result.value} state={state} />)
  })
}

/** The weeks that the address names; null where it says nothing that makes sense. */
export function askedWeeks(c: PageContext) {
  const from = c.req.query('from') ?? ''
  const weeks = Number(c.req.query('weeks'))
  const isUsable = isIsoWeek(from) && isoWeekStart(from) >= '2000-01-01' && from < '2099-W01'
  return {
    from: isUsable ? from : null,
    weeks: Number.isInteger(weeks) && weeks >= 1 && weeks <= MOST_WEEKS ? weeks : null,
  }
}
