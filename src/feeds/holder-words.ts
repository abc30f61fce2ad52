import type { CalendarNames } from '../core/rota/feed-choice.ts'
import { type FeedText, shortName } from './duty-facts.ts'
import type { ChangeCount } from './event-stamp.ts'

/** Whoever has a duty that is not the reader's own. */
export interface FeedHolder {
  /** Null = a locum who is still to be named. */
  readonly personId: string | null
  readonly name: string
  readonly initials: string
  readonly nameChange: ChangeCount
  readonly initialsChange: ChangeCount
  /** What the district lets calendars tell, and how often it has decided otherwise. */
  readonly policy: CalendarNames
  readonly policyChange: ChangeCount
}

export interface HolderWords {
  /** Null = not told. */
  readonly words: string | null
  /** Of what the words show. */
  readonly changes: readonly ChangeCount[]
}

/** As far as the district has decided; its own count rises by more than a name's that goes out of view with a decision. */
export function holderWords(holder: FeedHolder, text: FeedText): HolderWords {
  const { policy, policyChange } = holder
  if (holder.personId === null) return locumWords(text)
  if (policy === 'none') return { words: null, changes: [policyChange] }
  const nameChange = policy === 'names' ? holder.nameChange : holder.initialsChange
  const words = shortName(policy === 'names' ? holder.name : holder.initials)
  return { words, changes: [policyChange, nameChange] }
}

/** By full name, whatever the district lets other calendars tell: the dispatch centre has to know who comes. */
export function fullName(holder: FeedHolder, text: FeedText): HolderWords {
  if (holder.personId === null) return locumWords(text)
  return { words: shortName(holder.name), changes: [holder.nameChange] }
}

/** Names nobody, so that no decision about names changes it. */
function locumWords(text: FeedText): HolderWords {
  return { words: text.locumToBeNamed, changes: [] }
}
