import type { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { AppEnv } from '../usecases/context.ts'
import type { ReportHead } from '../usecases/report-head.ts'
import { showReportDuties } from '../usecases/show-report-duties.ts'
import { showReportShares } from '../usecases/show-report-shares.ts'
import { showReportYearly } from '../usecases/show-report-yearly.ts'
import { toPeriodQuery } from './ledger/asked-period.ts'
import { type PageContext, page, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { problemPage } from './problem.tsx'
import { queryOf, ReportFrame, type ReportTab, reportTitle } from './report/frame.tsx'
import { ShareTables } from './report/share-tables.tsx'
import { ReportTableView } from './report/table-view.tsx'
import { toTrail, trailAddress } from './report/trail-query.ts'
import { YearlyView } from './report/yearly-view.tsx'

export function reportSharesPages(app: Hono<AppEnv>): void {
  app.get(paths.reportShares(':districtId', ':municipality'), async (c) => {
    const result = await showReportShares(c.var.ctx, askedIn(c))
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { head, tables } = result.value
    return reportPage(
      c,
      head,
      'shares',
      <ShareTables head={head} tables={tables} trailHref={(trail) => trailAddress(head, trail)} />,
    )
  })
  app.get(paths.reportYearly(':districtId', ':municipality'), async (c) => {
    const result = await showReportYearly(c.var.ctx, askedIn(c))
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { head, ...value } = result.value
    return reportPage(c, head, 'yearly', <YearlyView {...value} />)
  })
  app.get(paths.reportDuties(':districtId', ':municipality'), async (c) => {
    const trail = toTrail(c.req.query())
    const result = await showReportDuties(c.var.ctx, { ...askedIn(c), trail })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { head, table } = result.value
    return reportPage(c, head, trailTab(trail), <ReportTableView table={table} />, table.title)
  })
}

/** The part of the report that a trail leads back to. */
function trailTab(trail: ReturnType<typeof toTrail>): ReportTab {
  return trail.municipality === undefined ? 'overview' : 'shares'
}

function askedIn(c: PageContext) {
  const { districtId = '', municipality = '' } = c.req.param()
  return { districtId, municipality, ...toPeriodQuery(c.req.query('kind'), c.req.query('date')) }
}

function reportPage(c: PageContext, head: ReportHead, tab: ReportTab, content: Child, title?: string) {
  const { district, municipality } = head
  const text = textOf(c)
  const overview = withQuery(paths.loadReport(district.id, municipality.number), queryOf(head))
  const crumbs = [{ label: text.people.report.of(municipality.name), href: overview }]
  const own = title === undefined ? reportTitle(head, tab, text) : `${title}: ${municipality.name}`
  return page(
    c,
    { title: own, district, crumbs, width: 'figures' },
    <ReportFrame head={head} tab={tab} asked={c.req.query()}>
      {content}
    </ReportFrame>,
  )
}
