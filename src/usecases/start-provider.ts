import { writeAll } from '../data/database.ts'
import { findIssuer } from '../data/issuer-store.ts'
import { type AttemptPurpose, attemptWrites } from '../data/provider-attempt-store.ts'
import { sendingAddress } from '../identity/provider-sending.ts'
import { demandMayAddWayIn } from './add-way-in.ts'
import { clientAt } from './ask-provider.ts'
import type { Context } from './context.ts'
import { limit } from './limit.ts'
import { done, type Refused, type Result, refused } from './refusal.ts'

export interface StartProviderInput {
  readonly issuerId: string
  readonly purpose: AttemptPurpose
  /** What tells the browser that is sent from others. */
  readonly browserSecret: string
  /** Of an invitation that is accepted by signing in there; to link is then all it can be for. */
  readonly invitationToken?: string | undefined
}

export interface Sent {
  /** Of the provider's own site. */
  readonly address: string
  readonly name: string
}

/** Minutes that somebody has at the provider. */
export const ATTEMPT_MINUTES = 10
/** Of one network in an hour; a whole office may share one. */
const MOST_STARTED = 300

/**
 * Sends somebody to a provider. What is kept until it answers says which browser went, and what for; nothing is when the provider
 * is down.
 */
export async function startProvider(ctx: Context, input: StartProviderInput): Promise<Result<Sent>> {
  const isRefused = (await limitStarts(ctx)) ?? (await demandMayStart(ctx, input))
  if (isRefused) return isRefused
  const issuer = await findIssuer(ctx.db, input.issuerId)
  if (!issuer?.isOpen || (ctx.providerKeys ?? []).length === 0) return refused({ kind: 'not-found' })
  const secrets = { state: ctx.newSecret(), nonce: ctx.newSecret(), verifier: ctx.newSecret() }
  const isAgain = input.purpose === 'confirm'
  const sent = await sendingAddress(clientAt(ctx, issuer), { ...secrets, isAgain, language: ctx.language })
  if (sent.kind !== 'done') {
    // For whoever runs the installation: the person is told to sign in some other way.
    console.error(
      `${ctx.requestId} provider ${issuer.id} could not be used`,
      'why' in sent ? sent.why : sent.kind,
    )
    return refused({ kind: 'provider-down' })
  }
  const { state, nonce, verifier } = secrets
  const [stateHash, browserHash, invitationHash] = await Promise.all([
    ctx.hash(state),
    ctx.hash(input.browserSecret),
    input.invitationToken === undefined ? null : ctx.hash(input.invitationToken),
  ])
  const { now, actor } = ctx
  const isOfAccount = input.purpose !== 'sign-in' && actor.kind === 'account'
  await writeAll(
    ctx.db,
    attemptWrites({
      stateHash,
      issuerId: issuer.id,
      browserHash,
      purpose: input.purpose,
      accountId: isOfAccount ? actor.accountId : null,
      invitationHash,
      nonce,
      verifier,
      createdAt: now,
      expiresAt: now + ATTEMPT_MINUTES,
    }),
  )
  return done({ address: sent.value, name: issuer.name })
}

async function limitStarts(ctx: Context): Promise<Refused | undefined> {
  if (ctx.from === undefined) return undefined
  return limit(ctx, { key: `provider-from:${ctx.from}`, most: MOST_STARTED, perMinutes: 60 })
}

async function demandMayStart(
  ctx: Context,
  { purpose, invitationToken }: StartProviderInput,
): Promise<Refused | undefined> {
  if (invitationToken !== undefined) return purpose === 'link' ? undefined : refused({ kind: 'not-found' })
  if (purpose === 'link') return demandMayAddWayIn(ctx)
  const isNobody = ctx.actor.kind !== 'account'
  return purpose === 'confirm' && isNobody ? refused({ kind: 'not-signed-in' }) : undefined
}
