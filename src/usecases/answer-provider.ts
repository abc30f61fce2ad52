import type { Language } from '../core/rota/district.ts'
import { firstLanguageWrites, listMemberships } from '../data/account-store.ts'
import { findIdentity, useIdentityWrites } from '../data/identity-store.ts'
import { findAttempt, type ProviderAttempt, useAttemptWrites } from '../data/provider-attempt-store.ts'
import { readAnswer } from '../identity/provider-answer.ts'
import { clientAt } from './ask-provider.ts'
import type { Context } from './context.ts'
import { limit } from './limit.ts'
import { linkByProvider } from './link-provider.ts'
import { countUnnoted } from './note-room.ts'
import { type Answered, beginAs, type CheckedAnswer, changeOf, refuseAnswer } from './provider-session.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface AnswerProviderInput {
  /** What stands in the address that the provider sent the browser to. */
  readonly parameters: URLSearchParams
  /** Of the browser that brings it; left out where it never asked for anything. */
  readonly browserSecret: string | undefined
  /** What was chosen before signing in: an account that has chosen nothing takes it over. */
  readonly language?: Language | null
}

/** Answers brought from one network in an hour. */
const MOST_ANSWERS = 300

/**
 * Takes a provider's answer, once, in the browser that was sent. Whatever is wrong with it gets one refusal; who is sound there and
 * unknown here is told so, and is signed in to nothing.
 */
export async function answerProvider(ctx: Context, input: AnswerProviderInput): Promise<Result<Answered>> {
  const isRefused = ctx.from === undefined ? undefined : await limitAnswers(ctx, ctx.from)
  if (isRefused) return isRefused
  const { parameters, browserSecret, language = null } = input
  const state = parameters.get('state') ?? ''
  const [stateHash, browserHash] = await Promise.all([ctx.hash(state), ctx.hash(browserSecret ?? '')])
  const found = await findAttempt(ctx.db, { stateHash, browserHash, now: ctx.now })
  if (!found || browserSecret === undefined) {
    // Any page can make a browser bring one, so none has a line in the log.
    await countUnnoted(ctx)
    return refused({ kind: 'provider-refused' })
  }
  const { attempt, issuer } = found
  const { nonce, verifier } = attempt
  const answer = await readAnswer(clientAt(ctx, issuer), {
    state,
    nonce,
    verifier,
    parameters,
    mostSeconds: attempt.purpose === 'confirm' ? secondsSince(ctx, attempt) : null,
  })
  const spent = useAttemptWrites(stateHash, ctx.now)
  if (answer.kind !== 'done')
    return refuseAnswer(ctx, KIND_OF[answer.kind], 'why' in answer ? answer.why : answer.kind, { issuer })
  const isStrong = answer.value.levels.some((level) => issuer.strongAcr.includes(level))
  const strength = isStrong ? 'strong' : 'single'
  const checked = { attempt, issuer, told: answer.value, strength, spent } as const
  if (attempt.purpose === 'link') return linkByProvider(ctx, checked)
  return attempt.purpose === 'confirm' ? confirmBy(ctx, checked) : signInBy(ctx, checked, language)
}

const KIND_OF = {
  down: 'provider-down',
  cancelled: 'provider-cancelled',
  refused: 'provider-refused',
} as const

/** Attempts are kept to the minute they began in. */
function secondsSince({ now }: Context, { createdAt }: ProviderAttempt): number {
  return (now - createdAt + 1) * 60
}

async function signInBy(
  ctx: Context,
  checked: CheckedAnswer,
  language: Language | null,
): Promise<Result<Answered>> {
  const { issuer, told, spent } = checked
  const key = { issuer: issuer.url, subject: told.subject }
  const known = await findIdentity(ctx.db, key)
  if (known?.status !== 'active') return refuseAnswer(ctx, 'not-linked', 'not linked', checked)
  const { accountId } = known
  const memberships = await listMemberships(ctx.db, accountId)
  const begun = await beginAs(ctx, checked, { accountId, memberships })
  const chosen = language === null ? [] : firstLanguageWrites(accountId, language, ctx.now)
  const isRefused = await save(ctx, changeOf('sign-in', accountId, issuer), [
    ...spent,
    ...useIdentityWrites(key, accountId),
    ...begun.writes,
    ...chosen,
  ])
  return isRefused
    ? refuseAnswer(ctx, 'provider-refused', 'used', { issuer })
    : done({ purpose: 'sign-in', ...begun })
}

/** Only by the account that is signed in here, which sent the browser there, and not by less than it signed in with. */
async function confirmBy(ctx: Context, checked: CheckedAnswer): Promise<Result<Answered>> {
  const { actor } = ctx
  const { attempt, issuer, told, strength, spent } = checked
  const known = await findIdentity(ctx.db, { issuer: issuer.url, subject: told.subject })
  if (
    actor.kind !== 'account' ||
    actor.accountId !== attempt.accountId ||
    actor.accountId !== known?.accountId
  )
    return refuseAnswer(ctx, 'provider-refused', 'another account', checked)
  if (actor.strength === 'strong' && strength === 'single')
    return refuseAnswer(ctx, 'needs-strong-sign-in', 'weaker than before', checked)
  const { accountId, memberships } = actor
  const begun = await beginAs(ctx, checked, { accountId, memberships })
  const isRefused = await save(ctx, changeOf('confirm-again', accountId, issuer), [...spent, ...begun.writes])
  return isRefused
    ? refuseAnswer(ctx, 'provider-refused', 'used', { issuer })
    : done({ purpose: 'confirm', ...begun })
}

async function limitAnswers(ctx: Context, from: string) {
  return limit(ctx, { key: `provider-answers-from:${from}`, most: MOST_ANSWERS, perMinutes: 60 })
}
