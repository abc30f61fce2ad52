import type { Hono } from 'hono'
import * as z from 'zod'
import { isoWeekOf, isoWeekStart } from '../core/time/iso-week.ts'
import { addDays } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import type { AppEnv } from '../usecases/context.ts'
import { type DraftsValue, listDrafts } from '../usecases/list-drafts.ts'
import { openDraft } from '../usecases/open-draft.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import {
  InputField,
  type Posted,
  Problems,
  parseFields,
  planDate,
  readForm,
  SubmitButton,
  Tick,
} from './form.tsx'
import { ButtonLink, Empty, Heading, PageHeading } from './heading.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'
import { Scroll } from './scroll.tsx'
import { useText } from './text-context.ts'

const DAYS_SUGGESTED = 26 * 7

export function draftListPages(app: Hono<AppEnv>): void {
  app.get(paths.drafts(':districtId'), async (c) => {
    const result = await listDrafts(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const spec = {
      title: textOf(c).plans.drafts.title,
      district: districtOf(result.value),
      place: 'drafts',
    } as const
    return page(c, spec, <Drafts value={result.value} />)
  })
  app.get(paths.newDraft(':districtId'), async (c) => {
    const result = await listDrafts(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return newDraftPage(c, result.value, suggestion(c, result.value), [])
  })
  app.post(paths.newDraft(':districtId'), (c) => createDraft(c, c.req.param('districtId')))
}

const draftForm = z
  .object({
    name: z.string().trim().min(1, 'missing').max(80, 'too-long'),
    from: planDate,
    to: planDate,
    lines: z.array(z.string()).min(1, 'missing'),
  })
  .refine((form) => form.to >= form.from, { path: ['to'], message: 'ends-before-start' })

interface DraftForm {
  readonly name: string
  readonly from: string
  /** The last day, as people say it. */
  readonly to: string
  readonly lines: readonly string[]
}

async function createDraft(c: PageContext, districtId: string) {
  const form = toDraftForm(await readForm(c))
  const drafts = await listDrafts(c.var.ctx, { districtId })
  if (drafts.kind === 'refused') return problemPage(c, drafts.refusal)
  const parsed = parseFields(draftForm, form)
  if (parsed.kind === 'invalid') return newDraftPage(c, drafts.value, form, parsed.problems)
  const { name, from, to, lines } = parsed.value
  const result = await openDraft(c.var.ctx, { districtId, name, from, to: addDays(to, 1), lineIds: lines })
  if (result.kind === 'done') {
    return redirectDone(c, paths.draft(districtId, result.value.draftId), 'draft-opened')
  }
  const { refusal } = result
  if (refusal.kind !== 'invalid') return problemPage(c, refusal)
  return newDraftPage(c, drafts.value, form, refusal.problems, statusOf(refusal))
}

function toDraftForm({ values, all }: Posted): DraftForm {
  return { name: values.name ?? '', from: values.from ?? '', to: values.to ?? '', lines: all('line') }
}

/** The half year after what is published, or from the first Monday of next month, for all lines. */
function suggestion(c: PageContext, value: DraftsValue): DraftForm {
  const today = toWall(c.var.ctx.now).date
  const ends = value.publications.filter((own) => own.kind === 'publication').map((own) => own.to)
  const last = ends.sort().at(-1)
  const from = last !== undefined && last > today ? last : isoWeekStart(isoWeekOf(addDays(today, 34)))
  return {
    name: '',
    from,
    to: addDays(from, DAYS_SUGGESTED - 1),
    lines: value.lines.map((line) => line.id),
  }
}

function districtOf(value: DraftsValue) {
  return { id: value.districtId, name: value.districtName }
}

function newDraftPage(
  c: PageContext,
  value: DraftsValue,
  form: DraftForm,
  problems: readonly FieldProblem[],
  status: ReturnType<typeof statusOf> = problems.length > 0 ? 422 : 200,
) {
  const { drafts } = textOf(c).plans
  const crumbs = [{ label: drafts.title, href: paths.drafts(value.districtId) }]
  return page(
    c,
    { title: drafts.newTitle, district: districtOf(value), place: 'drafts', crumbs, status },
    <NewDraft value={value} form={form} problems={problems} />,
  )
}

interface NewDraftProps {
  readonly value: DraftsValue
  readonly form: DraftForm
  readonly problems: readonly FieldProblem[]
}

function NewDraft({ value, form, problems }: NewDraftProps) {
  const { drafts } = useText().plans
  return (
    <div class="narrow-column">
      <PageHeading title={drafts.newTitle} />
      <p class="lead">{drafts.newLead}</p>
      <Problems
        problems={problems}
        labels={{
          name: drafts.name,
          from: drafts.from,
          to: drafts.to,
          lines: drafts.lines,
          lineIds: drafts.lines,
        }}
      />
      <form method="post" action={paths.newDraft(value.districtId)} class="stack" novalidate>
        <InputField
          name="name"
          label={drafts.name}
          description={drafts.nameHelp}
          value={form.name}
          problems={problems}
        />
        <div class="side-by-side">
          <InputField name="from" type="date" label={drafts.from} value={form.from} problems={problems} />
          <InputField name="to" type="date" label={drafts.to} value={form.to} problems={problems} />
        </div>
        <p class="hint">{drafts.weeksHelp}</p>
        <fieldset class="ds-fieldset" id="f-lines">
          <legend class="ds-label">{drafts.lines}</legend>
          {value.lines.map((line) => (
            <Tick
              name="line"
              id={`line-${line.id}`}
              value={line.id}
              label={`${line.code} ${line.name}`}
              isChecked={form.lines.includes(line.id)}
            />
          ))}
        </fieldset>
        <SubmitButton>{drafts.create}</SubmitButton>
      </form>
    </div>
  )
}

function Drafts({ value }: { value: DraftsValue }) {
  const { drafts } = useText().plans
  const open = value.drafts.filter((draft) => draft.status === 'draft' || draft.status === 'circulated')
  return (
    <>
      <PageHeading title={drafts.title} />
      <p class="lead">{drafts.lead}</p>
      <p>
        <ButtonLink href={paths.newDraft(value.districtId)}>{drafts.new}</ButtonLink>
      </p>
      {value.drafts.length === 0 ? <Empty>{drafts.none}</Empty> : <DraftTable value={value} />}
      {open.length !== value.drafts.length || value.publications.length > 0 ? (
        <Publications value={value} />
      ) : null}
      <DiscardedDrafts value={value} />
    </>
  )
}

function DraftTable({ value }: { value: DraftsValue }) {
  const { format, plans, words } = useText()
  return (
    <Scroll label={plans.drafts.title}>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{plans.drafts.name}</th>
            <th scope="col">{plans.drafts.period}</th>
            <th scope="col">{plans.drafts.lines}</th>
            <th scope="col">{plans.drafts.status}</th>
          </tr>
        </thead>
        <tbody>
          {value.drafts.map((draft) => (
            <tr>
              <th scope="row">
                <a class="ds-link" href={paths.draft(value.districtId, draft.id)}>
                  {draft.name}
                </a>
              </th>
              <td>{format.dateRange(draft)}</td>
              <td>{lineCodes(value, draft.lineIds)}</td>
              <td>
                <span class="ds-tag" data-color={draft.status === 'published' ? 'success' : 'neutral'}>
                  {words.draftStatuses[draft.status]}
                </span>
                <CommentsLink value={value} draft={draft} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Publications({ value }: { value: DraftsValue }) {
  const { format, history, plans } = useText()
  if (value.publications.length === 0) return null
  return (
    <section>
      <Heading>{plans.drafts.publications}</Heading>
      <p>
        <a class="ds-link" href={paths.revisions(value.districtId)}>
          {history.link}
        </a>
      </p>
      <Scroll label={plans.drafts.publications}>
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{plans.drafts.publishedAt}</th>
              <th scope="col">{plans.drafts.what}</th>
              <th scope="col">{plans.drafts.period}</th>
              <th scope="col">{plans.publish.discussedOn}</th>
              <th scope="col">{plans.drafts.reason}</th>
            </tr>
          </thead>
          <tbody>
            {value.publications.map((publication) => (
              <tr>
                <td>
                  <a class="ds-link" href={paths.revision(value.districtId, String(publication.revision))}>
                    {format.dateTime(publication.at)}
                  </a>
                </td>
                <td>{plans.drafts.kind[publication.kind]}</td>
                <td>{format.dateRange(publication)}</td>
                <td>{publication.discussedOn ? format.dateOnly(publication.discussedOn) : '–'}</td>
                <td>{publication.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function CommentsLink({ value, draft }: { value: DraftsValue; draft: DraftsValue['drafts'][number] }) {
  const { circulate } = useText().circulating
  const count = value.comments.find(({ draftId }) => draftId === draft.id)
  if (!count && draft.status !== 'circulated') return null
  return (
    <>
      {' '}
      <a class="ds-link" href={paths.circulatedDraft(value.districtId, draft.id)}>
        {circulate.comments(count?.all ?? 0, count?.fresh ?? 0)}
      </a>
    </>
  )
}

/** What was put away, with the way back. */
function DiscardedDrafts({ value }: { value: DraftsValue }) {
  const { circulating, format } = useText()
  if (value.discarded.length === 0) return null
  return (
    <details class="more" id="discarded">
      <summary>{circulating.life.listTitle}</summary>
      <ul class="duty-list">
        {value.discarded.map((draft) => (
          <li>
            {draft.name} <small>{format.dateRange(draft)}</small>
            <form method="post" action={paths.bringBackDraft(value.districtId, draft.id)}>
              <button
                class="ds-button"
                data-variant="tertiary"
                type="submit"
                aria-label={circulating.life.bringBackOf(draft.name)}
              >
                {circulating.life.bringBack}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}

function lineCodes(value: DraftsValue, lineIds: readonly string[]): string {
  return value.lines
    .filter((line) => lineIds.includes(line.id))
    .map((line) => line.code)
    .join(', ')
}
