import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { showDuty } from '../usecases/show-duty.ts'
import { countMyChanges } from '../usecases/show-my-changes.ts'
import { showMyDuties } from '../usecases/show-my-duties.ts'
import { showMyReports } from '../usecases/show-my-reports.ts'
import { toPeriodQuery } from './ledger/asked-period.ts'
import { MyDuties } from './my/my-duties.tsx'
import { MyReports } from './my/my-reports.tsx'
import { page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'

export function myPages(app: Hono<AppEnv>): void {
  app.get(paths.myDuties, async (c) => {
    const [result, unconfirmed] = await Promise.all([showMyDuties(c.var.ctx, {}), countMyChanges(c.var.ctx)])
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const [next] = result.value.duties
    const duty = next ? await showDuty(c.var.ctx, next) : null
    return page(
      c,
      { title: textOf(c).people.myDuties.title },
      <MyDuties
        value={result.value}
        next={duty?.kind === 'done' ? duty.value : null}
        unconfirmed={unconfirmed.kind === 'done' ? unconfirmed.value : { urgent: 0, others: 0 }}
      />,
    )
  })
  app.get(paths.myReports, async (c) => {
    const asked = toPeriodQuery(c.req.query('kind'), c.req.query('date'))
    const result = await showMyReports(c.var.ctx, asked)
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { people, reportPages } = textOf(c)
    const crumbs = [{ label: people.myDuties.title, href: paths.myDuties }]
    return page(
      c,
      { title: reportPages.mine.title, crumbs, width: 'figures' },
      <MyReports value={result.value} />,
    )
  })
}
