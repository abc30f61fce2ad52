import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { createFeedLink } from '../usecases/create-feed-link.ts'
import { endSubscription } from '../usecases/end-subscription.ts'
import { showDistrictCalendar } from '../usecases/show-district-calendar.ts'
import { DistrictCalendar } from './calendar/district-calendar.tsx'
import {
  type DistrictOptions,
  EMPTY_DISTRICT,
  type LinkForm,
  readDistrictLink,
} from './calendar/link-fields.ts'
import { keyed, madeBeforePage, madePage } from './calendar-pages.tsx'
import { type Posted, readForm } from './form.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'

export function districtCalendarPages(app: Hono<AppEnv>): void {
  app.get(paths.districtCalendar(':districtId'), (c) =>
    calendarPage(c, c.req.param('districtId'), EMPTY_DISTRICT),
  )
  app.post(paths.districtCalendar(':districtId'), async (c) =>
    create(c, c.req.param('districtId'), await readForm(c)),
  )
  app.post(paths.endSubscription(':districtId', ':feedId'), async (c) => {
    const { districtId, feedId } = c.req.param()
    const result = await endSubscription(c.var.ctx, { districtId, feedId })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return redirectDone(c, paths.districtCalendar(districtId), 'calendar-revoked')
  })
}

async function create(c: PageContext, districtId: string, posted: Posted) {
  const shown = await showDistrictCalendar(c.var.ctx, { districtId })
  if (shown.kind === 'refused') return problemPage(c, shown.refusal)
  const form = readDistrictLink(posted)
  if (form.problems.length > 0) return calendarPage(c, districtId, form)
  const { kind, scope } = form.options
  const choice = { kind, districtId, options: { scope } } as const
  const result = await createFeedLink(c.var.ctx, { key: form.key, label: form.label, choice })
  if (result.kind === 'done') return madePage(c, result.value, shown.value.district)
  if (result.refusal.kind === 'link-made')
    return madeBeforePage(c, result.refusal.feedId, shown.value.district)
  if (result.refusal.kind !== 'invalid') return problemPage(c, result.refusal)
  return calendarPage(c, districtId, { ...form, problems: result.refusal.problems })
}

async function calendarPage(c: PageContext, districtId: string, form: LinkForm<DistrictOptions>) {
  const { ctx } = c.var
  const result = await showDistrictCalendar(ctx, { districtId })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { problems } = form
  return page(
    c,
    {
      title: textOf(c).calendar.district.title,
      district: result.value.district,
      place: 'calendar',
      status: problems.length > 0 ? statusOf({ kind: 'invalid', problems }) : 200,
    },
    <DistrictCalendar
      value={result.value}
      form={keyed(c, startOf(form, result.value.isDispatchOnly))}
      isDoctor={ctx.actor.kind === 'account' && ctx.actor.personId !== null}
    />,
  )
}

/** What is offered before anything was chosen. */
function startOf(form: LinkForm<DistrictOptions>, isDispatchOnly: boolean): LinkForm<DistrictOptions> {
  if (form !== EMPTY_DISTRICT || !isDispatchOnly) return form
  return { ...form, options: { ...form.options, kind: 'dispatch' } }
}
