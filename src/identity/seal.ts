import { fromBase64Url, toBase64Url } from './base64url.ts'

/**
 * Text that is stored so that only a key opens it: AES-GCM with 256 bits (NIST SP 800-38D; OWASP ASVS 11.3.2) and an IV drawn
 * anew each time. What the text belongs to is bound in as associated data, so that it opens nowhere else.
 */

/** A key and the name it goes by in what it has sealed; the name tells nothing of the key. */
export interface SealKey {
  readonly id: string
  readonly key: CryptoKey
}

const VERSION = 'v1'
/** 96 bits, as AES-GCM is made for; drawn at random they are good for 2^32 texts under one key (SP 800-38D §8.3). */
const IV_BYTES = 12
const ID_BITS = 48
const SEALED = /^v1\.([A-Za-z0-9_-]{8})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22,})$/

/** The key that a secret gives for one purpose and no other (HKDF, RFC 5869). The secret must be beyond guessing. */
export async function sealKeyOf(secret: string, purpose: string): Promise<SealKey> {
  const master = await crypto.subtle.importKey('raw', toBytes(secret), 'HKDF', false, [
    'deriveKey',
    'deriveBits',
  ])
  const aes = { name: 'AES-GCM', length: 256 }
  const [key, id] = await Promise.all([
    crypto.subtle.deriveKey(hkdf(purpose, 'key'), master, aes, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveBits(hkdf(purpose, 'id'), master, ID_BITS),
  ])
  return { id: toBase64Url(new Uint8Array(id)), key }
}

/** `associated` says what the text belongs to; it is not stored, and the same must be given to open it. */
export async function seal({ id, key }: SealKey, text: string, associated: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const sealed = await crypto.subtle.encrypt(gcm(iv, id, associated), key, toBytes(text))
  return [VERSION, id, toBase64Url(iv), toBase64Url(new Uint8Array(sealed))].join('.')
}

/** The text; undefined for what the key did not seal, for other associated data, and for whatever was changed since. */
export async function unseal(
  { id, key }: SealKey,
  sealed: string,
  associated: string,
): Promise<string | undefined> {
  const [, told, iv, body] = SEALED.exec(sealed) ?? []
  if (told !== id || iv === undefined || body === undefined) return undefined
  const bytes = fromBase64Url(body)
  // A last character of base64 has bits that carry nothing: one text, one way to write it.
  if (bytes === undefined || toBase64Url(bytes) !== body) return undefined
  const opened = await crypto.subtle
    .decrypt(gcm(fromBase64Url(iv) ?? new Uint8Array(IV_BYTES), id, associated), key, bytes)
    .catch(() => undefined)
  return opened === undefined ? undefined : new TextDecoder().decode(opened)
}

/** The id of the key that a text was sealed with; undefined for what is no sealed text. */
export function sealKeyIdOf(sealed: string): string | undefined {
  return SEALED.exec(sealed)?.[1]
}

function hkdf(purpose: string, part: 'key' | 'id') {
  const info = toBytes(JSON.stringify([purpose, part]))
  return { name: 'HKDF', hash: 'SHA-256', salt: toBytes('legevaktplan'), info }
}

function gcm(iv: Uint8Array<ArrayBuffer>, id: string, associated: string) {
  return { name: 'AES-GCM', iv, additionalData: toBytes(JSON.stringify([VERSION, id, associated])) }
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(text))
}
