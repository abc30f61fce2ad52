import { visible } from '../plain-text.ts'
import { count, dateOnly } from './format.ts'

/** Sentences of the pages outside the board. */
export const frame = {
  skipLink: 'Skip to main content',
  ownMenu: 'Your page',
  districtMenu: 'The district',
  languages: 'Language',
  crumbs: 'You are here',
  footer: 'Legevaktplan keeps nothing about patients. Never write about patients here.',
}

export const menu = {
  overview: 'Overview',
  rota: 'Rota',
  drafts: 'Drafts',
  wishes: 'Wishes',
  doctors: 'Doctors',
  hours: 'Hours',
  ledger: 'Ledger',
  calendar: 'Calendar',
  agreement: 'Agreement',
  setUp: 'Set-up',
  members: 'Access',
}

/** What was just done, picked by a code in the address. */
export const flash = {
  'erasure-asked': 'You have asked to be erased. The coordinator is told by email.',
  'erasure-withdrawn': 'You have taken back that you want to be erased.',
  'person-erased': 'The doctor has been erased.',
  'draft-opened': 'The draft is made. What is published in the period already is in it.',
  edited: 'The change is saved in the draft.',
  repaired: 'The proposal is in the draft. Look over and publish. You can undo it.',
  restored: 'The draft holds the duties as they were. Look it over, and publish when it is to hold.',
  renamed: 'The name is saved.',
  discarded: 'The draft is discarded. You can bring it back at the foot of this page.',
  'brought-back': 'The draft is back.',
  circulated: 'The draft is out for comments. Send the link to the doctors.',
  'taken-back': 'The draft is taken back. The doctors can no longer read it.',
  commented: 'Your comment is sent to the coordinator.',
  'comment-marked': 'The comment is marked.',
  undone: 'The latest change is undone.',
  redone: 'The change is made again.',
  started: 'The district is made. Look it over below, and make the first plan when you are ready.',
  'set-up-saved': 'The change is saved. You can undo it under Set-up.',
  'set-up-undone': 'The change is undone.',
  published: 'The rota is published. Those it concerns are told.',
  amended: 'The duty is changed. Those it concerns are told.',
  'share-corrected': 'The correction is saved.',
  'period-closed': 'The period is closed. Its figures do not change any more.',
  'outcome-recorded': 'It is saved how the duty went.',
  'wish-added': 'The wish is saved.',
  'wish-on-duty':
    'The wish is saved, but there is a published duty on one of the days already. The wish does not move the duty. It must be swapped, or changed by the coordinator.',
  'wish-removed': 'The wish is removed.',
  'day-note-saved': 'The note is saved.',
  'rota-pasted': 'The duties are in the draft. You can undo the whole step.',
  'absences-pasted': 'The absences are saved.',
  'doctors-pasted': 'The doctors are saved.',
  'wishes-pasted': 'The wishes are saved.',
  imported: 'The district is read in.',
  'value-adopted': 'The new value is saved.',
  'value-ended': 'The end is saved.',
  'calendar-revoked': 'The calendar link is turned off.',
  'calendar-changed': 'The change is saved. The calendar shows it the next time it fetches the duties.',
  'messages-chosen': 'The choice is saved.',
  'signed-out': 'You are signed out.',
  'session-ended': 'The sign-in is ended.',
  'address-changed': 'The email address is changed.',
  'phone-changed': 'The phone number is changed.',
  'sessions-ended': 'All other sign-ins are ended.',
  'held-dropped': 'It is thrown away.',
  'exemption-claimed': 'Your claim is saved. The exemption holds without anybody having to decide it.',
  'exemption-withdrawn': 'The exemption is withdrawn. You can claim it again later.',
  'exemption-entered': 'The exemption is saved.',
  'exemption-ended': 'The exemption is ended.',
  'ground-released': 'The doctor’s account can now read the reason.',
  'ground-handed-over': 'The exemption is handed over to the other municipality.',
  'ground-told': 'The reason is saved.',
  'appeal-recorded': 'The appeal is recorded.',
  'away-entered': 'It is saved that the doctor is not available.',
  'away-changed': 'The dates are changed.',
  'away-ended': 'The doctor is available again from the date you gave.',
  'change-confirmed': 'Thank you. The coordinator sees that you have seen the change.',
  'confirmation-taken-back': 'The confirmation is taken back.',
  'notice-confirmed': 'It is stored that the doctor was rung and has confirmed.',
  'notice-reopened': 'Undone. The doctor stands as not confirmed.',
  'role-taken': 'The role has been taken away. You can give it back at the end of the page.',
  'role-given-back': 'The role has been given back.',
  'member-signed-out': 'They have been signed out everywhere.',
  'invitation-withdrawn': 'The invitation has been withdrawn. Its link works no more.',
  'account-disabled': 'The account has been shut, and they have been signed out everywhere.',
  'account-enabled': 'The account has been opened again.',
  'made-for-others': 'The district has been made. Invite a coordinator below.',
  'sent-again': 'The message is put out again and will be sent shortly.',
  'provider-linked': 'The sign-in is linked to your account.',
  'provider-unlinked': 'The sign-in is no longer linked to your account.',
  'issuer-saved': 'The sign-in service is saved.',
  'passkey-added': 'The passkey is added. You can sign in with it next time.',
  'passkey-renamed': 'The new name is saved.',
  'passkey-removed': 'The passkey is removed. If you are still signed in elsewhere, you can end that below.',
}

export const notFound = {
  title: 'Page not found',
  sentence: 'The page does not exist, or you do not have access to it.',
  home: 'Go to the front page',
}

export const fault = {
  title: 'Something went wrong on our side',
  sentence: (requestId: string) =>
    `Try again in a while. If it does not get better, tell us and give the number ${requestId}.`,
}

/** One sentence for each way of saying no: what stands in the way, and what to do. */
export const refusals = {
  title: 'It did not work',
  'not-signed-in': 'You must sign in first.',
  'needs-strong-sign-in': 'This asks for a safer way of signing in, such as a passkey.',
  'confirm-again': 'First confirm that it is you.',
  'too-many': 'Too many attempts in a short time. Wait a little and try again.',
  busy: 'Very many people are changing something right now, so this was not saved. Try again.',
  'not-allowed': 'The page does not exist, or you do not have access to it.',
  'not-found': 'The page does not exist, or you do not have access to it.',
  invalid: 'Something in the form must be put right.',
  'file-refused': 'The file cannot be read in. Nothing has been saved.',
  'invalid-slices':
    'The parts of the duty do not add up. Each part must lie within the duty, and two doctors cannot cover the same time.',
  'stale-revision':
    'Somebody else has changed the rota since you opened the page. Look over again and try once more.',
  'double-booked': 'The doctor has another duty at this time already, perhaps in another district.',
  'cell-changed':
    'Somebody else has changed this duty since you opened the page. See what it is now, and try again.',
  'draft-moved':
    'The draft has been changed since you opened the page. Nothing has been published. This is how it is now: look it over again before you publish.',
  'draft-closed':
    'The draft is no longer as it was when you opened the page. It may be published, discarded or out for comments. Look at it again.',
  clashing:
    'Duties have been changed both in the draft and in the rota. Choose in the draft what is to count, and try again.',
  locked: 'The duty is locked. Unlock it first.',
  'nothing-to-undo': 'You have nothing to undo in this draft.',
  'nothing-to-redo': 'You have nothing to redo in this draft.',
  'reload-needed': 'The page has been updated. Load it again.',
  'key-reused': 'The change was sent before, with another content. Load the page again.',
  'rule-broken': 'Something breaks a rule and must be put right or given a reason first.',
  'nothing-changed': 'There is no difference from what is published already.',
  'period-closed':
    'The period is closed, and its figures do not change any more. Write a correction in the ledger instead.',
  'already-closed': 'The period is closed already.',
  'not-over': 'The period is not over yet. It can be closed when its last day is over.',
  'nothing-to-close': 'No duties are published in this period, so there is nothing to close.',
  'overlaps-closed':
    'Part of the period lies in another period that is closed. Each day can be closed only once.',
  'build-running': 'The draft is being built already. Wait until it is done.',
  'cannot-build': 'The draft cannot be built as it stands.',
  'link-used': 'The link is used, too old or wrong. Ask for a new one.',
  'passkey-refused': 'The passkey was not accepted. Try again, or sign in another way.',
  'too-many-passkeys':
    'You have as many passkeys as one account can have. Remove one you do not use, and try again.',
  'provider-refused':
    'The answer from the sign-in service cannot be used. It may be too old, used before or opened in another browser. Start signing in again.',
  'provider-cancelled': 'Signing in was cancelled. Nothing has changed.',
  'provider-down':
    'The sign-in service does not answer as it should right now. Try again in a while, or sign in with a passkey or a link by email.',
  'not-linked':
    'No account here is linked to this sign-in. Sign in some other way first, and link it under My account. If you have no account, you must be invited.',
  'linked-elsewhere':
    'This sign-in is linked to another account, or your account is linked to another sign-in at the same service.',
  'last-way-in': 'This is the last way you can sign in securely, and your roles need one. Add another first.',
  'link-made': 'This calendar link has been made already. Its address was shown once.',
  'erased-person':
    'Somebody in the file has been erased from the district. They can’t be brought back by name. Take them out, or enter them as new. Nothing is stored.',
  'still-used':
    'Something that is no longer in the file is in use in the rota or in a draft. Nothing has been saved.',
  duplicate: 'Something in the file is in use already with other details. Nothing has been saved.',
  'led-already': 'Somebody leads this already and gives access to it. Ask them.',
  'last-member':
    'You are the only one who can sign in and manage this. Invite somebody else first, and wait until they have signed in.',
  'beyond-reach':
    'This sign-in can’t be reset from here. Ask the administrator of the installation for help.',
  'own-account': 'You can’t do this to your own account. Ask another administrator.',
  'own-address-only':
    'The doctor has or has had an exemption, and only the doctor and the municipality may read why. So the invitation can go only to the doctor’s own address.',
  'has-way-in':
    'The doctor has access already and can sign in. If that does not work, you can reset their sign-in under Access.',
  'invited-elsewhere-first':
    'The doctor was first entered in another district, and must have the first invitation from there. Ask the doctor for that. When the doctor can sign in, you can invite from here.',
  'not-empty': 'This can be done only in an empty installation.',
}

export const form = {
  problems: 'This must be put right',
  problemAt: (label: string | undefined, problem: string | null) => {
    if (problem === null) return label === undefined ? 'Fill in the field' : `Fill in: ${label}`
    if (label === undefined) return problem
    return label.endsWith('?') ? `${label} ${problem}` : `${label}: ${problem}`
  },
  choose: 'Choose',
  copy: 'Copy the link',
  copied: 'The link is copied.',
}

const given = (value: string) => (value === '' ? '' : `: “${visible(value)}”`)

/** What is wrong with one field, with what was given. */
export const fieldProblems = {
  'duties-ahead': (value: string) => `The doctor has ${value} duties ahead. Give them to others first`,
  'agreement-runs': () =>
    'The agreement or the place in the rota has not ended. End the doctor in the district first',
  'holds-role': () => 'The doctor has another role in the district too. Take it away first',
  'build-runs': () => 'A build is running. Wait until it is done',
  'not-the-name': () => 'Type the whole name as it stands on the page',
  'written-since': () =>
    'Somebody has written about the doctor since you opened the page. Look over what is new',
  'wrong-code': () => 'The code is wrong, or no longer works. Look once more, or ask for a new link',
  'not-chosen': () => 'Choose an answer',
  missing: () => 'Fill in the field',
  'too-long': () => 'The text is too long',
  'hidden-character': (value: string) =>
    `The text has characters that do not show. Remove them${given(value)}`,
  'unknown-period': (value: string) =>
    `“${value}” is no kind of period. Choose week, month, quarter, year or plan`,
  'not-a-date': (value: string) =>
    value === '' ? 'Fill in the date' : `Write a date that exists, for example 28.03.2027${given(value)}`,
  'not-a-time': (value: string) =>
    value === '' ? 'Fill in the time' : `Write a time, for example 20:00${given(value)}`,
  'ends-before-start': (value: string) => `The end must come after the start${given(value)}`,
  'period-too-long': () => 'The period is too long. It can be at most 54 weeks.',
  'unknown-doctor': (value: string) => `No doctor in the district has this name${given(value)}`,
  'unknown-line': (value: string) => `The district has no such line${given(value)}`,
  'unknown-duty': (value: string) => `The duty does not exist${given(value)}`,
  'unknown-wish': () => 'The wish no longer exists',
  'unknown-stance': (value: string) =>
    value === ''
      ? 'The wish is missing. Write “wish”, “rather not” or “cannot”'
      : `Write “wish”, “rather not” or “cannot”${given(value)}`,
  'unknown-weight': (value: string) =>
    `Write “a little important”, “important” or “very important”, or 1, 2 or 3${given(value)}`,
  'not-a-provider': (value: string) =>
    `Write the address that the service states as its issuer. It begins with https:// and has an ordinary name${given(value)}`,
  'not-a-tenant': (value: string) =>
    `Write the id of the tenant, 36 characters with hyphens. One that is for everybody, such as “common”, cannot be used${given(value)}`,
  'no-openid': () => 'The scope must have the word openid',
  'no-provider-key': () =>
    'The installation lacks the key that the service knows it by (OIDC_KEYS). Whoever runs it must add that first.',
  'not-a-phone-number': (value: string) => `Write a phone number, for example 912 34 567${given(value)}`,
  'not-an-address': (value: string) => `Write an email address, for example kari@kommune.no${given(value)}`,
  'out-of-range': (value: string) => `The value is outside what is allowed${given(value)}`,
  'not-a-duration': (value: string) => `Write for example 7:30 or 7.5${given(value)}`,
  'not-a-number': (value: string) => `Write a whole number, for example 45${given(value)}`,
  'longer-than-72-hours': () => 'A duty can last at most 72 hours. Look over the dates',
  'not-a-minute': () => 'Write minutes from 0 to 59. Whole hours belong in the field for hours',
  'longer-than-12-hours': () => 'The time from start to end can be at most 12 hours',
  'shorter-than-4-hours': () => 'The time from start to end must be at least 4 hours',
  'longer-than-whole': () => 'This is more than the whole time from start to end',
  'empty-value': () => 'Fill in the value. If it is no longer to hold, let it end instead',
  'date-out-of-range': (value: string) => `The date is outside what Legevaktplan reckons with${given(value)}`,
  'active-too-long': () => 'The active time is longer than the duty. Write minutes',
  'in-the-future': (value: string) => `This has not been yet${given(value)}`,
  'not-this-duty': () => 'The time lies outside the duty. Look over the dates',
  'begun-too-early': () => 'The duty can have begun at most 12 hours before it was set. Look over the date',
  'ended-too-late': () => 'The duty can have ended at most 12 hours after it should. Look over the date',
  'over-own-duty': () =>
    'The doctor has another duty in this time, and each hour counts on one duty. Let the time end where the other duty begins, or put the other duty right first',
  zero: () => 'Write a number other than 0',
  'in-the-past': (value: string) => `The date cannot lie before today${given(value)}`,
  'outside-absence': () => 'The day must lie in the absence',
  'no-gp-agreement': () => 'The doctor has no GP agreement with a municipality on this day',
  'not-home-municipality': () =>
    'Only the municipality that the doctor has a GP agreement with can decide this',
  'birth-date-not-known': () => 'The date of birth is not recorded. Ask the coordinator to record it',
  'before-right': (value: string) => `The right holds only from ${dateOnly(value)}`,
  'before-claim': (value: string) =>
    `The exemption can at the earliest hold from the day it is claimed, ${dateOnly(value)}`,
  'longer-than-right': (value: string) => `The exemption cannot last longer than until ${dateOnly(value)}`,
  'has-role': () => 'This address has this access to the district already',
  'invite-doctor-first': () =>
    'This is the address of a doctor of the district who has no account yet. Invite the doctor as a doctor first',
  'already-claimed': () => 'The right is claimed for this time already',
  'already-exempt': (value: string) =>
    `The doctor has such an exemption from ${dateOnly(value)} already. End it first, or choose days it does not hold`,
  'already-away': (value: string) =>
    `The absence from ${dateOnly(value)} is recorded with these days already`,
  'outside-contract': (value: string) =>
    `The exemption must lie within the agreement${value === '' ? '' : ` (${dateOnly(value)})`}`,
  'not-a-right': () => 'This exemption is not one that the doctor can withdraw',
  'already-ended': () => 'It ends earlier than this already',
  'already-told': () => 'The reason is recorded already',
  'municipality-decides': () =>
    'The municipality records this itself. Ask the doctor to take it up with the municipality',
  'not-a-step': () => 'The appeal has not come so far, or it is decided',
  'given-twice': (value: string) => `This stands twice${given(value)}`,
  'in-closed-period': (value: string) =>
    `The period before ${dateOnly(value)} is closed, and its figures do not change. Choose that date or later`,
  'before-first-duty': (value: string) =>
    value === ''
      ? 'No duties are published yet, so there is nothing to correct'
      : `The first published duty is ${dateOnly(value)}. Choose a date from that year on`,
  'before-earlier-value': (value: string) =>
    `Another value holds from ${dateOnly(value)}. Choose a later date, and what has been is kept`,
  'not-in-force': (value: string) => `No value holds on ${dateOnly(value)}`,
  'longer-than-18-months': () => 'The period can be at most 18 months',
  'no-duties-then': () => 'You have no duties in this period',
}

export const signIn = {
  signOut: 'Sign out',
  /** Asked of whoever signs out while edits of a board wait to be stored. */
  unsent:
    'This browser has changes to a draft that are not stored yet. If you sign out, they are lost. Sign out anyway?',
}

export const districts = {
  title: 'Out-of-hours districts',
  weak: 'Your role asks for a safer sign-in than the one you have used now. Then you see what it gives access to.',
  none: 'You do not have access to any district yet. Ask the duty coordinator for an invitation.',
  noneForAdministrator:
    'There are no districts here yet. Make a new one with a few questions, or read in a district file.',
  noRole: 'You have no role here, and so do not see the rota.',
  whoLeads: 'See who leads the district',
  municipalities: 'Your municipality',
  reports: 'Load reports',
  report: (municipality: string, district: string) => `${municipality} in ${district}`,
  import: 'Read in a district file',
  myDuties: 'See my duties',
}

export const districtHome = {
  publishedUntil: (date: string) => `The rota is published up to and including ${date}`,
  nothingPublished: 'No rota is published yet',
  openDuties: (amount: number) => count(amount, 'open duty', 'open duties'),
  noOpen: 'All published duties in the period have a doctor',
  seeRota: 'See the rota',
  newDraft: 'Make a new plan',
  continueDraft: (name: string) => `Go on with “${name}”`,
  drafts: 'Drafts in progress',
  noDrafts: 'You have no drafts in progress.',
  heaviest: 'What is most urgent',
  load: 'Duty time per doctor in the whole plan',
  loadNote: 'The mark shows the fair share.',
  reports: 'Load report for the municipality',
  file: 'District file',
  export: 'Download the district file',
  import: 'Read in a new version',
  exportNote: 'The file never holds the reason for an exemption.',
}

export const rota = {
  title: 'Rota',
  empty: 'No duties are published in these weeks.',
  emptyNext: 'Go to the latest publication',
}
