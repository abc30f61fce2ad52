import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { exportLoadReport } from '../usecases/export-load-report.ts'
import { REPORT_FORMS } from '../usecases/report-file.ts'
import { sendFile } from './file-answer.ts'
import { toPeriodQuery, unreadIn } from './ledger/asked-period.ts'
import { paths } from './paths.ts'
import { notFoundPage, problemPage } from './problem.tsx'

export function reportFilePages(app: Hono<AppEnv>): void {
  app.get(paths.reportFile(':districtId', ':municipality', ':report'), async (c) => {
    const { districtId, municipality, report } = c.req.param()
    const form = REPORT_FORMS.find((own) => report === `report.${own}`)
    if (!form) return notFoundPage(c)
    const { kind, date } = c.req.query()
    const asked = toPeriodQuery(kind, date)
    const wrong = unreadIn(c.req.query())
    const result = await exportLoadReport(c.var.ctx, { districtId, municipality, form, wrong, ...asked })
    return result.kind === 'refused' ? problemPage(c, result.refusal) : sendFile(c, form, result.value)
  })
}
