import type { Hono } from 'hono'
import { type ComparedWith, compareDrafts } from '../usecases/compare-drafts.ts'
import type { AppEnv } from '../usecases/context.ts'
import { listDrafts } from '../usecases/list-drafts.ts'
import { DraftComparisonPage } from './compare/draft-comparison.tsx'
import { isRevision } from './form.tsx'
import { type PageContext, page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'

export function comparisonPages(app: Hono<AppEnv>): void {
  app.get(paths.compareDraft(':districtId', ':draftId'), (c) => comparisonPage(c, c.req.param()))
}

async function comparisonPage(
  c: PageContext,
  { districtId, draftId }: { readonly districtId: string; readonly draftId: string },
) {
  const [result, drafts] = await Promise.all([
    compareDrafts(c.var.ctx, { districtId, draftId, with: readWith(c.req.query('with') ?? '') }),
    listDrafts(c.var.ctx, { districtId }),
  ])
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  if (drafts.kind === 'refused') return problemPage(c, drafts.refusal)
  const { comparing, plans } = textOf(c)
  const { district, draft } = result.value
  const others = drafts.value.drafts.filter(
    ({ id, status }) => id !== draftId && (status === 'draft' || status === 'circulated'),
  )
  const crumbs = [
    { label: plans.drafts.title, href: paths.drafts(districtId) },
    { label: draft.name, href: paths.draft(districtId, draftId) },
  ]
  return page(
    c,
    { title: comparing.title(draft.name), district, place: 'drafts', crumbs, width: 'board' },
    <DraftComparisonPage value={result.value} others={others} />,
  )
}

/** `published`, `draft:<id>` or `step:<number>`; whatever else is asked for, what is published is meant. */
function readWith(text: string): ComparedWith {
  const [kind = '', ...rest] = text.split(':')
  const id = rest.join(':')
  if (kind === 'draft' && id !== '') return { kind: 'draft', draftId: id }
  if (kind === 'step' && isRevision(id)) return { kind: 'before-step', number: Number(id) }
  return { kind: 'published' }
}
