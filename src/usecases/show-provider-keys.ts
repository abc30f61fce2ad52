import { publicKeySet } from '../identity/provider-keys.ts'
import type { Context } from './context.ts'

/** The public halves of the keys that providers know the installation by (RFC 7517). */
export async function showProviderKeys(ctx: Context): Promise<ReturnType<typeof publicKeySet>> {
  return publicKeySet(ctx.providerKeys ?? [])
}
