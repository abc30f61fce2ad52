import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { showDuty } from '../usecases/show-duty.ts'
import { countMyChanges } from '../usecases/show-my-changes.ts'
import { showMyDuties } from '../usecases/show-my-duties.ts'
import { MyDuties } from './my/my-duties.tsx'
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
}
