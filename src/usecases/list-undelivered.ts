import type { District } from '../core/rota/district.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import { findDistrict } from '../data/district-store.ts'
import { type ChannelName, type DeadMessage, listDeadMessages } from '../data/outbox-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'

/** A message that could not be sent and will not be tried again. */
export interface Undelivered {
  readonly id: string
  readonly kind: string
  readonly channel: ChannelName
  readonly personId: PersonId | null
  /** Null where the message is for an account, or for somebody who has left. */
  readonly personName: string | null
  readonly createdAt: Minute
  /** The last answer of whoever was to take it, in their words. */
  readonly why: string
}

export interface UndeliveredIn {
  readonly district: Pick<District, 'id' | 'name'>
  /** The newest first. */
  readonly messages: readonly Undelivered[]
}

/** How long one that could not be sent is kept in sight. */
const SEEN_DAYS = 30

/** What could not be sent to people of a district in the last 30 days. */
export async function listUndelivered(ctx: Context, districtId: DistrictId): Promise<Result<UndeliveredIn>> {
  const isRefused = gate(ctx, 'read-notices', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [district, dead] = await Promise.all([findDistrict(ctx.db, districtId), deadOf(ctx, districtId)])
  if (!district) return refused({ kind: 'not-found' })
  const nameOf = new Map(district.persons.map(({ id, name }) => [id, name]))
  return done({ district, messages: dead.map((message) => toUndelivered(message, nameOf)) })
}

/** The same of what belongs to no district: sign-in links and overviews. For the administrator. */
export async function listUndeliveredElsewhere(ctx: Context): Promise<Result<Undelivered[]>> {
  const isRefused = gate(ctx, 'read-undelivered', { kind: 'installation' })
  if (isRefused) return isRefused
  return done((await deadOf(ctx, null)).map((message) => toUndelivered(message, new Map())))
}

function deadOf(ctx: Context, districtId: DistrictId | null): Promise<DeadMessage[]> {
  return listDeadMessages(ctx.db, districtId, ctx.now - SEEN_DAYS * MINUTES_PER_DAY)
}

function toUndelivered(message: DeadMessage, nameOf: ReadonlyMap<PersonId, string>): Undelivered {
  const { id, kind, channel, personId, createdAt, error } = message
  const personName = (personId !== null && nameOf.get(personId)) || null
  return { id, kind, channel, personId, personName, createdAt, why: error }
}
