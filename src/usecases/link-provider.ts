import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { findIdentity, identityWrites } from '../data/identity-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import { noStrongWayGuard } from '../data/strong-way-store.ts'
import { planSignIn } from '../identity/sign-in.ts'
import { demandMayAddWayIn } from './add-way-in.ts'
import type { Context } from './context.ts'
import { type Answered, beginAs, type CheckedAnswer, changeOf, refuseAnswer } from './provider-session.ts'
import { done, type Result } from './refusal.ts'
import { save } from './save.ts'
import { wayInMessages } from './way-in-mail.ts'

/** Gives an account a provider's word for its holder: in a session of theirs, or by an invitation that they accept with it. */
export function linkByProvider(ctx: Context, checked: CheckedAnswer): Promise<Result<Answered>> {
  const { invitationHash } = checked.attempt
  return invitationHash === null ? linkOwn(ctx, checked) : linkInvited(ctx, checked, invitationHash)
}

/** Whether this may be linked was asked when the browser was sent; here that it is the same account still, and in the batch that no other was faster. */
async function linkOwn(ctx: Context, checked: CheckedAnswer): Promise<Result<Answered>> {
  const { actor } = ctx
  const { attempt, issuer, told, strength, spent } = checked
  if (actor.kind !== 'account' || actor.accountId !== attempt.accountId)
    return refuseAnswer(ctx, 'provider-refused', 'another account', checked)
  const { accountId, memberships } = actor
  const key = { issuer: issuer.url, subject: told.subject }
  const known = await findIdentity(ctx.db, key)
  if (known) {
    if (known.accountId !== accountId)
      return refuseAnswer(ctx, 'linked-elsewhere', 'linked elsewhere', checked)
    await save(ctx, changeOf('link-provider', accountId, issuer), spent)
    return done({ purpose: 'link', signedIn: null })
  }
  const isStronger = strength === 'strong' && actor.strength === 'single'
  const begun = isStronger ? await beginAs(ctx, checked, { accountId, memberships }) : null
  const isRefused = await save(ctx, changeOf('link-provider', accountId, issuer), [
    ...spent,
    ...(actor.strength === 'single' ? [noStrongWayGuard(accountId)] : []),
    ...identityWrites({ ...key, accountId, linkedAt: ctx.now }),
    ...(begun?.writes ?? []),
    ...outboxWrites(await wayInMessages(ctx, accountId, 'providerLinked')),
  ])
  if (isRefused?.refusal.kind === 'duplicate')
    return refuseAnswer(ctx, 'linked-elsewhere', 'linked meanwhile', checked)
  if (isRefused) return refuseAnswer(ctx, 'provider-refused', 'used', { issuer })
  return done({ purpose: 'link', signedIn: begun?.signedIn ?? null })
}

/**
 * Whoever made an invitation has seen its link: an account that has a strong way in already gets another only in a strong session of
 * its own. What is no invitation, as a mailed link, gives nothing here.
 */
async function linkInvited(
  ctx: Context,
  checked: CheckedAnswer,
  invitationHash: string,
): Promise<Result<Answered>> {
  const { actor, now } = ctx
  const { issuer, told, strength, spent } = checked
  const key = { issuer: issuer.url, subject: told.subject }
  const [plan, known] = await Promise.all([
    planSignIn(ctx.db, { hash: invitationHash, browserHash: null, newAccountId: ctx.newId(), actor, now }),
    findIdentity(ctx.db, key),
  ])
  if (plan.kind === 'none' || plan.method !== 'invitation')
    return refuseAnswer(ctx, 'provider-refused', 'no invitation', checked)
  const { accountId, memberships, districtId } = plan
  if (known && known.accountId !== accountId)
    return refuseAnswer(ctx, 'linked-elsewhere', 'linked elsewhere', checked)
  const isOwn = actor.kind === 'account' && actor.accountId === accountId
  const isBarred = isOwn && !known ? await demandMayAddWayIn(ctx) : undefined
  if (isBarred) return refuseAnswer(ctx, 'needs-strong-sign-in', 'not shown well enough', checked)
  const isStrong = isOwn && actor.strength === 'strong'
  // Their own stronger session goes on.
  const begun =
    isStrong && strength === 'single' ? null : await beginAs(ctx, checked, { accountId, memberships })
  const change = { ...changeOf('sign-in', accountId, issuer), districtId: districtId ?? INSTALLATION_CHAIN }
  const isRefused = await save(ctx, change, [
    ...spent,
    ...plan.writes,
    ...(known || isStrong ? [] : [noStrongWayGuard(accountId)]),
    ...(known ? [] : identityWrites({ ...key, accountId, linkedAt: now })),
    ...(begun?.writes ?? []),
    ...outboxWrites(await wayInMessages(ctx, accountId, 'providerLinked')),
  ])
  if (isRefused) return refuseAnswer(ctx, 'provider-refused', 'used', { issuer })
  return done({ purpose: 'link', signedIn: begun?.signedIn ?? null })
}
