import type { Language } from '../core/rota/district.ts'
import { firstLanguageWrites } from '../data/account-store.ts'
import { type AuditHead, INSTALLATION_CHAIN } from '../data/audit-store.ts'
import type { Membership, Strength } from '../identity/policy.ts'
import type { NoSignIn, SignIn } from '../identity/sign-in.ts'
import { beginSession, type StartedSession } from './begin-session.ts'
import type { Context } from './context.ts'
import { limit } from './limit.ts'
import { hasRoomToNote } from './note-room.ts'
import { type Refused, type Result, refused } from './refusal.ts'
import { UNKNOWN_ACCOUNT } from './request-sign-in.ts'
import { save } from './save.ts'

/** A session that has begun, and what it is good for. */
export interface SignedIn extends StartedSession {
  readonly strength: Strength
  readonly memberships: readonly Membership[]
}

/** Links and codes tried from one network in an hour. */
const MOST_USES = 60

/** Counts a link or a code that somebody tries. */
export async function limitLinkUses(ctx: Context): Promise<Refused | undefined> {
  return ctx.from === undefined
    ? undefined
    : limit(ctx, { key: `link-uses-from:${ctx.from}`, most: MOST_USES, perMinutes: 60 })
}

/** Begins the session that a link or its code has earned; else the attempt goes into the log. `seen`: the log's end. */
export async function beginByLink(
  ctx: Context,
  plan: SignIn | NoSignIn,
  language: Language | null,
  seen: AuditHead,
): Promise<Result<SignedIn>> {
  if (plan.kind === 'none') return refuseLink(ctx, 'sign-in-refused', plan.accountId, seen)
  const { accountId, memberships, method, districtId, carried } = plan
  // Whoever reads a development server's terminal has the whole machine.
  const isTrusted = method === 'printed' && ctx.mode === 'development'
  const strength = carried?.strength ?? (isTrusted ? 'strong' : 'single')
  const begun = await beginSession(ctx, { accountId, memberships, method, ...carried, strength })
  const chosen = language === null ? [] : firstLanguageWrites(accountId, language, ctx.now)
  const change = { action: 'sign-in', subjectKind: 'account', subjectId: accountId, after: { method } }
  const isRefused = await save(
    ctx,
    { districtId: districtId ?? INSTALLATION_CHAIN, ...change },
    [...plan.writes, ...begun.writes, ...chosen],
    districtId === null ? seen : undefined,
  )
  // Two who use one invitation at once also collide in the account that both would make.
  if (isRefused?.refusal.kind === 'busy') return isRefused
  if (isRefused) return refuseLink(ctx, 'sign-in-refused', accountId)
  return { kind: 'done', value: { ...begun.started, strength, memberships } }
}

/** The one refusal of whatever a link or code may be wrong in, with its line in the log while there is room. */
export async function refuseLink(
  ctx: Context,
  action: 'sign-in-refused' | 'confirm-refused' | 'new-address-refused',
  accountId: string | null,
  seen?: AuditHead,
): Promise<Refused> {
  const subject = { subjectKind: 'account', subjectId: accountId ?? UNKNOWN_ACCOUNT }
  if (await hasRoomToNote(ctx))
    await save(ctx, { districtId: INSTALLATION_CHAIN, action, ...subject }, [], seen)
  return refused({ kind: 'link-used' })
}
