import type { Language } from '../core/rota/district.ts'
import { firstLanguageWrites } from '../data/account-store.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { useChallengeWrites } from '../data/challenge-store.ts'
import { findPasskeyHolder, type PasskeyHolder, usePasskeyWrites } from '../data/passkey-store.ts'
import { verifySigned } from '../identity/passkey.ts'
import { type PasskeyResponse, readPasskeyResponse } from '../identity/passkey-response.ts'
import type { Membership } from '../identity/policy.ts'
import { beginSession, type StartedSession } from './begin-session.ts'
import type { Context } from './context.ts'
import { limit } from './limit.ts'
import { hasRoomToNote } from './note-room.ts'
import { done, type Result, refused } from './refusal.ts'
import { UNKNOWN_ACCOUNT } from './request-sign-in.ts'
import { save } from './save.ts'

export interface UsePasskeyInput {
  readonly purpose: 'sign-in' | 'confirm'
  /** What the browser sent, as JSON. */
  readonly response: string
  /** Of the browser that sent it; undefined when it has asked for nothing. */
  readonly browserSecret: string | undefined
  /** What was chosen before signing in: an account that has chosen nothing takes it over. */
  readonly language?: Language | null
}

export interface PasskeySession {
  readonly started: StartedSession
  readonly memberships: readonly Membership[]
}

/**
 * Trades what a passkey has signed for a session of two factors, once: to sign in as whomever the passkey tells, or to show anew
 * that one is who is signed in. Whatever is wrong with it gets the same refusal.
 */
export async function usePasskey(ctx: Context, input: UsePasskeyInput): Promise<Result<PasskeySession>> {
  const used = await tryPasskey(ctx, input)
  if (used === REFUSED) await noteRefused(ctx, input.purpose)
  return used
}

/** Of one network in an hour; what is tried past them is refused alike, and fills no log. */
const MOST_NOTED = 20

/** Whose it was is not told: whoever sends what another's passkey has signed may be anybody. */
async function noteRefused(ctx: Context, purpose: UsePasskeyInput['purpose']): Promise<void> {
  const { actor, from = 'unknown' } = ctx
  if (await limit(ctx, { key: `passkey-refused-from:${from}`, most: MOST_NOTED, perMinutes: 60 })) return
  if (!(await hasRoomToNote(ctx))) return
  const subjectId = actor.kind === 'account' ? actor.accountId : UNKNOWN_ACCOUNT
  const action = purpose === 'confirm' ? 'confirm-refused' : 'sign-in-refused'
  const change = { districtId: INSTALLATION_CHAIN, action, subjectKind: 'account', subjectId }
  await save(ctx, { ...change, after: { method: 'passkey' } }, [])
}

async function tryPasskey(ctx: Context, input: UsePasskeyInput): Promise<Result<PasskeySession>> {
  const { purpose, browserSecret } = input
  const { actor, origin } = ctx
  const isConfirm = purpose === 'confirm'
  if (isConfirm && actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const response = readPasskeyResponse(input.response)
  if (!response || browserSecret === undefined) return REFUSED
  const holder = await findPasskeyHolder(ctx.db, response.credentialId)
  if (!holder || (isConfirm && !isOf(holder, ctx))) return REFUSED
  const ceremony = { challenge: response.challenge, origin }
  const signCount = await verifySigned(ceremony, response, holder.passkey, !isConfirm)
  return signCount === undefined ? REFUSED : begin(ctx, input, { response, holder, signCount, browserSecret })
}

const REFUSED = refused({ kind: 'passkey-refused' })

interface Signed {
  readonly response: PasskeyResponse
  readonly holder: PasskeyHolder
  readonly signCount: number
  readonly browserSecret: string
}

/** The challenge is spent, the passkey's count moved and the session begun by one batch, which lets one of many through. */
async function begin(
  ctx: Context,
  { purpose, language = null }: UsePasskeyInput,
  { response, holder, signCount, browserSecret }: Signed,
): Promise<Result<PasskeySession>> {
  const { passkey, memberships } = holder
  const { accountId } = passkey
  const begun = await beginSession(ctx, { accountId, memberships, method: 'passkey', strength: 'strong' })
  const challenge = {
    hash: await ctx.hash(response.challenge),
    purpose,
    accountId: purpose === 'confirm' ? accountId : null,
    browserHash: await ctx.hash(browserSecret),
  }
  const isRefused = await save(
    ctx,
    {
      districtId: INSTALLATION_CHAIN,
      action: purpose === 'confirm' ? 'confirm-again' : 'sign-in',
      subjectKind: 'account',
      subjectId: accountId,
      after: { method: 'passkey' },
    },
    [
      ...useChallengeWrites(challenge, ctx.now),
      ...usePasskeyWrites(passkey, signCount, ctx.now),
      ...begun.writes,
      ...(language === null ? [] : firstLanguageWrites(accountId, language, ctx.now)),
    ],
  )
  return isRefused ? REFUSED : done({ started: begun.started, memberships })
}

function isOf({ passkey }: PasskeyHolder, { actor }: Context): boolean {
  return actor.kind === 'account' && actor.accountId === passkey.accountId
}
