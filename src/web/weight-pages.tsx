import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import { showWeights } from '../usecases/show-weights.ts'
import { startBuild } from '../usecases/start-build.ts'
import type { TriedWeights } from '../usecases/tried-weights.ts'
import { type FormTexts, fromTexts } from './agreement/value-form.ts'
import { readForm } from './form.tsx'
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
  app.get(paths.draftWeights(':districtId', ':draftId'), (c) =>
    weightsPage(c, c.req.param(), c.req.queries()),
  )
  app.post(paths.draftWeights(':districtId', ':draftId'), (c) => build(c, c.req.param()))
}

/** Builds all anew by the weights on the form. */
async function build(c: PageContext, place: DraftPlace) {
  const { values, all } = await readForm(c)
  const texts = Object.fromEntries(Object.keys(values).map((name) => [name, all(name)]))
  const weights = triedIn(texts)
  const input = { ...place, seed: null, iterations: null, keep: 'locked', weights } as const
  const result = await startBuild(c.var.ctx, input)
  if (result.kind === 'done')
    return c.redirect(paths.build(place.districtId, place.draftId, result.value.buildId), 303)
  return result.refusal.kind === 'invalid' ? weightsPage(c, place, texts) : problemPage(c, result.refusal)
}

function triedIn(texts: FormTexts): TriedWeights {
  // The shape's fields are the names of the weights.
  return fromTexts(WEIGHTS_SHAPE, texts, { 'by-line': [], 'by-municipality': [] }).value as TriedWeights
}

async function weightsPage(c: PageContext, place: DraftPlace, given: FormTexts) {
  const tried = triedIn(given)
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
