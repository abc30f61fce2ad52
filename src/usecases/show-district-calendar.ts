import type { FeedChoice } from '../core/rota/feed-choice.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Minute } from '../core/time/minute.ts'
import { findDistrict } from '../data/district-store.ts'
import { listFeeds } from '../data/feed-store.ts'
import { listSubscriptions, type Subscription } from '../data/subscription-store.ts'
import { may, type Role, rolesThatMay } from '../identity/policy.ts'
import { type CalendarDevice, choiceOf, toDevice } from './calendar-device.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { type SubscribedDistrict, toSubscribedDistrict } from './subscribed-district.ts'

/** Somebody's calendar of the district, as its coordinator sees it. */
export interface Subscriber {
  readonly feedId: string
  /** The device, as its owner named it. */
  readonly label: string
  readonly choice: FeedChoice
  /** Name of a person of the district, else the account's address; null for one that has told none. */
  readonly name: string | null
  readonly roles: readonly Role[]
  readonly createdAt: Minute
  readonly lastFetchedAt: Minute | null
  readonly program: string | null
  /** False where the account's roles let it have this no more: it is shown nothing. */
  readonly isOn: boolean
}

export interface DistrictCalendarValue {
  readonly district: SubscribedDistrict
  readonly now: Minute
  readonly maySubscribeDispatch: boolean
  /** Whether the actor is here for the dispatch centre alone, and wants its calendar. */
  readonly isDispatchOnly: boolean
  readonly mayInvite: boolean
  /** One's own living links to this district. */
  readonly own: readonly CalendarDevice[]
  /** All that are given out, in the order they were made; null for those who may not end them. */
  readonly subscribers: readonly Subscriber[] | null
}

/** What one may subscribe to in a district, one's own links to it, and for its coordinator everybody's. */
export async function showDistrictCalendar(
  ctx: Context,
  { districtId }: { readonly districtId: DistrictId },
): Promise<Result<DistrictCalendarValue>> {
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = gate(ctx, 'subscribe-district', scope)
  if (isRefused) return isRefused
  if (ctx.actor.kind !== 'account') return refused({ kind: 'not-found' })
  const mayEnd = may(ctx.actor, 'end-subscriptions', scope)
  const [district, links, subscriptions] = await Promise.all([
    findDistrict(ctx.db, districtId),
    listFeeds(ctx.db, ctx.actor.accountId),
    mayEnd ? listSubscriptions(ctx.db, districtId, ctx.now) : null,
  ])
  if (!district) return refused({ kind: 'not-found' })
  const living = links.filter(
    (link) => link.kind !== 'own' && link.districtId === districtId && link.revokedAt === null,
  )
  const nameOf = new Map(district.persons.map(({ id, name }) => [id, name]))
  return done({
    district: toSubscribedDistrict(district),
    now: ctx.now,
    maySubscribeDispatch: may(ctx.actor, 'subscribe-dispatch', scope),
    isDispatchOnly: ctx.actor.memberships
      .filter(({ scopeKind, scopeId }) => scopeKind === 'district' && scopeId === districtId)
      .every(({ role }) => role === 'dispatch-centre'),
    mayInvite: may(ctx.actor, 'invite-people', scope),
    own: await Promise.all(living.map((link) => toDevice(ctx, link))),
    subscribers: subscriptions?.map((own) => toSubscriber(own, nameOf)) ?? null,
  })
}

function toSubscriber(subscription: Subscription, nameOf: ReadonlyMap<string, string>): Subscriber {
  const { email, link, personId, roles } = subscription
  return {
    feedId: link.id,
    label: link.label,
    choice: choiceOf(link),
    name: nameOf.get(personId ?? '') ?? email,
    roles,
    createdAt: link.createdAt,
    lastFetchedAt: link.lastFetchedAt,
    program: link.lastClient,
    isOn: isEntitled(subscription),
  }
}

/** By the same roles as the calendar itself is given out. */
function isEntitled({ link, roles, isActive, hasLeft }: Subscription): boolean {
  const letting = rolesThatMay(link.kind === 'dispatch' ? 'subscribe-dispatch' : 'subscribe-district')
  return isActive && roles.some((role) => letting.includes(role) && !(role === 'doctor' && hasLeft))
}
