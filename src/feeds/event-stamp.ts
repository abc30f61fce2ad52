import type { Minute } from '../core/time/minute.ts'

/** How often something that an event shows has changed, and when last. */
export interface ChangeCount {
  readonly times: number
  /** Null = never, so that `times` is 0. */
  readonly at: Minute | null
}

export interface EventChanges {
  /** Of the duty itself, and of what decides which of the others show: such as the form of a duty, which decides whether busy time does. */
  readonly deciding: readonly ChangeCount[]
  /** Of whatever else this event shows; each may come into view and go out of it. */
  readonly shown: readonly ChangeCount[]
}

export interface EventStamp {
  /** RFC 5545 §3.8.7.4. */
  readonly sequence: number
  /** Epoch seconds. */
  readonly modifiedAt: number
}

/** One deciding change weighs more than all that may go out of view with it, so that a sequence never falls. */
const DECIDING_WEIGHT = 17 * 60 + 1
const SECONDS_PER_MINUTE = 60
/** So that an event which loses sight of a change within the minute that decides it still gets a later time. */
const DECIDING_SECONDS = 2

/**
 * The revision of an event by what has changed of what it shows, and by nothing else: one that looks as before keeps it.
 * Times are stored to the minute; the number of changes makes the seconds, so that those within one minute are told apart,
 * and so are those after the clock was set back. They reach into the next minute rather than begin anew.
 */
export function stampOf({ deciding, shown }: EventChanges): EventStamp {
  const [decided, seen] = [timesOf(deciding), timesOf(shown)]
  const minute = Math.max(0, ...[...deciding, ...shown].map(({ at }) => at ?? 0))
  return {
    sequence: DECIDING_WEIGHT * decided + seen,
    modifiedAt: minute * SECONDS_PER_MINUTE + secondsOf(DECIDING_SECONDS * decided + seen),
  }
}

/**
 * Under two minutes: a time that lies further ahead is taken for a wrong clock. From there on it begins anew at one minute, so
 * that of many changes within a minute only one in sixty goes back, and none of two minutes.
 */
function secondsOf(changes: number): number {
  return changes < 2 * SECONDS_PER_MINUTE ? changes : SECONDS_PER_MINUTE + (changes % SECONDS_PER_MINUTE)
}

function timesOf(changes: readonly ChangeCount[]): number {
  return changes.reduce((sum, { times }) => sum + times, 0)
}
