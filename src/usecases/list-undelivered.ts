import type { District } from '../core/rota/district.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import { findAccount } from '../data/account-store.ts'
import { findDistrict, findDistrictHeads } from '../data/district-store.ts'
import {
  type ChannelName,
  type DeadMessage,
  findLatestRevision,
  listDeadMessages,
} from '../data/outbox-store.ts'
import {
  countDeadMessages,
  findPersonsOfAccounts,
  keyOfAgain,
  listKnownKeys,
} from '../data/undelivered-store.ts'
import { may } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { type Addresses, againOf } from './message-again.ts'
import { done, type Result, refused } from './refusal.ts'
import { causeOf, type UndeliveredCause } from './undelivered-cause.ts'

/** A message that could not be sent and will not be tried again by itself. */
export interface Undelivered {
  readonly id: string
  readonly kind: string
  readonly channel: ChannelName
  /** Whom it was for, if that is a doctor of the district. */
  readonly person: { readonly id: PersonId; readonly name: string; readonly phone: string | null } | null
  readonly createdAt: Minute
  readonly cause: UndeliveredCause
  /** The last answer of whoever was to take it, in their words. */
  readonly why: string
  /** Whether it can be made anew, or has been. */
  readonly again: 'possible' | 'no-address' | 'ask-anew' | 'impossible' | 'done'
}

export interface UndeliveredIn {
  readonly district: Pick<District, 'id' | 'name'>
  /** The newest first. */
  readonly messages: readonly Undelivered[]
  readonly maySendAgain: boolean
}

export interface UndeliveredElsewhere {
  readonly messages: readonly Undelivered[]
  /** The reader's own districts, with how many messages of each could not be sent: their lists are pages of their own. */
  readonly districts: readonly (Pick<District, 'id' | 'name'> & { readonly amount: number })[]
}

/** How long one that could not be sent is kept in sight. */
const SEEN_DAYS = 30

/** What could not be sent to people of a district in the last 30 days. */
export async function listUndelivered(ctx: Context, districtId: DistrictId): Promise<Result<UndeliveredIn>> {
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = gate(ctx, 'read-notices', scope)
  if (isRefused) return isRefused
  const [district, dead, latestRevision] = await Promise.all([
    findDistrict(ctx.db, districtId),
    listDeadMessages(ctx.db, districtId, seenSince(ctx)),
    findLatestRevision(ctx.db, districtId),
  ])
  if (!district) return refused({ kind: 'not-found' })
  const messages = await toUndelivered(ctx, dead, { district, accountEmail: null, latestRevision })
  return done({ district, messages, maySendAgain: may(ctx.actor, 'confirm-notices', scope) })
}

/** The same of what belongs to no district: sign-in links and overviews. For the administrator. */
export async function listUndeliveredElsewhere(ctx: Context): Promise<Result<UndeliveredElsewhere>> {
  const isRefused = gate(ctx, 'read-undelivered', { kind: 'installation' })
  if (isRefused) return isRefused
  const dead = await listDeadMessages(ctx.db, null, seenSince(ctx))
  const [messages, districts] = await Promise.all([
    toUndelivered(ctx, dead, { district: null, accountEmail: null, latestRevision: 0 }),
    ownDistricts(ctx),
  ])
  return done({ messages, districts })
}

/** How many messages could not be sent in the last 30 days and were not made anew, in those of these districts whose lists the actor may read. */
export async function countUndelivered(
  ctx: Context,
  districtIds: readonly DistrictId[],
): Promise<ReadonlyMap<DistrictId, number>> {
  const readable = districtIds.filter((id) => may(ctx.actor, 'read-notices', { kind: 'district', id }))
  return countDeadMessages(ctx.db, readable, seenSince(ctx))
}

async function ownDistricts(ctx: Context): Promise<UndeliveredElsewhere['districts']> {
  const memberships = ctx.actor.kind === 'account' ? ctx.actor.memberships : []
  const held = memberships.filter(({ scopeKind }) => scopeKind === 'district').map(({ scopeId }) => scopeId)
  const ids = [...new Set(held)].filter((id) => may(ctx.actor, 'read-notices', { kind: 'district', id }))
  const [heads, amounts] = await Promise.all([findDistrictHeads(ctx.db, ids), countUndelivered(ctx, ids)])
  return heads.map(({ id, name }) => ({ id, name, amount: amounts.get(id) ?? 0 }))
}

const seenSince = ({ now }: Context): Minute => now - SEEN_DAYS * MINUTES_PER_DAY

async function toUndelivered(
  ctx: Context,
  dead: readonly DeadMessage[],
  addresses: Addresses,
): Promise<Undelivered[]> {
  const accountIds = [...new Set(dead.flatMap(({ accountId }) => accountId ?? []))]
  const [known, personOf, accounts] = await Promise.all([
    listKnownKeys(
      ctx.db,
      dead.map(({ dedupKey }) => keyOfAgain(dedupKey)),
    ),
    findPersonsOfAccounts(ctx.db, accountIds),
    // Only a week's overview goes to the address of an account.
    addresses.district ? [] : Promise.all(accountIds.map((id) => findAccount(ctx.db, id))),
  ])
  const emailOf = new Map(accounts.flatMap((account) => (account ? [[account.id, account.email]] : [])))
  return dead.map((message) => {
    const { id, kind, channel, createdAt, error, accountId, dedupKey } = message
    const personId = message.personId ?? personOf.get(accountId ?? '')
    const person = addresses.district?.persons.find((own) => own.id === personId)
    const to = { ...addresses, accountEmail: emailOf.get(accountId ?? '') ?? null }
    return {
      id,
      kind,
      channel,
      person: person ? { id: person.id, name: person.name, phone: person.phone ?? null } : null,
      createdAt,
      cause: causeOf(error),
      why: error,
      again: known.has(keyOfAgain(dedupKey)) ? 'done' : againOf(ctx, message, to).kind,
    }
  })
}
