import type { Hono } from 'hono'
import { isPlainText } from '../text/plain-text.ts'
import type { AppEnv } from '../usecases/context.ts'
import { isPlanDate } from '../usecases/plan-dates.ts'
import { previewPublication } from '../usecases/preview-publication.ts'
import { LONGEST_REASON, publishDraft } from '../usecases/publish-draft.ts'
import type { FieldProblem, Refusal } from '../usecases/refusal.ts'
import { isRevision, type Posted, readForm } from './form.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'
import { type AskedPart, partProblems, toPart, WHOLE } from './publish/part.ts'
import { Publish } from './publish/publish.tsx'
import {
  type Accepted,
  NOTHING_ACCEPTED,
  readAccepted,
  reasonField,
  unreasoned,
  waiverGroups,
  waiversOf,
} from './publish/waiver-groups.ts'

interface DraftPlace {
  readonly districtId: string
  readonly draftId: string
}

/** What the form held when it was refused. */
export interface PublishForm {
  readonly part: AskedPart
  /** Whether the part asked for can be read; else only the question stands there. */
  readonly isPartKnown: boolean
  readonly reason: string
  /** As given; empty when it is not told. */
  readonly discussedOn: string
  readonly accepted: Accepted
  readonly refusal: Refusal | null
  readonly problems: readonly FieldProblem[]
}

const EMPTY: PublishForm = {
  part: WHOLE,
  isPartKnown: true,
  reason: '',
  discussedOn: '',
  accepted: NOTHING_ACCEPTED,
  refusal: null,
  problems: [],
}

export function publishPages(app: Hono<AppEnv>): void {
  app.get(paths.publish(':districtId', ':draftId'), (c) => {
    const part = readPart({ value: (name) => c.req.query(name), all: (name) => c.req.queries(name) ?? [] })
    return publishPage(c, c.req.param(), { ...EMPTY, part, problems: partProblems(part) })
  })
  app.post(paths.publish(':districtId', ':draftId'), async (c) =>
    publish(c, c.req.param(), await readForm(c)),
  )
}

interface Said {
  readonly value: (name: string) => string | undefined
  readonly all: (name: string) => readonly string[]
}

function readPart({ value, all }: Said): AskedPart {
  if (value('part') !== 'some') return WHOLE
  return { isPart: true, lines: [...new Set(all('line'))], from: value('from') ?? '', to: value('to') ?? '' }
}

async function publish(c: PageContext, place: DraftPlace, posted: Posted) {
  const form = toPublishForm(posted)
  const { revision = '', 'seen-edits': seen = '' } = posted.values
  if (!isRevision(revision))
    return publishPage(c, place, { ...form, refusal: { kind: 'invalid', problems: [] } })
  if (form.problems.length > 0) return publishPage(c, place, form)
  const part = partOf(place, form)
  const preview = await previewPublication(c.var.ctx, part)
  if (preview.kind === 'refused') return refuse(c, place, form, preview.refusal)
  const { edits } = preview.value
  // What somebody has put into the draft since the page was made is shown before it goes out; so is all when none is told.
  const isSeen = isRevision(seen) && Number(seen) === edits
  if (!isSeen && Number(revision) === preview.value.revision)
    return refuse(c, place, form, { kind: 'draft-moved' })
  const groups = waiverGroups(preview.value.violations)
  const missing = unreasoned(groups, form.accepted).map(
    ({ key }): FieldProblem => ({ field: reasonField(key), code: 'missing', value: '' }),
  )
  if (missing.length > 0) return publishPage(c, place, { ...form, problems: missing })
  const result = await publishDraft(c.var.ctx, {
    ...part,
    expectedRevision: Number(revision),
    expectedEdits: edits,
    reason: form.reason,
    waivers: waiversOf(groups, form.accepted),
  })
  if (result.kind === 'refused') return refuse(c, place, form, result.refusal)
  const address = paths.revision(place.districtId, String(result.value.revision))
  return redirectDone(c, address, 'published')
}

/** The part, with what was told of it. */
function partOf(place: DraftPlace, { part, discussedOn }: Pick<PublishForm, 'part' | 'discussedOn'>) {
  return { ...place, ...toPart(part), discussedOn: discussedOn === '' ? null : discussedOn }
}

/** The page as it was sent, with what stood in the way; a field's own problem beside the field. */
function refuse(c: PageContext, place: DraftPlace, form: PublishForm, refusal: Refusal) {
  // The form is kept as it was sent until then.
  if (refusal.kind === 'confirm-again') return problemPage(c, refusal)
  const problems = refusal.kind === 'invalid' ? refusal.problems : form.problems
  return publishPage(c, place, { ...form, refusal, problems })
}

function toPublishForm(posted: Posted): PublishForm {
  const { values, all } = posted
  const accepted = readAccepted(posted)
  const reason = (values.reason ?? '').trim()
  const discussedOn = (values.discussedOn ?? '').trim()
  const part = readPart({ value: (name) => values[name], all })
  const problems: FieldProblem[] = partProblems(part)
  const texts = [
    ['reason', reason] as const,
    ...[...accepted.reasons].map(([key, text]) => [reasonField(key), text] as const),
  ]
  for (const [field, value] of texts) {
    if (!isPlainText(value)) problems.push({ field, code: 'hidden-character', value })
    else if (value.length > LONGEST_REASON) problems.push({ field, code: 'too-long', value })
  }
  if (discussedOn !== '' && !isPlanDate(discussedOn))
    problems.push({ field: 'discussedOn', code: 'not-a-date', value: discussedOn })
  return { ...EMPTY, part, reason, discussedOn, accepted, problems }
}

const PART_FIELDS: readonly string[] = ['lineIds', 'from', 'to']

async function publishPage(c: PageContext, place: DraftPlace, form: PublishForm): Promise<Response> {
  const isPartWrong = form.problems.some(({ field }) => PART_FIELDS.includes(field))
  const isDateWrong = form.problems.some(({ field }) => field === 'discussedOn')
  const asked = { part: isPartWrong ? WHOLE : form.part, discussedOn: isDateWrong ? '' : form.discussedOn }
  const result = await previewPublication(c.var.ctx, partOf(place, asked))
  if (result.kind === 'refused') {
    const { refusal } = result
    const isAskedWrong = refusal.kind === 'invalid' && !isPartWrong && form.part.isPart
    if (!isAskedWrong) return problemPage(c, refusal)
    return publishPage(c, place, { ...form, problems: [...form.problems, ...lastDays(refusal.problems)] })
  }
  const { plans } = textOf(c)
  const { district, draft } = result.value
  const status = form.refusal ? statusOf(form.refusal) : form.problems.length > 0 ? 422 : 200
  const crumbs = [
    { label: plans.drafts.title, href: paths.drafts(district.id) },
    { label: draft.name, href: paths.draft(district.id, draft.id) },
  ]
  return page(
    c,
    { title: plans.publish.title, district, place: 'drafts', crumbs, status },
    <Publish preview={result.value} form={{ ...form, isPartKnown: !isPartWrong }} />,
  )
}

/** The use case counts to the day after the last; the form says the last. */
function lastDays(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map((problem) => (problem.field === 'to' ? { ...problem, value: '' } : problem))
}
