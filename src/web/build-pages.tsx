import type { Hono } from 'hono'
import { cellKey } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { AppEnv } from '../usecases/context.ts'
import { type BuildValue, showBuild } from '../usecases/show-build.ts'
import { type DraftValue, showDraft } from '../usecases/show-draft.ts'
import { startBuild } from '../usecases/start-build.ts'
import { dutyNameOfId } from './board/duty-names.ts'
import { BuildQuality } from './draft/build-quality.tsx'
import { readForm } from './form.tsx'
import { ButtonLink, PageHeading } from './heading.tsx'
import { type PageContext, page, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { problemPage } from './problem.tsx'
import { useText } from './text-context.ts'

/** How often a page without script asks again. */
const REFRESH_SECONDS = 3
const SHOWN_OPEN = 20

export function buildPages(app: Hono<AppEnv>): void {
  app.post(paths.startBuild(':districtId', ':draftId'), async (c) => {
    const { districtId, draftId } = c.req.param()
    const { values } = await readForm(c)
    // Only whoever asks for it in so many words has held duties given away.
    const keep = values.keep === 'locked' ? 'locked' : 'filled'
    const result = await startBuild(c.var.ctx, { districtId, draftId, seed: null, iterations: null, keep })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return c.redirect(paths.build(districtId, draftId, result.value.buildId), 303)
  })
  app.get(paths.build(':districtId', ':draftId', ':buildId'), (c) => buildPage(c, c.req.param()))
}

interface BuildPlace {
  readonly districtId: string
  readonly draftId: string
  readonly buildId: string
}

async function buildPage(c: PageContext, place: BuildPlace) {
  const { districtId, draftId, buildId } = place
  const draft = await showDraft(c.var.ctx, { districtId, draftId })
  if (draft.kind === 'refused') return problemPage(c, draft.refusal)
  const build = await showBuild(c.var.ctx, { districtId, buildId })
  if (build.kind === 'refused') return problemPage(c, build.refusal)
  const { plans } = textOf(c)
  const isWorking = build.value.status === 'waiting' || build.value.status === 'running'
  const title = titleOf(c, build.value)
  const spec = {
    title,
    district: draft.value.district,
    place: 'drafts',
    crumbs: [
      { label: plans.drafts.title, href: paths.drafts(districtId) },
      { label: draft.value.draft.name, href: paths.draft(districtId, draftId) },
    ],
    ...(isWorking ? { islands: ['build'], refreshSeconds: REFRESH_SECONDS } : {}),
  } as const
  return page(c, spec, <Build build={build.value} draft={draft.value} title={title} />)
}

function titleOf(c: PageContext, { status }: BuildValue): string {
  const { build } = textOf(c).plans
  if (status === 'done') return build.doneTitle
  return status === 'failed' ? build.failedTitle : build.title
}

interface BuildProps {
  readonly build: BuildValue
  readonly district: District
}

interface BuildPageProps {
  readonly build: BuildValue
  readonly draft: DraftValue
  readonly title: string
}

function Build({ build, draft, title }: BuildPageProps) {
  const { district } = draft
  return (
    <div class="narrow-column">
      <PageHeading title={title} />
      {build.status === 'done' && <Done build={build} draft={draft} />}
      {build.status === 'failed' && <Failed build={build} district={district} />}
      {(build.status === 'waiting' || build.status === 'running') && (
        <Working build={build} district={district} />
      )}
    </div>
  )
}

function Working({ build, district }: BuildProps) {
  const text = useText().plans.build
  return (
    <div class="stack" data-build={paths.buildJson(district.id, build.id)}>
      <progress class="progress" max={build.iterations} value={build.done} aria-label={text.title} data-bar />
      <p data-count={text.progressPattern} aria-live="polite">
        {build.status === 'waiting' ? text.waiting : text.progress(build.done, build.iterations)}
      </p>
      <p class="hint">{text.stay}</p>
      <p>
        <ButtonLink href={paths.draft(district.id, build.draftId)} variant="secondary">
          {text.back}
        </ButtonLink>
      </p>
    </div>
  )
}

function Failed({ build, district }: BuildProps) {
  const text = useText().plans.build
  return (
    <>
      <p class="lead">{text.failed}</p>
      <ButtonLink href={paths.draft(district.id, build.draftId)}>{text.back}</ButtonLink>
    </>
  )
}

function Done({ build, draft }: Omit<BuildPageProps, 'title'>) {
  const text = useText().plans.build
  const { district } = draft
  const beside = draft.open.filter((place) => !build.open.some((open) => cellKey(open) === cellKey(place)))
  return (
    <div class="stack">
      {build.open.length + beside.length === 0 && (
        <div class="ds-alert" data-color="success">
          {text.allHeld}
        </div>
      )}
      <p>{build.keep === 'filled' ? text.filled : text.rebuilt}</p>
      {build.open.length > 0 && <Open build={build} district={district} />}
      {beside.length > 0 && <p>{text.openBeside(beside.length)}</p>}
      {build.keptCells > 0 && <p>{text.kept(build.keptCells)}</p>}
      <p>
        <ButtonLink href={paths.draft(district.id, build.draftId)}>{text.see}</ButtonLink>
      </p>
      {build.quality && <BuildQuality quality={build.quality} district={district} />}
    </div>
  )
}

/** Why nobody could be found, place by place: how many doctors each thing keeps away. */
function Open({ build, district }: BuildProps) {
  const text = useText()
  const { plans, violations } = text
  const rest = build.open.length - SHOWN_OPEN
  return (
    <section>
      <p>{plans.build.open(build.open.length)}</p>
      <ul class="ds-list">
        {build.open.slice(0, SHOWN_OPEN).map((open) => (
          <li>
            <a
              class="ds-link"
              href={withQuery(paths.draft(district.id, build.draftId), {
                from: dateIn(open.needId),
                cell: `${open.needId}#${open.seat}`,
              })}
            >
              {dutyNameOfId(district, open.needId, text)}
            </a>
            <p class="hint">
              {open.reasons.length === 0
                ? plans.build.noReason
                : text.format.list(
                    open.reasons.map((reason) =>
                      plans.build.reason(reason.doctors, violations.findings[reason.kind]),
                    ),
                  )}
            </p>
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{plans.build.more(rest)}</p>}
    </section>
  )
}

/** The date that stands in a need's id (`<line>.<date>.<window>`). */
function dateIn(needId: string): string | undefined {
  return /\.(\d{4}-\d{2}-\d{2})\./.exec(needId)?.[1]
}
