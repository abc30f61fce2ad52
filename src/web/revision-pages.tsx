import type { Hono } from 'hono'
import { addDays, isLocalDate } from '../core/time/local-date.ts'
import { compareRevisions } from '../usecases/compare-revisions.ts'
import type { AppEnv } from '../usecases/context.ts'
import { actionsIn } from '../usecases/gate.ts'
import { listRevisions } from '../usecases/list-revisions.ts'
import type { Refusal } from '../usecases/refusal.ts'
import { restoreRevision } from '../usecases/restore-revision.ts'
import { showRevision } from '../usecases/show-revision.ts'
import { boardStateOf } from './board/board-state.ts'
import { isRevision, type Posted, readForm } from './form.tsx'
import { toldOf } from './notices/unconfirmed.ts'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'
import { RevisionPage, type RevisionPageProps } from './revisions/revision.tsx'
import { comparisonTitle, RevisionComparisonPage } from './revisions/revision-comparison.tsx'
import { RevisionList } from './revisions/revision-list.tsx'

export function revisionPages(app: Hono<AppEnv>): void {
  app.get(paths.revisions(':districtId'), (c) => listPage(c, c.req.param('districtId')))
  app.get(paths.compareRevisions(':districtId'), (c) => comparisonPage(c, c.req.param('districtId')))
  app.get(paths.revision(':districtId', ':revision'), (c) => revisionPage(c, c.req.param(), null))
  app.post(paths.restoreRevision(':districtId', ':revision'), async (c) =>
    restore(c, c.req.param(), await readForm(c)),
  )
}

/** Any: only how long a time is asked for is read by it. */
const FIRST_DATE = '2027-01-04'

interface RevisionPlace {
  readonly districtId: string
  readonly revision: string
}

async function listPage(c: PageContext, districtId: string) {
  const before = c.req.query('before') ?? ''
  const result = await listRevisions(c.var.ctx, {
    districtId,
    before: isRevision(before) ? Number(before) : null,
  })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const district = { id: districtId, name: result.value.districtName }
  return page(
    c,
    { title: textOf(c).history.title, district, place: 'rota', crumbs: [rotaCrumb(c, districtId)] },
    <RevisionList value={result.value} />,
  )
}

async function revisionPage(c: PageContext, place: RevisionPlace, refused: RevisionPageProps['refused']) {
  const { ctx } = c.var
  const { districtId } = place
  const asked = c.req.query('from') ?? ''
  const { span } = boardStateOf(c.req, FIRST_DATE)
  const [result, told] = await Promise.all([
    showRevision(ctx, {
      districtId,
      // Whatever is no number names no revision.
      revision: isRevision(place.revision) ? Number(place.revision) : -1,
      from: isLocalDate(asked) ? boardStateOf(c.req, asked).from : null,
      days: 7 * span,
    }),
    toldOf(c, districtId, place.revision),
  ])
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { board, publication } = result.value
  const { history } = textOf(c)
  const spec = {
    title: history.name(publication.revision),
    district: board.district,
    place: 'rota',
    crumbs: [rotaCrumb(c, districtId), { label: history.title, href: paths.revisions(districtId) }],
    islands: ['board'],
    width: 'board',
    status: refused ? statusOf(refused.refusal) : 200,
  } as const
  return page(
    c,
    spec,
    <RevisionPage
      value={result.value}
      state={{ ...boardStateOf(c.req, board.rota.from), from: board.rota.from }}
      mayRestore={actionsIn(ctx, districtId).includes('edit-drafts')}
      refused={refused}
      told={told}
    />,
  )
}

async function restore(c: PageContext, place: RevisionPlace, { values, all }: Posted) {
  const { districtId } = place
  const { of = '', name = '', from = '', to = '' } = values
  const refuse = (refusal: Refusal) =>
    revisionPage(c, place, {
      refusal,
      problems: refusal.kind === 'invalid' ? refusal.problems : [],
    })
  const result = await restoreRevision(c.var.ctx, {
    districtId,
    revision: isRevision(of) ? Number(of) : -1,
    name,
    lineIds: all('line'),
    from,
    // The form says the last day; what is no date is refused as it stands.
    to: isLocalDate(to) ? addDays(to, 1) : to,
  })
  if (result.kind === 'refused')
    return result.refusal.kind === 'invalid' || result.refusal.kind === 'nothing-changed'
      ? refuse(result.refusal)
      : problemPage(c, result.refusal)
  return redirectDone(c, paths.draft(districtId, result.value.draftId), 'restored')
}

async function comparisonPage(c: PageContext, districtId: string) {
  const { before = '', after = '', from = '', to = '' } = c.req.query()
  const asked = isRevision(before) && isRevision(after)
  // With nothing asked for, the list is where two are chosen.
  if (!asked) return listPage(c, districtId)
  const result = await compareRevisions(c.var.ctx, {
    districtId,
    before: Math.min(Number(before), Number(after)),
    after: Math.max(Number(before), Number(after)),
    from: isLocalDate(from) ? from : null,
    to: isLocalDate(to) ? addDays(to, 1) : null,
  })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { history } = textOf(c)
  const spec = {
    title: comparisonTitle(result.value, history),
    district: result.value.district,
    place: 'rota',
    crumbs: [rotaCrumb(c, districtId), { label: history.title, href: paths.revisions(districtId) }],
    width: 'board',
  } as const
  return page(c, spec, <RevisionComparisonPage value={result.value} />)
}

function rotaCrumb(c: PageContext, districtId: string) {
  return { label: textOf(c).pages.rota.title, href: paths.rota(districtId) }
}
