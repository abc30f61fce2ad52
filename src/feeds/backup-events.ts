import type { Stamp } from '../core/time/stamp.ts'
import type { FeedAssignment } from './duty-events.ts'
import {
  categoryOf,
  closingLines,
  type DutyFacts,
  type FeedText,
  isPartOf,
  partLines,
  titleOf,
} from './duty-facts.ts'
import { stampOf } from './event-stamp.ts'
import { uidsOf } from './event-uids.ts'
import { type FeedHolder, holderWords } from './holder-words.ts'
import type { FeedEvent } from './ics.ts'

/** A duty of somebody else, as far as the reader may know of it. */
export interface OthersDuty extends DutyFacts {
  readonly assignment: FeedAssignment
  /** Of the duty itself: when it came to look as it does. */
  readonly stamp: Stamp
  readonly holder: FeedHolder
  readonly place: string
  readonly titleStamp: Stamp
}

/** Who is backup behind the reader's own duties, each at its own full time and never busy. */
export function backupEvents(duties: readonly OthersDuty[], text: FeedText, textStamp: Stamp): FeedEvent[] {
  const uids = uidsOf(
    duties.map(({ assignment }) => assignment),
    'b',
  )
  return duties.map((duty, index) => {
    const { words, stamp } = holderWords(duty.holder, text)
    return {
      uid: uids[index] as string,
      ...stampOf(duty.stamp, stamp, duty.titleStamp, textStamp),
      summary: text.backupBehind(words),
      description: [titleOf(duty, duty.assignment, text), ...othersLines(duty, text)].join('\n'),
      ...othersEvent(duty, text),
    }
  })
}

/** What the events of all others' duties have alike: a subscriber is not busy with them and is not to be woken by them. */
export function othersEvent(duty: OthersDuty, text: FeedText) {
  return {
    start: duty.assignment.start,
    end: duty.assignment.end,
    location: duty.place,
    category: categoryOf(duty, duty.assignment, text),
    isCancelled: false,
    isBusy: false,
    url: null,
    alarmMinutesBefore: null,
  }
}

/** Told of a duty of somebody else, after who has it. */
export function othersLines(duty: OthersDuty, text: FeedText): string[] {
  const { assignment, need } = duty
  return [
    ...(assignment.shadowing ? [text.othersShadowing] : []),
    ...partLines(duty, assignment, text),
    ...(isPartOf(duty, assignment) ? [text.partOfWhole(need)] : []),
    ...closingLines(duty, assignment, text),
  ]
}
