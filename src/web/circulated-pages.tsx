import type { Hono } from 'hono'
import type { CommentState } from '../core/rota/draft.ts'
import { commentDraft, settleComment } from '../usecases/comment-draft.ts'
import type { AppEnv } from '../usecases/context.ts'
import { dateOfNeed } from '../usecases/duty-of.ts'
import { type CirculatedDrafts, listCirculated } from '../usecases/list-circulated.ts'
import type { Refusal } from '../usecases/refusal.ts'
import { showBoard } from '../usecases/show-board.ts'
import { showCirculated } from '../usecases/show-circulated.ts'
import { boardStateOf } from './board/board-state.ts'
import { Circulated, type CommentForm } from './circulated/circulated.tsx'
import { readCell } from './draft/draft-change.ts'
import { isRevision, readForm } from './form.tsx'
import { Empty, PageHeading } from './heading.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'
import { useText } from './text-context.ts'

interface DraftPlace {
  readonly districtId: string
  readonly draftId: string
}

export function circulatedPages(app: Hono<AppEnv>): void {
  app.get(paths.circulated(':districtId'), (c) => listPage(c, c.req.param('districtId')))
  app.get(paths.circulatedDraft(':districtId', ':draftId'), (c) =>
    draftPage(c, c.req.param(), { cell: c.req.query('cell') ?? '', text: '', problems: [] }, null),
  )
  app.post(paths.circulatedDraft(':districtId', ':draftId'), (c) => comment(c, c.req.param()))
  app.post(paths.settleComment(':districtId', ':draftId', ':comment'), (c) => settle(c, c.req.param()))
}

async function listPage(c: PageContext, districtId: string) {
  const result = await listCirculated(c.var.ctx, { districtId })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const district = { id: districtId, name: result.value.districtName }
  const title = textOf(c).circulating.reading.title
  return page(c, { title, district, place: 'drafts' }, <CirculatedList value={result.value} />)
}

function CirculatedList({ value }: { value: CirculatedDrafts }) {
  const { circulating, format } = useText()
  const { reading } = circulating
  return (
    <>
      <PageHeading title={reading.title} />
      <p class="lead">{reading.lead}</p>
      {value.drafts.length === 0 ? (
        <Empty>{reading.none}</Empty>
      ) : (
        <ul class="duty-list">
          {value.drafts.map((draft) => (
            <li>
              <a class="ds-link" href={paths.circulatedDraft(value.districtId, draft.id)}>
                {draft.name}
              </a>{' '}
              <small>{format.dateRange(draft)}</small>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

async function draftPage(c: PageContext, place: DraftPlace, form: CommentForm, refusal: Refusal | null) {
  const { ctx } = c.var
  const { districtId, draftId } = place
  const result = await showCirculated(ctx, place)
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { value } = result
  const cell = readCell(form.cell)
  // The weeks of the duty that is commented on, unless other weeks are asked for.
  const first = (cell && dateOfNeed(cell.needId)) ?? value.draft.from
  const state = boardStateOf(c.req, first)
  const source = { kind: 'draft', draftId } as const
  const board = await showBoard(ctx, {
    districtId,
    source,
    from: state.from,
    days: 7 * state.span,
    asCirculated: true,
  })
  if (board.kind === 'refused') return problemPage(c, board.refusal)
  const { reading } = textOf(c).circulating
  const spec = {
    title: value.draft.name,
    district: value.district,
    place: 'drafts',
    crumbs: [{ label: reading.title, href: paths.circulated(districtId) }],
    islands: ['board'],
    width: 'board',
    status: refusal ? statusOf(refusal) : 200,
  } as const
  return page(c, spec, <Circulated value={value} board={board.value} state={state} form={form} />)
}

async function comment(c: PageContext, place: DraftPlace) {
  const { cell = '', text = '' } = (await readForm(c)).values
  const about = cell === '' ? null : readCell(cell)
  const result = await commentDraft(c.var.ctx, {
    ...place,
    text,
    // What names no place names none of the draft's either.
    cell: about === undefined ? { needId: cell, seat: 0 } : about,
  })
  if (result.kind === 'done')
    return redirectDone(c, paths.circulatedDraft(place.districtId, place.draftId), 'commented')
  const { refusal } = result
  if (refusal.kind !== 'invalid') return problemPage(c, refusal)
  return draftPage(c, place, { cell, text, problems: refusal.problems }, refusal)
}

const STATES: Readonly<Record<string, CommentState>> = {
  new: 'new',
  seen: 'seen',
  'dealt-with': 'dealt-with',
}

async function settle(c: PageContext, place: DraftPlace & { readonly comment: string }) {
  const { districtId, draftId } = place
  const { state = '' } = (await readForm(c)).values
  const result = await settleComment(c.var.ctx, {
    districtId,
    draftId,
    number: isRevision(place.comment) ? Number(place.comment) : -1,
    state: STATES[state] ?? 'seen',
  })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  return redirectDone(c, paths.circulatedDraft(districtId, draftId), 'comment-marked')
}
