import type { Hono } from 'hono'
import { BOARD_DAYS, boardStart } from '../board/board-days.ts'
import { addDays } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import type { AppEnv } from '../usecases/context.ts'
import { exportDistrict } from '../usecases/export-district.ts'
import { actionsIn } from '../usecases/gate.ts'
import { listDrafts } from '../usecases/list-drafts.ts'
import { countUndelivered } from '../usecases/list-undelivered.ts'
import { showBoard } from '../usecases/show-board.ts'
import { showNearestDuty } from '../usecases/show-nearest-duty.ts'
import { DistrictHome } from './district/district-home.tsx'
import { unconfirmedIn } from './notices/unconfirmed.ts'
import { type PageContext, page } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'

export function districtPages(app: Hono<AppEnv>): void {
  app.get(paths.district(':districtId'), (c) => homePage(c, c.req.param('districtId')))
  app.get(paths.exportDistrict(':districtId'), async (c) => {
    const result = await exportDistrict(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { fileName, text } = result.value
    return c.body(text, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    })
  })
}

async function homePage(c: PageContext, districtId: string) {
  const drafts = await listDrafts(c.var.ctx, { districtId })
  const known = drafts.kind === 'done' ? drafts.value : null
  const [board, unconfirmed, undelivered] = await Promise.all([
    nearestBoard(c, districtId),
    unconfirmedIn(c, districtId),
    countUndelivered(c.var.ctx, [districtId]),
  ])
  if (board.kind === 'refused') return problemPage(c, board.refusal)
  const { district } = board.value
  const actions = actionsIn(c.var.ctx, districtId)
  return page(
    c,
    { title: district.name, district, place: 'overview' },
    <DistrictHome
      board={board.value}
      drafts={known}
      actions={actions}
      unconfirmed={unconfirmed}
      undelivered={undelivered.get(districtId) ?? 0}
    />,
  )
}

/** The coming six weeks; while nothing is published in them, the nearest weeks that have something. */
async function nearestBoard(c: PageContext, districtId: string) {
  const { ctx } = c.var
  const today = toWall(ctx.now).date
  const nearest = await showNearestDuty(ctx, { districtId })
  if (nearest.kind === 'refused') return nearest
  const date = nearest.value ?? today
  const isNear = date >= today && date < addDays(today, BOARD_DAYS)
  const source = { kind: 'timeline' } as const
  return showBoard(ctx, { districtId, source, from: boardStart(isNear ? today : date), days: BOARD_DAYS })
}
