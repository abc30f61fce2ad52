import type { ClaimedMessage } from '../data/outbox-store.ts'
import { INVITATION_MINUTES } from '../identity/sign-in.ts'
import { toLanguage } from '../text/language.ts'
import { type Text, textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { BROKEN, mail, textsIn, type Words } from './told.ts'

/** Kinds of messages about roles. */
export const INVITATION = 'invitation'
export const LET_IN = 'administrator-let-in'
export const WAS_RESET = 'sign-in-reset'

/** An invitation, in the language that whoever invites has chosen: whoever is invited has chosen none yet. */
export function invitationWords({ now }: Context, { payload, createdAt }: ClaimedMessage): Words {
  const said = textsIn(payload, 'email', 'url', 'role', 'language')
  if (!said) return BROKEN
  if (createdAt + INVITATION_MINUTES <= now) return { kind: 'unneeded', why: 'the invitation has run out' }
  const { scope = '', isAnew = false } = { ...(payload as { scope?: string; isAnew?: boolean }) }
  const { members, words } = textFor(toLanguage(said.language) ?? 'nb')
  const roles: Readonly<Record<string, string>> = words.roles
  return mail(
    said.email,
    isAnew
      ? members.mails.reopened(said.url)
      : members.mails.invitation(roles[said.role] ?? '', scope, said.url),
  )
}

export function letInWords({ payload }: ClaimedMessage, { members }: Text): Words {
  const said = textsIn(payload, 'email', 'scope')
  return said ? mail(said.email, members.mails.letIn(said.scope)) : BROKEN
}

export function wasResetWords({ payload }: ClaimedMessage, { members }: Text): Words {
  const said = textsIn(payload, 'email')
  return said ? mail(said.email, members.mails.wasReset()) : BROKEN
}
