import { type AccountWithRoles, listAccountsAt } from '../data/account-store.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import type { SignedIn } from './begin-by-link.ts'
import { beginSession } from './begin-session.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

/** Of every account that the examples come with; the domain is nobody's (RFC 2606 §2). */
const EXAMPLE_DOMAIN = '@example.test'

export type ExampleAccount = Pick<AccountWithRoles, 'id' | 'email' | 'memberships'>

/** In development only: whom one may sign in as. To everybody else this is not there. */
export async function showExampleAccounts(ctx: Context): Promise<Result<readonly ExampleAccount[]>> {
  if (ctx.mode !== 'development') return refused({ kind: 'not-found' })
  return done(await listAccountsAt(ctx.db, EXAMPLE_DOMAIN))
}

/** In development only: a session as one of the example accounts, as strong as by a passkey. */
export async function signInExample(ctx: Context, accountId: string): Promise<Result<SignedIn>> {
  const shown = await showExampleAccounts(ctx)
  if (shown.kind === 'refused') return shown
  const account = shown.value.find(({ id }) => id === accountId)
  if (!account) return refused({ kind: 'not-found' })
  const { memberships } = account
  const strength = 'strong'
  const begun = await beginSession(ctx, { accountId, memberships, method: 'printed', strength })
  const change = {
    action: 'sign-in',
    subjectKind: 'account',
    subjectId: accountId,
    after: { method: 'example' },
  }
  const isRefused = await save(ctx, { districtId: INSTALLATION_CHAIN, ...change }, begun.writes)
  return isRefused ?? done({ ...begun.started, strength, memberships })
}
