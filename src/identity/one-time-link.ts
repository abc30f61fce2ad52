import type { Minute } from '../core/time/minute.ts'
import type { Database } from '../data/database.ts'
import {
  findLoginLink,
  type LinkToAccount,
  type LoginLink,
  type TriedCode,
  tryCode as tryStoredCode,
} from '../data/login-link-store.ts'

/** What a one-time link was made for; it opens nothing else. */
export type LinkPurpose =
  /** To sign in, asked for by address. */
  | 'mailed'
  /** To sign in, read in the terminal. */
  | 'printed'
  /** To show again who one is, asked for by whoever is signed in. */
  | 'confirm'
  /** To prove a new address of one's own, asked for by whoever is signed in. Its code is typed; there is no address to open. */
  | 'new-address'

/** Minutes a link is good for (OWASP ASVS 6.5.5 asks at most 10 for a mailed one). */
const LINK_MINUTES: Readonly<Record<LinkPurpose, number>> = {
  mailed: 10,
  printed: 15,
  confirm: 10,
  'new-address': 10,
}

/** When a link that was mailed at `createdAt` opens nothing any more. */
export function mailedLinkEnds(createdAt: Minute): Minute {
  return createdAt + LINK_MINUTES.mailed
}

/** The browser that asked for a link, and the digits that the link shows in any other. Both as hashes. */
export interface Binding {
  readonly browserHash: string
  readonly codeHash: string
}

export function newLink(
  hash: string,
  accountId: string,
  purpose: LinkPurpose,
  now: Minute,
  binding: Binding | null = null,
  email: string | null = null,
): LoginLink {
  const expiresAt = now + LINK_MINUTES[purpose]
  const bound = { browserHash: binding?.browserHash ?? null, codeHash: binding?.codeHash ?? null, tries: 0 }
  return { hash, accountId, purpose, email, ...bound, createdAt: now, expiresAt, usedAt: null }
}

type Hash = (text: string) => Promise<string>

const DIGITS = 6
const HEX_CHARACTERS = 12

/** The six digits that go with a token: whoever has the link has them, and nobody has the link by them. */
export async function codeOf(hash: Hash, token: string): Promise<string> {
  const hex = (await hash(`code of ${token}`)).slice(0, HEX_CHARACTERS)
  return String(Number.parseInt(hex, 16) % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** A million digits are soon tried on a copied database, so they are stored with the browser's secret, which is not in it. */
export async function bindingOf(hash: Hash, browserSecret: string, code: string): Promise<Binding> {
  const [browserHash, codeHash] = await Promise.all([
    browserHashOf(hash, browserSecret),
    hash(`code ${code} typed in ${browserSecret}`),
  ])
  return { browserHash, codeHash }
}

/** Null where the browser never asked for anything; no link is bound to that. */
export async function browserHashOf(hash: Hash, browserSecret: string): Promise<string>
export async function browserHashOf(hash: Hash, browserSecret: string | undefined): Promise<string | null>
export async function browserHashOf(hash: Hash, browserSecret: string | undefined): Promise<string | null> {
  return browserSecret === undefined ? null : hash(`browser ${browserSecret}`)
}

/** Codes that may be typed for a link (OWASP ASVS 6.6.3), inclusive. */
const MOST_TRIES = 5

export interface LinkUse {
  /** Of the token. */
  readonly hash: string
  /** Of the browser that has the link open; null where it never asked for anything. */
  readonly browserHash: string | null
  readonly now: Minute
}

/** Whether a link still lets somebody in, through this browser or through its code. */
export function isOpen(link: LinkToAccount, purposes: readonly LinkPurpose[], now: Minute): boolean {
  const isMeant = purposes.some((purpose) => purpose === link.purpose)
  const isGood = link.usedAt === null && link.expiresAt > now && link.tries < MOST_TRIES
  return isMeant && isGood && link.isActive
}

export function isBoundElsewhere(link: LoginLink, browserHash: string | null): boolean {
  return link.browserHash !== null && link.browserHash !== browserHash
}

/** The link if it may be used here and now for one of these purposes, else what refused it was about, as far as it is known. */
export async function findUsableLink(
  db: Database,
  use: LinkUse,
  purposes: readonly LinkPurpose[],
): Promise<{ readonly usable?: LinkToAccount; readonly accountId?: string }> {
  const link = await findLoginLink(db, use.hash)
  if (!link) return {}
  const isUsable = isOpen(link, purposes, use.now) && !isBoundElsewhere(link, use.browserHash)
  return isUsable ? { usable: link, accountId: link.accountId } : { accountId: link.accountId }
}

/** The link whose code was typed in the browser that asked for it; each call costs all open links of the browser one try. */
export async function tryCode(
  db: Database,
  binding: Binding,
  purpose: LinkPurpose,
  now: Minute,
): Promise<TriedCode> {
  const { link, accounts } = await tryStoredCode(db, { ...binding, purpose, most: MOST_TRIES, now })
  return { link: link?.isActive ? link : undefined, accounts }
}
