import { bySecret, inDevelopment, type Lock, mayBy, mayFresh, open, own, ownFresh } from './lock.ts'

/** To be shown one's own is to be let in: each finds what is theirs, and of others nothing. */
const ONESELF = mayBy('person:read-own-duties')
const OWN_CALENDAR = mayBy('person:manage-own-feeds')
const OWN_RIGHTS = mayBy('person:claim-own-rights')
const OWN_LINK = own('A calendar link of one’s own, to one’s own duties or to a district’s.')
const SIGNING_IN = open('Whoever comes must be able to show who they are.')
const READ_DRAFTS = mayBy('district:read-drafts')
const EDIT_DRAFTS = mayBy('district:edit-drafts')
const CIRCULATE = mayBy('district:circulate-drafts')
const BUILD = mayBy('district:build-rota')
const READ_ROTA = mayBy('district:read-rota')
const READ_HISTORY = mayBy('district:read-history')
const READ_HOURS = mayBy('district:read-hours', 'district:read-own-hours')
const READ_AGREEMENT = mayBy('district:read-agreement', 'municipality:read-agreement')
const CHANGE_AGREEMENT = mayBy('district:change-agreement')
const SET_UP = mayBy('district:replace-district')
const AVAILABILITY = mayBy('district:change-availability')
const CLOSE = mayBy('district:close-periods')
const CORRECT = mayBy('district:correct-shares')
const CONFIRM = mayBy('district:confirm-notices')
const DECIDE = mayBy('municipality:decide-exemptions')
/** A file names its district itself: whether that may be stored is asked when it has been read. */
const IMPORT = mayBy('installation:create-district', 'district:replace-district')
const CREATE = mayBy('installation:create-district')
const INSTALLATION = mayBy('installation:manage-installation')
const CHANGE_INSTALLATION = mayFresh('installation:manage-installation')
const CALENDAR = bySecret('A calendar program sends no session: its secret is all there is.')
const NO_CALENDAR = open('An address below that of calendars that is none, or another method: told nothing.')

/**
 * Every door of the product, by method and pattern, and what it asks: the policy of `policy.ts` as the doors apply it. A route
 * that does not stand here, or a row that no route has, fails the check; what each row says is held against the doors themselves.
 */
export const DOORS: Readonly<Record<string, Lock>> = {
  'GET /': own('The districts and municipalities that one has a place in.'),
  'GET /healthz': open('Monitors ask whether the database answers; it tells nothing of what is in it.'),
  'GET /assets/*': open('Built files, the same for everybody.'),
  'GET /robots.txt': open('Search engines are told to stay away.'),
  'GET /.well-known/jwks.json': open('Providers check our signature with it; it is the public half alone.'),
  'GET /.well-known/security.txt': open('Whoever has found a hole must know whom to tell (RFC 9116).'),
  'GET /privacy': open('What is kept of people is told to everybody.'),
  'POST /language': open('A language can be chosen before one signs in; it is kept in the browser.'),

  'GET /sign-in': SIGNING_IN,
  'POST /sign-in': SIGNING_IN,
  'GET /sign-in/code': SIGNING_IN,
  'POST /sign-in/code': bySecret(
    'The digits that a link shows elsewhere, in the browser that asked for it, once.',
  ),
  'GET /sign-in/:token': bySecret('Shows a button or the digits, and takes nothing.'),
  'POST /sign-in/:token': bySecret('A link from a mail or a terminal, once.'),
  'GET /confirm': own('Whoever is signed in shows again who they are.'),
  'GET /sign-in/held': own('What one’s own account has sent and had kept in this browser.'),
  'POST /sign-in/held': own('Throws away what one’s own account has had kept in this browser.'),
  'GET /me/access': own('Where one’s own account is signed in, and how it is.'),
  'GET /me/access/passkeys': ownFresh('Where a passkey of one’s own account is made.'),
  'POST /me/access/passkeys': ownFresh('A way in that is added lets somebody in for good.'),
  'GET /me/access/passkeys/:credential': own('A passkey of one’s own account.'),
  'POST /me/access/passkeys/:credential': own('The name of a passkey of one’s own account.'),
  'POST /me/access/passkeys/:credential/remove': ownFresh(
    'Without its passkeys an account is its mail’s alone.',
  ),
  'POST /me/access/sessions/:session/end': own('A session of one’s own account.'),
  'POST /me/access/end-others': own('Every session of one’s own account but this.'),
  'POST /confirm/mail': own('A link to one’s own address, to show again who one is.'),
  'GET /confirm/code': open('An empty field, the same for everybody.'),
  'POST /confirm/code': bySecret(
    'The digits that such a link shows elsewhere, in the session that asked for it, once.',
  ),
  'GET /confirm/:token': bySecret('Shows a button or the digits, and takes nothing.'),
  'POST /confirm/:token': bySecret('Such a link, in the session that asked for it, once.'),
  'POST /sign-in/provider/:issuer': SIGNING_IN,
  'GET /sign-in/answer': bySecret('What a provider answers, in the browser that was sent there, once.'),
  'POST /me/access/providers/:issuer': ownFresh('A way in that is added or taken away lasts.'),
  'POST /sign-in/passkey': SIGNING_IN,
  'POST /sign-in/passkey/options': open('What a passkey is to sign: tells nobody who has one.'),
  'GET /installation/retention': INSTALLATION,
  'POST /sign-out': open('Ends the session that the browser has, if any.'),

  'GET /installation/providers': INSTALLATION,
  'GET /installation/new-provider': INSTALLATION,
  'POST /installation/new-provider': CHANGE_INSTALLATION,
  'GET /installation/providers/:issuer': INSTALLATION,
  'POST /installation/providers/:issuer': CHANGE_INSTALLATION,
  'POST /installation/providers/:issuer/try': CHANGE_INSTALLATION,
  'GET /import': IMPORT,
  'POST /import': IMPORT,
  'GET /start': CREATE,
  'POST /start': CREATE,
  'GET /installation/log': mayBy('installation:read-audit'),
  'GET /undelivered': mayBy('installation:read-undelivered'),
  'POST /undelivered/:messageId/again': mayBy('installation:read-undelivered'),

  'GET /me/duties': ONESELF,
  'GET /me/duties/:districtId/:needId/:seat/duty.ics': ONESELF,
  'GET /me/changes': ONESELF,
  'POST /me/changes/:districtId/:revision': ONESELF,
  'POST /me/changes/:districtId/:revision/take-back': ONESELF,
  'GET /me/calendar': OWN_CALENDAR,
  'POST /me/calendar': OWN_CALENDAR,
  'GET /me/calendar/period.ics': ONESELF,
  'POST /me/calendar/messages': OWN_CALENDAR,
  'GET /me/calendar/:feedId/change': OWN_LINK,
  'POST /me/calendar/:feedId/change': OWN_LINK,
  'POST /me/calendar/:feedId/replace': ownFresh('A new address opens the calendar to whoever holds it.'),
  'POST /me/calendar/:feedId/revoke': OWN_LINK,
  'GET /me/exemptions': OWN_RIGHTS,
  'GET /me/exemptions/claim': OWN_RIGHTS,
  'POST /me/exemptions/claim': OWN_RIGHTS,
  'POST /me/exemptions/:districtId/:exemptionId/withdraw': OWN_RIGHTS,

  'POST /dev/setup': inDevelopment('Loads the examples and gives a way in.'),
  'GET /dev/sign-in': inDevelopment('Lists the accounts of the examples.'),
  'POST /dev/sign-in': inDevelopment('Signs in as one of the examples.'),
  'GET /dev/outbox': inDevelopment('Shows what would have been mailed.'),
  'GET /dev/outbox/:messageId/:attachment': inDevelopment('Shows what would have been mailed.'),

  'GET /districts/:districtId': mayBy('district:read-rota'),
  'GET /districts/:districtId/export': mayFresh('district:export-district'),
  'GET /districts/:districtId/tables/:file': mayFresh('district:export-district'),
  'GET /districts/:districtId/setup': SET_UP,
  'POST /districts/:districtId/setup/undo': SET_UP,
  'GET /districts/:districtId/settings': SET_UP,
  'POST /districts/:districtId/settings': SET_UP,
  'GET /districts/:districtId/lines': SET_UP,
  'GET /districts/:districtId/new-line': SET_UP,
  'POST /districts/:districtId/new-line': SET_UP,
  'GET /districts/:districtId/lines/:lineId': SET_UP,
  'POST /districts/:districtId/lines/:lineId': SET_UP,
  'POST /districts/:districtId/lines/:lineId/end': SET_UP,
  'GET /districts/:districtId/new-doctor': SET_UP,
  'POST /districts/:districtId/new-doctor': SET_UP,
  'GET /districts/:districtId/paste/doctors': SET_UP,
  'POST /districts/:districtId/paste/doctors': SET_UP,
  'GET /districts/:districtId/doctors': mayBy('district:read-doctors'),
  'GET /districts/:districtId/doctors/:personId': mayBy('district:read-doctors'),
  'POST /districts/:districtId/doctors/:personId/invitation': mayFresh('district:invite-people'),
  'GET /districts/:districtId/doctors/:personId/change': SET_UP,
  'POST /districts/:districtId/doctors/:personId/change': SET_UP,
  'POST /districts/:districtId/doctors/:personId/end': SET_UP,
  'GET /districts/:districtId/doctors/:personId/unavailable': AVAILABILITY,
  'POST /districts/:districtId/doctors/:personId/unavailable': AVAILABILITY,
  'POST /districts/:districtId/doctors/:personId/unavailable/:kind/:awayId/end': AVAILABILITY,
  'GET /districts/:districtId/doctors/:personId/absences/:absenceId': AVAILABILITY,
  'POST /districts/:districtId/doctors/:personId/absences/:absenceId': AVAILABILITY,
  'GET /districts/:districtId/absences': AVAILABILITY,
  'POST /districts/:districtId/absences': AVAILABILITY,
  'GET /districts/:districtId/paste/absences': AVAILABILITY,
  'POST /districts/:districtId/paste/absences': AVAILABILITY,
  'GET /districts/:districtId/readers': mayBy('district:invite-people'),
  'POST /districts/:districtId/readers': mayFresh('district:invite-people'),
  'GET /districts/:districtId/calendar': mayBy('district:subscribe-district'),
  'POST /districts/:districtId/calendar': mayBy('district:subscribe-district'),
  'POST /districts/:districtId/calendar/:feedId/end': mayBy('district:end-subscriptions'),
  'GET /districts/:districtId/now': READ_ROTA,
  'GET /districts/:districtId/rota': READ_ROTA,
  'GET /districts/:districtId/rota/print': READ_ROTA,
  'GET /districts/:districtId/duties/:needId/:seat': READ_ROTA,
  'POST /districts/:districtId/duties/:needId/:seat/amend': mayBy('district:amend-rota'),
  'POST /districts/:districtId/duties/:needId/:seat/outcome': mayBy(
    'district:record-outcomes',
    'district:record-own-outcomes',
  ),
  'GET /districts/:districtId/duties/:needId/:seat/why': mayBy('district:amend-rota'),
  'GET /districts/:districtId/repair': EDIT_DRAFTS,
  'POST /districts/:districtId/repair': EDIT_DRAFTS,
  'GET /districts/:districtId/day-notes': EDIT_DRAFTS,
  'POST /districts/:districtId/day-notes': EDIT_DRAFTS,
  'GET /districts/:districtId/revisions': READ_HISTORY,
  'GET /districts/:districtId/revision-comparison': READ_HISTORY,
  'GET /districts/:districtId/revisions/:revision': READ_HISTORY,
  'POST /districts/:districtId/revisions/:revision/draft': EDIT_DRAFTS,
  'GET /districts/:districtId/notices': mayBy('district:read-notices'),
  'POST /districts/:districtId/notices/:revision/:personId': CONFIRM,
  'POST /districts/:districtId/notices/:revision/:personId/reopen': CONFIRM,
  'GET /districts/:districtId/log': mayBy('district:read-audit'),
  'GET /districts/:districtId/undelivered': mayBy('district:read-notices'),
  'POST /districts/:districtId/undelivered/:messageId/again': CONFIRM,
  'GET /districts/:districtId/wishes': mayBy('district:enter-own-wishes', 'district:read-wishes'),
  'GET /districts/:districtId/wishes/new': mayBy('district:enter-own-wishes', 'district:enter-wishes'),
  'POST /districts/:districtId/wishes/new': mayBy('district:enter-own-wishes', 'district:enter-wishes'),
  'POST /districts/:districtId/wishes/:wishId/remove': mayBy(
    'district:enter-own-wishes',
    'district:enter-wishes',
  ),
  'GET /districts/:districtId/wishes/paste': mayBy('district:enter-wishes'),
  'POST /districts/:districtId/wishes/paste': mayBy('district:enter-wishes'),
  'GET /districts/:districtId/hours': READ_HOURS,
  'GET /districts/:districtId/ledger': READ_HOURS,
  'GET /districts/:districtId/ledger/:personId': READ_HOURS,
  'GET /districts/:districtId/closed-periods': READ_HOURS,
  'GET /districts/:districtId/corrections': READ_HOURS,
  'POST /districts/:districtId/corrections': CORRECT,
  'GET /districts/:districtId/close-period': READ_HOURS,
  'POST /districts/:districtId/close-period': CLOSE,
  'GET /districts/:districtId/agreement': READ_AGREEMENT,
  'GET /districts/:districtId/agreement/:parameter': READ_AGREEMENT,
  'POST /districts/:districtId/agreement/:parameter': CHANGE_AGREEMENT,
  'GET /districts/:districtId/municipalities/:municipality/report': mayBy(
    'district:read-load-report',
    'municipality:read-load-report',
  ),

  'GET /districts/:districtId/drafts': READ_DRAFTS,
  'GET /districts/:districtId/new-draft': EDIT_DRAFTS,
  'POST /districts/:districtId/new-draft': EDIT_DRAFTS,
  'GET /districts/:districtId/drafts/:draftId': READ_DRAFTS,
  'GET /districts/:districtId/drafts/:draftId/print': READ_DRAFTS,
  'POST /districts/:districtId/drafts/:draftId/edits': EDIT_DRAFTS,
  'POST /districts/:districtId/drafts/:draftId/clashes': EDIT_DRAFTS,
  'POST /districts/:districtId/drafts/:draftId/undo': EDIT_DRAFTS,
  'POST /districts/:districtId/drafts/:draftId/redo': EDIT_DRAFTS,
  'GET /districts/:districtId/drafts/:draftId/name': EDIT_DRAFTS,
  'POST /districts/:districtId/drafts/:draftId/name': EDIT_DRAFTS,
  'POST /districts/:districtId/drafts/:draftId/circulation': CIRCULATE,
  'POST /districts/:districtId/drafts/:draftId/take-back': CIRCULATE,
  'POST /districts/:districtId/drafts/:draftId/discard': EDIT_DRAFTS,
  'POST /districts/:districtId/drafts/:draftId/bring-back': EDIT_DRAFTS,
  'GET /districts/:districtId/drafts/:draftId/comparison': READ_DRAFTS,
  'GET /districts/:districtId/drafts/:draftId/repair': EDIT_DRAFTS,
  'POST /districts/:districtId/drafts/:draftId/repair': EDIT_DRAFTS,
  'POST /districts/:districtId/drafts/:draftId/builds': BUILD,
  'GET /districts/:districtId/drafts/:draftId/builds/:buildId': READ_DRAFTS,
  'POST /districts/:districtId/drafts/:draftId/builds/:buildId/stop': BUILD,
  'GET /districts/:districtId/drafts/:draftId/weights': BUILD,
  'POST /districts/:districtId/drafts/:draftId/weights': BUILD,
  'GET /districts/:districtId/drafts/:draftId/publish': mayBy('district:publish-rota'),
  'POST /districts/:districtId/drafts/:draftId/publish': mayFresh('district:publish-rota'),
  'GET /districts/:districtId/drafts/:draftId/why/:needId/:seat': EDIT_DRAFTS,
  'GET /districts/:districtId/drafts/:draftId/clash': BUILD,
  'GET /districts/:districtId/drafts/:draftId/paste': EDIT_DRAFTS,
  'POST /districts/:districtId/drafts/:draftId/paste': EDIT_DRAFTS,
  'GET /districts/:districtId/circulated': mayBy('district:read-circulated-drafts'),
  'GET /districts/:districtId/circulated/:draftId': mayBy('district:read-circulated-drafts'),
  'POST /districts/:districtId/circulated/:draftId': mayBy('district:comment-drafts'),
  'POST /districts/:districtId/circulated/:draftId/comments/:comment': mayBy('district:settle-comments'),

  'GET /municipalities/:number/exemptions': mayBy('municipality:read-coming-rights'),
  'GET /municipalities/:number/doctors/:districtId/:personId/exemptions': DECIDE,
  'POST /municipalities/:number/doctors/:districtId/:personId/exemptions': mayFresh(
    'municipality:decide-exemptions',
  ),
  'GET /municipalities/:number/doctors/:districtId/:personId/exemptions/:exemptionId': DECIDE,
  'POST /municipalities/:number/doctors/:districtId/:personId/exemptions/:exemptionId/end': DECIDE,
  'POST /municipalities/:number/doctors/:districtId/:personId/exemptions/:exemptionId/appeal': DECIDE,
  'POST /municipalities/:number/doctors/:districtId/:personId/exemptions/:exemptionId/ground': DECIDE,

  'GET /k/:secret/vakter.ics': CALENDAR,
  'ALL /k/*': NO_CALENDAR,
  'GET /d/:secret/distrikt.ics': CALENDAR,
  'ALL /d/*': NO_CALENDAR,

  'GET /api/districts/:districtId/builds/:buildId': READ_DRAFTS,
  'GET /api/districts/:districtId/builds/:buildId/order': BUILD,
  'POST /api/districts/:districtId/builds/:buildId/progress': BUILD,
  'POST /api/districts/:districtId/builds/:buildId/result': BUILD,
  'POST /api/districts/:districtId/drafts/:draftId/steps': EDIT_DRAFTS,
  'POST /api/districts/:districtId/drafts/:draftId/undo': EDIT_DRAFTS,
  'POST /api/districts/:districtId/drafts/:draftId/redo': EDIT_DRAFTS,
  'GET /api/districts/:districtId/drafts/:draftId/changes': EDIT_DRAFTS,
  'GET /api/districts/:districtId/drafts/:draftId/facts': EDIT_DRAFTS,
  'GET /api/districts/:districtId/drafts/:draftId/verdict': EDIT_DRAFTS,
}
