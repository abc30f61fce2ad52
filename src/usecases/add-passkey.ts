import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { useChallengeWrites } from '../data/challenge-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import { passkeyWrites } from '../data/passkey-store.ts'
import { verifyMade } from '../identity/passkey.ts'
import { readPasskeyResponse } from '../identity/passkey-response.ts'
import type { Membership } from '../identity/policy.ts'
import { demandMayAddWayIn } from './add-way-in.ts'
import { beginSession, type StartedSession } from './begin-session.ts'
import type { Context } from './context.ts'
import { readLabel } from './passkey-label.ts'
import { done, type Refused, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { wayInMessages } from './way-in-mail.ts'

export interface AddPasskeyInput {
  /** What the browser sent, as JSON. */
  readonly response: string
  readonly label: string
  readonly browserSecret: string | undefined
}

export interface AddedPasskey {
  /** A session of two factors in place of one of one; null where there was one already. */
  readonly started: StartedSession | null
  readonly memberships: readonly Membership[]
}

/** Of one account, inclusive: every device of a person's, and old ones that nobody tidied away. */
export const MOST_PASSKEYS = 20

/** Gives the account a passkey that was made for it just now, and tells its address. */
export async function addPasskey(ctx: Context, input: AddPasskeyInput): Promise<Result<AddedPasskey>> {
  const isRefused = await demandMayAddWayIn(ctx)
  if (isRefused) return isRefused
  const label = readLabel(input.label)
  if (label.kind === 'refused') return label
  const { actor, now, origin } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const { accountId, memberships } = actor
  const response = readPasskeyResponse(input.response)
  if (!response || input.browserSecret === undefined) return REFUSED
  const made = await verifyMade({ challenge: response.challenge, origin }, response)
  if (!made) return REFUSED
  const isFirst = actor.strength === 'single'
  const begun = isFirst
    ? await beginSession(ctx, { accountId, memberships, method: 'passkey', strength: 'strong' })
    : null
  const challenge = {
    hash: await ctx.hash(response.challenge),
    purpose: 'register',
    accountId,
    browserHash: await ctx.hash(input.browserSecret),
  } as const
  const passkey = { ...made, accountId, label: label.value, createdAt: now, lastUsedAt: null }
  const change = { action: 'add-passkey', subjectKind: 'account', subjectId: accountId }
  const failed = await save(ctx, { districtId: INSTALLATION_CHAIN, ...change }, [
    ...useChallengeWrites(challenge, now),
    ...passkeyWrites(passkey, { most: MOST_PASSKEYS, isFirst }),
    ...(begun?.writes ?? []),
    ...outboxWrites(await wayInMessages(ctx, accountId, 'passkeyAdded')),
  ])
  return failed ? toRefused(failed, isFirst) : done({ started: begun?.started ?? null, memberships })
}

const REFUSED = refused({ kind: 'passkey-refused' })

/** What only the batch could know: there was no room, or another browser has added the first one meanwhile. */
function toRefused({ refusal }: Refused, isFirst: boolean): Refused {
  if (refusal.kind !== 'stale-revision') return REFUSED
  return refused({ kind: isFirst ? 'needs-strong-sign-in' : 'too-many-passkeys' })
}
