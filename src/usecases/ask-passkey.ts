import { findAccount } from '../data/account-store.ts'
import { type ChallengePurpose, challengeWrites } from '../data/challenge-store.ts'
import { writeAll } from '../data/database.ts'
import { listPasskeys, type Passkey } from '../data/passkey-store.ts'
import {
  CHALLENGE_MINUTES,
  type CreationOptions,
  creationOptions,
  type RequestOptions,
  requestOptions,
} from '../identity/passkey.ts'
import { demandMayAddWayIn } from './add-way-in.ts'
import type { Context } from './context.ts'
import { limit } from './limit.ts'
import { done, type Refused, type Result, refused } from './refusal.ts'

export interface AskPasskeyInput {
  readonly purpose: ChallengePurpose
  /** What tells the browser that asks from others. */
  readonly browserSecret: string
}

/** Of one address in an hour; a whole office may share one. */
const MOST_ASKED_AN_HOUR = 300

/** Something new for a passkey to sign, good for five minutes, once, in this browser and for this alone. */
export async function askPasskey(
  ctx: Context,
  { purpose, browserSecret }: AskPasskeyInput,
): Promise<Result<CreationOptions | RequestOptions>> {
  const isRefused = (await limitAsking(ctx)) ?? (await demandMayAsk(ctx, purpose))
  if (isRefused) return isRefused
  const accountId = purpose === 'sign-in' || ctx.actor.kind !== 'account' ? null : ctx.actor.accountId
  const [known, account] = await Promise.all([
    accountId === null ? [] : listPasskeys(ctx.db, accountId),
    accountId === null ? undefined : findAccount(ctx.db, accountId),
  ])
  if (purpose === 'confirm' && known.length === 0) return refused({ kind: 'passkey-refused' })
  const challenge = ctx.newSecret()
  await writeAll(
    ctx.db,
    challengeWrites({
      hash: await ctx.hash(challenge),
      purpose,
      accountId,
      browserHash: await ctx.hash(browserSecret),
      createdAt: ctx.now,
      expiresAt: ctx.now + CHALLENGE_MINUTES,
    }),
  )
  return done(optionsFor(ctx, challenge, known, purpose === 'register' ? account : undefined))
}

function optionsFor(
  { origin }: Context,
  challenge: string,
  known: readonly Passkey[],
  registrant: { readonly id: string; readonly email: string | null } | undefined,
): CreationOptions | RequestOptions {
  if (!registrant) return requestOptions({ challenge, origin }, known)
  const name = registrant.email ?? 'Legevaktplan'
  return creationOptions({ challenge, origin }, { accountId: registrant.id, name, known })
}

async function limitAsking(ctx: Context): Promise<Refused | undefined> {
  if (ctx.from === undefined) return undefined
  return limit(ctx, { key: `passkey:${ctx.from}`, most: MOST_ASKED_AN_HOUR, perMinutes: 60 })
}

async function demandMayAsk(ctx: Context, purpose: ChallengePurpose): Promise<Refused | undefined> {
  if (purpose === 'register') return demandMayAddWayIn(ctx)
  const isAnonymous = ctx.actor.kind !== 'account'
  return purpose === 'confirm' && isAnonymous ? refused({ kind: 'not-signed-in' }) : undefined
}
