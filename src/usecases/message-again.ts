import type { District } from '../core/rota/district.ts'
import { isIsoWeek, isoWeekInterval } from '../core/time/iso-week.ts'
import { DUTIES_CHANGED, revisionInKey } from '../data/duties-changed.ts'
import type { DeadMessage, OutboxMessage } from '../data/outbox-store.ts'
import { keyOfAgain, keyOfFirst } from '../data/undelivered-store.ts'
import type { Context } from './context.ts'

/** Whether a message that was given up can be made anew: what it said is gone, so only where something stored says it again. */
export type Again =
  | { readonly kind: 'possible'; readonly payload: unknown }
  /** Nobody has told an address or number. */
  | { readonly kind: 'no-address' }
  /** Whoever is to have it must ask for another. */
  | { readonly kind: 'ask-anew' }
  | { readonly kind: 'impossible' }

/** Where a message would go now. */
export interface Addresses {
  /** Null where it belongs to none. */
  readonly district: Pick<District, 'id' | 'name' | 'persons'> | null
  /** Of the account that it is for; null = none. */
  readonly accountEmail: string | null
  /** How often the district's rota has been published. */
  readonly latestRevision: number
}

type Dead = Pick<DeadMessage, 'kind' | 'channel' | 'dedupKey' | 'personId'>

/** What it would hold: of changed duties all that has changed since then, of a week's overview that week. */
export function againOf({ now }: Pick<Context, 'now'>, message: Dead, addresses: Addresses): Again {
  if (message.kind === DUTIES_CHANGED) return changeAgain(message, addresses)
  if (message.kind === 'weekly-digest') return digestAgain(now, message, addresses)
  const isLink = message.kind === 'sign-in-link' || message.kind === 'confirm-link'
  return { kind: isLink ? 'ask-anew' : 'impossible' }
}

function changeAgain(message: Dead, { district, latestRevision }: Addresses): Again {
  const person = district?.persons.find(({ id }) => id === message.personId)
  const revision = district ? revisionInKey(message.dedupKey, district.id) : undefined
  if (!district || !person || revision === undefined) return { kind: 'impossible' }
  const { email, phone } = person
  const to = message.channel === 'mail' ? email && { email } : phone && { phone }
  if (!to) return { kind: 'no-address' }
  const tells = { revision, after: revision - 1, toldTo: Math.max(revision, latestRevision) }
  return { kind: 'possible', payload: { ...to, district: district.name, ...tells } }
}

function digestAgain(now: number, { dedupKey }: Dead, { accountEmail }: Addresses): Again {
  const week = keyOfFirst(dedupKey).split(':').at(-1) ?? ''
  if (!isIsoWeek(week) || isoWeekInterval(week).end <= now) return { kind: 'impossible' }
  return accountEmail ? { kind: 'possible', payload: { email: accountEmail, week } } : { kind: 'no-address' }
}

/** The message itself, under a key of its own: whoever refused the first one would know its key again. */
export function newMessage(
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  { kind, channel, districtId, personId, accountId, dedupKey }: Omit<DeadMessage, 'error'>,
  payload: unknown,
): OutboxMessage {
  const place = { kind, channel, districtId, personId, accountId }
  return { id: newId(), dedupKey: keyOfAgain(dedupKey), ...place, payload, createdAt: now, dueAt: now }
}
