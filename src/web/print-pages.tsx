import type { Hono } from 'hono'
import { viewBoard } from '../board/board-view.ts'
import { toWall } from '../core/time/oslo.ts'
import type { AppEnv } from '../usecases/context.ts'
import { type BoardSource, showBoard } from '../usecases/show-board.ts'
import { showDraftDates } from '../usecases/show-draft-dates.ts'
import { PrintPage } from './board/print-page.tsx'
import { daysOf, printDates, printStateOf } from './board/print-state.ts'
import { type PageContext, page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'

export function printPages(app: Hono<AppEnv>): void {
  app.get(paths.printRota(':districtId'), (c) =>
    printPage(c, c.req.param('districtId'), { kind: 'timeline' }, toWall(c.var.ctx.now).date),
  )
  app.get(paths.printDraft(':districtId', ':draftId'), async (c) => {
    const { districtId, draftId } = c.req.param()
    const dates = await showDraftDates(c.var.ctx, { districtId, draftId })
    if (dates.kind === 'refused') return problemPage(c, dates.refusal)
    return printPage(c, districtId, { kind: 'draft', draftId }, dates.value.from)
  })
}

async function printPage(c: PageContext, districtId: string, source: BoardSource, first: string) {
  const state = printStateOf(c.req, first)
  const dates = printDates(state)
  const result = await showBoard(c.var.ctx, {
    districtId,
    source,
    from: dates.from,
    days: daysOf(dates),
    asPosted: state.what !== 'doctor',
  })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { district, draft } = result.value
  const { views } = textOf(c)
  return page(
    c,
    {
      title: views.paper.title,
      district,
      place: draft ? 'drafts' : 'rota',
      crumbs: draft ? [{ label: draft.name, href: paths.draft(districtId, draft.id) }] : [],
      islands: ['print'],
      width: 'board',
    },
    <PrintPage view={viewBoard(result.value)} state={state} now={c.var.ctx.now} />,
  )
}
