import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { INSTALLATION, type MemberScope } from './member-scope.ts'
import { done, type Result } from './refusal.ts'
import { hasExemption, loadResettable, loadResettableAccount } from './reset-member.ts'
import { showMembers } from './show-members.ts'

/** Whose ways in are to be taken away, and where the way back goes; read before it is done. */
export interface ResetValue {
  /** As the district calls them; null where it does not. */
  readonly name: string | null
  /** The account's own address; null: the link is handed over. */
  readonly email: string | null
  /** Whether the way back may go to another address: never past a doctor who has an exemption. */
  readonly mayGoElsewhere: boolean
}

/** Who it is that `resetMember` would let in anew. Refused for the same as there, before anything is pressed. */
export async function showReset(
  ctx: Context,
  { scope, accountId }: { readonly scope: MemberScope; readonly accountId: string },
): Promise<Result<ResetValue>> {
  const isRefused = gate(ctx, 'manage-members', scope)
  if (isRefused) return isRefused
  const found = await loadResettable(ctx, scope, accountId)
  if (found.kind === 'refused') return found
  const { account } = found.value
  const [shown, isBound] = await Promise.all([showMembers(ctx, { scope }), hasExemption(ctx, scope, account)])
  if (shown.kind === 'refused') return shown
  const member = shown.value.members.find((own) => own.accountId === accountId)
  return done({ name: member?.name ?? null, email: account.email, mayGoElsewhere: !isBound })
}

/** Who it is that `resetAccount` would let in anew, always at their own address. */
export async function showAccountReset(
  ctx: Context,
  { accountId }: { readonly accountId: string },
): Promise<Result<ResetValue>> {
  const isRefused = gate(ctx, 'manage-installation', INSTALLATION)
  if (isRefused) return isRefused
  const found = await loadResettableAccount(ctx, accountId)
  if (found.kind === 'refused') return found
  return done({ name: null, email: found.value.account.email, mayGoElsewhere: false })
}
