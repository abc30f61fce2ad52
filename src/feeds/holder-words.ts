import type { CalendarNames } from '../core/rota/feed-choice.ts'
import type { Stamp } from '../core/time/stamp.ts'
import { type FeedText, shortName } from './duty-facts.ts'

/** Whoever has a duty that is not the reader's own. */
export interface FeedHolder {
  /** Null = a locum who is still to be named. */
  readonly personId: string | null
  readonly name: string
  readonly initials: string
  readonly nameStamp: Stamp
  readonly initialsStamp: Stamp
  /** What the district lets calendars tell, and since when. */
  readonly policy: CalendarNames
  readonly policyStamp: Stamp
}

export interface HolderWords {
  /** Null = not told. */
  readonly words: string | null
  /** Of what the words show. */
  readonly stamp: Stamp
}

/** As far as the district has decided. */
export function holderWords(holder: FeedHolder, text: FeedText): HolderWords {
  const { policy, policyStamp } = holder
  if (holder.personId === null) return locumWords(text)
  if (policy === 'none') return { words: null, stamp: policyStamp }
  const nameStamp = policy === 'names' ? holder.nameStamp : holder.initialsStamp
  const words = shortName(policy === 'names' ? holder.name : holder.initials)
  return { words, stamp: Math.max(policyStamp, nameStamp) }
}

/** By full name, whatever the district lets other calendars tell: the dispatch centre has to know who comes. */
export function fullName(holder: FeedHolder, text: FeedText): HolderWords {
  if (holder.personId === null) return locumWords(text)
  return { words: shortName(holder.name), stamp: holder.nameStamp }
}

/** Names nobody, so that no decision about names changes it. */
function locumWords(text: FeedText): HolderWords {
  return { words: text.locumToBeNamed, stamp: 0 }
}
