import * as oauth from 'oauth4webapi'
import type { Minute } from '../core/time/minute.ts'
import type { Issuer } from '../data/issuer-store.ts'
import { wordOf } from './provider-fault.ts'
import { boundedFetch, type Fetch, ProviderDown } from './provider-fetch.ts'
import { importKey, keyTaken, type ProviderKey, type ProviderKeys } from './provider-keys.ts'
import { keepMetadata, metadataKept } from './provider-metadata.ts'

/** One provider, as the installation asks it. */
export interface ProviderClient {
  readonly issuer: Issuer
  readonly keys: ProviderKeys
  readonly ask: Fetch
  /** Where it sends people back to; registered with it. */
  readonly redirectUri: string
  readonly now: Minute
  readonly mode: 'development' | 'production'
}

/** The secrets of one attempt. */
export interface AttemptSecrets {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Seconds that two clocks may differ by. */
export const SECONDS_APART = 30

/** Algorithms that sign with a key nobody else has: never none, never one made of the client's own name. */
const SIGNATURES = [
  'RS256',
  'PS256',
  'ES256',
  'RS384',
  'PS384',
  'ES384',
  'RS512',
  'PS512',
  'ES512',
  'Ed25519',
  'EdDSA',
]

export async function metadataOf(client: ProviderClient): Promise<oauth.AuthorizationServer> {
  const { issuer, now } = client
  return metadataKept(issuer.url, now) ?? readMetadata(client)
}

export async function readMetadata(client: ProviderClient): Promise<oauth.AuthorizationServer> {
  const { url } = client.issuer
  const identifier = new URL(url)
  const response = await oauth.discoveryRequest(identifier, { ...optionsOf(client), algorithm: 'oidc' })
  const as = await oauth.processDiscoveryResponse(identifier, response).catch((cause: unknown) => {
    throw new ProviderDown(`its metadata cannot be used: ${wordOf(cause)}`, { cause })
  })
  // The library compares as addresses, tokens as text.
  if (as.issuer !== url) throw new ProviderDown('its metadata names another issuer')
  const told = as.id_token_signing_alg_values_supported ?? ['RS256']
  const metadata = {
    ...as,
    id_token_signing_alg_values_supported: SIGNATURES.filter((own) => told.includes(own)),
  }
  keepMetadata(url, metadata, client.now)
  return metadata
}

export function clientOf({ issuer }: ProviderClient): oauth.Client {
  return { client_id: issuer.clientId, [oauth.clockTolerance]: SECONDS_APART }
}

/** Where plain http may be asked is told by `boundedFetch`, which every question goes through. */
export function optionsOf({ ask, mode }: ProviderClient) {
  return {
    [oauth.customFetch]: boundedFetch(ask, mode),
    [oauth.allowInsecureRequests]: mode === 'development',
  }
}

export function keyFor(
  { keys, issuer }: ProviderClient,
  as: oauth.AuthorizationServer,
): ProviderKey | undefined {
  const algorithms = as.token_endpoint_auth_signing_alg_values_supported ?? []
  return keyTaken(keys, algorithms.map(String), issuer.kind === 'entra-id')
}

/** Entra ID knows the key by its certificate, and wants to be named by the address that is asked. */
export async function authenticationFor(
  client: ProviderClient,
  as: oauth.AuthorizationServer,
): Promise<oauth.ClientAuth> {
  const key = keyFor(client, as)
  if (!key) throw new ProviderDown('takes none of our keys')
  const isByCertificate = client.issuer.kind === 'entra-id'
  return oauth.PrivateKeyJwt(
    { key: await importKey(key), kid: key.kid },
    {
      [oauth.modifyAssertion]: (header, payload) => {
        header.typ = 'JWT'
        if (!isByCertificate) return
        header['x5t#S256'] = key.thumbprint ?? undefined
        payload.aud = as.token_endpoint
      },
    },
  )
}
