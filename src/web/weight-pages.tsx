import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import { showWeights, type TriedWeights } from '../usecases/show-weights.ts'
import { type FormTexts, fromTexts } from './agreement/value-form.ts'
import { type PageContext, page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'
import { WEIGHTS_SHAPE } from './weights/trial.tsx'
import { Weights } from './weights/weights.tsx'

interface DraftPlace {
  readonly districtId: string
  readonly draftId: string
}

/** What each criterion costs in a draft; other weights are tried through the address, so that nothing is stored. */
export function weightPages(app: Hono<AppEnv>): void {
  app.get(paths.draftWeights(':districtId', ':draftId'), (c) => weightsPage(c, c.req.param()))
}

async function weightsPage(c: PageContext, place: DraftPlace) {
  const given: FormTexts = c.req.queries()
  // The shape's fields are the names of the weights.
  const tried = fromTexts(WEIGHTS_SHAPE, given, []).value as TriedWeights
  const result = await showWeights(c.var.ctx, { ...place, tried })
  if (result.kind === 'done') return shown(c, place, given, [], result.value)
  if (result.refusal.kind !== 'invalid') return problemPage(c, result.refusal)
  const agreed = await showWeights(c.var.ctx, { ...place, tried: {} })
  if (agreed.kind === 'refused') return problemPage(c, agreed.refusal)
  return shown(c, place, given, result.refusal.problems, agreed.value)
}

function shown(
  c: PageContext,
  { districtId, draftId }: DraftPlace,
  texts: FormTexts,
  problems: readonly FieldProblem[],
  view: Parameters<typeof Weights>[0]['view'],
) {
  const { plans, weights } = textOf(c)
  const spec = {
    title: weights.title,
    district: view.district,
    place: 'drafts',
    crumbs: [
      { label: plans.drafts.title, href: paths.drafts(districtId) },
      { label: view.draft.name, href: paths.draft(districtId, draftId) },
    ],
    status: problems.length > 0 ? 422 : 200,
  } as const
  return page(c, spec, <Weights view={view} texts={texts} problems={problems} />)
}
