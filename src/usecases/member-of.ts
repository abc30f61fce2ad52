import { type Account, findAccount, listMemberships } from '../data/account-store.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import type { Membership } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { type MemberScope, storedScope } from './member-scope.ts'
import { done, type Result, refused } from './refusal.ts'
import { municipalityChain } from './save-exemption.ts'

export interface Member {
  readonly account: Account
  /** Roles in the scope that was asked for; at least one. */
  readonly held: readonly Membership[]
}

/** An account with a role in the scope; any other is one that does not exist (`not-found`). */
export async function loadMember(
  ctx: Context,
  scope: MemberScope,
  accountId: string,
): Promise<Result<Member>> {
  const [account, all] = await Promise.all([
    findAccount(ctx.db, accountId),
    listMemberships(ctx.db, accountId),
  ])
  const { scopeKind, scopeId } = storedScope(scope)
  const held = all.filter((own) => own.scopeKind === scopeKind && own.scopeId === scopeId)
  return account && held.length > 0 ? done({ account, held }) : refused({ kind: 'not-found' })
}

/** Every log that tells of what is done to an account: of all that it has a role in, and the installation's own. */
export function chainsOf(held: readonly Membership[]): string[] {
  const chains = held.map(({ scopeKind, scopeId }) => {
    if (scopeKind === 'municipality') return municipalityChain(scopeId)
    return scopeKind === 'district' ? scopeId : INSTALLATION_CHAIN
  })
  return [...new Set([INSTALLATION_CHAIN, ...chains])]
}

/** The log that tells of what is done to members of a scope. */
export function chainOf(scope: MemberScope): string {
  if (scope.kind === 'municipality') return municipalityChain(scope.number)
  return scope.kind === 'district' ? scope.id : INSTALLATION_CHAIN
}
