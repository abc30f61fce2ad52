import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { showDutyNow } from '../usecases/show-duty-now.ts'
import { DutyNow } from './district/duty-now.tsx'
import { page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'

const REFRESH_SECONDS = 60

export function dutyNowPages(app: Hono<AppEnv>): void {
  app.get(paths.dutyNow(':districtId'), async (c) => {
    const result = await showDutyNow(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { district } = result.value
    // Whoever reads it piece by piece can stop it (WCAG 2.2.2).
    const isRefreshed = c.req.query('refresh') !== 'no'
    // As a header, so that it holds with script too, and with none.
    if (isRefreshed) c.header('Refresh', String(REFRESH_SECONDS))
    return page(
      c,
      { title: textOf(c).dutyNow.title, district },
      <DutyNow value={result.value} isRefreshed={isRefreshed} />,
    )
  })
}
