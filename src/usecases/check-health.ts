import { listIssuers } from '../data/issuer-store.ts'
import type { Context } from './context.ts'

/** One read from the database. @throws when it does not answer, or when people are to sign in by providers that we have no key to show. */
export async function checkHealth(ctx: Context): Promise<void> {
  const issuers = await listIssuers(ctx.db)
  if ((ctx.providerKeys ?? []).length === 0 && issuers.some(({ isOpen }) => isOpen))
    throw new Error('OIDC_KEYS is not set, and providers are open: nobody can sign in by them')
}
