import { findAccount } from '../data/account-store.ts'
import { listPasskeys } from '../data/passkey-store.ts'
import { hasStrongWay } from '../data/strong-way-store.ts'
import { isFresh } from '../identity/session.ts'
import { mustGrowStronger } from './begin-session.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import { sendsMail } from './sends-mail.ts'
import { showProviders } from './show-providers.ts'

export interface Confirmation {
  /** Whether it was done so lately that nothing asks for it. */
  readonly isDone: boolean
  /** Whether the account has two factors, which its role asks for, and has not used them. */
  readonly isWeak: boolean
  /** Whether their role asks for two factors and they have signed in with one. */
  readonly mustGrow: boolean
  readonly hasPasskey: boolean
  /** Whether mail is what the account has; never beside what is stronger. */
  readonly hasMail: boolean
}

/** What one's own account can show with, once more, who one is. */
export async function showConfirmation(ctx: Context): Promise<Result<Confirmation>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const [account, passkeys, hasOther, providers] = await Promise.all([
    findAccount(ctx.db, actor.accountId),
    listPasskeys(ctx.db, actor.accountId),
    hasStrongWay(ctx.db, actor.accountId),
    showProviders(ctx),
  ])
  const hasPasskey = passkeys.length > 0
  const linked = providers.kind === 'done' ? providers.value.linked : []
  const hasStrong = hasPasskey || linked.some(({ isOpen, isStrong }) => isOpen && isStrong)
  const hasMail = !hasOther && account !== undefined && account.email !== null && sendsMail(ctx)
  const mustGrow = mustGrowStronger(actor)
  const isWeak = hasStrong && mustGrow
  const isDone = isFresh(actor, ctx.now) && !isWeak
  return done({ isDone, isWeak, mustGrow, hasPasskey, hasMail })
}
