import * as oauth from 'oauth4webapi'
import { isAskable } from './provider-address.ts'
import {
  type AttemptSecrets,
  authenticationFor,
  clientOf,
  keyFor,
  metadataOf,
  optionsOf,
  type ProviderClient,
  readMetadata,
} from './provider-client.ts'
import { type Asked, asked } from './provider-fault.ts'
import { ProviderDown } from './provider-fetch.ts'

export interface Sending extends AttemptSecrets {
  /** Whether the person must show who they are there again, however lately they did. */
  readonly isAgain: boolean
  readonly language: string
}

/** The address to send somebody to. Pushed beforehand where the provider takes that (RFC 9126), and then never sent openly instead. */
export function sendingAddress(client: ProviderClient, sending: Sending): Promise<Asked<string>> {
  return asked(async () => {
    const as = await metadataOf(client)
    const parameters = await parametersOf(client, sending)
    const door = endpointOf(client, as.authorization_endpoint)
    if (as.pushed_authorization_request_endpoint === undefined) {
      if (as.require_pushed_authorization_requests === true)
        throw new ProviderDown('demands a pushed request and has no place for it')
      door.search = withParameters(door, parameters)
      return door.href
    }
    const response = await oauth.pushedAuthorizationRequest(
      as,
      clientOf(client),
      await authenticationFor(client, as),
      parameters,
      optionsOf(client),
    )
    const { request_uri } = await oauth.processPushedAuthorizationResponse(as, clientOf(client), response)
    door.search = withParameters(
      door,
      new URLSearchParams({ client_id: client.issuer.clientId, request_uri }),
    )
    return door.href
  })
}

/** What an administrator is told of a provider; read anew. */
export interface Description {
  readonly hasPushedRequests: boolean
  readonly demandsPushedRequests: boolean
  readonly namesItself: boolean
  readonly signsWith: readonly string[]
  readonly levels: readonly string[]
  /** False where it says how clients sign in and our way is not among it. */
  readonly takesOurWay: boolean
  readonly takesOurKey: boolean
}

export function describeProvider(client: ProviderClient): Promise<Asked<Description>> {
  return asked(async () => {
    const as = await readMetadata(client)
    const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
    const ways = texts(as.token_endpoint_auth_methods_supported)
    return {
      hasPushedRequests: as.pushed_authorization_request_endpoint !== undefined,
      demandsPushedRequests: as.require_pushed_authorization_requests === true,
      namesItself: as.authorization_response_iss_parameter_supported === true,
      signsWith: texts(as.id_token_signing_alg_values_supported),
      levels: texts(as.acr_values_supported),
      takesOurWay: ways.length === 0 || ways.includes('private_key_jwt'),
      takesOurKey: keyFor(client, as) !== undefined,
    }
  })
}

async function parametersOf(
  { issuer, redirectUri }: ProviderClient,
  sending: Sending,
): Promise<URLSearchParams> {
  const parameters = new URLSearchParams({
    response_type: 'code',
    client_id: issuer.clientId,
    redirect_uri: redirectUri,
    scope: issuer.scope,
    state: sending.state,
    nonce: sending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(sending.verifier),
    code_challenge_method: 'S256',
    ui_locales: sending.language,
  })
  if (issuer.acrValues !== '') {
    if (issuer.kind === 'entra-id') parameters.set('claims', contextsAsked(issuer.acrValues))
    else parameters.set('acr_values', issuer.acrValues)
  }
  if (sending.isAgain) {
    parameters.set('prompt', 'login')
    parameters.set('max_age', '0')
  }
  return parameters
}

/** Entra ID knows authentication contexts in the place of levels, and takes them as a claim that the token must have. */
function contextsAsked(acrValues: string): string {
  return JSON.stringify({ id_token: { acrs: { essential: true, values: acrValues.split(' ') } } })
}

function withParameters(door: URL, parameters: URLSearchParams): string {
  return new URLSearchParams([...door.searchParams, ...parameters]).toString()
}

function endpointOf({ mode }: ProviderClient, address: string | undefined): URL {
  if (address === undefined || !isAskable(address, mode))
    throw new ProviderDown('its metadata names no place to sign in at')
  return new URL(address)
}
