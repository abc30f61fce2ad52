import type { Hono } from 'hono'
import { isIsoWeek, isoWeekStart } from '../core/time/iso-week.ts'
import type { AppEnv } from '../usecases/context.ts'
import { type LoadReportValue, showLoadReport } from '../usecases/show-load-report.ts'
import { type PageContext, page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'
import { LoadReport } from './report/load-report.tsx'

const MOST_WEEKS = 53

export function reportPages(app: Hono<AppEnv>): void {
  app.get(paths.loadReport(':districtId', ':municipality'), async (c) => {
    const { districtId, municipality } = c.req.param()
    const result = await showLoadReport(c.var.ctx, { districtId, municipality, ...askedOf(c) })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { municipalityName, districtName } = result.value satisfies LoadReportValue
    const { people } = textOf(c)
    const district = { id: districtId, name: districtName }
    const spec = { title: people.report.of(municipalityName), district, isWide: true }
    return page(c, spec, <LoadReport value={result.value} />)
  })
}

/** What the address says; null where it says nothing that makes sense. */
function askedOf(c: PageContext) {
  const from = c.req.query('from') ?? ''
  const weeks = Number(c.req.query('weeks'))
  const isUsable = isIsoWeek(from) && isoWeekStart(from) >= '2000-01-01' && from < '2099-W01'
  return {
    from: isUsable ? from : null,
    weeks: Number.isInteger(weeks) && weeks >= 1 && weeks <= MOST_WEEKS ? weeks : null,
  }
}
