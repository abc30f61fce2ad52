import type { Hono } from 'hono'
import type { Waiver } from '../core/rota/publication.ts'
import type { Violation } from '../core/rules/violation.ts'
import { isPlainText } from '../text/plain-text.ts'
import type { AppEnv } from '../usecases/context.ts'
import { isPlanDate } from '../usecases/plan-dates.ts'
import { type PublicationPreview, previewPublication } from '../usecases/preview-publication.ts'
import { publishDraft } from '../usecases/publish-draft.ts'
import type { FieldProblem, Refusal } from '../usecases/refusal.ts'
import { isRevision, type Posted, readForm } from './form.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'
import { Publish } from './publish/publish.tsx'
import { waiverKey } from './publish/waiver-key.ts'

interface DraftPlace {
  readonly districtId: string
  readonly draftId: string
}

/** What the form held when it was refused. */
export interface PublishForm {
  readonly reason: string
  readonly waiverReason: string
  /** As given; empty when it is not told. */
  readonly discussedOn: string
  readonly waived: readonly string[]
  readonly refusal: Refusal | null
  readonly problems: readonly FieldProblem[]
}

const EMPTY: PublishForm = {
  reason: '',
  waiverReason: '',
  discussedOn: '',
  waived: [],
  refusal: null,
  problems: [],
}

export function publishPages(app: Hono<AppEnv>): void {
  app.get(paths.publish(':districtId', ':draftId'), (c) => publishPage(c, c.req.param(), EMPTY))
  app.post(paths.publish(':districtId', ':draftId'), async (c) =>
    publish(c, c.req.param(), await readForm(c)),
  )
}

/** A draft goes out whole from this page; parts of it can be published through the same use case. */
function whole(place: DraftPlace) {
  return { ...place, lineIds: null, from: null, to: null }
}

/** The whole draft, with what was told of it. */
function partOf(place: DraftPlace, { discussedOn }: Pick<PublishForm, 'discussedOn'>) {
  return { ...whole(place), discussedOn: discussedOn === '' ? null : discussedOn }
}

async function publish(c: PageContext, place: DraftPlace, posted: Posted) {
  const form = toPublishForm(posted)
  const { revision = '' } = posted.values
  if (!isRevision(revision))
    return publishPage(c, place, { ...form, refusal: { kind: 'invalid', problems: [] } })
  if (form.problems.length > 0) return publishPage(c, place, form)
  const part = partOf(place, form)
  const preview = await previewPublication(c.var.ctx, part)
  if (preview.kind === 'refused') return refuse(c, place, form, preview.refusal)
  const result = await publishDraft(c.var.ctx, {
    ...part,
    expectedRevision: Number(revision),
    reason: form.reason,
    waivers: waiversOf(preview.value.violations, form),
  })
  if (result.kind === 'refused') return refuse(c, place, form, result.refusal)
  const { from } = preview.value
  return redirectDone(c, paths.rota(place.districtId), 'published', { from })
}

/** The page as it was sent, with what stood in the way; a field's own problem beside the field. */
function refuse(c: PageContext, place: DraftPlace, form: PublishForm, refusal: Refusal) {
  const problems = refusal.kind === 'invalid' ? refusal.problems : form.problems
  return publishPage(c, place, { ...form, refusal, problems })
}

function toPublishForm({ values, all }: Posted): PublishForm {
  const waived = all('waive')
  const waiverReason = (values['waiver-reason'] ?? '').trim()
  const reason = (values.reason ?? '').trim()
  const discussedOn = (values.discussedOn ?? '').trim()
  const problems: FieldProblem[] = []
  // Breaches were ticked, but nothing said why.
  if (waived.length > 0 && waiverReason === '')
    problems.push({ field: 'waiver-reason', code: 'missing', value: '' })
  for (const [field, value] of [
    ['reason', reason],
    ['waiver-reason', waiverReason],
  ] as const)
    if (!isPlainText(value)) problems.push({ field, code: 'hidden-character', value })
  if (discussedOn !== '' && !isPlanDate(discussedOn))
    problems.push({ field: 'discussedOn', code: 'not-a-date', value: discussedOn })
  return { reason, waiverReason, discussedOn, waived, refusal: null, problems }
}

/** Only what is broken now and was ticked: a tick for something else waives nothing. */
function waiversOf(violations: readonly Violation[], form: PublishForm): Waiver[] {
  return violations
    .filter((violation) => violation.grade === 'blocks' && form.waived.includes(waiverKey(violation)))
    .map(({ rule, personId, needIds }) => ({ rule, personId, needIds, reason: form.waiverReason }))
}

async function publishPage(c: PageContext, place: DraftPlace, form: PublishForm) {
  const isTrue = form.problems.every(({ field }) => field !== 'discussedOn')
  const part = isTrue ? partOf(place, form) : whole(place)
  const result = await previewPublication(c.var.ctx, part)
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { plans } = textOf(c)
  const { district, draft } = result.value satisfies PublicationPreview
  const status = form.refusal ? statusOf(form.refusal) : form.problems.length > 0 ? 422 : 200
  const crumbs = [
    { label: plans.drafts.title, href: paths.drafts(district.id) },
    { label: draft.name, href: paths.draft(district.id, draft.id) },
  ]
  return page(
    c,
    { title: plans.publish.title, district, place: 'drafts', crumbs, status },
    <Publish preview={result.value} form={form} />,
  )
}
