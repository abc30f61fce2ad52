import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { exportPayroll } from '../usecases/export-payroll.ts'
import { REPORT_FORMS } from '../usecases/report-file.ts'
import { showPayroll } from '../usecases/show-payroll.ts'
import { sendFile } from './file-answer.ts'
import { PageHeading } from './heading.tsx'
import { toPeriodQuery, unreadIn } from './ledger/asked-period.ts'
import { PeriodForm } from './ledger/period-form.tsx'
import { periodName } from './ledger/period-name.ts'
import { page, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { notFoundPage, problemPage } from './problem.tsx'
import { FileLinks } from './report/file-links.tsx'
import { Unread } from './report/frame.tsx'
import { ReportTableView } from './report/table-view.tsx'

export function payrollPages(app: Hono<AppEnv>): void {
  app.get(paths.payroll(':districtId'), async (c) => {
    const { districtId } = c.req.param()
    const asked = toPeriodQuery(c.req.query('kind'), c.req.query('date'))
    const result = await showPayroll(c.var.ctx, { districtId, ...asked })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { district, period, kinds, tables } = result.value
    const text = textOf(c)
    const { payroll } = text
    return page(
      c,
      { title: payroll.title, district, width: 'figures' },
      <div class="report">
        <PageHeading title={payroll.title}>
          <span>{periodName(period, text)}</span>
        </PageHeading>
        <p class="lead">{payroll.lead}</p>
        <PeriodForm action={paths.payroll(district.id)} period={period} kinds={kinds} />
        <Unread period={period} asked={c.req.query()} />
        {tables.map((table) => (
          <ReportTableView table={table} />
        ))}
        <FileLinks
          hrefOf={(form) =>
            withQuery(paths.payrollFile(district.id, `payroll.${form}`), {
              kind: period.kind,
              date: period.from,
            })
          }
        />
      </div>,
    )
  })
  app.get(paths.payrollFile(':districtId', ':payroll'), async (c) => {
    const { districtId, payroll } = c.req.param()
    const form = REPORT_FORMS.find((own) => payroll === `payroll.${own}`)
    if (!form) return notFoundPage(c)
    const asked = toPeriodQuery(c.req.query('kind'), c.req.query('date'))
    const wrong = unreadIn(c.req.query())
    const result = await exportPayroll(c.var.ctx, { districtId, form, wrong, ...asked })
    return result.kind === 'refused' ? problemPage(c, result.refusal) : sendFile(c, form, result.value)
  })
}
