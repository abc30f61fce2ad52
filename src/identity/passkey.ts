import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Passkey } from '../data/passkey-store.ts'
import { toBase64Url } from './base64url.ts'
import { type PasskeyResponse, toTransports } from './passkey-response.ts'

/** Run when the first passkey is read: starting it costs more than 20 ms of CPU, which calendars and pages need not wait for. */
const library = () => import('@simplewebauthn/server')
const libraryHelpers = () => import('@simplewebauthn/server/helpers')

export type CreationOptions = PublicKeyCredentialCreationOptionsJSON
export type RequestOptions = PublicKeyCredentialRequestOptionsJSON

/** How long what a passkey must sign is good for (OWASP ASVS 6.5.5 asks at most 10). */
export const CHALLENGE_MINUTES = 5

const TIMEOUT_MILLISECONDS = CHALLENGE_MINUTES * 60_000

/** ES256, EdDSA and RS256, by their COSE numbers: what telephones, security keys and Windows Hello make. */
const ALGORITHMS = [-7, -8, -257]

/** What is asked for, and where. */
export interface Ceremony {
  /** 32 random bytes, base64url. */
  readonly challenge: string
  /** Scheme and host that people reach the installation by. */
  readonly origin: string
}

interface Registrant {
  readonly accountId: string
  /** What the device lists the passkey by, as an address; never told to whom the passkey is shown. */
  readonly name: string
  /** A device that has one of these makes no other. */
  readonly known: readonly Passkey[]
}

/** What a browser needs to make a passkey: one that signs in without a name, and only after a finger, a face or a PIN. */
export function creationOptions({ challenge, origin }: Ceremony, who: Registrant): CreationOptions {
  return {
    rp: { id: rpIdOf(origin), name: 'Legevaktplan' },
    user: { id: userHandleOf(who.accountId), name: who.name, displayName: who.name },
    challenge,
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' })),
    timeout: TIMEOUT_MILLISECONDS,
    excludeCredentials: who.known.map(toDescriptor),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
  }
}

/** What a browser needs to have a passkey sign; with `allowed` none but these, without whichever the person picks. */
export function requestOptions({ challenge, origin }: Ceremony, allowed: readonly Passkey[]): RequestOptions {
  return {
    rpId: rpIdOf(origin),
    challenge,
    timeout: TIMEOUT_MILLISECONDS,
    userVerification: 'required',
    allowCredentials: allowed.map(toDescriptor),
  }
}

export type MadePasskey = Pick<Passkey, 'credentialId' | 'publicKey' | 'signCount' | 'transports'>

/** The passkey that was made in a ceremony; undefined when anything in the answer is not as it was asked for. */
export async function verifyMade(
  { challenge, origin }: Ceremony,
  { json, credentialId }: PasskeyResponse,
): Promise<MadePasskey | undefined> {
  const response = json as RegistrationResponseJSON
  try {
    const [{ verifyRegistrationResponse }, { isoBase64URL }] = await Promise.all([
      library(),
      libraryHelpers(),
    ])
    if (!(await bringsNoCertificate(response))) return undefined
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpIdOf(origin),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    const credential = registrationInfo?.credential
    if (credential?.id !== credentialId) return undefined
    return {
      credentialId,
      publicKey: isoBase64URL.fromBuffer(credential.publicKey),
      signCount: credential.counter,
      transports: toTransports(credential.transports),
    }
  } catch {
    // The library throws for every way in which an answer can be wrong, and for bytes that can't be read.
    return undefined
  }
}

/**
 * How often the passkey says that it has signed; undefined when the answer is not its own, or not as it was asked for.
 * `tellsWho`: nobody has said who they are but by this answer, which must then name the account itself.
 */
export async function verifySigned(
  { challenge, origin }: Ceremony,
  { json }: PasskeyResponse,
  passkey: Passkey,
  tellsWho: boolean,
): Promise<number | undefined> {
  const response = json as AuthenticationResponseJSON
  try {
    const [{ verifyAuthenticationResponse }, { isoBase64URL }] = await Promise.all([
      library(),
      libraryHelpers(),
    ])
    const handle = response.response.userHandle
    const isTold = tellsWho || handle !== undefined
    if (isTold && handle !== userHandleOf(passkey.accountId)) return undefined
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpIdOf(origin),
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: isoBase64URL.toBuffer(passkey.publicKey),
        counter: passkey.signCount,
      },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}

/** The host alone: a passkey is bound to it, whatever the port. */
function rpIdOf(origin: string): string {
  return new URL(origin).hostname
}

function userHandleOf(accountId: string): string {
  return toBase64Url(new TextEncoder().encode(accountId))
}

/**
 * We ask for no word of a device's maker. Such a word comes with certificates: the largest and least tried part of the library
 * would read what anybody sends, and ask the certificates' makers for lists over the network in the middle of a sign-in.
 */
async function bringsNoCertificate({ response }: RegistrationResponseJSON): Promise<boolean> {
  const { decodeAttestationObject, isoBase64URL } = await libraryHelpers()
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject))
  const format = attestation.get('fmt')
  return format === 'none' || (format === 'packed' && attestation.get('attStmt').get('x5c') === undefined)
}

function toDescriptor({ credentialId, transports }: Passkey) {
  return { id: credentialId, type: 'public-key' as const, transports: [...transports] }
}
