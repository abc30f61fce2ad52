import type { Hono } from 'hono'
import { confirmChange, takeBackConfirmation } from '../usecases/confirm-change.ts'
import { confirmNotice, reopenNotice } from '../usecases/confirm-notice.ts'
import type { AppEnv } from '../usecases/context.ts'
import type { Result } from '../usecases/refusal.ts'
import { showMyChanges } from '../usecases/show-my-changes.ts'
import { showNotices } from '../usecases/show-notices.ts'
import { isRevision, readForm } from './form.tsx'
import { DistrictNotices, type RefusedCall } from './notices/district-notices.tsx'
import { MyChanges } from './notices/my-changes.tsx'
import { type DoneCode, type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'

export function noticePages(app: Hono<AppEnv>): void {
  app.get(paths.myChanges, async (c) => {
    const result = await showMyChanges(c.var.ctx)
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { notices, people } = textOf(c)
    const crumbs = [{ label: people.myDuties.title, href: paths.myDuties }]
    return page(c, { title: notices.own.title, crumbs }, <MyChanges value={result.value} />)
  })
  app.post(paths.confirmChange(':districtId', ':revision'), async (c) =>
    ownAnswer(c, await confirmChange(c.var.ctx, noticeAt(c.req.param())), 'change-confirmed'),
  )
  app.post(paths.takeBackConfirmation(':districtId', ':revision'), async (c) =>
    ownAnswer(c, await takeBackConfirmation(c.var.ctx, noticeAt(c.req.param())), 'confirmation-taken-back'),
  )
  app.get(paths.notices(':districtId'), (c) => noticesPage(c, c.req.param('districtId'), null))
  app.post(paths.confirmNotice(':districtId', ':revision', ':personId'), async (c) => {
    const { districtId, personId } = c.req.param()
    const { note = '' } = (await readForm(c)).values
    const result = await confirmNotice(c.var.ctx, { ...noticeAt(c.req.param()), personId, note })
    if (result.kind === 'done') return redirectDone(c, paths.notices(districtId), 'notice-confirmed')
    const { refusal } = result
    return refusal.kind === 'invalid'
      ? noticesPage(c, districtId, { personId, note, problems: refusal.problems })
      : problemPage(c, refusal)
  })
  app.post(paths.reopenNotice(':districtId', ':revision', ':personId'), async (c) => {
    const { districtId, personId } = c.req.param()
    const result = await reopenNotice(c.var.ctx, { ...noticeAt(c.req.param()), personId })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return redirectDone(c, paths.notices(districtId), 'notice-reopened')
  })
}

/** Whatever is no number names no revision. */
function noticeAt({ districtId, revision }: { readonly districtId: string; readonly revision: string }) {
  return { districtId, revision: isRevision(revision) ? Number(revision) : -1 }
}

function ownAnswer(c: PageContext, result: Result<null>, done: DoneCode) {
  return result.kind === 'refused' ? problemPage(c, result.refusal) : redirectDone(c, paths.myChanges, done)
}

async function noticesPage(c: PageContext, districtId: string, refused: RefusedCall | null) {
  const result = await showNotices(c.var.ctx, { districtId, month: c.req.query('month') ?? null })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { district } = result.value
  const { notices, pages } = textOf(c)
  const crumbs = [{ label: pages.rota.title, href: paths.rota(districtId) }]
  const status = refused ? statusOf({ kind: 'invalid', problems: refused.problems }) : 200
  return page(
    c,
    { title: notices.district.title, district, place: 'rota', crumbs, status },
    <DistrictNotices value={result.value} refused={refused} />,
  )
}
