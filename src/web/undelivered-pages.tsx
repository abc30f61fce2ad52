import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { listUndelivered, listUndeliveredElsewhere } from '../usecases/list-undelivered.ts'
import { sendAgain } from '../usecases/send-again.ts'
import { UndeliveredElsewherePage, UndeliveredPage } from './notices/undelivered.tsx'
import { page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'

/** Messages that were given up: a district's for its coordinators, what belongs to none for the administrator. */
export function undeliveredPages(app: Hono<AppEnv>): void {
  app.get(paths.undelivered, async (c) => {
    const result = await listUndeliveredElsewhere(c.var.ctx)
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { messages, pages } = textOf(c)
    const crumbs = [{ label: pages.districts.title, href: paths.home }]
    const spec = { title: messages.undelivered.elsewhere, crumbs }
    return page(c, spec, <UndeliveredElsewherePage value={result.value} />)
  })
  app.post(paths.sendAgain(':messageId'), async (c) => {
    const { messageId } = c.req.param()
    const result = await sendAgain(c.var.ctx, { districtId: null, messageId })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return redirectDone(c, paths.undelivered, 'sent-again')
  })
  app.get(paths.undeliveredIn(':districtId'), async (c) => {
    const districtId = c.req.param('districtId')
    const result = await listUndelivered(c.var.ctx, districtId)
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { messages, notices } = textOf(c)
    const { district } = result.value
    const crumbs = [{ label: notices.district.title, href: paths.notices(districtId) }]
    const spec = { title: messages.undelivered.title, district, crumbs }
    return page(c, spec, <UndeliveredPage value={result.value} />)
  })
  app.post(paths.sendAgainIn(':districtId', ':messageId'), async (c) => {
    const { districtId, messageId } = c.req.param()
    const result = await sendAgain(c.var.ctx, { districtId, messageId })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return redirectDone(c, paths.undeliveredIn(districtId), 'sent-again')
  })
}
