import { type Issuer, listIssuers } from '../data/issuer-store.ts'
import { answerAddress } from './ask-provider.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result } from './refusal.ts'

export type { Issuer }

export interface ShownIssuers {
  readonly issuers: readonly Issuer[]
  /** What a provider is told of us. */
  readonly redirectAddress: string
  readonly keysAddress: string
  readonly hasKeys: boolean
}

/** The providers that the installation trusts, open or closed. */
export async function showIssuers(ctx: Context): Promise<Result<ShownIssuers>> {
  const isRefused = gate(ctx, 'manage-installation', { kind: 'installation' })
  if (isRefused) return isRefused
  return done({
    issuers: await listIssuers(ctx.db),
    redirectAddress: answerAddress(ctx),
    keysAddress: `${ctx.origin}/.well-known/jwks.json`,
    hasKeys: (ctx.providerKeys ?? []).length > 0,
  })
}
