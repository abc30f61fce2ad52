import { type FeedChoice, OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import type { Minute } from '../../src/core/time/minute.ts'
import { accountWrites } from '../../src/data/account-store.ts'
import type { Write } from '../../src/data/database.ts'
import { type FeedLink, feedLinkWrites } from '../../src/data/feed-store.ts'

/** Roles that may subscribe, as the store is told them. */
export const SUBSCRIBERS = { district: ['doctor'], dispatch: ['dispatch-centre'] } as const

/** A link that was made at `createdAt` and never fetched, to a person's own duties unless another choice is given. */
export function feedLinkOf(
  id: string,
  of: { readonly accountId: string; readonly personId: string; readonly createdAt?: Minute },
  choice: FeedChoice = { kind: 'own', options: OWN_FEED_OPTIONS },
): FeedLink {
  const { accountId, personId, createdAt = 0 } = of
  const facts = {
    id,
    hash: `feed-${id}`,
    accountId,
    label: 'iPhone',
    version: 1,
    textStamp: 0,
    alarmStamp: 0,
    busyStamp: 0,
    createdAt,
    revokedAt: null,
    lastFetchedAt: null,
    lastClient: null,
    lastValidator: null,
    lastEtag: null,
  }
  return choice.kind === 'own' ? { ...facts, personId, ...choice } : { ...facts, ...choice }
}

/** An account for the person, by the person's own id, and the link on it. */
export function accountWithLink(id: string, personId: string, createdAt: Minute = 0): Write[] {
  const account = { id: personId, email: null, personId, status: 'active', createdAt } as const
  return [
    ...accountWrites(account),
    ...feedLinkWrites(feedLinkOf(id, { accountId: personId, personId, createdAt })),
  ]
}
