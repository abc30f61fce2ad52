import type { Issuer } from '../data/issuer-store.ts'
import type { ProviderClient } from '../identity/provider-client.ts'
import type { Fetch } from '../identity/provider-fetch.ts'
import type { Context } from './context.ts'

/** Where providers send people back to: what is registered with each of them. */
export function answerAddress({ origin }: Pick<Context, 'origin'>): string {
  return `${origin}/sign-in/answer`
}

export function clientAt(ctx: Context, issuer: Issuer): ProviderClient {
  const { providerKeys = [], askProvider = ask, now, mode } = ctx
  return { issuer, keys: providerKeys, ask: askProvider, redirectUri: answerAddress(ctx), now, mode }
}

const ask: Fetch = (address, asked) => fetch(address, asked as RequestInit)
