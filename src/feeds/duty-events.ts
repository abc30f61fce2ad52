import type { Assignment } from '../core/rota/assignment.ts'
import { OWN_FEED_OPTIONS, type OwnFeedOptions } from '../core/rota/feed-choice.ts'
import type { Minute } from '../core/time/minute.ts'
import type { Stamp } from '../core/time/stamp.ts'
import {
  categoryOf,
  closingLines,
  type DutyFacts,
  type FeedText,
  formsOf,
  isPartOf,
  partLines,
  titleOf,
} from './duty-facts.ts'
import { stampOf } from './event-stamp.ts'
import { uidsOf } from './event-uids.ts'
import { type FeedWindow, isInWindow } from './feed-window.ts'
import type { FeedEvent } from './ics.ts'
import { type ConnectedLink, connectedStamp, informationEvent, startOf } from './information-event.ts'

export type FeedAssignment = Pick<Assignment, 'id' | 'chainId' | 'start' | 'end' | 'shadowing'>

/** One assignment of the feed's person with what its event tells. No colleague, reason or note is part of it. */
export interface FeedDuty extends DutyFacts {
  readonly assignment: FeedAssignment
  /** Of the duty itself: when it came to look as it does, was cancelled, or open or asked for no more since. */
  readonly stamp: Stamp
  /** Where the doctor meets; empty when not told. */
  readonly place: string
  /** Page of the duty behind sign-in; null = none. */
  readonly url: string | null
  /** Of names, codes and the place. */
  readonly titleStamp: Stamp
  /** Nobody works it. A duty another person took is simply left out. */
  readonly isCancelled: boolean
  /** Of one that was cancelled: whether it stands open for another to take; left out = nobody is to work it. */
  readonly isOpen?: boolean
}

/** How a person wants their own duties shown, and when that changed last. */
export interface OwnManner {
  readonly text: FeedText
  readonly options: OwnFeedOptions
  /** Of the language: every event. */
  readonly textStamp: Stamp
  /** Of the alarm: duties that stand. */
  readonly alarmStamp: Stamp
  /** Of `busyAtHome`: events that hold no time at the station. */
  readonly busyStamp: Stamp
}

/** As for a link whose choices were never changed. */
export function plainManner(text: FeedText): OwnManner {
  return { text, options: OWN_FEED_OPTIONS, textStamp: 0, alarmStamp: 0, busyStamp: 0 }
}

/** The events of the duties inside the window, by start. Duties up to 72 hours before it may be given: they tell parts of one duty apart. */
export function dutyEvents(duties: readonly FeedDuty[], window: FeedWindow, manner: OwnManner): FeedEvent[] {
  return eventsOfDuties(duties, manner).filter((event) => isInWindow(window, event, event.isCancelled))
}

/** The events of all of them, by start. */
export function eventsOfDuties(duties: readonly FeedDuty[], manner: OwnManner): FeedEvent[] {
  const sorted = duties.toSorted((a, b) => byStart(a.assignment, b.assignment))
  const uids = uidsOf(
    sorted.map(({ assignment }) => assignment),
    '',
  )
  return sorted.map((duty, index) => dutyEvent(duty, uids[index] as string, manner))
}

export function byStart(a: FeedAssignment, b: FeedAssignment): number {
  return a.start - b.start || (a.id < b.id ? -1 : 1)
}

/** The event of one duty of one's own. */
export function dutyEvent(duty: FeedDuty, uid: string, manner: OwnManner): FeedEvent {
  const { assignment, isCancelled } = duty
  const { text, options } = manner
  const title = titleOf(duty, assignment, text)
  // Time at the station is busy and cancelled time is free, whatever the link says.
  const mayBeFree = !isCancelled && !formsOf(duty, assignment).includes('on-site')
  return {
    uid,
    ...stampOf(
      duty.stamp,
      duty.titleStamp,
      manner.textStamp,
      isCancelled ? 0 : manner.alarmStamp,
      mayBeFree ? manner.busyStamp : 0,
    ),
    start: assignment.start,
    end: assignment.end,
    summary: summaryOf(duty, title, text),
    description: descriptionOf(duty, text),
    location: duty.place,
    category: categoryOf(duty, assignment, text),
    isCancelled,
    isBusy: !isCancelled && (!mayBeFree || options.busyAtHome),
    url: duty.url,
    alarmMinutesBefore: isCancelled ? null : options.alarmMinutesBefore,
  }
}

/** A duty that another doctor has taken, where it is told at all: a calendar simply holds it no more. Given as cancelled, stamped as it was lost. */
export function lostEvent(duty: FeedDuty, uid: string, manner: OwnManner): FeedEvent {
  const { text } = manner
  const summary = text.lostTitle(titleOf(duty, duty.assignment, text))
  const description = [text.lost, ...closingLines(duty, duty.assignment, text)].join('\n')
  return { ...dutyEvent(duty, uid, manner), summary, description }
}

function summaryOf(duty: FeedDuty, title: string, text: FeedText): string {
  if (!duty.isCancelled) return title
  return duty.isOpen ? text.lostTitle(title) : text.cancelledTitle(title)
}

function descriptionOf(duty: FeedDuty, text: FeedText): string {
  const { assignment, need } = duty
  return [
    ...(duty.isCancelled ? [duty.isOpen ? text.lostOpen : text.cancelled] : []),
    ...(assignment.shadowing ? [text.shadowing] : []),
    ...partLines(duty, assignment, text),
    ...(isPartOf(duty, assignment) ? [text.partOfDuty(need)] : []),
    ...closingLines(duty, assignment, text),
  ].join('\n')
}

/** Stands in an own calendar without duties. */
export function connectedEvent(
  feedId: string,
  createdAt: Minute,
  { text, textStamp }: Pick<OwnManner, 'text' | 'textStamp'>,
): FeedEvent {
  const { noDutiesTitle: summary, noDutiesDescription: description } = text
  const stamp = connectedStamp({ createdAt, textStamp })
  return informationEvent({ feedId, at: createdAt, summary, description, stamp })
}

/** The one event of a feed whose link is turned off: it takes the place of duties that clients would keep. */
export function revokedEvent(
  { id: feedId, ...link }: ConnectedLink & { readonly id: string },
  revokedAt: Minute,
  text: FeedText,
): FeedEvent {
  const { revokedTitle: summary, revokedDescription: description } = text
  // Also in the minute in which it was made, and when the clock was set back: it may take the place of a notice.
  const stamp = Math.max(startOf(revokedAt), connectedStamp(link) + 1)
  return informationEvent({ feedId, at: revokedAt, summary, description, stamp })
}
