import { fromBase64Url, toBase64Url } from './base64url.ts'
import type { Keys } from './secrets.ts'

/**
 * A calendar's secret: 32 random bytes and the 16 that only this installation can make of them, as 64 characters of
 * base64url. A guess is refused by arithmetic alone, without the database. A key is taken away once no living link was made with it.
 */

const RANDOM_BYTES = 32
const CHECK_BYTES = 16
const SECRET = /^[A-Za-z0-9_-]{64}$/

/** A new secret under the first key; `random` is 32 bytes that nobody can guess. */
export async function newFeedSecret(
  keys: Keys,
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)),
): Promise<string> {
  const check = await checkOf(keys[0], random)
  return toBase64Url(new Uint8Array([...random, ...check]))
}

/** Whether one of the keys made the secret. Every key is tried whatever the answer, and so is a text of another shape. */
export async function isFeedSecret(keys: Keys, secret: string): Promise<boolean> {
  const read = SECRET.test(secret) ? fromBase64Url(secret) : undefined
  const bytes = read ?? new Uint8Array(RANDOM_BYTES + CHECK_BYTES)
  const told = bytes.subarray(RANDOM_BYTES)
  let isKnown = false
  for (const key of keys) {
    const check = await checkOf(key, bytes.subarray(0, RANDOM_BYTES))
    if (isSame(check, told)) isKnown = true
  }
  return read !== undefined && isKnown
}

async function checkOf(key: string, random: Uint8Array): Promise<Uint8Array> {
  const mac = await crypto.subtle.sign('HMAC', await hmacKey(key), Uint8Array.from(random))
  return new Uint8Array(mac).subarray(0, CHECK_BYTES)
}

/** Made once: polls come by the hundred, and an installation has one key or two. */
const made = new Map<string, CryptoKey>()

async function hmacKey(key: string): Promise<CryptoKey> {
  const known = made.get(key)
  if (known) return known
  const hash = { name: 'HMAC', hash: 'SHA-256' }
  const fresh = await crypto.subtle.importKey('raw', new TextEncoder().encode(key), hash, false, ['sign'])
  made.set(key, fresh)
  return fresh
}

/** Looks at every byte, so that the time tells nothing. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  let differing = a.length ^ b.length
  for (let at = 0; at < a.length; at++) differing |= (a[at] as number) ^ (b[at] ?? 0)
  return differing === 0
}
