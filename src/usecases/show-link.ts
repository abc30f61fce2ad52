import { findInvitation } from '../data/invitation-store.ts'
import { findLoginLink } from '../data/login-link-store.ts'
import {
  browserHashOf,
  codeOf,
  isBoundElsewhere,
  isOpen,
  type LinkPurpose,
} from '../identity/one-time-link.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'

export interface ShowLinkInput {
  readonly token: string
  readonly browserSecret?: string | undefined
  readonly purposes: readonly LinkPurpose[]
}

/** What an open link shows: a button where it may be used, else the code to type in the browser that asked for it. */
export type ShownLink =
  | { readonly kind: 'here'; readonly isInvitation: boolean }
  | { readonly kind: 'elsewhere'; readonly code: string }

/** Looks and changes nothing, however often: mail scanners follow links. A link that opens nothing is refused as when used. */
export async function showLink(
  ctx: Context,
  { token, browserSecret, purposes }: ShowLinkInput,
): Promise<Result<ShownLink>> {
  const [hash, browserHash] = await Promise.all([ctx.hash(token), browserHashOf(ctx.hash, browserSecret)])
  const [link, invitation] = await Promise.all([findLoginLink(ctx.db, hash), findInvitation(ctx.db, hash)])
  if (link && isOpen(link, purposes, ctx.now))
    return isBoundElsewhere(link, browserHash)
      ? done({ kind: 'elsewhere', code: await codeOf(ctx.hash, token) })
      : done({ kind: 'here', isInvitation: false })
  const isInvitation = invitation && invitation.acceptedAt === null && invitation.expiresAt > ctx.now
  return isInvitation && purposes.includes('mailed')
    ? done({ kind: 'here', isInvitation: true })
    : refused({ kind: 'link-used' })
}
