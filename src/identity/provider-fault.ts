import * as oauth from 'oauth4webapi'
import { ProviderDown } from './provider-fetch.ts'

/** What came of asking. `why` is for whoever runs the installation: the library's word, never of whom a token tells. */
export type Asked<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'down'; readonly why: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly why: string }

/** Thrown where a token says what it may not. */
export class Refused extends Error {}

export async function asked<T>(work: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { kind: 'done', value: await work() }
  } catch (fault) {
    return sayingNo(fault)
  }
}

/** Errors of OAuth that say that the provider could not, rather than would not (RFC 6749 §4.1.2.1). */
const NOT_ABLE = ['server_error', 'temporarily_unavailable']

/** @throws what is neither a provider's fault nor an answer that was refused: a bug of ours. */
function sayingNo(fault: unknown): Exclude<Asked<never>, { kind: 'done' }> {
  if (fault instanceof ProviderDown) return { kind: 'down', why: fault.message }
  if (fault instanceof Refused) return { kind: 'refused', why: `claim ${fault.message}` }
  if (fault instanceof oauth.AuthorizationResponseError) {
    if (fault.error === 'access_denied') return { kind: 'cancelled' }
    if (NOT_ABLE.includes(fault.error)) return { kind: 'down', why: shortened(fault.error) }
    return { kind: 'refused', why: shortened(fault.error) }
  }
  if (fault instanceof oauth.ResponseBodyError) return { kind: 'refused', why: shortened(fault.error) }
  const isTheirs =
    fault instanceof oauth.OperationProcessingError ||
    fault instanceof oauth.UnsupportedOperationError ||
    fault instanceof oauth.WWWAuthenticateChallengeError ||
    // What is no key or no base64 in what a provider signs.
    fault instanceof DOMException
  if (isTheirs) return { kind: 'refused', why: wordOf(fault) }
  throw fault
}

/** A provider chooses these letters: no more of them than its errors have, and none that a line of a log is made of. */
function shortened(word: string): string {
  return word.replaceAll(/[^\w-]/g, '?').slice(0, 60)
}

/** The library's word for what was wrong, with the claim; never a claim's value. */
export function wordOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown'
  const { code = fault.name, cause } = fault as Error & { code?: unknown }
  const claim =
    typeof cause === 'object' && cause !== null && 'claim' in cause ? ` ${String(cause.claim)}` : ''
  return `${String(code)}${claim}`
}
