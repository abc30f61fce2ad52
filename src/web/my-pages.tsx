import type { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../usecases/context.ts'
import { createFeedLink } from '../usecases/create-feed-link.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import { revokeFeedLink } from '../usecases/revoke-feed-link.ts'
import { showDuty } from '../usecases/show-duty.ts'
import { type MyDutiesValue, showMyDuties } from '../usecases/show-my-duties.ts'
import { InputField, parseFields, readForm, SubmitButton } from './form.tsx'
import { ButtonLink, Empty, Heading, PageHeading } from './heading.tsx'
import { MyDuties } from './my/my-duties.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'
import { SecretOnce } from './secret-once.tsx'
import { useText } from './text-context.ts'

const labelForm = z.object({ label: z.string().trim().min(1, 'missing').max(60, 'too-long') })

export function myPages(app: Hono<AppEnv>): void {
  app.get(paths.myDuties, async (c) => {
    const result = await showMyDuties(c.var.ctx, {})
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const [next] = result.value.duties
    const duty = next ? await showDuty(c.var.ctx, next) : null
    return page(
      c,
      { title: textOf(c).people.myDuties.title },
      <MyDuties value={result.value} next={duty?.kind === 'done' ? duty.value : null} />,
    )
  })
  app.get(paths.myCalendar, (c) => calendarPage(c, { label: '', problems: [], url: null }))
  app.post(paths.myCalendar, async (c) => {
    const { values } = await readForm(c)
    const parsed = parseFields(labelForm, values)
    const label = values.label ?? ''
    if (parsed.kind === 'invalid') return calendarPage(c, { label, problems: parsed.problems, url: null })
    const result = await createFeedLink(c.var.ctx, parsed.value)
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return calendarPage(c, { label: '', problems: [], url: result.value.url })
  })
  app.post(paths.revokeCalendar(':feedId'), async (c) => {
    const result = await revokeFeedLink(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return redirectDone(c, paths.myCalendar, 'calendar-revoked')
  })
}

interface CalendarState {
  readonly label: string
  readonly problems: readonly FieldProblem[]
  /** The address just made: told once, in the answer itself and never again. */
  readonly url: string | null
}

async function calendarPage(c: PageContext, state: CalendarState) {
  const result = await showMyDuties(c.var.ctx, {})
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { myDuties } = textOf(c).people
  const crumbs = [{ label: myDuties.title, href: paths.myDuties }]
  const { problems } = state
  const status = problems.length > 0 ? statusOf({ kind: 'invalid', problems }) : 200
  return page(
    c,
    { title: myDuties.calendarTitle, crumbs, status, islands: state.url === null ? [] : ['copy'] },
    <Calendar value={result.value} {...state} />,
  )
}

function Calendar({ value, label, problems, url }: CalendarState & { value: MyDutiesValue }) {
  const { myDuties } = useText().people
  return (
    <div class="narrow-column">
      <PageHeading title={myDuties.calendarTitle} />
      {url && (
        <SecretOnce
          title={myDuties.calendarNew}
          lead={myDuties.calendarOnce}
          label={myDuties.calendarNew}
          value={url}
          note={myDuties.calendarHow}
        >
          <ButtonLink href={url.replace(/^https?:/, 'webcal:')} variant="secondary">
            {myDuties.calendarSubscribe}
          </ButtonLink>
        </SecretOnce>
      )}
      <p class="lead">{myDuties.calendarLead}</p>
      <form method="post" action={paths.myCalendar} class="stack" novalidate>
        <InputField
          name="label"
          label={myDuties.calendarFor}
          description={myDuties.calendarForHelp}
          value={label}
          problems={problems}
        />
        <SubmitButton>{myDuties.calendarCreate}</SubmitButton>
      </form>
      {value.feeds.length === 0 ? <Empty>{myDuties.calendarNone}</Empty> : <Feeds value={value} />}
    </div>
  )
}

function Feeds({ value }: { value: MyDutiesValue }) {
  const { format, people } = useText()
  const { myDuties } = people
  return (
    <section>
      <Heading>{myDuties.calendarList}</Heading>
      <ul class="cards">
        {value.feeds.map((feed) => (
          <li class="ds-card">
            <b>{feed.label}</b>
            <p class="hint">
              {myDuties.calendarMade} {format.dateTime(feed.createdAt)}
              <br />
              {myDuties.calendarFetched}{' '}
              {feed.lastFetchedAt === null ? myDuties.calendarNever : format.dateTime(feed.lastFetchedAt)}
            </p>
            <form method="post" action={paths.revokeCalendar(feed.id)}>
              <button
                class="ds-button"
                data-variant="secondary"
                data-color="danger"
                type="submit"
                aria-label={myDuties.calendarRevokeLabel(feed.label)}
              >
                {myDuties.calendarRevoke}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
