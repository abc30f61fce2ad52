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

/**
 * The revision of an event by what has changed of what it shows, and by nothing else: one that looks as before keeps it.
 * Times are stored to the minute; the number of changes of what changed in that minute makes the seconds, so that those within
 * one minute are told apart. What changed before it leaves them alone, so nothing is lost when that goes out of view.
 */
export function stampOf({ deciding, shown }: EventChanges): EventStamp {
  const all = [...deciding, ...shown]
  const minute = Math.max(0, ...all.map(({ at }) => at ?? 0))
  const latest = timesOf(all.filter(({ at }) => at === minute))
  return {
    sequence: DECIDING_WEIGHT * timesOf(deciding) + timesOf(shown),
    modifiedAt: minute * SECONDS_PER_MINUTE + (latest % SECONDS_PER_MINUTE),
  }
}

function timesOf(changes: readonly ChangeCount[]): number {
  return changes.reduce((sum, { times }) => sum + times, 0)
}
