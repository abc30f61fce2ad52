import * as oauth from 'oauth4webapi'
import type { Issuer } from '../data/issuer-store.ts'
import {
  type AttemptSecrets,
  authenticationFor,
  clientOf,
  metadataOf,
  optionsOf,
  type ProviderClient,
  SECONDS_APART,
} from './provider-client.ts'
import { type Asked, asked, Refused } from './provider-fault.ts'
import { keepKeys, keysKept } from './provider-metadata.ts'

export interface Answering extends AttemptSecrets {
  /** What stands in the address that the provider sent the browser to. */
  readonly parameters: URLSearchParams
  /** Seconds since the person was sent, where they had to show who they are after that; null where they need not. */
  readonly mostSeconds: number | null
}

/** Whom a provider says somebody is, once its answer has passed every check. */
export interface Told {
  readonly subject: string
  /** What it says of how somebody showed who they are; may be several. */
  readonly levels: readonly string[]
  /** How long ago they did, in seconds; null where it does not say. */
  readonly secondsAgo: number | null
}

/** Trades the answer's code for a token and checks all of it. */
export function readAnswer(client: ProviderClient, answering: Answering): Promise<Asked<Told>> {
  return asked(async () => {
    const as = await metadataOf(client)
    const us = clientOf(client)
    const parameters = oauth.validateAuthResponse(as, us, answering.parameters, answering.state)
    const { issuer, redirectUri } = client
    const dpop = issuer.kind === 'helseid' ? await proofOfPossession(us) : undefined
    const trade = async () => {
      const response = await oauth.authorizationCodeGrantRequest(
        as,
        us,
        await authenticationFor(client, as),
        parameters,
        redirectUri,
        answering.verifier,
        { ...optionsOf(client), ...(dpop ? { DPoP: dpop } : {}) },
      )
      return verifiedClaims(client, as, response, answering)
    }
    const claims = await trade().catch((fault: unknown) => {
      // The provider says which word a proof must hold by refusing the first.
      if (dpop && oauth.isDPoPNonceError(fault)) return trade()
      throw fault
    })
    return toldBy(client, claims, answering)
  })
}

/** An ID token is made for this very sign-in. */
const OLDEST_TOKEN_SECONDS = 600

/**
 * The one way to an ID token's claims. The library takes a token that came over TLS for signed: the signature is asked for by itself,
 * always (OWASP ASVS 6.8.2).
 */
async function verifiedClaims(
  client: ProviderClient,
  as: oauth.AuthorizationServer,
  response: Response,
  { nonce, mostSeconds }: Answering,
): Promise<oauth.IDToken> {
  const told = await oauth.processAuthorizationCodeResponse(as, clientOf(client), response, {
    expectedNonce: nonce,
    requireIdToken: true,
    ...(mostSeconds === null ? {} : { maxAge: mostSeconds }),
  })
  const keys = keysKept(client.issuer.url)
  try {
    await oauth.validateApplicationLevelSignature(as, response, {
      ...optionsOf(client),
      [oauth.jwksCache]: keys,
    })
  } finally {
    keepKeys(client.issuer.url, keys)
  }
  const claims = oauth.getValidatedIdTokenClaims(told)
  if (!claims) throw new Error('a token without claims passed the library')
  return claims
}

/** What the library leaves to us. */
function toldBy({ issuer }: ProviderClient, claims: oauth.IDToken, { mostSeconds }: Answering): Told {
  const now = Date.now() / 1000
  const refuse = (claim: string): never => {
    throw new Refused(claim)
  }
  if (claims.azp !== undefined && claims.azp !== issuer.clientId) refuse('azp')
  if (claims.iat > now + SECONDS_APART || claims.iat < now - OLDEST_TOKEN_SECONDS) refuse('iat')
  if (claims.sub.length === 0 || claims.sub.length > LONGEST_SUBJECT) refuse('sub')
  if (issuer.kind === 'entra-id' && (issuer.tenant === null || claims.tid !== issuer.tenant)) refuse('tid')
  const shownAt = claims.auth_time ?? null
  if (shownAt !== null && shownAt > now + SECONDS_APART) refuse('auth_time')
  if (mostSeconds !== null && shownAt === null) refuse('auth_time')
  const secondsAgo = shownAt === null ? null : Math.max(0, now - shownAt)
  return { subject: claims.sub, levels: levelsIn(issuer, claims), secondsAgo }
}

/** OpenID Connect Core 1.0 §2. */
const LONGEST_SUBJECT = 255

const HELSEID_LEVEL = 'helseid://claims/identity/security_level'

/** Where each kind says how somebody showed who they are: Entra ID as authentication contexts, HelseID as a claim of its own. */
function levelsIn({ kind }: Issuer, claims: oauth.IDToken): string[] {
  const places: Readonly<Record<Issuer['kind'], readonly unknown[]>> = {
    ansattporten: [claims.acr],
    'id-porten': [claims.acr],
    helseid: [claims.acr, claims[HELSEID_LEVEL]],
    'entra-id': [claims.acrs].flat(),
    other: [claims.acr],
  }
  return places[kind].filter((level) => typeof level === 'string')
}

/** For one trade: the access token is thrown away with the key. */
async function proofOfPossession(client: oauth.Client): Promise<oauth.DPoPHandle> {
  return oauth.DPoP(client, await oauth.generateKeyPair('ES256'))
}
