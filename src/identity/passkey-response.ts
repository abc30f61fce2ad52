import { fromBase64Url } from './base64url.ts'

/** What a browser sends back after a passkey was made or has signed, read no further than to find what it answers. */
export interface PasskeyResponse {
  readonly credentialId: string
  /** What it says that it has signed; held against what was asked for by its hash. */
  readonly challenge: string
  /** As it came; every field is checked where the signature is. */
  readonly json: unknown
}

/** An answer with an RSA key and all that browsers add is under 5 000. */
const MOST_CHARACTERS = 20_000
/** Of 1 023 bytes in base64url (WebAuthn 3, §4 Credential ID). */
const LONGEST_CREDENTIAL = 1364
const BASE64URL = /^[\w-]+$/

/** Undefined when it is nothing that a browser of ours sends. A page inside another site's page is none of ours. */
export function readPasskeyResponse(text: string): PasskeyResponse | undefined {
  if (text.length > MOST_CHARACTERS) return undefined
  const json = objectIn(text)
  const credentialId = json?.id
  const clientData = clientDataIn(json)
  const challenge = clientData?.challenge
  if (!isShort(credentialId) || !isShort(challenge) || clientData?.crossOrigin === true) return undefined
  return { credentialId, challenge, json }
}

/** Ways to reach a device that browsers name (WebAuthn 3, §5.8.4). */
const TRANSPORTS = ['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal']

/** Told by the browser alone and signed by nobody: what is no known word is left out. */
export function toTransports(told: unknown): string[] {
  return Array.isArray(told) ? TRANSPORTS.filter((known) => told.includes(known)) : []
}

type Fields = Readonly<Record<string, unknown>>

function clientDataIn(json: Fields | undefined): Fields | undefined {
  const response = json?.response
  const encoded = isObject(response) ? response.clientDataJSON : undefined
  const bytes = typeof encoded === 'string' && BASE64URL.test(encoded) ? fromBase64Url(encoded) : undefined
  return bytes && objectIn(new TextDecoder().decode(bytes))
}

function objectIn(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_CREDENTIAL && BASE64URL.test(value)
}
