import { describe, expect, it } from 'vitest'
import { EMPTY_CONTENT } from '../../src/core/rota/draft.ts'
import { OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import {
  accountStatusWrites,
  findAccount,
  findAccountByEmail,
  findAccountOfPerson,
  listMemberships,
  membershipRemovals,
} from '../../src/data/account-store.ts'
import { agreementWrites } from '../../src/data/agreement-store.ts'
import { auditWrites, findAuditHead, joinChain, listAudit } from '../../src/data/audit-store.ts'
import { backupsBehind } from '../../src/data/backup-behind-store.ts'
import { listBalanceEntries } from '../../src/data/balance-store.ts'
import { findBuild, findDistrictBuild, findLatestBuild } from '../../src/data/build-store.ts'
import { cancelledOfPerson } from '../../src/data/cancelled-duty-store.ts'
import {
  countUnconfirmed,
  countUnconfirmedDoctors,
  findNotice,
  listNoticesBetween,
  listNoticesOfPerson,
  listNoticesOfRevision,
  listUrgentNotices,
  noticeWrites,
  rungWrites,
  seenWrites,
  unrungWrites,
  unseenWrites,
} from '../../src/data/change-notice-store.ts'
import { changedDuties } from '../../src/data/changed-duty-store.ts'
import { closingWrites, findClosing, listClosings } from '../../src/data/closing-store.ts'
import {
  circulationWrites,
  commentStateWrites,
  commentWrites,
  countComments,
  findCirculation,
  listComments,
} from '../../src/data/comment-store.ts'
import type { D1 } from '../../src/data/d1-dialect.ts'
import { type Database, openDatabase, type Write } from '../../src/data/database.ts'
import { dayNoteWrites, listDayNotes, listDayNotesAround } from '../../src/data/day-note-store.ts'
import { districtCalendar } from '../../src/data/district-duty-store.ts'
import {
  districtWrites,
  findDistrict,
  findDistrictHeads,
  listDistricts,
  listDistrictsOfMunicipality,
  listDistrictsOfPerson,
} from '../../src/data/district-store.ts'
import {
  findContentBefore,
  findDraftHead,
  listDraftsIn,
  moveWrites,
  renameWrites,
} from '../../src/data/draft-life-store.ts'
import {
  editWrites,
  findDraft,
  judgedGuard,
  listDrafts,
  listEditHeads,
  listEdits,
  statusWrites,
} from '../../src/data/draft-store.ts'
import { editionGuard } from '../../src/data/edition.ts'
import {
  absenceRemovals,
  absenceWrites,
  changeAbsenceWrites,
  endExemptionWrites,
  exemptionWrites,
  listExemptionsOfDoctor,
} from '../../src/data/exemption-store.ts'
import { feedBodyWrites, findFeedBody, forgetBodyWrites } from '../../src/data/feed-body-store.ts'
import { findFeed, listFeeds, revokeFeedWrites } from '../../src/data/feed-store.ts'
import {
  groundWrites,
  listGroundsUnder,
  listSealedHistory,
  listSealedOfDoctor,
  type PlacedGround,
  resealWrites,
} from '../../src/data/ground-store.ts'
import {
  expiredHeldFormRemovals,
  findHeldForm,
  heldFormWrites,
  takeHeldFormWrites,
} from '../../src/data/held-form-store.ts'
import { loadHolidaysHeld } from '../../src/data/holiday-store.ts'
import { acceptInvitationWrites, findInvitation } from '../../src/data/invitation-store.ts'
import { forgetLinkMessagesWrites } from '../../src/data/link-message-store.ts'
import { listLogAccounts, listLogActors } from '../../src/data/log-actor-store.ts'
import {
  findLoginLink,
  forgetLinksWrites,
  tryCode,
  useLoginLinkWrites,
} from '../../src/data/login-link-store.ts'
import { findMessageChoice, messageChoiceWrites } from '../../src/data/message-choice-store.ts'
import { findDutyDatesAround, findNearestDutyDate } from '../../src/data/nearest-duty.ts'
import { listNoticeMessages } from '../../src/data/notice-messages.ts'
import { listChangesOf, listDutyChanges, loadDutyChanges } from '../../src/data/notice-store.ts'
import {
  claimMessages,
  coveredMessageWrites,
  failedMessageWrites,
  findKeptMessage,
  findLatestRevision,
  forgetMessageWrites,
  listDeadMessages,
  outboxWrites,
  sentMessageWrites,
} from '../../src/data/outbox-store.ts'
import { listOutcomes, outcomeWrites } from '../../src/data/outcome-store.ts'
import { loadPeriodEvents, loadPeriodRecord } from '../../src/data/period-record.ts'
import { assignmentsOfPerson, districtsLeft, heldInPlace } from '../../src/data/person-duty-store.ts'
import { districtThatEntered, findPersonStanding, findTakenPersons } from '../../src/data/person-store.ts'
import { findPlanSnapshot, planSnapshotWrites } from '../../src/data/plan-snapshot-store.ts'
import { findNearestPlan, findPlan } from '../../src/data/plan-store.ts'
import {
  countTouched,
  findPublication,
  findRevisionDates,
  listLaterRevisions,
  listPublications,
  listWaivers,
} from '../../src/data/publication-store.ts'
import { countTry, forgetTriesWrites } from '../../src/data/rate-store.ts'
import {
  hasOpenedReport,
  listReportOpenings,
  reportOpeningWrites,
} from '../../src/data/report-opening-store.ts'
import { listReportReaders } from '../../src/data/report-reader-store.ts'
import { loadRevision } from '../../src/data/revision-store.ts'
import {
  findDuty,
  loadTimeline,
  needWrites,
  publicationWrites,
  withdrawNeedWrites,
} from '../../src/data/rota-store.ts'
import {
  endOtherSessionsWrites,
  expiredSessionRemovals,
  findSession,
  listSessions,
} from '../../src/data/session-store.ts'
import { findLatestSetUpChange, setUpChangeWrites } from '../../src/data/set-up-store.ts'
import {
  findChangesSince,
  findEditor,
  findReversible,
  findSentEdit,
  findStandingStep,
  findStepGround,
  findStepToRedo,
  findStepToUndo,
  listPersonNames,
  listRecentSteps,
} from '../../src/data/step-store.ts'
import { noStrongWayGuard, strongWayLeftGuard } from '../../src/data/strong-way-store.ts'
import { changeFeedWrites, listSubscriptions, replaceFeedWrites } from '../../src/data/subscription-store.ts'
import { listAccountsToTell } from '../../src/data/told-account-store.ts'
import { countDeadMessages, findPersonsOfAccounts, listKnownKeys } from '../../src/data/undelivered-store.ts'
import { resetWaysIn } from '../../src/data/way-in-store.ts'
import { findWish, listWishes, wishRemovals, wishWrites } from '../../src/data/wish-store.ts'
import { freshDatabase } from './fresh-database.ts'
import { SUBSCRIBERS } from './sample-feed.ts'
import { closingOf, correctionOf } from './sample-ledger.ts'
import { assignmentOf, changeOf, needAt, plannedDistrict } from './sample-timeline.ts'

const { d1 } = freshDatabase()
const need = needAt('2027-01-04T15:00Z')
const key = { districtId: 'd', personId: 'p', exemptionId: 'x' }
const edit = {
  number: 1,
  kind: 'assign' as const,
  by: 'a',
  at: '2026-12-01T12:00Z',
  changes: [{ needId: need.id, seat: 0, before: EMPTY_CONTENT, after: EMPTY_CONTENT }],
  undoes: null,
}
const agreed = plannedDistrict('d').agreement[0]!
const exemption = { id: 'x', from: '2027-01-01', to: null, scope: { kind: 'nights' } } as const
const absence = { id: 'a', from: '2027-01-01', certainFrom: '2027-01-01', to: null }
const outcome = { assignmentId: 'x', start: need.start, end: need.end, activeMinutes: null, callOuts: null }
const message = {
  id: 'm',
  dedupKey: 'm',
  districtId: null,
  kind: 'k',
  personId: null,
  accountId: null,
  payload: 1,
  createdAt: 0,
  dueAt: 0,
}
const entry = {
  districtId: 'd',
  at: 0,
  actor: 'a',
  session: '',
  action: 'x',
  subjectKind: 's',
  subjectId: 'i',
  before: null,
  after: null,
  requestId: 'r',
}

const seal = { sealedFor: '4645', keyId: 'key' }
const sealedGround: PlacedGround = { ...key, entry: 1, seal, text: 'v1.key.' }
const noticeKey = { districtId: 'd', revision: 1, personId: 'p' }
const answered = { at: 0, by: 'a', how: 'seen' } as const
const shown = { from: 29_000_000, to: 29_900_000, withOpen: true }

const opening = {
  districtId: 'd',
  municipality: '4645',
  dates: { from: '2027-01-01', to: '2027-04-01' },
  accountId: 'a',
  date: '2027-04-02',
  at: 0,
  role: 'municipality-reader',
} as const

const reads: Record<string, (db: Database) => Promise<unknown>> = {
  hasOpenedReport: (db) => hasOpenedReport(db, opening),
  listReportOpenings: (db) => listReportOpenings(db, opening, 50),
  listReportReaders: (db) => listReportReaders(db, ['municipality-reader'], opening.dates, 'key', 500),
  findDutyDatesAround: (db) => findDutyDatesAround(db, 'd', '2027-01-01'),
  listLogAccounts: (db) => listLogAccounts(db, ['a', 'b']),
  listLogActors: (db) => listLogActors(db, 'd'),
  listDistricts,
  findDistrictHeads: (db) => findDistrictHeads(db, ['d', 'e']),
  listDistrictsOfMunicipality: (db) => listDistrictsOfMunicipality(db, '4645'),
  listDistrictsOfPerson: (db) => listDistrictsOfPerson(db, 'p'),
  findDistrict: (db) => findDistrict(db, 'd'),
  listWishes: (db) => listWishes(db, 'd'),
  findWish: (db) => findWish(db, 'd', 'w'),
  listSealedOfDoctor: (db) => listSealedOfDoctor(db, 'd', 'p'),
  listSealedHistory: (db) => listSealedHistory(db, key),
  listGroundsUnder: (db) => listGroundsUnder(db, sealedGround.seal, sealedGround, 100),
  listPlainGrounds: (db) => listGroundsUnder(db, null, undefined, 100),
  listExemptionsOfDoctor: (db) => listExemptionsOfDoctor(db, 'd', 'p'),
  listClosings: (db) => listClosings(db, 'd'),
  findClosing: (db) => findClosing(db, 'd', 'c'),
  listBalanceEntries: (db) => listBalanceEntries(db, 'd'),
  listBalanceEntriesUntil: (db) => listBalanceEntries(db, 'd', '2027-07-05'),
  loadPeriodRecord: (db) => loadPeriodRecord(db, 'd', '2027-01-04', '2027-07-05'),
  loadPeriodEvents: (db) => loadPeriodEvents(db, 'd', '2027-01-04', '2027-07-05'),
  findPlanSnapshot: (db) => findPlanSnapshot(db, 'd', { kind: 'absence', id: 'a' }),
  loadHolidaysHeld: (db) => loadHolidaysHeld(db, 'd', '2027-01-04', 2),
  loadTimeline: (db) => loadTimeline(db, 'd', '2027-01-04', '2027-07-05'),
  findDuty: (db) => findDuty(db, 'd', 'n'),
  assignmentsOfPerson: (db) => assignmentsOfPerson(db, 'p', 29_000_000, 29_900_000),
  cancelledOfPerson: (db) => cancelledOfPerson(db, 'p', 29_000_000, 29_900_000),
  backupsBehind: (db) => backupsBehind(db, 'p', 29_000_000, 29_900_000),
  heldInPlace: (db) => heldInPlace(db, 'p', { districtId: 'd', needId: 'n', seat: 0 }),
  districtsLeft: (db) => districtsLeft(db, 'p', 0),
  changedDuties: (db) => changedDuties(db, 'd', 'p', { after: 1, to: 2 }),
  calendarOfDistrict: (db) => districtCalendar(db, 'd', { ...shown, scope: { kind: 'all' } }),
  calendarOfLine: (db) => districtCalendar(db, 'd', { ...shown, scope: { kind: 'line', lineId: 'l' } }),
  calendarOfMunicipality: (db) =>
    districtCalendar(db, 'd', { ...shown, scope: { kind: 'municipality', number: '4645' } }),
  loadDutyChanges: (db) => loadDutyChanges(db, 'd', 1, 'p'),
  listDutyChanges: (db) => listDutyChanges(db, 'p', 29_000_000),
  listChangesOf: (db) => listChangesOf(db, [noticeKey]),
  listNoticeMessages: (db) => listNoticeMessages(db, [noticeKey]),
  listKnownKeys: (db) => listKnownKeys(db, ['k']),
  findPersonsOfAccounts: (db) => findPersonsOfAccounts(db, ['a']),
  countDeadMessages: (db) => countDeadMessages(db, ['d'], 0),
  findNotice: (db) => findNotice(db, noticeKey),
  listNoticesOfPerson: (db) => listNoticesOfPerson(db, 'p', 0, 0),
  listUrgentNotices: (db) => listUrgentNotices(db, 'd', 0),
  listNoticesBetween: (db) => listNoticesBetween(db, 'd', 0, 1),
  listNoticesOfRevision: (db) => listNoticesOfRevision(db, 'd', 1),
  countUnconfirmedDoctors: (db) => countUnconfirmedDoctors(db, 'd', 0),
  listPublications: (db) => listPublications(db, 'd'),
  listLaterRevisions: (db) => listLaterRevisions(db, 'd', 1, { from: '2027-01-04', to: '2027-01-11' }),
  findPublication: (db) => findPublication(db, 'd', 1),
  listWaivers: (db) => listWaivers(db, 'd', '2027-01-04', '2027-07-05'),
  listDayNotes: (db) => listDayNotes(db, 'd', '2027-01-04', '2027-07-05'),
  listDayNotesAround: (db) => listDayNotesAround(db, 'd', 'k'),
  findLatestSetUpChange: (db) => findLatestSetUpChange(db, 'd'),
  listRecentSteps: (db) => listRecentSteps(db, 'd', 'k'),
  countTouched: (db) => countTouched(db, 'd', 1, 50),
  findRevisionDates: (db) => findRevisionDates(db, 'd', 1, 2),
  loadRevision: (db) => loadRevision(db, 'd', 1, '2027-01-04', '2027-07-05'),
  listComments: (db) => listComments(db, 'd', 'k'),
  listOwnComments: (db) => listComments(db, 'd', 'k', 'a'),
  countComments: (db) => countComments(db, 'd'),
  findCirculation: (db) => findCirculation(db, 'd', 'k'),
  listDraftsIn: (db) => listDraftsIn(db, 'd', ['discarded']),
  findDraftHead: (db) => findDraftHead(db, 'd', 'k'),
  findContentBefore: (db) => findContentBefore(db, 'd', 'k', 3),
  listOutcomes: (db) => listOutcomes(db, 'd', '2027-01-04', '2027-07-05'),
  findPlan: (db) => findPlan(db, 'd', '2027-01-04'),
  findNearestPlan: (db) => findNearestPlan(db, 'd', '2027-01-04'),
  findNearestDutyDate: (db) => findNearestDutyDate(db, 'd', '2027-01-04'),
  listDrafts: (db) => listDrafts(db, 'd'),
  findDraft: (db) => findDraft(db, 'd', 'k'),
  listEdits: (db) => listEdits(db, 'd', 'k'),
  listEditHeads: (db) => listEditHeads(db, 'd', 'k'),
  findStepGround: (db) => findStepGround(db, 'd', 'k', [{ needId: need.id, seat: 0 }], ['2027-01-04']),
  findSentEdit: (db) => findSentEdit(db, 'd', 'k', 'a', 'key'),
  findStepToUndo: (db) => findStepToUndo(db, 'd', 'k', 'a'),
  findStepToRedo: (db) => findStepToRedo(db, 'd', 'k', 'a'),
  findStandingStep: (db) => findStandingStep(db, 'd', 'k', 'a', 'redo', 3),
  findReversible: (db) => findReversible(db, 'd', 'k', 'a'),
  findChangesSince: (db) => findChangesSince(db, 'd', 'k', 7),
  findEditor: (db) => findEditor(db, 'd', 'k', 7),
  listPersonNames: (db) => listPersonNames(db, 'd'),
  findBuild: (db) => findBuild(db, 'b'),
  findDistrictBuild: (db) => findDistrictBuild(db, 'd', 'b'),
  findLatestBuild: (db) => findLatestBuild(db, 'd', 'k'),
  findAccount: (db) => findAccount(db, 'a'),
  findAccountByEmail: (db) => findAccountByEmail(db, 'a@x.no'),
  findAccountOfPerson: (db) => findAccountOfPerson(db, 'p'),
  districtThatEntered: (db) => districtThatEntered(db, 'p'),
  findPersonStanding: (db) => findPersonStanding(db, 'd', 'p'),
  findTakenPersons: (db) => findTakenPersons(db, 'd', []),
  listMemberships: (db) => listMemberships(db, 'a'),
  findLoginLink: (db) => findLoginLink(db, 'h'),
  tryCode: (db) => tryCode(db, { browserHash: 'b', purpose: 'mailed', codeHash: 'c', most: 5, now: 0 }),
  countTry: (db) => countTry(db, { key: 'k', perMinutes: 60, now: 0 }),
  findSession: (db) => findSession(db, 'h', 0),
  findHeldForm: (db) => findHeldForm(db, { hash: 'h', accountId: 'a' }, 0),
  listSessions: (db) => listSessions(db, 'a', 0),
  findInvitation: (db) => findInvitation(db, 'h'),
  findFeed: (db) => findFeed(db, 'h', 0, SUBSCRIBERS),
  findFeedBody: (db) => findFeedBody(db, { key: 'f', state: 'e' }),
  listFeeds: (db) => listFeeds(db, 'p'),
  listSubscriptions: (db) => listSubscriptions(db, 'd', 0),
  findAuditHead: (db) => findAuditHead(db, 'd'),
  listAudit: (db) => listAudit(db, 'd', 0, 100),
  claimMessages: (db) => claimMessages(db, { now: 0, until: 3, limit: 5, channels: ['mail'] }),
  findLatestRevision: (db) => findLatestRevision(db, 'd'),
  listDeadMessages: async (db) => [await listDeadMessages(db, 'd', 0), await listDeadMessages(db, null, 0)],
  findKeptMessage: (db) => findKeptMessage(db, 'm'),
  listAccountsToTell: (db) => listAccountsToTell(db, 'd', 'doctor'),
  findMessageChoice: (db) => findMessageChoice(db, 'a'),
  countUnconfirmed: (db) => countUnconfirmed(db, 'p', 0, 0),
}

const writes: Record<string, readonly Write[]> = {
  reportOpeningWrites: reportOpeningWrites(opening),
  districtWrites: districtWrites(plannedDistrict('d'), 0),
  editionGuard: editionGuard('d', 1),
  wishWrites: wishWrites('d', [
    { id: 'w', personId: 'p', about: { kind: 'duty', needId: 'n' }, stance: 'wish', weight: 1 },
  ]),
  wishRemovals: wishRemovals('d', 'w'),
  needWrites: needWrites('d', [need], 0),
  withdrawNeedWrites: withdrawNeedWrites(
    'd',
    2,
    { lineIds: ['plain'], from: '2027-01-04', to: '2027-07-05' },
    ['n'],
    0,
  ),
  publicationWrites: publicationWrites('d', 1, changeOf(2, [assignmentOf(need, 'p', 2)], ['x'])),
  groundWrites: groundWrites(key, sealedGround),
  resealWrites: resealWrites([sealedGround]),
  agreementWrites: agreementWrites(
    'd',
    [agreed],
    [
      { ...agreed, to: '2027-01-01' },
      { ...agreed, from: '2027-01-01' },
    ],
  ),
  closingWrites: closingWrites('d', closingOf('c', '2027-01-01', '2027-02-01'), [correctionOf('b', 'p')], {
    from: '2027-01-01',
    to: '2027-02-01',
    revision: 1,
    edition: 1,
    outcomeEntries: 0,
    revisionsElsewhere: '[]',
  }),
  planSnapshotWrites: planSnapshotWrites('d', {
    subject: { kind: 'absence', id: 'a' },
    personId: 'p',
    at: 0,
    assignments: [assignmentOf(need, 'p', 1)],
  }),
  exemptionWrites: exemptionWrites('d', 'p', { exemption, keptBy: 'home' }),
  endExemptionWrites: endExemptionWrites('d', 'p', exemption, '2027-02-01'),
  absenceWrites: absenceWrites('d', 'p', absence),
  changeAbsenceWrites: changeAbsenceWrites('d', 'p', absence, absence),
  absenceRemovals: absenceRemovals('d', 'p', absence),
  outcomeWrites: outcomeWrites('d', [outcome], 'a', 0),
  editWrites: editWrites('d', 'k', edit, new Map()),
  moveWrites: moveWrites('d', 'k', 'draft', 'circulated'),
  renameWrites: renameWrites('d', 'k', 'Vår'),
  circulationWrites: circulationWrites('d', 'k', { by: 'a', at: 0, message: '', answerBy: null }),
  commentWrites: commentWrites('d', 'k', { by: 'a', personId: 'p', at: 0, cell: null, text: 'x' }),
  commentStateWrites: commentStateWrites('d', 'k', 1, { state: 'seen', by: 'a', at: 0 }),
  statusWrites: statusWrites('d', 'k', 'published'),
  judgedGuard: [judgedGuard('d', 'k', 3)],
  setUpChangeWrites: setUpChangeWrites('d', { action: 'x', at: 0, by: 'a', parts: [] }),
  dayNoteWrites: [...dayNoteWrites('d', '2027-01-04', 'x', ''), ...dayNoteWrites('d', '2027-01-04', '', 'x')],
  useLoginLinkWrites: useLoginLinkWrites('h', 'sign-in', 0),
  forgetLinksWrites: forgetLinksWrites(0),
  forgetTriesWrites: forgetTriesWrites(0),
  acceptInvitationWrites: acceptInvitationWrites('h', 'a', 0),
  expiredSessionRemovals: expiredSessionRemovals(0),
  endOtherSessionsWrites: endOtherSessionsWrites('a', 'h'),
  heldFormWrites: heldFormWrites({ hash: 'h', accountId: 'a', sealed: 's', createdAt: 0, expiresAt: 1 }),
  takeHeldFormWrites: takeHeldFormWrites({ hash: 'h', accountId: 'a' }, 0),
  expiredHeldFormRemovals: expiredHeldFormRemovals(0),
  revokeFeedWrites: revokeFeedWrites('f', 'p', 0),
  changeFeedWrites: changeFeedWrites('f', 'p', { label: 'Pc', options: OWN_FEED_OPTIONS }, 0),
  replaceFeedWrites: replaceFeedWrites('f', 'p', { id: 'g', hash: 'h' }, 0),
  feedBodyWrites: feedBodyWrites('f', { key: 'f', state: 'e' }, 'BEGIN', 0),
  forgetBodyWrites: forgetBodyWrites(0),
  membershipRemovals: membershipRemovals('a', { scopeKind: 'district', scopeId: 'd', role: 'doctor' }, 0),
  accountStatusWrites: accountStatusWrites('a', 'disabled', 0),
  noticeWrites: noticeWrites(
    'd',
    { revision: 1, at: 0 },
    [{ personId: 'p', soonestAt: 0, latestAt: 0, isUrgent: true }],
    { accountId: 'a', personId: null },
  ),
  seenWrites: seenWrites(noticeKey, answered),
  rungWrites: rungWrites(noticeKey, answered, 'x'),
  unseenWrites: unseenWrites(noticeKey, 1),
  unrungWrites: unrungWrites(noticeKey, 1),
  outboxWrites: outboxWrites([message]),
  sentMessageWrites: sentMessageWrites({ id: 'm', at: 0 }),
  coveredMessageWrites: coveredMessageWrites({ id: 'm', tells: { after: 0, to: 1 } }, 0),
  failedMessageWrites: failedMessageWrites('m', 'x', null),
  resetWaysIn: resetWaysIn('a'),
  forgetLinkMessagesWrites: forgetLinkMessagesWrites(0),
  strongWayGuards: [
    noStrongWayGuard('a'),
    strongWayLeftGuard('a', { passkey: 'k', issuer: 'i' }, ['coordinator'], 'link-used'),
  ],
  forgetMessageWrites: [...forgetMessageWrites('sent', 0), ...forgetMessageWrites('dead', 0)],
  messageChoiceWrites: messageChoiceWrites('a', { weeklyDigest: true }),
  auditWrites: auditWrites(await joinChain(async () => 'h', entry, { seq: 0, hash: '' })),
}

async function sqlOf(read: (db: Database) => Promise<unknown>): Promise<string[]> {
  const asked: string[] = []
  const listening: D1 = {
    prepare: (sql) => {
      asked.push(sql)
      return d1.prepare(sql)
    },
    batch: (statements) => d1.batch(statements),
  }
  await read(openDatabase(listening))
  return asked
}

/** Steps that go through a whole table, a whole index or a district's whole timeline; json_each is a list the caller gave, and so is what the query itself has just found: days, steps, their origins, waivers. */
async function scansIn(sql: string): Promise<string[]> {
  const values = Array(sql.split('?').length - 1).fill(null)
  const plan = d1.prepare(`explain query plan ${sql}`).bind(...values)
  const { results } = await plan.all<{ detail: string }>()
  return results.map((step) => step.detail).filter((detail) => isScan(detail) || isWhole(detail, sql))
}

const isWhole = (detail: string, sql: string) =>
  (WHOLE_DISTRICT.test(detail) && !sql.startsWith('insert')) ||
  (READ_WHOLE.test(detail) && sql.trimStart().startsWith('select'))

const isScan = (detail: string) =>
  detail.startsWith('SCAN') &&
  !/VIRTUAL TABLE|CONSTANT ROW|^SCAN (day|step|origin|found|touched)$/.test(detail)

// An insert lists the searches of its foreign keys too, which run only while a deferred one is broken.
const WHOLE_DISTRICT = /^SEARCH (need|assignment|booking|publication_difference) .*\(district_id=\?\)/
// Taking out a doctor asks all of these for a broken key, which is rare.
const READ_WHOLE = /^SEARCH (waiver|waived|waived_duty|waived_dates|day_note) .*\(district_id=\?\)/

describe('no query goes through a whole table or timeline', () => {
  it.each(Object.entries(reads))('%s', async (_name, read) => {
    const asked = await sqlOf(read)
    expect(asked.length).toBeGreaterThan(0)
    for (const sql of asked) expect(await scansIn(sql)).toEqual([])
  })

  it.each(Object.entries(writes))('%s', async (_name, statements) => {
    for (const { sql } of statements) expect(await scansIn(sql)).toEqual([])
  })

  it.each(['booking_refuses_overlap', 'booking_refuses_moved_overlap'])('trigger %s', async (name) => {
    const sql = await d1
      .prepare('select sql from sqlite_master where name = ?')
      .bind(name)
      .first<string>('sql')
    const candidates = /WHEN EXISTS \(\n([\s\S]*?)\n\)\nBEGIN/
      .exec(sql ?? '')?.[1]
      ?.replaceAll(/\b(NEW|OLD)\.\w+/g, '?')
    const plan = d1
      .prepare(`explain query plan ${candidates}`)
      .bind(...Array(candidates!.split('?').length - 1).fill(null))
    const { results } = await plan.all<{ detail: string }>()
    expect(results.map((step) => step.detail)).toEqual([
      expect.stringContaining('USING INDEX booking_by_person (person_id=? AND start_at>? AND start_at<?)'),
    ])
  })

  it.each([
    'assignment_enters_open_dates',
    'assignment_ends_on_open_dates',
    'need_enters_open_dates',
    'need_changes_on_open_dates',
    'outcome_enters_open_dates',
    'closed_period_is_appended',
  ])('trigger %s', async (name) => {
    const sql = await d1
      .prepare('select sql from sqlite_master where name = ?')
      .bind(name)
      .first<string>('sql')
    const condition = /\nWHEN ([\s\S]*?)\nBEGIN/.exec(sql ?? '')?.[1]?.replaceAll(/\b(NEW|OLD)\.\w+/g, '?')
    const asked = `select 1 where ${condition}`
    const plan = d1
      .prepare(`explain query plan ${asked}`)
      .bind(...Array(asked.split('?').length - 1).fill(null))
    const searches = (await plan.all<{ detail: string }>()).results.filter(({ detail }) =>
      /closed|other/.test(detail),
    )
    expect(searches.length).toBeGreaterThan(0)
    for (const { detail } of searches)
      expect(detail).toMatch(/USING (INDEX closed_period_by_|PRIMARY KEY).*(to_at>|to_date>|id=)/)
  })

  it('finds what a person was told of a district by its index, and what is due or to be forgotten by another', async () => {
    const claim = (db: Database) => claimMessages(db, { now: 0, until: 3, limit: 1, channels: ['mail'] })
    const [forget] = forgetMessageWrites('sent', 0)
    for (const sql of [...(await sqlOf(claim)), forget!.sql]) {
      const plan = d1
        .prepare(`explain query plan ${sql}`)
        .bind(...Array(sql.split('?').length - 1).fill(null))
      const steps = (await plan.all<{ detail: string }>()).results.map(({ detail }) => detail)
      expect(steps).toContainEqual(
        expect.stringMatching(/^SEARCH outbox USING (COVERING )?INDEX outbox_by_due \(status=\? AND due_at</),
      )
      const ofGroup = steps.filter((detail) => detail.startsWith('SEARCH other '))
      expect(ofGroup.length).toBeGreaterThan(0)
      for (const detail of ofGroup)
        expect(detail).toMatch(
          /INDEX outbox_by_group \(person_id=\? AND district_id=\? AND kind=\? AND channel=\?\)/,
        )
    }
  })

  it('would be noticed', async () => {
    expect(await scansIn('select * from need where name = ?')).toEqual(['SCAN need'])
    for (const table of ['booking', 'waiver', 'day_note'])
      expect(await scansIn(`select * from ${table} where district_id = ?`)).toHaveLength(1)
  })
})
