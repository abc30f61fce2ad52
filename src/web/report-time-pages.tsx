import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import type { ReportHead } from '../usecases/report-head.ts'
import { showReportPrint } from '../usecases/show-report-print.ts'
import { showReportTime } from '../usecases/show-report-time.ts'
import { toPeriodQuery } from './ledger/asked-period.ts'
import { type PageContext, page, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { problemPage } from './problem.tsx'
import { queryOf, ReportFrame, reportTitle } from './report/frame.tsx'
import { ReportPaper } from './report/paper.tsx'
import { OverTimeView } from './report/pictures/over-time-view.tsx'
import { trailAddress } from './report/trail-query.ts'

export function reportTimePages(app: Hono<AppEnv>): void {
  app.get(paths.reportTime(':districtId', ':municipality'), async (c) => {
    const asked = toPeriodQuery(c.req.query('kind'), c.req.query('date'))
    const result = await showReportTime(c.var.ctx, { ...c.req.param(), ...asked })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { head, overTime, tables } = result.value
    const spec = { title: reportTitle(head, 'time', textOf(c)), ...placeOf(c, head) }
    return page(
      c,
      spec,
      <ReportFrame head={head} tab="time" asked={c.req.query()}>
        <OverTimeView value={overTime} tables={tables} trailHref={(trail) => trailAddress(head, trail)} />
      </ReportFrame>,
    )
  })
  app.get(paths.printReport(':districtId', ':municipality'), async (c) => {
    const asked = toPeriodQuery(c.req.query('kind'), c.req.query('date'))
    const result = await showReportPrint(c.var.ctx, { ...c.req.param(), ...asked })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const sheet = c.req.query('sheet') === 'portrait' ? 'portrait' : 'landscape'
    const { reportPages } = textOf(c)
    const spec = { title: reportPages.paper.title, ...placeOf(c, result.value.head) }
    return page(c, spec, <ReportPaper value={result.value} sheet={sheet} asked={c.req.query()} />)
  })
}

/** Below the report's first page. */
function placeOf(c: PageContext, head: ReportHead) {
  const { district, municipality } = head
  const href = withQuery(paths.loadReport(district.id, municipality.number), queryOf(head))
  return {
    district,
    crumbs: [{ label: textOf(c).people.report.of(municipality.name), href }],
    width: 'figures',
  } as const
}
