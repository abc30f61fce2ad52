import type { Hono } from 'hono'
import { stepOf } from '../core/plans/step.ts'
import { type CellRef, cellKey } from '../core/rota/assignment.ts'
import type { AppEnv } from '../usecases/context.ts'
import { dateOfNeed } from '../usecases/duty-of.ts'
import { editDraft } from '../usecases/edit-draft.ts'
import { redoEdit } from '../usecases/redo-edit.ts'
import type { FieldProblem, Refusal } from '../usecases/refusal.ts'
import { settleClashes } from '../usecases/settle-clashes.ts'
import { showBoard } from '../usecases/show-board.ts'
import { showCandidates } from '../usecases/show-candidates.ts'
import { showDraftBoard } from '../usecases/show-draft-board.ts'
import { undoEdit } from '../usecases/undo-edit.ts'
import { boardDates, boardStateOf, hasLiveGrid } from './board/board-state.ts'
import { isEditable } from './draft/draft-actions.tsx'
import { DraftBoard } from './draft/draft-board.tsx'
import { type AskedPart, readCell, readChange, toSlices } from './draft/draft-change.ts'
import { isRevision, type Posted, readForm } from './form.tsx'
import { type DoneCode, type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'

interface DraftPlace {
  readonly districtId: string
  readonly draftId: string
}

/** What a refused form leaves on the page it came from. */
export interface Refused {
  readonly refusal: Refusal
  readonly problems: readonly FieldProblem[]
  readonly values: Posted['values']
}

export function draftPages(app: Hono<AppEnv>): void {
  app.get(paths.draft(':districtId', ':draftId'), (c) =>
    draftPage(c, c.req.param(), c.req, readCell(c.req.query('cell') ?? '') ?? null, null),
  )
  app.post(paths.editDraft(':districtId', ':draftId'), (c) => edit(c, c.req.param()))
  app.post(paths.settleClashes(':districtId', ':draftId'), (c) => settle(c, c.req.param()))
  app.post(paths.undoEdit(':districtId', ':draftId'), (c) => reverse(c, c.req.param(), 'undo'))
  app.post(paths.redoEdit(':districtId', ':draftId'), (c) => reverse(c, c.req.param(), 'redo'))
}

/** The step that stood on the page, and no other: a second press must not take back the one before it. */
async function reverse(c: PageContext, place: DraftPlace, kind: 'undo' | 'redo') {
  const form = await readForm(c)
  const { step = '' } = form.values
  const meant = { ...place, step: isRevision(step) ? Number(step) : 0 }
  const result = await (kind === 'undo' ? undoEdit(c.var.ctx, meant) : redoEdit(c.var.ctx, meant))
  if (result.kind === 'done') return backTo(c, place, form, kind === 'undo' ? 'undone' : 'redone')
  const { refusal } = result
  if (refusal.kind === 'nothing-changed') return backTo(c, place, form, null)
  return draftPage(c, place, asked(form), null, { refusal, problems: [], values: {} })
}

function accountIdOf(c: PageContext): string {
  const { actor } = c.var.ctx
  return actor.kind === 'account' ? actor.accountId : ''
}

/** The button names the choice, and the place unless it is meant for all. */
async function settle(c: PageContext, place: DraftPlace) {
  const form = await readForm(c)
  const match = /^(keep|take)(?: (.+))?$/.exec(form.values.settle ?? '')
  const refuse = (refusal: Refusal) =>
    draftPage(c, place, asked(form), null, { refusal, problems: [], values: {} })
  const { revision = '' } = form.values
  if (!match || !isRevision(revision)) return refuse({ kind: 'invalid', problems: [] })
  const result = await settleClashes(c.var.ctx, {
    ...place,
    choice: match[1] === 'keep' ? 'keep' : 'take',
    cells: match[2] === undefined ? null : [match[2]],
    expectedRevision: Number(revision),
  })
  return result.kind === 'refused' ? refuse(result.refusal) : backTo(c, place, form, 'edited')
}

async function edit(c: PageContext, place: DraftPlace) {
  const form = await readForm(c)
  const read = readChange(form)
  const refuse = (cell: CellRef | null, refusal: Refusal) =>
    draftPage(c, place, asked(form), cell, {
      refusal,
      problems: refusal.kind === 'invalid' ? refusal.problems : [],
      values: form.values,
    })
  if (read.kind === 'invalid') return refuse(read.cell, { kind: 'invalid', problems: read.problems })
  const { change: wanted, seenEdit } = read
  const change = wanted.kind === 'part' ? await sliced(c, place, wanted) : wanted
  if (!change) return problemPage(c, { kind: 'not-found' })
  const seen = seenEdit === null ? {} : { [cellKey(change.cell)]: seenEdit }
  const result = await editDraft(c.var.ctx, { ...place, step: stepOf(change), seen })
  return result.kind === 'refused' ? refuse(wanted.cell, result.refusal) : backTo(c, place, form, 'edited')
}

/** A part becomes slices beside what the rest of the cell holds now. */
async function sliced(c: PageContext, place: DraftPlace, wanted: AskedPart) {
  const from = dateOfNeed(wanted.cell.needId) ?? ''
  // The days of the duty itself, whatever weeks the page showed.
  const source = { kind: 'draft', draftId: place.draftId } as const
  const board = await showBoard(c.var.ctx, { districtId: place.districtId, source, from, days: 1 })
  if (board.kind === 'refused') return undefined
  return toSlices(wanted, board.value.rota.cells.get(cellKey(wanted.cell))?.slices ?? [])
}

/** The board's place in the address comes back through hidden fields of its forms. */
function asked({ values }: Posted) {
  return { query: (name: string) => values[`board-${name}`] }
}

function backTo(c: PageContext, place: DraftPlace, form: Posted, done: DoneCode | null) {
  const { 'board-from': from, 'board-view': view, 'board-span': span, 'board-doctor': doctor } = form.values
  const query = { from, view, span, doctor, cell: form.values.cell }
  const path = paths.draft(place.districtId, place.draftId)
  return done === null ? c.redirect(withQuery(path, query), 303) : redirectDone(c, path, done, query)
}

async function draftPage(
  c: PageContext,
  place: DraftPlace,
  query: Parameters<typeof boardStateOf>[0],
  cell: CellRef | null,
  refused: Refused | null,
) {
  const { ctx } = c.var
  const shown = await showDraftBoard(ctx, {
    ...place,
    windowOf: (draft) => boardDates(boardStateOf(query, draft.from)),
  })
  if (shown.kind === 'refused') return problemPage(c, shown.refusal)
  const { draft, board } = shown.value
  const state = boardStateOf(query, draft.draft.from)
  const { districtId, draftId } = place
  const candidates = cell
    ? await showCandidates(ctx, { districtId, source: { kind: 'draft', draftId }, ...cell, part: null })
    : null
  const { plans } = textOf(c)
  // What the board's script asks for, where there is a grid to change duties in.
  const isLive = isEditable(draft.draft) && hasLiveGrid(state)
  const spec = {
    title: draft.draft.name,
    district: draft.district,
    place: 'drafts',
    crumbs: [{ label: plans.drafts.title, href: paths.drafts(districtId) }],
    islands: ['board', 'build-place'],
    preloads: isLive ? [`/api/districts/${districtId}/drafts/${draftId}/facts`] : [],
    width: 'board',
    status: refused ? statusOf(refused.refusal) : 200,
  } as const
  return page(
    c,
    spec,
    <DraftBoard
      draft={draft}
      board={board}
      state={state}
      candidates={candidates?.kind === 'done' ? candidates.value : null}
      accountId={accountIdOf(c)}
      refused={refused}
    />,
  )
}
