import type { Language } from '../core/rota/district.ts'
import { LONGEST_NEED_MINUTES } from '../core/rota/need.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { overlaps } from '../core/time/interval.ts'
import { addMonths, type LocalDate } from '../core/time/local-date.ts'
import { dayInterval, toWall } from '../core/time/oslo.ts'
import { cancelledOfPerson } from '../data/cancelled-duty-store.ts'
import { type ChangedDuty, changedDuties } from '../data/changed-duty-store.ts'
import { assignmentsOfPerson, districtsLeft, heldInPlace } from '../data/person-duty-store.ts'
import { dutyEvent, eventsOfDuties, type FeedDuty, lostEvent, plainManner } from '../feeds/duty-events.ts'
import { uidsOf } from '../feeds/event-uids.ts'
import { type FeedEvent, renderFeed } from '../feeds/ics.ts'
import { may } from '../identity/policy.ts'
import { type Text, textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { toCancelled, toFeedDuty } from './feed-content.ts'
import { gate } from './gate.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, invalid, type Refused, type Result, refused } from './refusal.ts'
import { ownPersonId } from './wish-rights.ts'

/** A file for a calendar program. Its events are those of a calendar link that was never changed, so that the two never double. */
export interface DutyFile {
  readonly filename: string
  readonly body: string
}

export interface DutyFileInput {
  readonly districtId: DistrictId
  readonly needId: string
  readonly seat: number
}

/** One duty of one's own, as the parts of it that one holds. */
export async function dutyFile(ctx: Context, place: DutyFileInput): Promise<Result<DutyFile>> {
  const personId = readerOf(ctx)
  if (typeof personId !== 'string') return personId
  const [duties, left] = await Promise.all([
    heldInPlace(ctx.db, personId, place),
    districtsLeft(ctx.db, personId, ctx.now),
  ])
  const [first] = duties
  if (!first || left.includes(place.districtId)) return refused({ kind: 'not-found' })
  const { feed: text } = textFor(ctx.language)
  const events = eventsOfDuties(
    duties.map((duty) => toFeedDuty(ctx, duty)),
    plainManner(text),
  )
  return done(fileOf(text, [text.files.duty, first.need.date], [first.line.districtName], events))
}

const MOST_MONTHS = 18

/** The first and the last day that a file is asked for; both are in it. */
export interface PeriodFileInput {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** All duties of one's own of which some minute lies on one of the days, at most 18 months. */
export async function periodFile(ctx: Context, { from, to }: PeriodFileInput): Promise<Result<DutyFile>> {
  const personId = readerOf(ctx)
  if (typeof personId !== 'string') return personId
  const wrong = periodRefusal({ from, to })
  if (wrong) return wrong
  const span = { start: dayInterval(from).start, end: dayInterval(to).end }
  const [held, left] = await Promise.all([
    // What lies just before tells parts of one duty apart, as in the calendar.
    assignmentsOfPerson(ctx.db, personId, span.start - LONGEST_NEED_MINUTES, span.end),
    districtsLeft(ctx.db, personId, ctx.now),
  ])
  const duties = held.filter(({ line }) => !left.includes(line.districtId))
  const { feed: text } = textFor(ctx.language)
  const events = eventsOfDuties(
    duties.map((duty) => toFeedDuty(ctx, duty)),
    plainManner(text),
  ).filter((event) => overlaps(event, span))
  if (events.length === 0) return invalid('from', 'no-duties-then', from)
  const districts = [...new Set(duties.map(({ line }) => line.districtName))].sort()
  return done(fileOf(text, [text.files.duties, from, to], districts, events))
}

function periodRefusal({ from, to }: PeriodFileInput): Refused | undefined {
  if (!isPlanDate(from)) return invalid('from', 'not-a-date', from)
  if (!isPlanDate(to)) return invalid('to', 'not-a-date', to)
  if (to < from) return invalid('to', 'ends-before-start', to)
  return to >= addMonths(from, MOST_MONTHS) ? invalid('to', 'longer-than-18-months', to) : undefined
}

export interface ChangeFileInput {
  readonly districtId: DistrictId
  readonly revision: number
  /** Tells of all revisions after this one, up to `revision`; left out = of that one alone. */
  readonly after?: number
  readonly personId: PersonId
  readonly language: Language
}

/**
 * What revisions changed of a doctor's duties: those gained or moved as they are now, those lost as cancelled, without those that
 * a later revision changed again. For the doctor, or to be sent to them. A null body when there is nothing to show.
 */
export async function changeFile(
  ctx: Context,
  input: ChangeFileInput,
): Promise<Result<{ readonly filename: string; readonly body: string | null }>> {
  const { districtId, personId, revision, after = revision - 1 } = input
  if (!may(ctx.actor, 'deliver-messages', { kind: 'installation' })) {
    const isRefused = gate(ctx, 'read-own-duties', { kind: 'person', id: personId })
    if (isRefused) return isRefused
  }
  const { feed: text } = textFor(input.language)
  const [changed, later, left] = await Promise.all([
    changedDuties(ctx.db, districtId, personId, { after, to: revision }),
    changedDuties(ctx.db, districtId, personId, { after: revision, to: Number.MAX_SAFE_INTEGER }),
    districtsLeft(ctx.db, personId, ctx.now),
  ])
  const again = new Set(later.filter(isSeen).map(({ assignment }) => assignment.chainId))
  const seen = changed.filter((duty) => isSeen(duty) && !again.has(duty.assignment.chainId))
  const [first] = seen
  if (!first || left.includes(districtId))
    return done({ filename: fileName([text.files.change]), body: null })
  const cancelled = await cancelledOfPerson(
    ctx.db,
    personId,
    Math.min(...seen.map(({ assignment }) => assignment.start)),
    Math.max(...seen.map(({ assignment }) => assignment.end)),
  )
  const cancelledOf = new Map(cancelled.map((duty) => [duty.assignment.id, toCancelled(ctx, duty)]))
  const manner = plainManner(text)
  const uids = uidsOf(
    seen.map(({ assignment }) => assignment),
    '',
  )
  const events = seen.map((duty, index) => {
    const uid = uids[index] as string
    const shown: FeedDuty = cancelledOf.get(duty.assignment.id) ?? toFeedDuty(ctx, duty)
    const isLost = duty.hasEnded && !shown.isCancelled
    return isLost ? lostEvent({ ...shown, isCancelled: true }, uid, manner) : dutyEvent(shown, uid, manner)
  })
  const date = toWall(first.assignment.start).date
  return done(fileOf(text, [text.files.change, date], [first.line.districtName], events))
}

/** Whether a calendar shows that something has changed. */
function isSeen({ assignment, hasEnded, sequenceBefore }: ChangedDuty): boolean {
  return hasEnded || assignment.sequence !== sequenceBefore
}

/** The signed-in doctor, or the refusal. */
function readerOf(ctx: Context): PersonId | Refused {
  const personId = ownPersonId(ctx)
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  if (personId === null) return refused({ kind: 'not-found' })
  return gate(ctx, 'read-own-duties', { kind: 'person', id: personId }) ?? personId
}

function fileOf(
  text: Text['feed'],
  nameParts: readonly string[],
  districts: readonly string[],
  events: readonly FeedEvent[],
): DutyFile {
  return { filename: fileName(nameParts), body: renderFeed({ name: text.calendarName(districts), events }) }
}

function fileName(parts: readonly string[]): string {
  return `${parts.join('-')}.ics`
}
