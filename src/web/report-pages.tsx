import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { type LoadReportValue, showLoadReport } from '../usecases/show-load-report.ts'
import { askedWeeks } from './hours-pages.tsx'
import { page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'
import { LoadReport } from './report/load-report.tsx'

export function reportPages(app: Hono<AppEnv>): void {
  app.get(paths.loadReport(':districtId', ':municipality'), async (c) => {
    const { districtId, municipality } = c.req.param()
    const result = await showLoadReport(c.var.ctx, { districtId, municipality, ...askedWeeks(c) })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { municipalityName, districtName } = result.value satisfies LoadReportValue
    const { people } = textOf(c)
    const district = { id: districtId, name: districtName }
    const spec = { title: people.report.of(municipalityName), district, isWide: true }
    return page(c, spec, <LoadReport value={result.value} />)
  })
}
