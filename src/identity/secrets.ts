import { providerKeysOf } from './provider-keys.ts'

/** Secrets that an installation does not run without in production. */
export type SecretName = 'FEED_KEYS' | 'GROUND_KEYS'

/** What it is given: its environment on Node, the Worker's secrets on the platform. Keys of providers are read by provider-keys.ts. */
export type GivenSecrets = Readonly<Partial<Record<SecretName | 'OIDC_KEYS', string | undefined>>>

/** Keys under one name, the newest first: it makes what is new, and all of them open what is old. */
export type Keys = readonly [string, ...string[]]

interface Secret {
  /** What it is for, said where it is missing. */
  readonly use: string
  /** Known to everybody who reads this, so that nothing made with it is worth anything but on a developer's machine. */
  readonly inDevelopment: string
}

const SECRETS: Readonly<Record<SecretName, Secret>> = {
  FEED_KEYS: {
    use: 'calendar links are made and checked with it',
    inDevelopment: 'development-calendar-key-not-a-secret',
  },
  GROUND_KEYS: {
    use: 'why somebody is exempt is stored sealed with it',
    inDevelopment: 'development-sealing-key-not-a-secret',
  },
}

/** Characters that no guessing reaches (OWASP ASVS 11.2.3 asks for 128 bits). */
const SHORTEST_KEY = 32

/**
 * The keys under a name, separated by commas; a developer's machine makes do with one that is no secret.
 * @throws when one is missing in production, or is short or easily guessed anywhere, in a sentence for whoever runs it.
 */
export function keysOf(name: SecretName, given: GivenSecrets, mode: 'development' | 'production'): Keys {
  const text = given[name] ?? ''
  const known = looked.get(`${mode} ${name} ${text}`)
  if (known) return known
  const keys = lookedOver(name, text, mode)
  looked.set(`${mode} ${name} ${text}`, keys)
  return keys
}

/** Found good before: the platform has no start of its own, so that every request asks. */
const looked = new Map<string, Keys>()

function lookedOver(name: SecretName, text: string, mode: 'development' | 'production'): Keys {
  const { use, inDevelopment } = SECRETS[name]
  const [first, ...rest] = text.split(',').flatMap((key) => key.trim() || [])
  if (first === undefined) {
    if (mode === 'development') return [inDevelopment]
    throw new Error(`${name} is not set: ${use}`)
  }
  for (const [at, key] of [first, ...rest].entries()) {
    const fault = keyFault(key)
    if (fault !== undefined) throw new Error(`key ${at + 1} of ${name} ${fault}`)
  }
  return [first, ...rest]
}

/** All secrets, so that none is missed only where it is needed. @throws as `keysOf` does, for the first that is not good. */
export function demandSecrets(given: GivenSecrets, mode: 'development' | 'production'): void {
  for (const name of SECRET_NAMES) keysOf(name, given, mode)
  providerKeysOf(given.OIDC_KEYS)
}

// The keys of the record are the union's members and nothing else.
const SECRET_NAMES = Object.keys(SECRETS) as SecretName[]

function keyFault(key: string): string | undefined {
  if (key.length < SHORTEST_KEY) return `is shorter than ${SHORTEST_KEY} characters`
  if (Object.values(SECRETS).some(({ inDevelopment }) => key.includes(inDevelopment)))
    return 'is known to everybody'
  return isGuessable(key)
    ? 'is easily guessed: draw it by chance, as `openssl rand -base64 48` does'
    : undefined
}

/** Bits below which a key is no random one: 32 hexadecimal digits drawn by chance have more than 100 by this count. */
const LEAST_BITS = 80
const LEAST_STEPS = 10

/**
 * Whether a key was plainly not drawn by chance: few characters, one piece again and again, or the order of the alphabet. Counts
 * the entropy of its characters once for each three in a row that have not been before, and the differences between neighbours.
 */
function isGuessable(key: string): boolean {
  const codes = [...key].map((character) => character.codePointAt(0) ?? 0)
  const triples = new Set(codes.slice(2).map((_, at) => codes.slice(at, at + 3).join()))
  const steps = new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0)))
  return steps.size < LEAST_STEPS || entropyOf(codes) * (triples.size + 2) < LEAST_BITS
}

/** Bits a character carries, as often as each occurs (Shannon). */
function entropyOf(codes: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts.values()]
    .map((count) => count / codes.length)
    .reduce((bits, share) => bits - share * Math.log2(share), 0)
}
