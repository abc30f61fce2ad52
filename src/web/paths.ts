type Query = Readonly<Record<string, string | number | null | undefined>>

const district = <D extends string>(id: D) => `/districts/${segment(id)}` as const
const draft = <D extends string, R extends string>(id: D, draftId: R) =>
  `${district(id)}/drafts/${segment(draftId)}` as const
const duty = <D extends string, N extends string, S extends string>(id: D, needId: N, seat: S | number) =>
  `${district(id)}/duties/${segment(needId)}/${segment(`${seat}` as S)}` as const
const doctor = <D extends string, P extends string>(id: D, personId: P) =>
  `${district(id)}/doctors/${segment(personId)}` as const
const decideExemption = <M extends string, D extends string, P extends string>(
  number: M,
  id: D,
  personId: P,
) => `/municipalities/${segment(number)}/doctors/${segment(id)}/${segment(personId)}/exemptions` as const
const decidedExemption = <M extends string, D extends string, P extends string, X extends string>(
  number: M,
  id: D,
  personId: P,
  exemptionId: X,
) => `${decideExemption(number, id, personId)}/${segment(exemptionId)}` as const
const ledger = <D extends string>(id: D) => `${district(id)}/ledger` as const
const loadReport = <D extends string, M extends string>(id: D, municipality: M) =>
  `${district(id)}/municipalities/${segment(municipality)}/report` as const

const agreement = <D extends string>(id: D) => `${district(id)}/agreement` as const

/** What is done to one member. */
export type MemberStep = 'remove' | 'give-back' | 'end-sessions' | 'reset'
export type AccountStep = 'disable' | 'enable' | 'reset'

/** Every address of the pages. Called with ':names' they give the patterns that the routes are registered under. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signInLink: <T extends string>(token: T) => `/sign-in/${segment(token)}` as const,
  signInCode: '/sign-in/code',
  signInPasskey: '/sign-in/passkey',
  /** Asked by a script alone: what a passkey must sign. */
  passkeyOptions: '/sign-in/passkey/options',
  signInProvider: <I extends string>(issuer: I) => `/sign-in/provider/${segment(issuer)}` as const,
  providerAnswer: '/sign-in/answer',
  /** What was sent when the session had ended, or must be confirmed, and is given back. */
  heldForm: '/sign-in/held',
  confirmAgain: '/confirm',
  /** Asks for a mailed link, where an account has nothing else to confirm with. */
  confirmMail: '/confirm/mail',
  confirmCode: '/confirm/code',
  confirmLink: <T extends string>(token: T) => `/confirm/${segment(token)}` as const,
  signOut: '/sign-out',
  access: '/me/access',
  addPasskey: '/me/access/passkeys',
  changePasskey: <K extends string>(credential: K) => `/me/access/passkeys/${segment(credential)}` as const,
  removePasskey: <K extends string>(credential: K) =>
    `/me/access/passkeys/${segment(credential)}/remove` as const,
  linkProvider: <I extends string>(issuer: I) => `/me/access/providers/${segment(issuer)}` as const,
  endSession: <S extends string>(session: S) => `/me/access/sessions/${segment(session)}/end` as const,
  endOtherSessions: '/me/access/end-others',
  contact: '/me/contact',
  askAddress: '/me/contact/address',
  addressCode: '/me/contact/code',
  ownPhone: '/me/contact/phone',
  myData: '/me/data',
  myDataFile: '/me/data/my-data.json',
  privacy: '/privacy',
  retention: '/installation/retention',
  askErasure: '/me/data/erasure',
  withdrawErasure: '/me/data/erasure/withdraw',
  erasePerson: <D extends string, P extends string>(id: D, personId: P) =>
    `${doctor(id, personId)}/erasure` as const,
  installation: '/installation',
  /** Providers that people may sign in by. */
  issuers: '/installation/providers',
  // Not under the providers' own addresses, where any word is the id of one.
  newIssuer: '/installation/new-provider',
  issuer: <I extends string>(id: I) => `/installation/providers/${segment(id)}` as const,
  tryIssuer: <I extends string>(id: I) => `/installation/providers/${segment(id)}/try` as const,
  members: <D extends string>(id: D) => `${district(id)}/members` as const,
  municipalityMembers: <M extends string>(number: M) => `/municipalities/${segment(number)}/members` as const,
  administrators: '/installation/members',
  /** Below one of the three above. */
  withdrawInvitation: <B extends string, I extends string>(members: B, invitation: I) =>
    `${members}/invitations/${segment(invitation)}/withdraw` as const,
  changeMember: <B extends string, A extends string, S extends MemberStep>(members: B, account: A, step: S) =>
    `${members}/${segment(account)}/${step}` as const,
  inviteLeader: '/installation/invitations',
  withdrawLeader: <I extends string>(invitation: I) =>
    `/installation/invitations/${segment(invitation)}/withdraw` as const,
  findAccount: '/installation/accounts',
  changeAccount: <A extends string, S extends AccountStep>(account: A, step: S) =>
    `/installation/accounts/${segment(account)}/${step}` as const,
  audit: <D extends string>(id: D) => `${district(id)}/log` as const,
  municipalityAudit: <M extends string>(number: M) => `/municipalities/${segment(number)}/log` as const,
  installationAudit: '/installation/log',
  language: '/language',
  myDuties: '/me/duties',
  myChanges: '/me/changes',
  myCalendar: '/me/calendar',
  periodFile: '/me/calendar/period.ics',
  chooseMessages: '/me/calendar/messages',
  changeCalendar: <F extends string>(feedId: F) => `/me/calendar/${segment(feedId)}/change` as const,
  replaceCalendar: <F extends string>(feedId: F) => `/me/calendar/${segment(feedId)}/replace` as const,
  revokeCalendar: <F extends string>(feedId: F) => `/me/calendar/${segment(feedId)}/revoke` as const,
  dutyFile: <D extends string, N extends string, S extends string>(id: D, needId: N, seat: S | number) =>
    `/me/duties/${segment(id)}/${segment(needId)}/${segment(`${seat}` as S)}/duty.ics` as const,
  confirmChange: <D extends string, N extends string>(id: D, revision: N) =>
    `/me/changes/${segment(id)}/${segment(revision)}` as const,
  takeBackConfirmation: <D extends string, N extends string>(id: D, revision: N) =>
    `/me/changes/${segment(id)}/${segment(revision)}/take-back` as const,
  undelivered: '/undelivered',
  undeliveredIn: <D extends string>(id: D) => `${district(id)}/undelivered` as const,
  sendAgain: <M extends string>(messageId: M) => `/undelivered/${segment(messageId)}/again` as const,
  sendAgainIn: <D extends string, M extends string>(id: D, messageId: M) =>
    `${district(id)}/undelivered/${segment(messageId)}/again` as const,
  notices: <D extends string>(id: D) => `${district(id)}/notices` as const,
  confirmNotice: <D extends string, N extends string, P extends string>(id: D, revision: N, personId: P) =>
    `${district(id)}/notices/${segment(revision)}/${segment(personId)}` as const,
  reopenNotice: <D extends string, N extends string, P extends string>(id: D, revision: N, personId: P) =>
    `${district(id)}/notices/${segment(revision)}/${segment(personId)}/reopen` as const,
  myExemptions: '/me/exemptions',
  claimRight: '/me/exemptions/claim',
  withdrawRight: <D extends string, X extends string>(id: D, exemptionId: X) =>
    `/me/exemptions/${segment(id)}/${segment(exemptionId)}/withdraw` as const,
  importDistrict: '/import',
  startDistrict: '/start',
  setUp: <D extends string>(id: D) => `${district(id)}/setup` as const,
  undoSetUp: <D extends string>(id: D) => `${district(id)}/setup/undo` as const,
  settings: <D extends string>(id: D) => `${district(id)}/settings` as const,
  lines: <D extends string>(id: D) => `${district(id)}/lines` as const,
  // Not under the lines' own addresses, where any word is the id of a line.
  newLine: <D extends string>(id: D) => `${district(id)}/new-line` as const,
  line: <D extends string, L extends string>(id: D, lineId: L) =>
    `${district(id)}/lines/${segment(lineId)}` as const,
  endLine: <D extends string, L extends string>(id: D, lineId: L) =>
    `${district(id)}/lines/${segment(lineId)}/end` as const,
  newDoctor: <D extends string>(id: D) => `${district(id)}/new-doctor` as const,
  changeDoctor: <D extends string, P extends string>(id: D, personId: P) =>
    `${doctor(id, personId)}/change` as const,
  endDoctor: <D extends string, P extends string>(id: D, personId: P) =>
    `${doctor(id, personId)}/end` as const,
  absences: <D extends string>(id: D) => `${district(id)}/absences` as const,
  district,
  districtCalendar: <D extends string>(id: D) => `${district(id)}/calendar` as const,
  dutyNow: <D extends string>(id: D) => `${district(id)}/now` as const,
  endSubscription: <D extends string, F extends string>(id: D, feedId: F) =>
    `${district(id)}/calendar/${segment(feedId)}/end` as const,
  exportDistrict: <D extends string>(id: D) => `${district(id)}/export` as const,
  rota: <D extends string>(id: D) => `${district(id)}/rota` as const,
  printRota: <D extends string>(id: D) => `${district(id)}/rota/print` as const,
  printDraft: <D extends string, R extends string>(id: D, draftId: R) =>
    `${draft(id, draftId)}/print` as const,
  dayNotes: <D extends string>(id: D) => `${district(id)}/day-notes` as const,
  duty,
  amendDuty: <D extends string, N extends string, S extends string>(id: D, needId: N, seat: S | number) =>
    `${duty(id, needId, seat)}/amend` as const,
  recordOutcome: <D extends string, N extends string, S extends string>(id: D, needId: N, seat: S | number) =>
    `${duty(id, needId, seat)}/outcome` as const,
  repair: <D extends string>(id: D) => `${district(id)}/repair` as const,
  drafts: <D extends string>(id: D) => `${district(id)}/drafts` as const,
  // Not under the drafts' own addresses, where any word is the id of a draft.
  newDraft: <D extends string>(id: D) => `${district(id)}/new-draft` as const,
  draft,
  editDraft: <D extends string, R extends string>(id: D, draftId: R) =>
    `${draft(id, draftId)}/edits` as const,
  settleClashes: <D extends string, R extends string>(id: D, draftId: R) =>
    `${draft(id, draftId)}/clashes` as const,
  undoEdit: <D extends string, R extends string>(id: D, draftId: R) => `${draft(id, draftId)}/undo` as const,
  redoEdit: <D extends string, R extends string>(id: D, draftId: R) => `${draft(id, draftId)}/redo` as const,
  compareDraft: <D extends string, R extends string>(id: D, draftId: R) =>
    `${draft(id, draftId)}/comparison` as const,
  renameDraft: <D extends string, R extends string>(id: D, draftId: R) =>
    `${draft(id, draftId)}/name` as const,
  discardDraft: <D extends string, R extends string>(id: D, draftId: R) =>
    `${draft(id, draftId)}/discard` as const,
  bringBackDraft: <D extends string, R extends string>(id: D, draftId: R) =>
    `${draft(id, draftId)}/bring-back` as const,
  circulateDraft: <D extends string, R extends string>(id: D, draftId: R) =>
    `${draft(id, draftId)}/circulation` as const,
  takeBackDraft: <D extends string, R extends string>(id: D, draftId: R) =>
    `${draft(id, draftId)}/take-back` as const,
  // What doctors read stands apart from what the coordinator edits.
  circulated: <D extends string>(id: D) => `${district(id)}/circulated` as const,
  circulatedDraft: <D extends string, R extends string>(id: D, draftId: R) =>
    `${district(id)}/circulated/${segment(draftId)}` as const,
  settleComment: <D extends string, R extends string, K extends string>(id: D, draftId: R, comment: K) =>
    `${district(id)}/circulated/${segment(draftId)}/comments/${segment(comment)}` as const,
  revisions: <D extends string>(id: D) => `${district(id)}/revisions` as const,
  revision: <D extends string, N extends string>(id: D, revision: N) =>
    `${district(id)}/revisions/${segment(revision)}` as const,
  restoreRevision: <D extends string, N extends string>(id: D, revision: N) =>
    `${district(id)}/revisions/${segment(revision)}/draft` as const,
  // Not under the revisions' own addresses, where any word is the number of one.
  compareRevisions: <D extends string>(id: D) => `${district(id)}/revision-comparison` as const,
  whyInDraft: <D extends string, R extends string, N extends string, S extends string>(
    id: D,
    draftId: R,
    needId: N,
    seat: S | number,
  ) => `${draft(id, draftId)}/why/${segment(needId)}/${segment(`${seat}` as S)}` as const,
  whyClash: <D extends string, R extends string>(id: D, draftId: R) => `${draft(id, draftId)}/clash` as const,
  whyPublished: <D extends string, N extends string, S extends string>(id: D, needId: N, seat: S | number) =>
    `${duty(id, needId, seat)}/why` as const,
  startBuild: <D extends string, R extends string>(id: D, draftId: R) =>
    `${draft(id, draftId)}/builds` as const,
  build: <D extends string, R extends string, B extends string>(id: D, draftId: R, buildId: B) =>
    `${draft(id, draftId)}/builds/${segment(buildId)}` as const,
  repairDraft: <D extends string, R extends string>(id: D, draftId: R) =>
    `${draft(id, draftId)}/repair` as const,
  draftWeights: <D extends string, R extends string>(id: D, draftId: R) =>
    `${draft(id, draftId)}/weights` as const,
  stopBuild: <D extends string, R extends string, B extends string>(id: D, draftId: R, buildId: B) =>
    `${draft(id, draftId)}/builds/${segment(buildId)}/stop` as const,
  publish: <D extends string, R extends string>(id: D, draftId: R) =>
    `${draft(id, draftId)}/publish` as const,
  wishes: <D extends string>(id: D) => `${district(id)}/wishes` as const,
  newWish: <D extends string>(id: D) => `${district(id)}/wishes/new` as const,
  pasteRota: <D extends string, R extends string>(id: D, draftId: R) =>
    `${draft(id, draftId)}/paste` as const,
  pasteAbsences: <D extends string>(id: D) => `${district(id)}/paste/absences` as const,
  pasteDoctors: <D extends string>(id: D) => `${district(id)}/paste/doctors` as const,
  /** A spreadsheet: doctors, absences, wishes, rota-list or rota-grid, as csv or xlsx. */
  table: <D extends string, F extends string>(id: D, file: F) =>
    `${district(id)}/tables/${segment(file)}` as const,
  pasteWishes: <D extends string>(id: D) => `${district(id)}/wishes/paste` as const,
  removeWish: <D extends string, W extends string>(id: D, wishId: W) =>
    `${district(id)}/wishes/${segment(wishId)}/remove` as const,
  doctors: <D extends string>(id: D) => `${district(id)}/doctors` as const,
  doctor,
  inviteDoctor: <D extends string, P extends string>(id: D, personId: P) =>
    `${doctor(id, personId)}/invitation` as const,
  unavailable: <D extends string, P extends string>(id: D, personId: P) =>
    `${doctor(id, personId)}/unavailable` as const,
  endUnavailable: <D extends string, P extends string, K extends string, A extends string>(
    id: D,
    personId: P,
    kind: K,
    awayId: A,
  ) => `${doctor(id, personId)}/unavailable/${segment(kind)}/${segment(awayId)}/end` as const,
  absence: <D extends string, P extends string, A extends string>(id: D, personId: P, absenceId: A) =>
    `${doctor(id, personId)}/absences/${segment(absenceId)}` as const,
  municipalityExemptions: <M extends string>(number: M) =>
    `/municipalities/${segment(number)}/exemptions` as const,
  decideExemption,
  decidedExemption,
  endExemption: <M extends string, D extends string, P extends string, X extends string>(
    ...place: [number: M, id: D, personId: P, exemptionId: X]
  ) => `${decidedExemption(...place)}/end` as const,
  recordAppeal: <M extends string, D extends string, P extends string, X extends string>(
    ...place: [number: M, id: D, personId: P, exemptionId: X]
  ) => `${decidedExemption(...place)}/appeal` as const,
  releaseGround: <M extends string, D extends string, P extends string, X extends string>(
    ...place: [number: M, id: D, personId: P, exemptionId: X]
  ) => `${decidedExemption(...place)}/release` as const,
  handOverGround: <M extends string, D extends string, P extends string, X extends string>(
    ...place: [number: M, id: D, personId: P, exemptionId: X]
  ) => `${decidedExemption(...place)}/hand-over` as const,
  tellGround: <M extends string, D extends string, P extends string, X extends string>(
    ...place: [number: M, id: D, personId: P, exemptionId: X]
  ) => `${decidedExemption(...place)}/ground` as const,
  agreement,
  agreementValue: <D extends string, P extends string>(id: D, parameter: P) =>
    `${agreement(id)}/${segment(parameter)}` as const,
  hours: <D extends string>(id: D) => `${district(id)}/hours` as const,
  ledger,
  doctorLedger: <D extends string, P extends string>(id: D, personId: P) =>
    `${ledger(id)}/${segment(personId)}` as const,
  // Not under the ledger's own address, where any word is the id of a doctor.
  closings: <D extends string>(id: D) => `${district(id)}/closed-periods` as const,
  closePeriod: <D extends string>(id: D) => `${district(id)}/close-period` as const,
  corrections: <D extends string>(id: D) => `${district(id)}/corrections` as const,
  loadReport,
  reportTime: <D extends string, M extends string>(id: D, municipality: M) =>
    `${loadReport(id, municipality)}/time` as const,
  reportShares: <D extends string, M extends string>(id: D, municipality: M) =>
    `${loadReport(id, municipality)}/shares` as const,
  reportYearly: <D extends string, M extends string>(id: D, municipality: M) =>
    `${loadReport(id, municipality)}/yearly` as const,
  /** The duties that a figure is made of. */
  reportDuties: <D extends string, M extends string>(id: D, municipality: M) =>
    `${loadReport(id, municipality)}/duties` as const,
  printReport: <D extends string, M extends string>(id: D, municipality: M) =>
    `${loadReport(id, municipality)}/print` as const,
  /** report.csv, report.xlsx or report.json. */
  reportFile: <D extends string, M extends string, F extends string>(id: D, municipality: M, file: F) =>
    `${loadReport(id, municipality)}/file/${segment(file)}` as const,
  payroll: <D extends string>(id: D) => `${district(id)}/payroll` as const,
  payrollFile: <D extends string, F extends string>(id: D, file: F) =>
    `${district(id)}/payroll/file/${segment(file)}` as const,
  myReports: '/me/reports',
  /** Answered by the JSON door. */
  buildJson: (id: string, buildId: string) => `/api/districts/${segment(id)}/builds/${segment(buildId)}`,
  /** Bundled from src/client. */
  asset: (name: string) => `/assets/${name}`,
} as const

/** The address with a query string; empty values are left out. */
export function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  )
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))
  return pairs.length === 0 ? path : `${path}?${search}`
}

/**
 * One part of a path, escaped. A colon may stand unescaped (RFC 3986 §3.3), which lets route patterns go through the same
 * functions; the cast keeps their names for the router's types, and is of no account for other text.
 */
function segment<S extends string>(text: S): S {
  return encodeURIComponent(text).replaceAll('%3A', ':') as S
}
