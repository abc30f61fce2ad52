import { type Account, sameEmailGuard } from '../data/account-store.ts'
import type { Write } from '../data/database.ts'
import { loginLinkWrites } from '../data/login-link-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import { type Binding, bindingOf, codeOf, type LinkPurpose, newLink } from '../identity/one-time-link.ts'
import type { Context } from './context.ts'
import { limit } from './limit.ts'
import type { Refused } from './refusal.ts'

/** Mails with a link to one address in an hour (OWASP ASVS 6.3.1), and from one network in all. */
const MOST_TO_ADDRESS = 5
const MOST_FROM_NETWORK = 20

/** Counts a mail that is asked for, whether it will be sent or not. The network first: who has used up its share uses up no address'. */
export async function limitLinkMails(ctx: Context, email: string): Promise<Refused | undefined> {
  const fromNetwork = ctx.from === undefined ? undefined : { key: `link-mails-from:${ctx.from}` }
  const isRefused =
    fromNetwork && (await limit(ctx, { ...fromNetwork, most: MOST_FROM_NETWORK, perMinutes: 60 }))
  return isRefused ?? limit(ctx, { key: `link-mails-to:${email}`, most: MOST_TO_ADDRESS, perMinutes: 60 })
}

/** A link that is not mailed yet, and may never be. */
export interface ReadyLink {
  readonly token: string
  readonly hash: string
  readonly binding: Binding
}

/** Made before it is known whether anybody gets it, so that it takes the same time. */
export async function readyLink(ctx: Context, browserSecret: string): Promise<ReadyLink> {
  const token = ctx.newSecret()
  const [hash, code] = await Promise.all([ctx.hash(token), codeOf(ctx.hash, token)])
  return { token, hash, binding: await bindingOf(ctx.hash, browserSecret, code) }
}

export interface LinkMail {
  readonly purpose: Exclude<LinkPurpose, 'printed' | 'new-address'>
  /** As in the table of wordings. */
  readonly kind: 'sign-in-link' | 'confirm-link'
  /** Before the token; without the host. */
  readonly path: string
}

/** Stores the link and the mail that carries it, unless the address has changed in the same moment. */
export function linkMailWrites(
  ctx: Context,
  { token, hash, binding }: ReadyLink,
  account: Pick<Account, 'id' | 'email'>,
  { purpose, kind, path }: LinkMail,
): Write[] {
  const message = {
    id: ctx.newId(),
    dedupKey: `${kind}:${hash}`,
    districtId: null,
    kind,
    personId: null,
    accountId: account.id,
    payload: { email: account.email, url: `${ctx.origin}${path}/${token}`, language: ctx.language },
    createdAt: ctx.now,
    dueAt: ctx.now,
  }
  return [
    sameEmailGuard(account),
    ...loginLinkWrites(newLink(hash, account.id, purpose, ctx.now, binding)),
    ...outboxWrites([message]),
  ]
}
