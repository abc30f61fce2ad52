import type { CreationOptions, RequestOptions } from '../../src/identity/passkey.ts'
import { cborBytes, cborMap, cborNumber, cborText, joined } from './cbor.ts'

/** A device that makes passkeys and signs with them as the standard asks, and otherwise where a test tells it to. */
export interface SoftwarePasskey {
  readonly credentialId: string
  /** The browser's answer to `create`, as JSON. */
  readonly make: (options: CreationOptions, lie?: Lie) => Promise<string>
  /** The browser's answer to `get`, as JSON. */
  readonly sign: (options: RequestOptions, lie?: Lie) => Promise<string>
}

/** What a device or a browser tells that is not so. */
export interface Lie {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  readonly crossOrigin?: boolean
  readonly isPresent?: boolean
  readonly isVerified?: boolean
  readonly signCount?: number
  readonly userHandle?: string | undefined
  readonly credentialId?: string
  /** Changes what was signed after it was signed. */
  readonly isForged?: boolean
  /** Sends another client data than the signed, its type say. */
  readonly afterwards?: (clientData: Record<string, unknown>) => Record<string, unknown>
  readonly attestation?: 'none' | 'self' | 'maker'
}

const ORIGIN = 'http://localhost:8787'

export async function softwarePasskey(): Promise<SoftwarePasskey> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  if (!('privateKey' in keys)) throw new Error('a key of one half')
  const credentialId = toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
  let handle: string | undefined
  return {
    credentialId,
    async make({ challenge, user, rp }, lie = {}) {
      handle = user.id
      const clientData = clientDataOf('webauthn.create', challenge, lie)
      const credential = await credentialData(lie.credentialId ?? credentialId, keys.publicKey)
      const data = await authenticatorData(rp.id ?? '', 0x40, lie, credential)
      const statement = await attestationOf(
        lie.attestation ?? 'none',
        keys.privateKey,
        await signed(data, clientData),
      )
      const attestationObject = cborMap([
        [
          cborText('fmt'),
          cborText(lie.attestation === undefined || lie.attestation === 'none' ? 'none' : 'packed'),
        ],
        [cborText('attStmt'), statement],
        [cborText('authData'), cborBytes(data)],
      ])
      const id = lie.credentialId ?? credentialId
      return json(id, {
        clientDataJSON: toBase64Url(sent(clientData, lie)),
        attestationObject: toBase64Url(attestationObject),
        transports: ['internal', 'hybrid'],
      })
    },
    async sign({ challenge, rpId = '' }, lie = {}) {
      const clientData = clientDataOf('webauthn.get', challenge, lie)
      const data = await authenticatorData(rpId, 0, lie)
      const signature = await signatureOf(keys.privateKey, await signed(data, clientData))
      if (lie.isForged) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
      const userHandle = 'userHandle' in lie ? lie.userHandle : handle
      return json(lie.credentialId ?? credentialId, {
        clientDataJSON: toBase64Url(sent(clientData, lie)),
        authenticatorData: toBase64Url(data),
        signature: toBase64Url(signature),
        ...(userHandle === undefined ? {} : { userHandle }),
      })
    },
  }
}

function clientDataOf(type: string, challenge: string, lie: Lie): Uint8Array<ArrayBuffer> {
  const data = {
    type: lie.type ?? type,
    challenge: lie.challenge ?? challenge,
    origin: lie.origin ?? ORIGIN,
    crossOrigin: lie.crossOrigin ?? false,
  }
  return utf8(JSON.stringify(data))
}

function sent(clientData: Uint8Array<ArrayBuffer>, { afterwards }: Lie): Uint8Array<ArrayBuffer> {
  if (!afterwards) return clientData
  return utf8(JSON.stringify(afterwards(JSON.parse(new TextDecoder().decode(clientData)))))
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text))
}

/** WebAuthn 3, §6.1: whose, how it was unlocked, how often it has signed, and the key when one was made. */
async function authenticatorData(
  rpId: string,
  flags: number,
  lie: Lie,
  credential = new Uint8Array(),
): Promise<Uint8Array<ArrayBuffer>> {
  const host = new TextEncoder().encode(lie.rpId ?? rpId)
  const present = lie.isPresent === false ? 0 : 0x01
  const verified = lie.isVerified === false ? 0 : 0x04
  const head = new Uint8Array(5)
  new DataView(head.buffer).setUint8(0, flags | present | verified)
  new DataView(head.buffer).setUint32(1, lie.signCount ?? 0)
  return joined(new Uint8Array(await crypto.subtle.digest('SHA-256', host)), head, credential)
}

async function credentialData(credentialId: string, key: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  const id = fromBase64Url(credentialId)
  const { x = '', y = '' } = (await crypto.subtle.exportKey('jwk', key)) as JsonWebKey
  const cose = cborMap([
    [cborNumber(1), cborNumber(2)],
    [cborNumber(3), cborNumber(-7)],
    [cborNumber(-1), cborNumber(1)],
    [cborNumber(-2), cborBytes(fromBase64Url(x))],
    [cborNumber(-3), cborBytes(fromBase64Url(y))],
  ])
  const length = new Uint8Array([id.length >> 8, id.length & 0xff])
  return joined(new Uint8Array(16), length, id, cose)
}

/** What a signature is made of. */
async function signed(data: Uint8Array<ArrayBuffer>, clientData: Uint8Array<ArrayBuffer>) {
  return joined(data, new Uint8Array(await crypto.subtle.digest('SHA-256', clientData)))
}

async function attestationOf(
  kind: 'none' | 'self' | 'maker',
  own: CryptoKey,
  text: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (kind === 'none') return cborMap([])
  const key = kind === 'self' ? own : await crypto.subtle.importKey('jwk', MAKER_KEY, ECDSA, false, ['sign'])
  const certificate = new Uint8Array([0x81, ...cborBytes(fromBase64Url(MAKER_CERTIFICATE))])
  return cborMap([
    [cborText('alg'), cborNumber(-7)],
    [cborText('sig'), cborBytes(await signatureOf(key, text))],
    ...(kind === 'self' ? [] : [[cborText('x5c'), certificate] as const]),
  ])
}

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** As ASN.1, where the browser's own crypto gives the two numbers beside each other. */
async function signatureOf(key: CryptoKey, text: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const raw = new Uint8Array(await crypto.subtle.sign(ECDSA, key, text))
  const numbers = joined(asn1Number(raw.slice(0, 32)), asn1Number(raw.slice(32)))
  return joined(new Uint8Array([0x30, numbers.length]), numbers)
}

function asn1Number(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const first = bytes.findIndex((byte) => byte !== 0)
  const short = bytes.slice(first)
  const body = (short[0] ?? 0) > 0x7f ? joined(new Uint8Array(1), short) : short
  return joined(new Uint8Array([0x02, body.length]), body)
}

function json(id: string, response: object): string {
  return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
}

export function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (char) => char.charCodeAt(0))
}

/** The key of RFC 6979, A.2.5, which everybody knows. */
const MAKER_KEY = {
  kty: 'EC',
  crv: 'P-256',
  d: 'ya-p2EW6dRZrXCFXZ7HWk05Qw9s26JsSe4piKxIPZyE',
  x: 'YP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Y',
  y: 'eQP-EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk',
}

/** Of the key above, good from 2020 to 2120, with the fields that a maker of devices has. */
const MAKER_CERTIFICATE =
  'MIIB1zCCAX6gAwIBAgIBATAKBggqhkjOPQQDAjBcMQswCQYDVQQGEwJOTzEZMBcGA1UECgwQQSBtYWtlciBvZiB0ZXN0czEiMCAGA1UECwwZQXV0aGVudGljYXRvciBBdHRlc3RhdGlvbjEOMAwGA1UEAwwFVGVzdHMwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMFwxCzAJBgNVBAYTAk5PMRkwFwYDVQQKDBBBIG1ha2VyIG9mIHRlc3RzMSIwIAYDVQQLDBlBdXRoZW50aWNhdG9yIEF0dGVzdGF0aW9uMQ4wDAYDVQQDDAVUZXN0czBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGD+1LolWp0xyWHrdMY1bWjASbiSO2H6bOZpYi5g8p+2eQP+EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpmjLzAtMAwGA1UdEwEB/wQCMAAwHQYDVR0OBBYEFBqVaVebzjKalC0HacnAtWQxVjcQMAoGCCqGSM49BAMCA0cAMEQCIBe8LSDtTBq0XQaPniqIa8KklATUKZtXeh2q6DNF7N6DAiBeFI3LGmZo1BY1s7G48zGIoDGdaYBxJ0fhHFpq96CUew=='
