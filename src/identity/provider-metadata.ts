import type { AuthorizationServer, ExportedJWKSCache } from 'oauth4webapi'
import type { Minute } from '../core/time/minute.ts'

/** What was read of a provider, as values: nothing of the request that read it is kept, so that none waits for another's. */
interface Known {
  readonly metadata: AuthorizationServer
  readonly readAt: Minute
  readonly keys: ExportedJWKSCache | undefined
}

/** Minutes that metadata is taken for what it was. Signing keys have their own five in oauth4webapi. */
const MINUTES_KEPT = 10

/** By issuer address; an installation trusts a handful. */
const known = new Map<string, Known>()

/** A copy, as the library remembers by object. */
export function metadataKept(url: string, now: Minute): AuthorizationServer | undefined {
  const kept = known.get(url)
  const isFresh = kept !== undefined && now >= kept.readAt && now - kept.readAt < MINUTES_KEPT
  return isFresh ? structuredClone(kept.metadata) : undefined
}

export function keepMetadata(url: string, metadata: AuthorizationServer, now: Minute): void {
  known.set(url, { metadata: structuredClone(metadata), readAt: now, keys: known.get(url)?.keys })
}

/** The provider's signing keys as last read, to be given to the library and back to `keepKeys` when it may have read them anew. */
export function keysKept(url: string): ExportedJWKSCache | Record<string, never> {
  return structuredClone(known.get(url)?.keys) ?? {}
}

export function keepKeys(url: string, keys: ExportedJWKSCache | Record<string, never>): void {
  const kept = known.get(url)
  if (kept && isKeySet(keys)) known.set(url, { ...kept, keys: structuredClone(keys) })
}

function isKeySet(keys: ExportedJWKSCache | Record<string, never>): keys is ExportedJWKSCache {
  return typeof keys.uat === 'number'
}
