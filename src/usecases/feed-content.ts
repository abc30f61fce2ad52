import type { FeedScope } from '../core/rota/feed-choice.ts'
import { LONGEST_NEED_MINUTES } from '../core/rota/need.ts'
import { backupsBehind } from '../data/backup-behind-store.ts'
import { type CancelledDuty, cancelledOfPerson } from '../data/cancelled-duty-store.ts'
import { type CalendarLine, type DistrictCalendar, districtCalendar } from '../data/district-duty-store.ts'
import type { FeedLink, FeedState } from '../data/feed-store.ts'
import { assignmentsOfPerson, type DutyLine, type PersonDuty } from '../data/person-duty-store.ts'
import { backupEvents } from '../feeds/backup-events.ts'
import { dispatchEvents, districtEvents, noDistrictDutiesEvent } from '../feeds/district-events.ts'
import { connectedEvent, dutyEvents, type FeedDuty } from '../feeds/duty-events.ts'
import { type FeedWindow, isInWindow } from '../feeds/feed-window.ts'
import type { Feed } from '../feeds/ics.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { contentOf, type DistrictLink } from './feed-place.ts'
import { openPartsOf } from './open-parts.ts'

type OwnLink = Extract<FeedLink, { kind: 'own' }>

/** What the calendar of a link holds now. */
export function feedContent(ctx: Context, feed: FeedState, window: FeedWindow): Promise<Feed> {
  const { link } = feed
  return link.kind === 'own' ? ownContent(ctx, feed, link, window) : districtContent(ctx, feed, link, window)
}

async function ownContent(
  ctx: Context,
  { left, language }: FeedState,
  { personId, options, ...link }: OwnLink,
  window: FeedWindow,
): Promise<Feed> {
  const text = textFor(language ?? 'nb').feed
  const { textStamp, alarmStamp, busyStamp } = link
  const manner = { text, options, textStamp, alarmStamp, busyStamp }
  const isHere = ({ line }: PersonDuty) => !left.includes(line.districtId)
  const [held, cancelled, behind] = await Promise.all([
    // What lies just before the window tells parts of one duty apart.
    assignmentsOfPerson(ctx.db, personId, window.from - LONGEST_NEED_MINUTES, window.to),
    cancelledOfPerson(ctx.db, personId, window.cancelledFrom, window.to),
    options.backup ? backupsBehind(ctx.db, personId, window.from, window.to) : [],
  ])
  const duties = [
    ...held.filter(isHere).map((duty) => toFeedDuty(ctx, duty)),
    ...cancelled.filter(isHere).map((duty) => toCancelled(ctx, duty)),
  ]
  const events = [
    ...dutyEvents(duties, window, manner),
    ...backupEvents(behind.filter(isHere).map(toOthers), text, textStamp),
  ]
  const names = new Set(
    held
      .filter((duty) => isHere(duty) && duty.assignment.end > window.from)
      .map(({ line }) => line.districtName),
  )
  return {
    name: text.calendarName([...names].sort()),
    events: events.length > 0 ? events : [connectedEvent(link.id, link.createdAt, manner)],
  }
}

async function districtContent(
  ctx: Context,
  { language }: FeedState,
  link: DistrictLink,
  window: FeedWindow,
): Promise<Feed> {
  const { kind, districtId, options } = link
  const text = textFor(language ?? 'nb').feed
  const reader = { text, textStamp: link.textStamp }
  const isDispatch = kind === 'dispatch'
  const part = { scope: options.scope, from: window.from, to: window.to }
  const calendar = await districtCalendar(ctx.db, districtId, part)
  const duties = calendar.duties
    .filter(({ assignment }) => isInWindow(window, assignment, false))
    .map((duty) => ({ ...toOthers(duty), ...areasOf(duty.line) }))
  const open = openPartsOf(calendar.open, calendar.duties, window).map(({ line, ...hole }) => ({
    ...hole,
    ...factsOf(line),
    ...areasOf(line),
  }))
  const events = isDispatch ? dispatchEvents(duties, open, reader) : districtEvents(duties, open, reader)
  const nameOf = isDispatch ? text.dispatchCalendarName : text.districtCalendarName
  return {
    name: nameOf(calendar.districtName, partName(calendar, options.scope.kind)),
    events:
      events.length > 0
        ? events
        : [noDistrictDutiesEvent(contentOf(link), calendar.followedSince ?? link.createdAt, reader)],
    isPrivate: false,
  }
}

/** The duty that somebody holds, as their own calendar shows it. */
export function toFeedDuty(ctx: Context, { line, ...duty }: PersonDuty): FeedDuty {
  return { ...duty, ...factsOf(line), url: `${ctx.origin}/me/duties`, isCancelled: false }
}

export function toCancelled(ctx: Context, duty: CancelledDuty): FeedDuty {
  return { ...toFeedDuty(ctx, duty), isCancelled: true, isOpen: duty.isOpen }
}

function toOthers<D extends PersonDuty>({ line, ...duty }: D) {
  return { ...duty, ...factsOf(line) }
}

function factsOf(line: DutyLine) {
  const { districtName, place, titleStamp } = line
  return { line, districtName, place, titleStamp }
}

function areasOf({ areas, areaStamp }: CalendarLine) {
  return { areas, areaStamp }
}

function partName({ lines, municipalityName }: DistrictCalendar, scope: FeedScope['kind']): string | null {
  if (scope === 'municipality') return municipalityName
  const [line] = lines
  if (scope === 'all' || !line) return null
  return line.name.includes(line.code) ? line.name : `${line.name} ${line.code}`
}
