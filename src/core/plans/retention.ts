/** A kind of what the installation keeps of people. What is said of each on the privacy page goes by the same names. */
export type RetentionClass =
  | 'rota'
  | 'doctors'
  | 'contact'
  | 'availability'
  | 'grounds'
  | 'wishes'
  | 'comments'
  | 'discardedDrafts'
  | 'setUpChanges'
  | 'accounts'
  | 'endedRoles'
  | 'reportOpenings'
  | 'invitations'
  | 'sessions'
  | 'signInAttempts'
  | 'heldForms'
  | 'rateCounts'
  | 'calendarLinks'
  | 'notices'
  | 'sentMessages'
  | 'deadMessages'
  | 'log'

export type Keeping =
  /** Local months, counted from midnight of the date that `from` names. */
  | { readonly kind: 'months'; readonly months: number; readonly from: RetentionStart }
  | { readonly kind: 'days'; readonly days: number; readonly from: RetentionStart }
  /** To the minute that it says of itself; what it was for is over then. */
  | { readonly kind: 'until-expiry' }
  /** While the role, the duty or the link is there; ended by a person, never by time. */
  | { readonly kind: 'while-used' }
  /** No one has said how long: nothing goes until the body that answers for it decides. */
  | { readonly kind: 'undecided' }

/** What time is counted from. */
export type RetentionStart =
  | 'wish-over'
  | 'exemption-ended'
  | 'plan-over'
  | 'changed'
  | 'ended'
  | 'expired'
  | 'sent'
  | 'given-up'
  | 'duty-over'
  | 'tried'
  | 'happened'

/** What a time rests on. `law` and `agreement` bind; `choice` is ours, and the body that answers may set it otherwise. */
export type RetentionSource = 'law' | 'choice' | 'security'

export interface RetentionRule {
  readonly keeping: Keeping
  readonly source: RetentionSource
}

const months = (amount: number, from: RetentionStart, source: RetentionSource = 'choice'): RetentionRule => ({
  keeping: { kind: 'months', months: amount, from },
  source,
})
const days = (amount: number, from: RetentionStart, source: RetentionSource = 'choice'): RetentionRule => ({
  keeping: { kind: 'days', days: amount, from },
  source,
})
const untilExpiry: RetentionRule = { keeping: { kind: 'until-expiry' }, source: 'security' }
const whileUsed: RetentionRule = { keeping: { kind: 'while-used' }, source: 'choice' }
const undecided: RetentionRule = { keeping: { kind: 'undecided' }, source: 'law' }

/**
 * How long each kind is kept: the one table that the night's sweep, the dry run and the privacy page read. The rota follows the
 * body's archive duty (arkivlova), which sets no time by itself; the log cannot lose rows without breaking its chain.
 */
export const RETENTION: Readonly<Record<RetentionClass, RetentionRule>> = {
  rota: undecided,
  doctors: undecided,
  contact: whileUsed,
  availability: undecided,
  grounds: months(3, 'exemption-ended'),
  wishes: months(12, 'wish-over'),
  comments: months(12, 'plan-over'),
  discardedDrafts: months(12, 'plan-over'),
  setUpChanges: days(90, 'changed'),
  accounts: whileUsed,
  endedRoles: days(365, 'ended'),
  reportOpenings: days(365, 'happened'),
  invitations: days(30, 'expired'),
  sessions: untilExpiry,
  signInAttempts: untilExpiry,
  heldForms: untilExpiry,
  rateCounts: days(1, 'tried', 'security'),
  calendarLinks: days(365, 'ended'),
  notices: days(365, 'duty-over'),
  sentMessages: days(90, 'sent'),
  deadMessages: days(365, 'given-up'),
  log: undecided,
}

// The keys of a record are the names of its type.
export const RETENTION_CLASSES = Object.keys(RETENTION) as readonly RetentionClass[]
