import { toEmail } from '../core/rota/email.ts'
import { findAccountByEmail, listMemberships } from '../data/account-store.ts'
import { findDistrictHeads } from '../data/district-store.ts'
import { nameInRegister } from '../exchange/municipalities.ts'
import type { Role } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { INSTALLATION } from './member-scope.ts'
import { done, invalid, type Result } from './refusal.ts'

/** An account as the installation's administrator finds it, to shut it or to let its owner in again. */
export interface FoundAccount {
  readonly accountId: string
  readonly email: string
  readonly isActive: boolean
  readonly isDoctor: boolean
  readonly roles: readonly { readonly role: Role; readonly scopeName: string }[]
}

/** The account with an address; null where there is none. For the administrator alone: nobody else is told that there is one. */
export async function findAccountFor(
  ctx: Context,
  { email: given }: { readonly email: string },
): Promise<Result<FoundAccount | null>> {
  const isRefused = gate(ctx, 'manage-installation', INSTALLATION)
  if (isRefused) return isRefused
  const email = toEmail(given)
  if (email === undefined) return invalid('email', given.trim() === '' ? 'missing' : 'not-an-address', given)
  const account = await findAccountByEmail(ctx.db, email)
  if (!account) return done(null)
  const held = await listMemberships(ctx.db, account.id)
  const heads = await findDistrictHeads(
    ctx.db,
    held.map(({ scopeId }) => scopeId),
  )
  const nameOf = ({ scopeKind, scopeId }: (typeof held)[number]) =>
    scopeKind === 'municipality' ? nameInRegister(scopeId) : heads.find(({ id }) => id === scopeId)?.name
  return done({
    accountId: account.id,
    email,
    isActive: account.status === 'active',
    isDoctor: account.personId !== null,
    roles: held.map((own) => ({ role: own.role, scopeName: nameOf(own) ?? '' })),
  })
}
