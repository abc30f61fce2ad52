import { isLocalDate } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'
import type { ShownForm } from '../../usecases/show-held-form.ts'

type PageWord = keyof Text['access']['held']['pages']

/** By the address that a form was sent to; the first that fits. */
const PAGES: readonly (readonly [RegExp, PageWord])[] = [
  [/\/publish$/, 'publish'],
  [/\/day-notes$/, 'day-note'],
  [/\/agreement\//, 'agreement'],
  [/\/wishes\//, 'wish'],
  [/\/members(\/|$)/, 'member'],
  [/\/(invitation|readers)$/, 'invitation'],
  [/\/calendar(\/|$)/, 'calendar'],
  [/\/exemptions?(\/|$)/, 'exemption'],
  [/\/(absences|unavailable)(\/|$)/, 'absence'],
  [/\/(new-doctor|doctors)(\/|$)/, 'doctor'],
  [/^\/(import|start)$|\/(settings|setup|lines|new-line)(\/|$)/, 'set-up'],
  [/\/(duties|repair)(\/|$)/, 'change'],
  [/\/(drafts|new-draft|circulated|revisions)(\/|$)/, 'draft'],
  [/\/(corrections|close-period)$/, 'ledger'],
  [/\/(changes|notices|undelivered)(\/|$)/, 'notice'],
  [/^\/me\/access(\/|$)/, 'access'],
  [/^\/me(\/|$)/, 'own'],
]

/** What the page was about. */
export function pageWordOf(address: string): PageWord {
  const path = address.split('?')[0] ?? ''
  return PAGES.find(([pattern]) => pattern.test(path))?.[1] ?? 'other'
}

type ActWord = keyof Text['access']['held']['acts']

/** What a button alone does, by the address that it sends to. */
const ACTS: readonly (readonly [RegExp, ActWord])[] = [
  [/\/calendar\/[^/]+\/replace$/, 'replace-link'],
  [/\/calendar\/[^/]+\/revoke$/, 'revoke-link'],
  [/\/members\/[^/]+\/remove$/, 'remove-member'],
  [/\/members\/[^/]+\/give-back$/, 'give-back'],
  [/\/members\/[^/]+\/end-sessions$/, 'end-sessions'],
  [/\/(members|accounts)\/[^/]+\/reset$/, 'reset'],
  [/\/accounts\/[^/]+\/disable$/, 'disable'],
  [/\/accounts\/[^/]+\/enable$/, 'enable'],
  [/\/invitations\/[^/]+\/withdraw$/, 'withdraw'],
  [/\/(invitation|invitations|members)$/, 'invite'],
  [/\/publish$/, 'publish'],
  [/\/passkeys\/[^/]+\/remove$/, 'remove-passkey'],
  [/^\/me\/access\/(end-others|sessions\/)/, 'end-session'],
  [/^\/me\/data\/erasure$/, 'ask-erasure'],
]

/** What a button would have done; undefined where only the page it was on is known. */
export function actWordOf(address: string): ActWord | undefined {
  const path = address.split('?')[0] ?? ''
  return ACTS.find(([pattern]) => pattern.test(path))?.[1]
}

export interface WrittenLine {
  /** Null: what the field is called is not known here. */
  readonly label: string | null
  readonly value: string
}

/** Names that pages give to what nobody writes. */
const OF_PAGES = /^(seen.*|key|stamp|draft|revision|step|form|do|view|place|part|waive.*|held-form|.*-?id)$/i
/** Words and numbers of our own, as a choice in a list has them, and long ones that nobody types. */
const OF_LISTS = /^[a-z]+(-[a-z]+)*$|^[\w-]{20,}$|^$/

/** What somebody wrote, in their order and as they read it; what the page carried for itself is left out. */
export function writtenLines(
  { address, fields }: Pick<ShownForm, 'address' | 'fields'>,
  { access: { held: text }, words }: Text,
): WrittenLine[] {
  // Buttons at one who has a role carry it too, where nobody chose it.
  const isRoleChosen = actWordOf(address) === 'invite'
  const roles: Readonly<Record<string, string>> = words.roles
  const labels: Readonly<Record<string, string>> = { ...text.labels, note: text.labels.text }
  return fields.flatMap(([name, given]) => {
    const value = given.trim()
    const label = Object.hasOwn(labels, name) ? (labels[name] ?? null) : null
    if (name === 'role' && !isRoleChosen) return []
    if (value === '' || (label === null && (OF_PAGES.test(name) || OF_LISTS.test(value)))) return []
    if (name === 'role') return [{ label, value: Object.hasOwn(roles, value) ? (roles[value] ?? '') : value }]
    return [{ label, value: isLocalDate(value) ? text.date(value) : value }]
  })
}
