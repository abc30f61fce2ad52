import { addMonths } from '../core/time/local-date.ts'
import type { Minute } from '../core/time/minute.ts'
import { dayInterval, toWall } from '../core/time/oslo.ts'
import type { FeedState } from '../data/feed-store.ts'
import { assignmentsOfPerson, type PersonDuty } from '../data/person-duty-store.ts'
import { dutyEvents, type FeedDuty } from '../feeds/duty-events.ts'
import type { FeedWindow } from '../feeds/feed-window.ts'
import type { Feed } from '../feeds/ics.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'

const MONTHS_AHEAD = 18

/** What the calendar of a link holds now. */
export async function feedContent(ctx: Context, feed: FeedState, window: FeedWindow): Promise<Feed> {
  const { link } = feed
  const text = textFor(feed.language ?? 'nb').feed
  if (link.kind !== 'own') throw new Error(`calendar ${link.id} of kind ${link.kind} has no content yet`)
  const duties = await assignmentsOfPerson(ctx.db, link.personId, window.from, lastMinute(window))
  const shown = duties.filter(({ line }) => !feed.left.includes(line.districtId))
  const events = dutyEvents({
    feedId: link.id,
    feedCreatedAt: link.createdAt,
    duties: shown.map((duty) => toFeedDuty(ctx, duty)),
    window,
    text,
  })
  const districts = [...new Set(shown.map(({ line }) => line.districtName))].sort()
  return { name: text.calendarName(districts), events }
}

function lastMinute({ monday }: FeedWindow): Minute {
  return dayInterval(addMonths(toWall(monday).date, MONTHS_AHEAD)).start
}

function toFeedDuty(ctx: Context, { assignment, need, line }: PersonDuty): FeedDuty {
  return {
    // The title is part of the event, so its changes count as the event's own.
    assignment: {
      ...assignment,
      sequence: assignment.sequence + line.titleChanges,
      modifiedAt: Math.max(assignment.modifiedAt, line.titleChangedAt ?? 0),
    },
    need,
    line,
    districtName: line.districtName,
    place: line.place,
    url: `${ctx.origin}/me/duties`,
    cancelledAt: null,
  }
}
