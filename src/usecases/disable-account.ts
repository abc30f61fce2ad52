import { accountStatusWrites, findAccount, listMemberships } from '../data/account-store.ts'
import { withdrawOffersWrites, withdrawReopeningWrites } from '../data/invitation-store.ts'
import { anotherGuard } from '../data/member-store.ts'
import { endAccountSessionsWrites } from '../data/way-in-store.ts'
import { LEADING_ROLE } from '../identity/invitation.ts'
import type { Context } from './context.ts'
import { gateFresh } from './gate.ts'
import { chainsOf } from './member-of.ts'
import { INSTALLATION } from './member-scope.ts'
import { done, type Result, refused } from './refusal.ts'
import { actorId, type Change, saveInChains } from './save.ts'

export interface AccountInput {
  readonly accountId: string
}

/** Shuts an account at once: its sessions end, nothing opens it, its calendars end for good. Not one's own (`own-account`). */
export async function disableAccount(ctx: Context, { accountId }: AccountInput): Promise<Result<null>> {
  const isRefused = gateFresh(ctx, 'manage-installation', INSTALLATION)
  if (isRefused) return isRefused
  if (accountId === actorId(ctx)) return refused({ kind: 'own-account' })
  return setStatus(ctx, accountId, 'disabled')
}

/** Opens an account again, with the roles and ways in that it had. */
export async function enableAccount(ctx: Context, { accountId }: AccountInput): Promise<Result<null>> {
  const isRefused = gateFresh(ctx, 'manage-installation', INSTALLATION)
  return isRefused ?? setStatus(ctx, accountId, 'active')
}

async function setStatus(
  ctx: Context,
  accountId: string,
  status: 'active' | 'disabled',
): Promise<Result<null>> {
  const [account, held] = await Promise.all([
    findAccount(ctx.db, accountId),
    listMemberships(ctx.db, accountId),
  ])
  if (!account || account.status === status) return refused({ kind: 'not-found' })
  const action = status === 'active' ? 'enable-account' : 'disable-account'
  const changes = chainsOf(held).map(
    (districtId): Change => ({ districtId, action, subjectKind: 'account', subjectId: accountId }),
  )
  const ends =
    status === 'active'
      ? []
      : [
          ...endAccountSessionsWrites(accountId),
          ...withdrawReopeningWrites(accountId),
          ...withdrawOffersWrites(accountId, null),
        ]
  const leads = held.filter(({ role }) => status === 'disabled' && role === LEADING_ROLE.installation)
  const guards = leads.map((own) => anotherGuard(own, accountId, ctx.now))
  const writes = [...guards, ...accountStatusWrites(accountId, status, ctx.now), ...ends]
  const failed = await saveInChains(ctx, changes, writes)
  // Two administrators who shut each other out at once: one of them stays.
  if (failed?.refusal.kind === 'stale-revision') return refused({ kind: 'last-member' })
  return failed ?? done(null)
}
