import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { showLoadReport } from '../usecases/show-load-report.ts'
import { toPeriodQuery } from './ledger/asked-period.ts'
import { page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'
import { reportTitle } from './report/frame.tsx'
import { LoadReport } from './report/load-report.tsx'

export function reportPages(app: Hono<AppEnv>): void {
  app.get(paths.loadReport(':districtId', ':municipality'), async (c) => {
    const asked = toPeriodQuery(c.req.query('kind'), c.req.query('date'))
    const result = await showLoadReport(c.var.ctx, { ...c.req.param(), ...asked })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { head } = result.value
    const spec = {
      title: reportTitle(head, 'overview', textOf(c)),
      district: head.district,
      width: 'figures',
    } as const
    return page(c, spec, <LoadReport value={result.value} asked={c.req.query()} />)
  })
}
