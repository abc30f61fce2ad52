import type { Hono } from 'hono'
import { circulateDraft, takeBackDraft } from '../usecases/circulate-draft.ts'
import type { AppEnv, Context } from '../usecases/context.ts'
import { bringBackDraft, type DraftLifeInput, discardDraft } from '../usecases/discard-draft.ts'
import type { Refusal, Result } from '../usecases/refusal.ts'
import { renameDraft } from '../usecases/rename-draft.ts'
import { showDraft } from '../usecases/show-draft.ts'
import { DraftLifePage, type LifeForm } from './draft/draft-life.tsx'
import { readForm } from './form.tsx'
import { type DoneCode, type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'

export function draftLifePages(app: Hono<AppEnv>): void {
  app.get(paths.renameDraft(':districtId', ':draftId'), (c) => lifePage(c, c.req.param(), null))
  app.post(paths.renameDraft(':districtId', ':draftId'), async (c) => {
    const { name = '' } = (await readForm(c)).values
    const result = await renameDraft(c.var.ctx, { ...c.req.param(), name })
    return answer(c, c.req.param(), result, 'renamed', { name })
  })
  app.post(paths.circulateDraft(':districtId', ':draftId'), async (c) => {
    const { message = '', answerBy = '' } = (await readForm(c)).values
    const asked = { message, answerBy: answerBy === '' ? null : answerBy }
    const result = await circulateDraft(c.var.ctx, { ...c.req.param(), ...asked })
    return answer(c, c.req.param(), result, 'circulated', { message, answerBy })
  })
  app.post(paths.takeBackDraft(':districtId', ':draftId'), (c) =>
    act(c, c.req.param(), takeBackDraft, 'taken-back'),
  )
  app.post(paths.discardDraft(':districtId', ':draftId'), async (c) => {
    const result = await discardDraft(c.var.ctx, c.req.param())
    return result.kind === 'done'
      ? redirectDone(c, paths.drafts(c.req.param('districtId')), 'discarded')
      : problemPage(c, result.refusal)
  })
  app.post(paths.bringBackDraft(':districtId', ':draftId'), async (c) => {
    const place = c.req.param()
    const result = await bringBackDraft(c.var.ctx, place)
    return result.kind === 'done'
      ? redirectDone(c, paths.draft(place.districtId, place.draftId), 'brought-back')
      : problemPage(c, result.refusal)
  })
}

type Act = (ctx: Context, place: DraftLifeInput) => Promise<Result<unknown>>

async function act(c: PageContext, place: DraftLifeInput, verb: Act, done: DoneCode) {
  return answer(c, place, await verb(c.var.ctx, place), done, {})
}

/** Back to the draft's own page of its life, with what was done or what stood in the way. */
function answer(
  c: PageContext,
  place: DraftLifeInput,
  result: Result<unknown>,
  done: DoneCode,
  given: LifeForm['given'],
) {
  if (result.kind === 'done') return redirectDone(c, paths.renameDraft(place.districtId, place.draftId), done)
  const { refusal } = result
  return refusal.kind === 'invalid' || refusal.kind === 'draft-closed'
    ? lifePage(c, place, { given, refusal })
    : problemPage(c, refusal)
}

interface RefusedLife {
  readonly given: LifeForm['given']
  readonly refusal: Refusal
}

async function lifePage(c: PageContext, place: DraftLifeInput, refused: RefusedLife | null) {
  const draft = await showDraft(c.var.ctx, place)
  if (draft.kind === 'refused') return problemPage(c, draft.refusal)
  const { circulating, plans } = textOf(c)
  const { district } = draft.value
  const crumbs = [
    { label: plans.drafts.title, href: paths.drafts(district.id) },
    { label: draft.value.draft.name, href: paths.draft(district.id, place.draftId) },
  ]
  const form: LifeForm = {
    given: refused?.given ?? {},
    refusal: refused?.refusal ?? null,
    problems: refused?.refusal.kind === 'invalid' ? refused.refusal.problems : [],
  }
  const status = refused ? statusOf(refused.refusal) : 200
  return page(
    c,
    { title: circulating.life.title, district, place: 'drafts', crumbs, status, islands: ['copy'] },
    <DraftLifePage value={draft.value} form={form} origin={c.var.ctx.origin} />,
  )
}
