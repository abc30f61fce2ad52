import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import { type ChannelName, type DeadMessage, listDeadMessages } from '../data/outbox-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result } from './refusal.ts'

/** A message that could not be sent and will not be tried again. */
export interface Undelivered {
  readonly id: string
  readonly kind: string
  readonly channel: ChannelName
  readonly personId: PersonId | null
  readonly createdAt: Minute
  /** The last answer of whoever was to take it, in their words. */
  readonly why: string
}

/** How long one that could not be sent is kept in sight. */
const SEEN_DAYS = 30

/** What could not be sent to people of a district in the last 30 days, the newest first. */
export async function listUndelivered(ctx: Context, districtId: DistrictId): Promise<Result<Undelivered[]>> {
  const isRefused = gate(ctx, 'read-notices', { kind: 'district', id: districtId })
  return isRefused ?? done(await deadOf(ctx, districtId))
}

/** The same of what belongs to no district: sign-in links and overviews. For the administrator. */
export async function listUndeliveredElsewhere(ctx: Context): Promise<Result<Undelivered[]>> {
  const isRefused = gate(ctx, 'read-undelivered', { kind: 'installation' })
  return isRefused ?? done(await deadOf(ctx, null))
}

async function deadOf(ctx: Context, districtId: DistrictId | null): Promise<Undelivered[]> {
  const dead = await listDeadMessages(ctx.db, districtId, ctx.now - SEEN_DAYS * MINUTES_PER_DAY)
  return dead.map(toUndelivered)
}

function toUndelivered({ id, kind, channel, personId, createdAt, error }: DeadMessage): Undelivered {
  return { id, kind, channel, personId, createdAt, why: error }
}
