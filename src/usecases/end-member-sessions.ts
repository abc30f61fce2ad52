import { endAccountSessionsWrites } from '../data/way-in-store.ts'
import type { Context } from './context.ts'
import { gateFresh } from './gate.ts'
import { chainOf, loadMember } from './member-of.ts'
import type { MemberScope } from './member-scope.ts'
import { done, type Result } from './refusal.ts'
import { save } from './save.ts'

export interface MemberInput {
  readonly scope: MemberScope
  readonly accountId: string
}

/** Signs a member out everywhere, at once, as when a phone is lost. They can sign in again. */
export async function endMemberSessions(
  ctx: Context,
  { scope, accountId }: MemberInput,
): Promise<Result<null>> {
  const isRefused = gateFresh(ctx, 'manage-members', scope)
  if (isRefused) return isRefused
  const member = await loadMember(ctx, scope, accountId)
  if (member.kind === 'refused') return member
  const change = { action: 'end-member-sessions', subjectKind: 'account', subjectId: accountId }
  const failed = await save(
    ctx,
    { districtId: chainOf(scope), ...change },
    endAccountSessionsWrites(accountId),
  )
  return failed ?? done(null)
}
