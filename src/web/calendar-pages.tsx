import type { Hono } from 'hono'
import { changeFeedLink } from '../usecases/change-feed-link.ts'
import { chooseMessages } from '../usecases/choose-messages.ts'
import type { AppEnv } from '../usecases/context.ts'
import { createFeedLink } from '../usecases/create-feed-link.ts'
import { type DutyFile, dutyFile, periodFile } from '../usecases/duty-files.ts'
import type { FeedAddress } from '../usecases/feed-link-rules.ts'
import { replaceFeedLink } from '../usecases/replace-feed-link.ts'
import { revokeFeedLink } from '../usecases/revoke-feed-link.ts'
import { type FeedLinkValue, showFeedLink } from '../usecases/show-feed-link.ts'
import { showMyCalendar } from '../usecases/show-my-calendar.ts'
import {
  type DistrictOptions,
  EMPTY_OWN,
  type LinkForm,
  readDistrictLink,
  readOwnLink,
} from './calendar/link-fields.ts'
import { DistrictLinkForm, OwnLinkForm } from './calendar/link-form.tsx'
import { MadeBefore } from './calendar/made-before.tsx'
import { MadeLink } from './calendar/made-link.tsx'
import { MyCalendar, type PeriodForm } from './calendar/my-calendar.tsx'
import { type Posted, readForm } from './form.tsx'
import { PageHeading } from './heading.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'
import { useText } from './text-context.ts'

export function calendarPages(app: Hono<AppEnv>): void {
  app.get(paths.myCalendar, (c) => calendarPage(c, EMPTY_OWN, null))
  app.post(paths.myCalendar, async (c) => create(c, await readForm(c)))
  app.get(paths.periodFile, (c) => period(c))
  app.get(paths.dutyFile(':districtId', ':needId', ':seat'), async (c) => {
    const { districtId, needId, seat } = c.req.param()
    const result = await dutyFile(c.var.ctx, { districtId, needId, seat: Number(seat) })
    return result.kind === 'refused' ? problemPage(c, result.refusal) : attachment(c, result.value)
  })
  app.post(paths.chooseMessages, async (c) => {
    const { values } = await readForm(c)
    const mine = await showMyCalendar(c.var.ctx, {})
    if (mine.kind === 'refused') return problemPage(c, mine.refusal)
    const result = await chooseMessages(c.var.ctx, { weeklyDigest: values.digest === 'yes' })
    return result.kind === 'refused'
      ? problemPage(c, result.refusal)
      : redirectDone(c, paths.myCalendar, 'messages-chosen')
  })
  app.get(paths.changeCalendar(':feedId'), (c) => changePage(c, c.req.param('feedId'), null))
  app.post(paths.changeCalendar(':feedId'), async (c) => change(c, c.req.param('feedId'), await readForm(c)))
  app.post(paths.replaceCalendar(':feedId'), async (c) => {
    const link = await showFeedLink(c.var.ctx, c.req.param())
    if (link.kind === 'refused') return problemPage(c, link.refusal)
    const result = await replaceFeedLink(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return madePage(c, result.value, link.value.district)
  })
  app.post(paths.revokeCalendar(':feedId'), async (c) => {
    const result = await revokeFeedLink(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const link = result.value
    const back = link.kind === 'own' ? paths.myCalendar : paths.districtCalendar(link.districtId)
    return redirectDone(c, back, 'calendar-revoked')
  })
}

async function create(c: PageContext, posted: Posted) {
  const form = readOwnLink(posted)
  if (form.problems.length > 0) return calendarPage(c, form, null)
  const { key, label, options } = form
  const result = await createFeedLink(c.var.ctx, { key, label, choice: { kind: 'own', options } })
  if (result.kind === 'done') return madePage(c, result.value, null)
  if (result.refusal.kind === 'link-made') return madeBeforePage(c, result.refusal.feedId, null)
  if (result.refusal.kind !== 'invalid') return problemPage(c, result.refusal)
  return calendarPage(c, { ...form, problems: result.refusal.problems }, null)
}

async function calendarPage(
  c: PageContext,
  form: LinkForm<typeof EMPTY_OWN.options>,
  files: PeriodForm | null,
) {
  const result = await showMyCalendar(c.var.ctx, {})
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { calendar, people } = textOf(c)
  const crumbs = [{ label: people.myDuties.title, href: paths.myDuties }]
  const problems = [...form.problems, ...(files?.problems ?? [])]
  const status = problems.length > 0 ? statusOf({ kind: 'invalid', problems }) : 200
  return page(
    c,
    { title: calendar.mine.title, crumbs, status },
    <MyCalendar value={result.value} form={keyed(c, form)} period={files} />,
  )
}

/** Gives a form that makes a link its key, unless it was sent with one. */
export function keyed<O>(c: PageContext, form: LinkForm<O>): LinkForm<O> {
  return form.key === '' ? { ...form, key: c.var.ctx.newId() } : form
}

/** The district that a link is to; null of one's own. */
type OfDistrict = { readonly id: string; readonly name: string } | null

/** A new link, told this once in the answer itself. */
export function madePage(c: PageContext, made: FeedAddress, district: OfDistrict) {
  const backHref = backOf(district)
  const title = textOf(c).calendar.made.title(made.label)
  return linkPage(c, { title, islands: ['copy'] }, district, <MadeLink made={made} backHref={backHref} />)
}

/** The same form once more, as when its answer is loaded again: the address is not known any longer. */
export async function madeBeforePage(c: PageContext, feedId: string, district: OfDistrict) {
  const found = await showFeedLink(c.var.ctx, { feedId })
  // Turned off since.
  if (found.kind === 'refused') return problemPage(c, { kind: 'link-made', feedId })
  const { title } = textOf(c).calendar.again
  const status = statusOf({ kind: 'link-made', feedId })
  const { label } = found.value
  const view = <MadeBefore feedId={feedId} label={label} backHref={backOf(district)} />
  return linkPage(c, { title, status }, district, view)
}

function backOf(district: OfDistrict): string {
  return district ? paths.districtCalendar(district.id) : paths.myCalendar
}

type LinkPage = Pick<Parameters<typeof page>[1], 'title' | 'islands' | 'status'>

function linkPage(c: PageContext, spec: LinkPage, district: OfDistrict, view: Parameters<typeof page>[2]) {
  const { calendar } = textOf(c)
  const label = district ? calendar.district.title : calendar.mine.title
  const all = { ...spec, crumbs: [{ label, href: backOf(district) }] }
  return page(c, district ? { ...all, district, place: 'calendar' } : all, view)
}

async function period(c: PageContext) {
  const { from = '', to = '' } = c.req.query()
  const result = await periodFile(c.var.ctx, { from, to })
  if (result.kind === 'done') return attachment(c, result.value)
  if (result.refusal.kind !== 'invalid') return problemPage(c, result.refusal)
  return calendarPage(c, EMPTY_OWN, { from, to, problems: result.refusal.problems })
}

/** A file of duties, to be kept or opened by a calendar program. */
export function attachment(c: PageContext, { filename, body }: DutyFile) {
  return c.body(body, 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `attachment; filename="${filename}"`,
    'Cache-Control': 'no-store',
  })
}

async function change(c: PageContext, feedId: string, posted: Posted) {
  const found = await showFeedLink(c.var.ctx, { feedId })
  if (found.kind === 'refused') return problemPage(c, found.refusal)
  const { district } = found.value
  const form = district ? readDistrictLink(posted) : readOwnLink(posted)
  if (form.problems.length > 0) return changePage(c, feedId, form)
  const { label } = form
  const options = 'scope' in form.options ? { scope: form.options.scope } : form.options
  const result = await changeFeedLink(c.var.ctx, { feedId, label, options })
  if (result.kind === 'done')
    return redirectDone(
      c,
      district ? paths.districtCalendar(district.id) : paths.myCalendar,
      'calendar-changed',
    )
  if (result.refusal.kind !== 'invalid') return problemPage(c, result.refusal)
  return changePage(c, feedId, { ...form, problems: result.refusal.problems })
}

type SentForm = LinkForm<DistrictOptions> | LinkForm<typeof EMPTY_OWN.options>

async function changePage(c: PageContext, feedId: string, sent: SentForm | null) {
  const found = await showFeedLink(c.var.ctx, { feedId })
  if (found.kind === 'refused') return problemPage(c, found.refusal)
  const { value } = found
  const { calendar } = textOf(c)
  const { district } = value
  const title = calendar.link.changeTitle(value.label)
  const problems = sent?.problems ?? []
  const status = problems.length > 0 ? statusOf({ kind: 'invalid', problems }) : 200
  const own = { title, status, crumbs: [{ label: calendar.mine.title, href: paths.myCalendar }] }
  const crumbs = district && [{ label: calendar.district.title, href: paths.districtCalendar(district.id) }]
  return page(
    c,
    district && crumbs ? { title, status, district, place: 'calendar', crumbs } : own,
    <>
      <PageHeading title={title} />
      <ChangeForm value={value} sent={sent} />
    </>,
  )
}

function ChangeForm({ value, sent }: { value: FeedLinkValue; sent: SentForm | null }) {
  const { link } = useText().calendar
  const { choice, district, id } = value
  const { label = value.label, problems = [] } = sent ?? {}
  const given = sent?.options ?? choice.options
  const action = paths.changeCalendar(id)
  return (
    <div class="narrow-column">
      <p class="lead">{link.changeLead}</p>
      {district && 'scope' in given && choice.kind !== 'own' && (
        <DistrictLinkForm
          action={action}
          form={{ key: '', label, options: { kind: choice.kind, scope: given.scope }, problems }}
          district={district}
          submit={link.save}
          hasKinds={false}
        />
      )}
      {!('scope' in given) && (
        <OwnLinkForm
          action={action}
          form={{ key: '', label, options: given, problems }}
          submit={link.save}
          isOpen={true}
        />
      )}
    </div>
  )
}
