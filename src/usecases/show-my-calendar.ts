import type { DutyChange } from '../core/rota/duty-change.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { Minute } from '../core/time/minute.ts'
import { findDistrictHeads } from '../data/district-store.ts'
import { type FeedLink, listFeeds } from '../data/feed-store.ts'
import { findMessageChoice, type MessageChoice } from '../data/message-choice-store.ts'
import { listDutyChanges } from '../data/notice-store.ts'
import { type CalendarDevice, toDevice } from './calendar-device.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { ownPersonId } from './wish-rights.ts'

/** A device with one's own duties, and what has moved since it fetched them. */
export interface OwnDevice extends CalendarDevice {
  /** By start; empty for a copy that is up to date or was never fetched. */
  readonly changes: readonly DutyChange[]
}

export interface SubscribedDevice extends CalendarDevice {
  readonly districtName: string
}

export interface MyCalendarValue {
  readonly personId: PersonId
  readonly now: Minute
  /** Living links to one's own duties, in the order they were made. */
  readonly own: readonly OwnDevice[]
  /** The same account's living links to calendars of districts. */
  readonly subscribed: readonly SubscribedDevice[]
  /** What the account is sent beside what everybody is told. */
  readonly messages: MessageChoice
}

/** A person's calendar links with what each device has, across districts. */
export async function showMyCalendar(
  ctx: Context,
  _input: Record<never, never>,
): Promise<Result<MyCalendarValue>> {
  const personId = ownPersonId(ctx)
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  if (ctx.actor.kind !== 'account' || personId === null) return refused({ kind: 'not-found' })
  const isRefused = gate(ctx, 'manage-own-feeds', { kind: 'person', id: personId })
  if (isRefused) return isRefused
  const links = (await listFeeds(ctx.db, ctx.actor.accountId)).filter(({ revokedAt }) => revokedAt === null)
  const { accountId } = ctx.actor
  const [own, subscribed, messages] = await Promise.all([
    Promise.all(links.flatMap((link) => (link.kind === 'own' ? [toOwnDevice(ctx, link, personId)] : []))),
    subscribedDevices(ctx, links),
    findMessageChoice(ctx.db, accountId),
  ])
  return done({ personId, now: ctx.now, own, subscribed, messages })
}

async function toOwnDevice(ctx: Context, link: FeedLink, personId: PersonId): Promise<OwnDevice> {
  const device = await toDevice(ctx, link)
  const { hasSameDuties, isUpToDate, lastFetchedAt } = device
  if (isUpToDate || hasSameDuties || lastFetchedAt === null) return { ...device, changes: [] }
  const later = await listDutyChanges(ctx.db, personId, lastFetchedAt)
  if (later.length > 0) return { ...device, changes: later }
  // What was published in the minute of the fetch may have come after it.
  return { ...device, changes: await listDutyChanges(ctx.db, personId, lastFetchedAt - 1) }
}

async function subscribedDevices(ctx: Context, links: readonly FeedLink[]): Promise<SubscribedDevice[]> {
  const ofDistricts = links.flatMap((link) => (link.kind === 'own' ? [] : [link]))
  const ids = [...new Set(ofDistricts.map(({ districtId }) => districtId))]
  const heads = ids.length === 0 ? [] : await findDistrictHeads(ctx.db, ids)
  const nameOf = new Map(heads.map(({ id, name }) => [id, name]))
  return Promise.all(
    ofDistricts.map(async (link) => ({
      ...(await toDevice(ctx, link)),
      districtName: nameOf.get(link.districtId) ?? '',
    })),
  )
}
