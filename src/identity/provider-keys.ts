/** How the installation shows a provider which client it is: by signing with a key of its own (private_key_jwt, RFC 7523). */

const ALGORITHMS = ['RS256', 'PS256', 'ES256'] as const

export type SigningAlgorithm = (typeof ALGORITHMS)[number]

export interface ProviderKey {
  readonly kid: string
  readonly alg: SigningAlgorithm
  /** `x5t#S256` of the certificate that Entra ID knows the key by; null for every other. */
  readonly thumbprint: string | null
  /** Private. */
  readonly jwk: JsonWebKey
}

/** The newest first; none: no provider can be offered. */
export type ProviderKeys = readonly ProviderKey[]

/** Bits of an RSA modulus (OWASP ASVS 11.6.1). */
const LEAST_BITS = 2048
const BITS_PER_CHARACTER = 6

/**
 * The keys an installation is given: a JSON list of private JWKs with `kid` and `alg`. Without any there are no providers.
 * @throws in a sentence that names the key by its place and shows nothing of it.
 */
export function providerKeysOf(text: string | undefined): ProviderKeys {
  if (text === undefined || text.trim() === '') return []
  const known = read.get(text)
  if (known) return known
  const keys = listIn(text).map(toKey)
  const twice = keys.findIndex(({ kid }, at) => keys.findIndex((other) => other.kid === kid) !== at)
  if (twice >= 0) throw new Error(`key ${twice + 1} of OIDC_KEYS has the kid of another`)
  read.set(text, keys)
  return keys
}

/** What providers check our signatures with (RFC 7517): nothing that signs. */
export function publicKeySet(keys: ProviderKeys): {
  readonly keys: readonly Readonly<Record<string, string>>[]
} {
  return { keys: keys.map(({ kid, alg, jwk }) => ({ ...publicPart(jwk), kid, alg, use: 'sig' })) }
}

/** The newest key that a provider takes; undefined when it takes none. An empty list is of a provider that does not say. */
export function keyTaken(
  keys: ProviderKeys,
  algorithms: readonly string[],
  isByCertificate: boolean,
): ProviderKey | undefined {
  return keys.find(
    ({ alg, thumbprint }) =>
      (algorithms.length === 0 || algorithms.includes(alg)) && (!isByCertificate || thumbprint !== null),
  )
}

export function importKey({ alg, jwk }: ProviderKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', { ...jwk, ext: false }, SUBTLE[alg], false, ['sign'])
}

const SUBTLE = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
} as const

/** Read once: each request brings the same text. */
const read = new Map<string, ProviderKeys>()

function listIn(text: string): readonly unknown[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The cause would quote the text, which is secret.
    throw new Error('OIDC_KEYS is not JSON: it is a list of private keys as JWK')
  }
  if (!Array.isArray(value)) throw new Error('OIDC_KEYS is no list: it is a list of private keys as JWK')
  return value
}

function toKey(value: unknown, at: number): ProviderKey {
  const name = `key ${at + 1} of OIDC_KEYS`
  if (typeof value !== 'object' || value === null) throw new Error(`${name} is no JWK`)
  const jwk = value as JsonWebKey & Readonly<Record<string, unknown>>
  const alg = ALGORITHMS.find((own) => own === jwk.alg)
  if (alg === undefined) throw new Error(`${name} has no alg of ${ALGORITHMS.join(', ')}`)
  if (typeof jwk.kid !== 'string' || jwk.kid === '') throw new Error(`${name} has no kid`)
  if (typeof jwk.d !== 'string' || jwk.d === '') throw new Error(`${name} is not private: it has no d`)
  const fault = alg === 'ES256' ? curveFault(jwk) : modulusFault(jwk)
  if (fault) throw new Error(`${name} ${fault}`)
  const thumbprint = jwk['x5t#S256']
  // `kid` and the thumbprint are said apart; what is left is the key.
  const { kty, crv, x, y, n, e, d, p, q, dp, dq, qi } = jwk
  const parts = Object.entries({ kty, crv, x, y, n, e, d, p, q, dp, dq, qi }).filter(
    ([, part]) => part !== undefined,
  )
  return {
    kid: jwk.kid,
    alg,
    thumbprint: typeof thumbprint === 'string' ? thumbprint : null,
    jwk: Object.fromEntries(parts) as unknown as JsonWebKey,
  }
}

function curveFault({ kty, crv, x, y }: JsonWebKey): string | undefined {
  return kty === 'EC' && crv === 'P-256' && x && y ? undefined : 'is no key on P-256'
}

function modulusFault({ kty, n, e }: JsonWebKey): string | undefined {
  if (kty !== 'RSA' || !n || !e) return 'is no RSA key'
  return n.length * BITS_PER_CHARACTER < LEAST_BITS ? `is shorter than ${LEAST_BITS} bits` : undefined
}

function publicPart({ kty, crv, x, y, n, e }: JsonWebKey): Record<string, string> {
  const parts = Object.entries({ kty, crv, x, y, n, e })
  return Object.fromEntries(parts.flatMap(([name, part]) => (part === undefined ? [] : [[name, part]])))
}
