/**
 * An OpenID Connect provider of its own, with real keys: a foreign machine, so that a fake is what stands in for it. It runs wherever
 * `fetch` is an input, and behind a server for browsers. It is strict: it refuses what the four known providers refuse.
 */

export interface FakeSettings {
  readonly issuer: string
  readonly clientId?: string
  readonly hasPushedRequests?: boolean
  readonly namesItself?: boolean
  readonly demandsProof?: boolean
  /** Takes a code as often as it is brought, as no provider may: what stands then is ours alone. */
  readonly keepsCodes?: boolean
  /** Public keys that the client signs with, as its own door serves them. */
  readonly clientKeys: () => Promise<readonly JsonWebKey[]> | readonly JsonWebKey[]
  readonly metadata?: Readonly<Record<string, unknown>>
}

/** A person as the provider knows them. */
export interface FakePerson {
  readonly sub: string
  readonly acr?: string
  readonly email?: string
  readonly [claim: string]: unknown
}

interface Grant {
  readonly parameters: URLSearchParams
  readonly person: FakePerson
  readonly at: number
}

type Claims = Record<string, unknown>

/** How one token is to be wrong. Each is asked for by its own test. */
export interface Forgery {
  readonly claims?: (claims: Claims) => Claims
  readonly header?: (header: Claims) => Claims
  /** Signs with a key that nobody publishes. */
  readonly isWrongKey?: boolean
  /** Signs by HMAC with this text. */
  readonly hmacKey?: string
  readonly hasNoSignature?: boolean
}

export class FakeProvider {
  readonly settings: FakeSettings
  readonly asked: string[] = []
  forgery: Forgery = {}
  /** In the place of the whole answer of one path. */
  readonly answers = new Map<string, () => Response | Promise<Response>>()
  #key!: { pair: CryptoKeyPair; kid: string }
  #stranger!: CryptoKeyPair
  readonly #pushed = new Map<string, URLSearchParams>()
  readonly #grants = new Map<string, Grant>()
  readonly #assertions = new Set<string>()

  private constructor(settings: FakeSettings) {
    this.settings = settings
  }

  static async start(settings: FakeSettings): Promise<FakeProvider> {
    const provider = new FakeProvider(settings)
    await provider.rotate()
    provider.#stranger = await rsaPair()
    return provider
  }

  /** A new signing key; the one before is no longer published. */
  async rotate(): Promise<void> {
    this.#key = { pair: await rsaPair(), kid: `key-${Math.random()}` }
  }

  get clientId(): string {
    return this.settings.clientId ?? 'legevaktplan'
  }

  /** As `fetch`, of this provider alone. */
  readonly fetch = async (address: string, asked: RequestInit = {}): Promise<Response> => {
    const { method = 'GET', headers, body = null } = asked
    return this.answer(new Request(address, { method, headers: headers ?? {}, body }))
  }

  async answer(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const path = url.pathname.slice(new URL(this.settings.issuer).pathname.replace(/\/$/, '').length)
    this.asked.push(path)
    const instead = this.answers.get(path)
    if (instead) return instead()
    if (path === '/.well-known/openid-configuration') return Response.json(this.#metadata())
    if (path === '/jwks') return Response.json({ keys: [await this.#publicKey()] })
    if (path === '/par') return this.#push(request)
    if (path === '/token') return this.#token(request)
    return new Response('', { status: 404 })
  }

  /** What the person's browser is sent on to once they have shown who they are; an error is what its address says. */
  authorize(address: string, person: FakePerson): string {
    const parameters = this.#requested(new URL(address))
    if (typeof parameters === 'string') throw new Error(parameters)
    const code = crypto.randomUUID()
    this.#grants.set(code, { parameters, person, at: Date.now() })
    const back = new URL(parameters.get('redirect_uri') ?? '')
    back.searchParams.set('code', code)
    back.searchParams.set('state', parameters.get('state') ?? '')
    if (this.settings.namesItself !== false) back.searchParams.set('iss', this.settings.issuer)
    return back.href
  }

  /** The parameters of a request, pushed or open. */
  requested(address: string): URLSearchParams {
    const parameters = this.#requested(new URL(address))
    if (typeof parameters === 'string') throw new Error(parameters)
    return parameters
  }

  #requested(address: URL): URLSearchParams | string {
    const uri = address.searchParams.get('request_uri')
    const pushed = uri === null ? undefined : this.#pushed.get(uri)
    if (this.settings.hasPushedRequests !== false && !pushed) return 'the request was not pushed'
    const parameters = pushed ?? address.searchParams
    for (const name of ['redirect_uri', 'scope', 'state', 'nonce', 'code_challenge'])
      if (!parameters.get(name)) return `${name} is missing`
    if (parameters.get('code_challenge_method') !== 'S256') return 'the challenge is not of S256'
    if (parameters.get('client_id') !== this.clientId) return 'another client'
    return parameters
  }

  #metadata(): Record<string, unknown> {
    const { issuer, hasPushedRequests = true, namesItself = true, metadata = {} } = this.settings
    const at = (path: string) => issuer.replace(/\/$/, '') + path
    return {
      issuer,
      authorization_endpoint: at('/authorize'),
      token_endpoint: at('/token'),
      jwks_uri: at('/jwks'),
      ...(hasPushedRequests
        ? { pushed_authorization_request_endpoint: at('/par'), require_pushed_authorization_requests: true }
        : {}),
      authorization_response_iss_parameter_supported: namesItself,
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      acr_values_supported: ['high', 'substantial'],
      code_challenge_methods_supported: ['S256'],
      ...metadata,
    }
  }

  async #publicKey(): Promise<JsonWebKey> {
    const { kty, n, e } = await exported(this.#key.pair.publicKey)
    return { kty, n, e, alg: 'RS256', use: 'sig', kid: this.#key.kid } as JsonWebKey
  }

  async #push(request: Request): Promise<Response> {
    const parameters = new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer()))
    const fault = await this.#clientFault(parameters)
    if (fault !== undefined) return oauthError('invalid_client', 401, fault)
    const uri = `urn:ietf:params:oauth:request_uri:${crypto.randomUUID()}`
    this.#pushed.set(uri, parameters)
    return Response.json({ request_uri: uri, expires_in: 60 }, { status: 201 })
  }

  async #token(request: Request): Promise<Response> {
    const parameters = new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer()))
    const fault = await this.#clientFault(parameters)
    if (fault !== undefined) return oauthError('invalid_client', 401, fault)
    if (this.settings.demandsProof) {
      const proof = request.headers.get('dpop')
      if (proof === null) return oauthError('invalid_dpop_proof', 400, 'no proof')
      const [, payload = ''] = proof.split('.')
      if ((JSON.parse(fromBase64Url(payload)) as Claims).nonce !== 'the word')
        return oauthError('use_dpop_nonce', 400, '', { 'DPoP-Nonce': 'the word' })
    }
    const code = parameters.get('code') ?? ''
    const grant = this.#grants.get(code)
    if (!this.settings.keepsCodes) this.#grants.delete(code)
    if (!grant) return oauthError('invalid_grant', 400, 'the code is unknown or used')
    if (grant.parameters.get('redirect_uri') !== parameters.get('redirect_uri'))
      return oauthError('invalid_grant', 400, 'another redirect_uri')
    const verifier = parameters.get('code_verifier') ?? ''
    if ((await sha256(verifier)) !== grant.parameters.get('code_challenge'))
      return oauthError('invalid_grant', 400, 'the verifier is not of the challenge')
    return Response.json({
      access_token: 'never looked at',
      token_type: this.settings.demandsProof ? 'DPoP' : 'Bearer',
      expires_in: 60,
      id_token: await this.#idToken(grant),
    })
  }

  /** The client's own signature, once (RFC 7523). */
  async #clientFault(parameters: URLSearchParams): Promise<string | undefined> {
    const [head = '', body = '', signature = ''] = (parameters.get('client_assertion') ?? '').split('.')
    if (signature === '') return 'no assertion'
    const header = JSON.parse(fromBase64Url(head)) as { alg: string; kid: string }
    const claims = JSON.parse(fromBase64Url(body)) as Claims
    const jwk = (await this.settings.clientKeys()).find((key) => Reflect.get(key, 'kid') === header.kid)
    if (!jwk || header.alg !== jwk.alg) return 'no such key'
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify'])
    const isGood = await crypto.subtle.verify(algorithm, key, bytesOf(signature), utf8(`${head}.${body}`))
    if (!isGood) return 'the signature is another’s'
    const now = Date.now() / 1000
    if (claims.iss !== this.clientId || claims.sub !== this.clientId) return 'another client'
    if (claims.aud !== this.settings.issuer && claims.aud !== this.#metadata().token_endpoint)
      return 'another audience'
    if (typeof claims.exp !== 'number' || claims.exp < now || claims.exp > now + 120)
      return 'too old or too long'
    const { jti } = claims
    if (typeof jti !== 'string' || this.#assertions.has(jti)) return 'used'
    this.#assertions.add(jti)
    return undefined
  }

  async #idToken({ parameters, person, at }: Grant): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    const claims: Claims = {
      iss: this.settings.issuer,
      aud: this.clientId,
      iat: now,
      exp: now + 120,
      nonce: parameters.get('nonce'),
      auth_time: Math.floor(at / 1000),
      ...person,
    }
    const { claims: alter = (same) => same, header: alterHeader = (same) => same, ...how } = this.forgery
    const head = toBase64Url(JSON.stringify(alterHeader({ alg: 'RS256', kid: this.#key.kid, typ: 'JWT' })))
    const body = toBase64Url(JSON.stringify(alter(claims)))
    if (how.hasNoSignature) return `${head}.${body}.`
    const data = utf8(`${head}.${body}`)
    if (how.hmacKey !== undefined) {
      const hmac = { name: 'HMAC', hash: 'SHA-256' }
      const key = await crypto.subtle.importKey('raw', utf8(how.hmacKey), hmac, false, ['sign'])
      return `${head}.${body}.${fromBytes(await crypto.subtle.sign(hmac, key, data))}`
    }
    const { privateKey } = how.isWrongKey ? this.#stranger : this.#key.pair
    return `${head}.${body}.${fromBytes(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, data))}`
  }
}

/** A key as OIDC_KEYS holds it, and its public half. */
export async function clientKey(
  kid = 'ours',
): Promise<{ readonly secret: string; readonly jwk: JsonWebKey }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  const { kty, crv, x, y, d } = await exported((pair as CryptoKeyPair).privateKey)
  const jwk = { kty, crv, x, y, kid, alg: 'ES256' } as JsonWebKey
  return { secret: JSON.stringify([{ ...jwk, d }]), jwk }
}

async function exported(key: CryptoKey): Promise<JsonWebKey> {
  return (await crypto.subtle.exportKey('jwk', key)) as JsonWebKey
}

async function rsaPair(): Promise<CryptoKeyPair> {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  }
  return (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair
}

function oauthError(
  error: string,
  status: number,
  why: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ error, error_description: why }, { status, headers })
}

async function sha256(text: string): Promise<string> {
  return fromBytes(await crypto.subtle.digest('SHA-256', utf8(text)))
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(text))
}

function fromBytes(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function toBase64Url(text: string): string {
  return fromBytes(utf8(text).buffer)
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  )
}

function fromBase64Url(text: string): string {
  return new TextDecoder().decode(bytesOf(text))
}
