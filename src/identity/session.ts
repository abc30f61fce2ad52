import type { Minute } from '../core/time/minute.ts'
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../core/time/minute.ts'
import { type Database, writeAll } from '../data/database.ts'
import { findSession, type Session, type StoredSession, touchSessionWrites } from '../data/session-store.ts'
import type { Actor, Membership, Strength } from './policy.ts'

export type { Strength }

/** How long a session lasts unused, and how long at most, in minutes. */
export interface SessionLife {
  readonly idleMinutes: number
  readonly mostMinutes: number
}

/** A doctor's own view of the rota on their own phone. */
const DOCTOR_LIFE: SessionLife = { idleMinutes: 14 * MINUTES_PER_DAY, mostMinutes: 90 * MINUTES_PER_DAY }
/** Every role that sees more than a colleague does. */
const DESK_LIFE: SessionLife = { idleMinutes: 30, mostMinutes: 12 * MINUTES_PER_HOUR }

/** The long life is for accounts that are a doctor's and nothing more. */
export function sessionLifeOf(memberships: readonly Membership[]): SessionLife {
  const isDoctorOnly = memberships.length > 0 && memberships.every(({ role }) => role === 'doctor')
  return isDoctorOnly ? DOCTOR_LIFE : DESK_LIFE
}

/** How somebody showed who they are. */
export type AuthMethod = 'mailed' | 'printed' | 'invitation' | 'passkey' | 'provider'

/** How long what was sent with a session that had run out is kept for whoever signs in again. */
export const HELD_MINUTES = 12 * MINUTES_PER_HOUR

/** Minutes in which who somebody is need not be shown again for what asks for it (OWASP ASVS 7.5.3). */
export const FRESH_MINUTES = 10

/** Whether the actor has shown who they are so lately that what can do most harm may go on. */
export function isFresh(actor: Actor, now: Minute): boolean {
  return actor.kind === 'account' && now - actor.authenticatedAt < FRESH_MINUTES
}

/** What a session goes by in an address: enough of its hash to tell it from others, too little to look it up by. */
export function sessionName(hash: string): string {
  return hash.slice(0, 16)
}

export interface NewSession {
  readonly hash: string
  readonly accountId: string
  readonly authMethod: AuthMethod
  readonly strength: Strength
  /** As the provider states it; null for every other method. */
  readonly acr?: string | null
  readonly client?: string
  readonly memberships: readonly Membership[]
  readonly now: Minute
  /** When they showed who they are, where that was before now, as at a provider that remembers them. */
  readonly authenticatedAt?: Minute | undefined
  /** Of the session that this one goes on for, whose longest life is not begun anew. */
  readonly createdAt?: Minute | undefined
}

export function startSession(asked: NewSession): Session {
  const { hash, accountId, authMethod, strength, acr = null, client = '', memberships, now } = asked
  const { authenticatedAt = now, createdAt = now } = asked
  const life = sessionLifeOf(memberships)
  return {
    hash,
    accountId,
    authMethod,
    acr,
    strength,
    client,
    authenticatedAt,
    createdAt,
    lastSeenAt: now,
    idleExpiresAt: Math.min(now + life.idleMinutes, createdAt + life.mostMinutes),
    expiresAt: createdAt + life.mostMinutes,
  }
}

/** A session that ran out by itself: its account is not let in by it, but what it sends can be kept for the account's own eyes. */
export interface LapsedSession {
  readonly accountId: string
  readonly sessionHash: string
}

/** Who asks with a session's secret. */
export interface Asker {
  readonly actor: Actor
  /** Told only of a session that ran out; one that was ended, or whose account is disabled, is as unknown as one that never was. */
  readonly lapsed?: LapsedSession
}

/** Who stands behind a session: nobody when it is unknown, has run out, or its account is disabled. Keeps a used one alive. */
export async function findAsker(db: Database, hash: string, now: Minute, isUse = true): Promise<Asker> {
  const stored = await findSession(db, hash, now)
  if (!stored) return { actor: { kind: 'nobody' } }
  const { session, personId, memberships, language } = stored
  const { accountId, strength, authenticatedAt } = session
  if (endOf(stored) <= now) return { actor: { kind: 'nobody' }, lapsed: { accountId, sessionHash: hash } }
  if (isUse) await keepAlive(db, stored, now)
  const actor = { accountId, personId, memberships, sessionHash: hash, strength, authenticatedAt }
  return { actor: { kind: 'account', ...actor, ...(language === null ? {} : { language }) } }
}

export async function findActor(db: Database, hash: string, now: Minute): Promise<Actor> {
  return (await findAsker(db, hash, now)).actor
}

/** By what the account holds now: a doctor's long session becomes a desk's short one with the role that asks for it. */
function endOf({ session, memberships }: StoredSession): Minute {
  const { idleMinutes, mostMinutes } = sessionLifeOf(memberships)
  return Math.min(
    session.idleExpiresAt,
    session.lastSeenAt + idleMinutes,
    session.expiresAt,
    session.createdAt + mostMinutes,
  )
}

/** A tenth of the idle time may pass between two writes of the same session: most requests only read. */
async function keepAlive(db: Database, { session, memberships }: StoredSession, now: Minute): Promise<void> {
  const { idleMinutes } = sessionLifeOf(memberships)
  if (now - session.lastSeenAt < idleMinutes / 10) return
  const idleExpiresAt = Math.min(now + idleMinutes, session.expiresAt)
  await writeAll(db, touchSessionWrites(session.hash, now, idleExpiresAt))
}
