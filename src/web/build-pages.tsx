import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { moveBuild } from '../usecases/move-build.ts'
import type { Refusal } from '../usecases/refusal.ts'
import { type BuildValue, showBuild } from '../usecases/show-build.ts'
import { showDraft } from '../usecases/show-draft.ts'
import { type BuildEffort, type StartBuildInput, startBuild } from '../usecases/start-build.ts'
import { stopBuild } from '../usecases/stop-build.ts'
import { BuildDone } from './draft/build-done.tsx'
import { CannotBuild } from './draft/build-fault.tsx'
import { BuildOver, BuildWorking } from './draft/build-working.tsx'
import { readForm } from './form.tsx'
import { PageHeading } from './heading.tsx'
import { type PageContext, page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'

/** How often a page without script asks again. */
const REFRESH_SECONDS = 3

const EFFORTS: Readonly<Record<string, BuildEffort>> = { short: 'short', normal: 'normal', long: 'long' }

const FILL = { keep: 'filled', change: 'free' } as const

/** What each button asks for; the page of weights names its two choices itself. */
const WAYS: Readonly<Record<string, Pick<StartBuildInput, 'keep' | 'change'>>> = {
  open: FILL,
  all: { keep: 'locked', change: 'free' },
  few: { keep: 'locked', change: 'few' },
}

export function buildPages(app: Hono<AppEnv>): void {
  app.post(paths.startBuild(':districtId', ':draftId'), (c) => start(c, c.req.param()))
  app.get(paths.build(':districtId', ':draftId', ':buildId'), (c) => buildPage(c, c.req.param()))
  app.post(paths.stopBuild(':districtId', ':draftId', ':buildId'), (c) => stop(c, c.req.param()))
}

interface DraftPlace {
  readonly districtId: string
  readonly draftId: string
}

interface BuildPlace extends DraftPlace {
  readonly buildId: string
}

async function start(c: PageContext, { districtId, draftId }: DraftPlace) {
  const { values } = await readForm(c)
  const result = await startBuild(c.var.ctx, {
    districtId,
    draftId,
    seed: null,
    iterations: null,
    effort: EFFORTS[values.effort ?? ''] ?? 'normal',
    // Only whoever asks for it in so many words has held duties given away.
    ...(WAYS[values.how ?? ''] ?? FILL),
    place: values.place === 'browser' ? 'browser' : 'server',
  })
  if (result.kind === 'done') return c.redirect(paths.build(districtId, draftId, result.value.buildId), 303)
  const { refusal } = result
  return refusal.kind === 'cannot-build'
    ? cannotBuild(c, { districtId, draftId }, refusal)
    : problemPage(c, refusal)
}

/** What stands in the way of a build, with whom and what it concerns. */
async function cannotBuild(
  c: PageContext,
  place: DraftPlace,
  refusal: Extract<Refusal, { kind: 'cannot-build' }>,
) {
  const draft = await showDraft(c.var.ctx, place)
  if (draft.kind === 'refused') return problemPage(c, draft.refusal)
  const title = textOf(c).building.start.cannot
  const spec = { ...specOf(c, draft.value), title, status: statusOf(refusal) } as const
  return page(c, spec, <CannotBuild draft={draft.value} fault={refusal.fault} title={title} />)
}

/** The one form of a build under way: each button says what it does. */
async function stop(c: PageContext, { districtId, draftId, buildId }: BuildPlace) {
  const { values } = await readForm(c)
  const build = { districtId, buildId }
  const seen = await showBuild(c.var.ctx, build)
  if (seen.kind === 'refused') return problemPage(c, seen.refusal)
  const result =
    values.do === 'move'
      ? await moveBuild(c.var.ctx, build)
      : await stopBuild(c.var.ctx, { ...build, keep: values.do === 'keep' })
  // One that is over meanwhile shows on its own page how it ended.
  if (result.kind === 'refused' && result.refusal.kind !== 'not-found') return problemPage(c, result.refusal)
  return c.redirect(paths.build(districtId, draftId, buildId), 303)
}

async function buildPage(c: PageContext, { districtId, draftId, buildId }: BuildPlace) {
  const draft = await showDraft(c.var.ctx, { districtId, draftId })
  if (draft.kind === 'refused') return problemPage(c, draft.refusal)
  const build = await showBuild(c.var.ctx, { districtId, buildId })
  if (build.kind === 'refused') return problemPage(c, build.refusal)
  const { value } = build
  if (value.draftId !== draftId) return problemPage(c, { kind: 'not-found' })
  const isWorking = value.status === 'waiting' || value.status === 'running'
  const isHere = isWorking && value.place === 'browser' && value.isOwn
  const title = titleOf(c, value)
  const spec = {
    ...specOf(c, draft.value),
    title,
    ...(isWorking ? { islands: ['build'], runsWorker: isHere } : {}),
    // Without script nobody builds here, and the page has nothing to wait for.
    ...(isWorking && !isHere ? { refreshSeconds: REFRESH_SECONDS } : {}),
  } as const
  return page(
    c,
    spec,
    <div class="narrow-column">
      <PageHeading title={title} />
      {value.status === 'done' && <BuildDone build={value} draft={draft.value} />}
      {isWorking && <BuildWorking build={value} district={draft.value.district} isHere={isHere} />}
      {value.status !== 'done' && !isWorking && <BuildOver build={value} district={draft.value.district} />}
    </div>,
  )
}

function specOf(
  c: PageContext,
  { district, draft }: Pick<Parameters<typeof CannotBuild>[0]['draft'], 'district' | 'draft'>,
) {
  const { plans } = textOf(c)
  const crumbs = [
    { label: plans.drafts.title, href: paths.drafts(district.id) },
    { label: draft.name, href: paths.draft(district.id, draft.id) },
  ]
  return { district, place: 'drafts', crumbs } as const
}

function titleOf(c: PageContext, { status, isFormerKept }: BuildValue): string {
  const { build } = textOf(c).building
  if (status === 'done') return isFormerKept ? build.keptTitle : build.doneTitle
  if (status === 'discarded') return build.discardedTitle
  return status === 'failed' || status === 'lost' ? build.failedTitle : build.title
}
