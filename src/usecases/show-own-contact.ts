import { findAccount } from '../data/account-store.ts'
import { listOwnContacts } from '../data/own-contact-store.ts'
import type { Context } from './context.ts'
import { demandFresh } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { sendsMail } from './sends-mail.ts'

export interface OwnContactValue {
  readonly email: string | null
  /** Null for an account that is no doctor's. */
  readonly phone: string | null
  /** Whether a new address can be mailed, so proved. */
  readonly isMailed: boolean
}

/** One's own address and number, to be changed. */
export async function showOwnContact(ctx: Context): Promise<Result<OwnContactValue>> {
  const isRefused = demandFresh(ctx)
  if (isRefused) return isRefused
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const [account, contacts] = await Promise.all([
    findAccount(ctx.db, actor.accountId),
    actor.personId === null ? [] : listOwnContacts(ctx.db, actor.personId, ctx.now),
  ])
  const phone = contacts.length === 0 ? null : (contacts.find((own) => own.phone !== null)?.phone ?? '')
  return done({ email: account?.email ?? null, phone, isMailed: sendsMail(ctx) })
}
