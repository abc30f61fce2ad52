import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import type { FeedChoice } from '../../src/core/rota/feed-choice.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { addWish } from '../../src/usecases/add-wish.ts'
import { adoptValue } from '../../src/usecases/adopt-value.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import { circulateDraft, takeBackDraft } from '../../src/usecases/circulate-draft.ts'
import { closePeriod, previewClosing } from '../../src/usecases/close-period.ts'
import { commentDraft, settleComment } from '../../src/usecases/comment-draft.ts'
import { compareDrafts } from '../../src/usecases/compare-drafts.ts'
import { compareRevisions } from '../../src/usecases/compare-revisions.ts'
import type { Context } from '../../src/usecases/context.ts'
import { correctShare } from '../../src/usecases/correct-share.ts'
import { countNotices, showTold } from '../../src/usecases/count-notices.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { deliverMessages } from '../../src/usecases/deliver-messages.ts'
import { bringBackDraft, discardDraft } from '../../src/usecases/discard-draft.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { enterUnavailability } from '../../src/usecases/enter-unavailability.ts'
import { explainClash } from '../../src/usecases/explain-clash.ts'
import { explainPlace } from '../../src/usecases/explain-place.ts'
import { exportDistrict } from '../../src/usecases/export-district.ts'
import { inviteMember } from '../../src/usecases/invite-member.ts'
import { invitePerson } from '../../src/usecases/invite-person.ts'
import { listCirculated } from '../../src/usecases/list-circulated.ts'
import { listDrafts } from '../../src/usecases/list-drafts.ts'
import { listRevisions } from '../../src/usecases/list-revisions.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { pasteWishes } from '../../src/usecases/paste-wishes.ts'
import { previewAgreement } from '../../src/usecases/preview-agreement.ts'
import { previewPublication } from '../../src/usecases/preview-publication.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { redoEdit } from '../../src/usecases/redo-edit.ts'
import type { Result } from '../../src/usecases/refusal.ts'
import { removeWish } from '../../src/usecases/remove-wish.ts'
import { renameDraft } from '../../src/usecases/rename-draft.ts'
import { repairDraft } from '../../src/usecases/repair-draft.ts'
import { restoreRevision } from '../../src/usecases/restore-revision.ts'
import { revokeFeedLink } from '../../src/usecases/revoke-feed-link.ts'
import { saveDayNote } from '../../src/usecases/save-day-note.ts'
import { saveDoctors } from '../../src/usecases/save-doctors.ts'
import { previewLine, saveLine } from '../../src/usecases/save-line.ts'
import { showAbsences } from '../../src/usecases/show-absences.ts'
import { showAgreement } from '../../src/usecases/show-agreement.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { showBuild } from '../../src/usecases/show-build.ts'
import { showCandidates } from '../../src/usecases/show-candidates.ts'
import { showChanges } from '../../src/usecases/show-changes.ts'
import { showCirculated } from '../../src/usecases/show-circulated.ts'
import { showClosings } from '../../src/usecases/show-closings.ts'
import { showDayNote } from '../../src/usecases/show-day-note.ts'
import { showDistrictCalendar } from '../../src/usecases/show-district-calendar.ts'
import { showDistricts } from '../../src/usecases/show-districts.ts'
import { showDoctors } from '../../src/usecases/show-doctors.ts'
import { showDraft } from '../../src/usecases/show-draft.ts'
import { showDraftBoard } from '../../src/usecases/show-draft-board.ts'
import { showDraftDates } from '../../src/usecases/show-draft-dates.ts'
import { showDuty } from '../../src/usecases/show-duty.ts'
import { showDutyNow } from '../../src/usecases/show-duty-now.ts'
import { showHours } from '../../src/usecases/show-hours.ts'
import { showLedger } from '../../src/usecases/show-ledger.ts'
import { showLoadReport } from '../../src/usecases/show-load-report.ts'
import { showMyDuties } from '../../src/usecases/show-my-duties.ts'
import { showNearestDuty } from '../../src/usecases/show-nearest-duty.ts'
import { showNotices } from '../../src/usecases/show-notices.ts'
import { showRepairs } from '../../src/usecases/show-repairs.ts'
import { showRevision } from '../../src/usecases/show-revision.ts'
import { showSetUp } from '../../src/usecases/show-set-up.ts'
import { showUnavailability } from '../../src/usecases/show-unavailability.ts'
import { showWeights } from '../../src/usecases/show-weights.ts'
import { showWishes } from '../../src/usecases/show-wishes.ts'
import { startBuild } from '../../src/usecases/start-build.ts'
import { stopBuild } from '../../src/usecases/stop-build.ts'
import { sweep } from '../../src/usecases/sweep.ts'
import { undoEdit } from '../../src/usecases/undo-edit.ts'
import { countRows, makeWorld, refusalOf, unwrap, type World } from '../support/use-case-world.ts'

/** Where a verb is tried: ids of one district, its published and drafted duties. */
interface Place {
  readonly districtId: string
  readonly lineId: string
  readonly personId: string
  readonly draftId: string
  readonly buildId: string
  readonly wishId: string
  /** The first doctor's own, for them to take back. */
  readonly ownWishId: string
}

type Verb = readonly [
  name: string,
  run: (ctx: Context, place: Place) => Promise<Result<unknown>>,
  allowed: readonly ActorName[],
]
type ActorName =
  | 'coordinator'
  | 'doctor'
  | 'colleague'
  | 'manager'
  | 'unionRepresentative'
  | 'reader'
  | 'administrator'
  | 'otherCoordinator'
  | 'nobody'

const FROM = '2027-01-04'
const TO = '2027-01-18'
const EVERYBODY: readonly ActorName[] = [
  'coordinator',
  'doctor',
  'colleague',
  'manager',
  'unionRepresentative',
  'reader',
  'administrator',
  'otherCoordinator',
]
const MEMBERS: readonly ActorName[] = ['coordinator', 'doctor', 'colleague', 'manager', 'unionRepresentative']
const cellOf = ({ lineId }: Place) => ({ needId: `${lineId}.2027-01-05.n`, seat: 0 })
/** One that nobody holds or amends, so that a lock on it stands in nobody's way. */
const openCellOf = ({ lineId }: Place) => ({ needId: `${lineId}.2027-01-11.n`, seat: 0 })
const timeline = { kind: 'timeline' } as const
const published = { kind: 'published' } as const
/** A week with duties, and a moment after it. */
const overWeek = { kind: 'week', date: FROM } as const
const AFTERWARDS = fromUtcText('2027-02-01T10:00Z')
const weeks = { from: '2027-W01', weeks: 2 }
const cap = {
  kind: 'adopt',
  parameter: 'weeklyTotalMinutes',
  value: 56 * 60,
  status: 'adopted',
  from: '2027-01-04',
  source: 'Legevaktutvalget',
  decidedOn: '2026-11-20',
} as const
const dates = { kind: 'dates', from: FROM, to: TO } as const

const WEEK_AWAY = {
  kind: 'absence',
  from: '2028-01-03',
  certainFrom: '2028-01-03',
  to: '2028-01-10',
} as const

/** A line that begins after everything else here. */
const nightLine = (code: string) => ({
  id: null,
  name: `Linje ${code}`,
  code,
  form: 'home' as const,
  behind: [],
  conditional: false,
  from: '2028-01-03',
  windows: [
    {
      ...{ key: 'n', name: 'Natt', dayKinds: ['weekday' as const], start: '23:00', end: '08:00', endDay: 1 },
      ...{ number: 1, pieces: [], paid: null, block: null },
    },
  ],
})

const awayAfterwards = ({ personId }: Place) =>
  ({ personId, from: '2027-02-01', to: '2027-02-08', reach: 'all' }) as const

/** Verbs on the content of a district. */
const VERBS: readonly Verb[] = [
  [
    'show-board',
    (ctx, { districtId }) => showBoard(ctx, { districtId, source: timeline, from: FROM, days: 14 }),
    MEMBERS,
  ],
  [
    'show-board of a draft',
    (ctx, { districtId, draftId }) =>
      showBoard(ctx, { districtId, source: { kind: 'draft', draftId }, from: FROM, days: 14 }),
    ['coordinator'],
  ],
  ['show-duty-now', (ctx, place) => showDutyNow(ctx, place), MEMBERS],
  ['show-nearest-duty', (ctx, place) => showNearestDuty(ctx, place), MEMBERS],
  ['show-duty', (ctx, place) => showDuty(ctx, { ...place, ...cellOf(place) }), MEMBERS],
  [
    'show-hours',
    (ctx, { districtId }) => showHours(ctx, { districtId, source: timeline, ...weeks }),
    MEMBERS,
  ],
  [
    'show-ledger',
    (ctx, { districtId }) =>
      showLedger(ctx, { districtId, personId: null, closingId: null, kind: 'week', date: FROM }),
    MEMBERS,
  ],
  ['show-closings', (ctx, place) => showClosings(ctx, place), MEMBERS],
  [
    'correct-share',
    (ctx, { districtId, personId }) =>
      correctShare(ctx, { districtId, personId, measure: 'home', amount: 60, on: FROM, reason: 'Glemt' }),
    ['coordinator'],
  ],
  ['show-wishes', (ctx, place) => showWishes(ctx, place), ['coordinator', 'doctor', 'colleague']],
  ['show-notices', (ctx, place) => showNotices(ctx, { ...place, month: null }), ['coordinator', 'manager']],
  ['count-notices', (ctx, place) => countNotices(ctx, place), ['coordinator', 'manager']],
  ['show-told', (ctx, place) => showTold(ctx, { ...place, revision: 1 }), ['coordinator', 'manager']],
  ['show-doctors', (ctx, place) => showDoctors(ctx, place), ['coordinator', 'manager']],
  ['show-unavailability', (ctx, place) => showUnavailability(ctx, place), ['coordinator']],
  [
    'enter-unavailability',
    (ctx, { districtId, personId }) =>
      enterUnavailability(ctx, { districtId, personId, away: WEEK_AWAY, isConfirmed: true }),
    ['coordinator'],
  ],
  [
    'show-load-report',
    (ctx, { districtId }) =>
      showLoadReport(ctx, { districtId, municipality: '4645', kind: null, date: null }),
    ['coordinator', 'manager', 'reader'],
  ],
  ['list-drafts', (ctx, place) => listDrafts(ctx, place), ['coordinator']],
  ['show-draft', (ctx, place) => showDraft(ctx, place), ['coordinator']],
  [
    'show-draft-board',
    (ctx, place) => showDraftBoard(ctx, { ...place, windowOf: () => ({ from: FROM, to: TO }) }),
    ['coordinator'],
  ],
  ['show-draft-dates', (ctx, place) => showDraftDates(ctx, place), ['coordinator']],
  ['show-day-note', (ctx, place) => showDayNote(ctx, { ...place, date: '2027-03-18' }), ['coordinator']],
  [
    'save-day-note',
    (ctx, { districtId }) => saveDayNote(ctx, { districtId, date: FROM, text: 'Akuttkurs', seen: '' }),
    ['coordinator'],
  ],
  ['show-set-up', (ctx, place) => showSetUp(ctx, place), ['coordinator']],
  ['show-absences', (ctx, place) => showAbsences(ctx, { ...place, from: FROM, weeks: 5 }), ['coordinator']],
  [
    'preview-line',
    (ctx, { districtId }) => previewLine(ctx, { districtId, line: nightLine('P'), seen: '' }),
    ['coordinator'],
  ],
  [
    'save-line',
    (ctx, { districtId }) => saveLine(ctx, { districtId, line: nightLine('X'), seen: '' }),
    ['coordinator'],
  ],
  [
    'save-doctors',
    (ctx, { districtId }) =>
      saveDoctors(ctx, {
        districtId,
        doctors: [{ personId: null, name: 'Ny Lege', initials: 'NYL', from: '2028-01-01' }],
      }),
    ['coordinator'],
  ],
  ['show-weights', (ctx, place) => showWeights(ctx, { ...place, tried: {} }), ['coordinator']],
  ['explain-clash', (ctx, place) => explainClash(ctx, place), ['coordinator']],
  [
    'explain-place',
    (ctx, place) => explainPlace(ctx, { ...place, source: timeline, ...cellOf(place) }),
    ['coordinator'],
  ],
  [
    'explain-place of a draft',
    (ctx, place) =>
      explainPlace(ctx, { ...place, source: { kind: 'draft', draftId: place.draftId }, ...cellOf(place) }),
    ['coordinator'],
  ],
  ['show-build', (ctx, place) => showBuild(ctx, place), ['coordinator']],
  [
    'show-candidates',
    (ctx, place) =>
      showCandidates(ctx, { districtId: place.districtId, source: timeline, ...cellOf(place), part: null }),
    ['coordinator'],
  ],
  ['preview-publication', (ctx, place) => previewPublication(ctx, part(place)), ['coordinator']],
  ['export-district', (ctx, place) => exportDistrict(ctx, place), ['coordinator']],
  [
    'open-draft',
    (ctx, { districtId, lineId }) =>
      openDraft(ctx, { districtId, name: 'Ny', from: FROM, to: TO, lineIds: [lineId] }),
    ['coordinator'],
  ],
  [
    'edit-draft',
    (ctx, place) =>
      editDraft(ctx, { ...place, step: stepOf({ kind: 'lock', cell: openCellOf(place) }), seen: {} }),
    ['coordinator'],
  ],
  ['undo-edit', (ctx, place) => undoEdit(ctx, place), ['coordinator']],
  ['redo-edit', (ctx, place) => redoEdit(ctx, place), ['coordinator']],
  // What stands in the draft is then as the other verbs expect it.
  ['undo-edit of a redo', (ctx, place) => undoEdit(ctx, place), ['coordinator']],
  ['show-changes', (ctx, place) => showChanges(ctx, { ...place, after: 0 }), ['coordinator']],
  ['rename-draft', (ctx, place) => renameDraft(ctx, { ...place, name: 'Vinter' }), ['coordinator']],
  ['compare-drafts', (ctx, place) => compareDrafts(ctx, { ...place, with: published }), ['coordinator']],
  ['list-circulated', (ctx, place) => listCirculated(ctx, place), MEMBERS],
  [
    'circulate-draft',
    (ctx, place) => circulateDraft(ctx, { ...place, message: '', answerBy: null }),
    ['coordinator'],
  ],
  ['show-circulated', (ctx, place) => showCirculated(ctx, place), MEMBERS],
  [
    'show-board of a draft that is out',
    (ctx, { districtId, draftId }) => {
      const source = { kind: 'draft', draftId } as const
      return showBoard(ctx, { districtId, source, from: FROM, days: 14, asCirculated: true })
    },
    MEMBERS,
  ],
  [
    'comment-draft',
    (ctx, place) => commentDraft(ctx, { ...place, cell: cellOf(place), text: 'Fint' }),
    ['doctor', 'colleague', 'unionRepresentative'],
  ],
  [
    'settle-comment',
    (ctx, place) => settleComment(ctx, { ...place, number: 1, state: 'seen' }),
    ['coordinator'],
  ],
  ['take-back-draft', (ctx, place) => takeBackDraft(ctx, place), ['coordinator']],
  ['discard-draft', (ctx, place) => discardDraft(ctx, place), ['coordinator']],
  ['bring-back-draft', (ctx, place) => bringBackDraft(ctx, place), ['coordinator']],
  [
    'list-revisions',
    (ctx, { districtId }) => listRevisions(ctx, { districtId, before: null }),
    ['coordinator', 'manager'],
  ],
  [
    'show-revision',
    (ctx, { districtId }) => showRevision(ctx, { districtId, revision: 1, from: null, days: 14 }),
    ['coordinator', 'manager'],
  ],
  [
    'compare-revisions',
    (ctx, { districtId }) => compareRevisions(ctx, { districtId, before: 0, after: 1, from: null, to: null }),
    ['coordinator', 'manager'],
  ],
  [
    'restore-revision',
    (ctx, { districtId, lineId }) =>
      restoreRevision(ctx, {
        districtId,
        revision: 0,
        name: 'Som før',
        lineIds: [lineId],
        from: FROM,
        to: TO,
      }),
    ['coordinator'],
  ],
  [
    'show-repairs',
    (ctx, place) => showRepairs(ctx, { ...place, source: timeline, part: awayAfterwards(place) }),
    ['coordinator'],
  ],
  [
    'repair-draft',
    (ctx, place) =>
      repairDraft(ctx, {
        districtId: place.districtId,
        source: { kind: 'draft', draftId: place.draftId },
        part: awayAfterwards(place),
        changes: [{ needId: `${place.lineId}.2027-01-16.n`, seat: 0, from: null, to: place.personId }],
        name: '',
      }),
    ['coordinator'],
  ],
  [
    'start-build',
    (ctx, place) => startBuild(ctx, { ...place, seed: 1, iterations: 10, keep: 'locked' }),
    ['coordinator'],
  ],
  [
    'stop-build',
    (ctx, { districtId, buildId }) => stopBuild(ctx, { districtId, buildId, keep: true }),
    ['coordinator'],
  ],
  [
    'amend-duty',
    (ctx, place) =>
      amendDuty(ctx, {
        ...place,
        ...cellOf(place),
        expectedRevision: 1,
        holder: { kind: 'slices', slices: [] },
        reason: 'Syk',
        waivesBlocking: true,
      }),
    ['coordinator'],
  ],
  [
    'publish-draft',
    (ctx, place) => publishDraft(ctx, { ...part(place), expectedRevision: 2, reason: '', waivers: [] }),
    ['coordinator'],
  ],
  [
    'add-wish',
    (ctx, { districtId, personId }) =>
      addWish(ctx, { districtId, personId, about: dates, stance: 'wish', weight: 1 }),
    ['coordinator', 'doctor'],
  ],
  [
    'paste-wishes',
    (ctx, { districtId }) =>
      pasteWishes(ctx, {
        districtId,
        sheet: { text: 'D1\t2027-01-05\t\tkan ikke', sheetName: '', unreckoned: [] },
        names: new Map(),
        isConfirmed: true,
      }),
    ['coordinator'],
  ],
  [
    'remove-wish',
    (ctx, { districtId, wishId, ownWishId }) =>
      removeWish(ctx, { districtId, wishId: ctx === world.doctor ? ownWishId : wishId }),
    ['coordinator', 'doctor'],
  ],
  ['invite-person', (ctx, place) => invitePerson(ctx, place), ['coordinator']],
  [
    'invite-member',
    (ctx, { districtId }) =>
      inviteMember(ctx, {
        scope: { kind: 'district', id: districtId },
        role: 'payroll-reader',
        email: 'payroll@example.test',
      }),
    ['coordinator'],
  ],
  ['show-agreement', (ctx, place) => showAgreement(ctx, place), [...MEMBERS, 'reader']],
  [
    'preview-agreement',
    (ctx, { districtId }) => previewAgreement(ctx, { districtId, change: cap }),
    ['coordinator'],
  ],
  [
    'adopt-value',
    async (ctx, { districtId }) => {
      const preview = await previewAgreement(world.coordinator, { districtId, change: cap })
      const stamp = preview.kind === 'done' ? preview.value.stamp : ''
      return adoptValue(ctx, { districtId, change: cap, stamp })
    },
    ['coordinator'],
  ],
  [
    'preview-closing',
    (ctx, { districtId }) => previewClosing({ ...ctx, now: AFTERWARDS }, { districtId, ...overWeek }),
    ['coordinator'],
  ],
  [
    'close-period',
    (ctx, { districtId }) => closePeriod({ ...ctx, now: AFTERWARDS }, { districtId, ...overWeek }),
    ['coordinator'],
  ],
  ['show-district-calendar', (ctx, { districtId }) => showDistrictCalendar(ctx, { districtId }), MEMBERS],
  [
    'create-feed-link to a district',
    (ctx, { districtId }) => createFeedLink(ctx, { label: 'Pc', choice: calendarOf('district', districtId) }),
    MEMBERS,
  ],
  [
    'create-feed-link for the dispatch centre',
    (ctx, { districtId }) => createFeedLink(ctx, { label: 'Pc', choice: calendarOf('dispatch', districtId) }),
    ['coordinator', 'manager'],
  ],
]

function calendarOf(kind: 'district' | 'dispatch', districtId: string): FeedChoice {
  return { kind, districtId, options: { scope: { kind: 'all' } } }
}

/** Refusals that tell an actor what they may not do. */
const SHUT = ['not-signed-in', 'not-allowed', 'not-found']
const TABLES = [
  'draft',
  'draft_edit',
  'draft_cell',
  'draft_circulation',
  'draft_comment',
  'publication',
  'assignment',
  'audit',
  'outbox',
  'wish',
  'build',
  'invitation',
  'feed_link',
  'closed_period',
  'balance_entry',
  'agreement_entry',
]

let world: World
let place: Place

beforeAll(async () => {
  world = await makeWorld()
  place = await publishedPlace(world)
})

describe('every verb', () => {
  it.each(VERBS)(
    '%s is refused to whoever the policy does not name, and stores nothing',
    async (_name, run, allowed) => {
      const before = await countRows(...TABLES)
      const strangers = [...EVERYBODY, 'nobody' as const].filter((name) => !allowed.includes(name))
      for (const name of strangers) {
        const kind = refusalOf(await run(world[name], place))
        expect([name, SHUT.includes(kind ?? 'done')]).toEqual([name, true])
        const isOutside = ['reader', 'administrator', 'otherCoordinator'].includes(name)
        if (name === 'nobody') expect(kind).toBe('not-signed-in')
        else if (isOutside) expect([name, kind]).toEqual([name, 'not-found'])
      }
      expect(await countRows(...TABLES)).toEqual(before)
    },
  )

  it.each(VERBS)('%s answers another district as one that does not exist', async (_name, run) => {
    const nowhere = withoutTrace(place)
    for (const name of ['otherCoordinator', 'administrator'] as const) {
      const there = await run(world[name], place)
      const missing = await run(world[name], nowhere)
      expect(JSON.stringify(there)).toBe(JSON.stringify(missing))
    }
  })

  it.each(VERBS)(
    '%s finds nothing under a district that it does not belong to',
    async (_name, run, allowed) => {
      if (!allowed.includes('coordinator')) return
      const mixed = { ...place, districtId: world.other.id }
      const before = await countRows(...TABLES)
      const answer = await run(world.otherCoordinator, mixed)
      const text = JSON.stringify(answer)
      for (const { name } of world.district.persons.slice(0, 3)) expect(text).not.toContain(name)
      if (answer.kind === 'refused') expect(await countRows(...TABLES)).toEqual(before)
    },
  )

  // Last, since these change what stands in the district; in the order of the table.
  it.each(VERBS)('%s is done for whoever the policy names', async (_name, run, allowed) => {
    for (const name of allowed) {
      const answer = await run(world[name], place)
      expect([name, answer.kind === 'refused' ? answer.refusal : 'done']).toEqual([name, 'done'])
    }
  })
})

describe('one’s own', () => {
  it('duties and calendar links are there for an account that stands for a person', async () => {
    const { doctor, coordinator, nobody } = world
    expect(unwrap(await showMyDuties(doctor, {})).personId).toBe(world.people[0])
    expect(refusalOf(await showMyDuties(coordinator, {}))).toBe('not-found')
    expect(refusalOf(await showMyDuties(nobody, {}))).toBe('not-signed-in')
    expect(refusalOf(await createFeedLink(coordinator, { label: 'Telefon' }))).toBe('not-found')
    expect(refusalOf(await createFeedLink(nobody, { label: 'Telefon' }))).toBe('not-signed-in')
  })

  it('calendar link is turned off by nobody else', async () => {
    const { feedId } = unwrap(await createFeedLink(world.doctor, { label: 'Telefon' }))
    for (const other of [world.colleague, world.coordinator, world.administrator])
      expect(refusalOf(await revokeFeedLink(other, { feedId }))).toBe('not-found')
    expect(refusalOf(await revokeFeedLink(world.nobody, { feedId }))).toBe('not-signed-in')
    expect(refusalOf(await revokeFeedLink(world.doctor, { feedId }))).toBeUndefined()
    expect(refusalOf(await revokeFeedLink(world.doctor, { feedId }))).toBe('not-found')
  })

  it('districts are those one has a place in, and an administrator sees names alone', async () => {
    const names = async (ctx: Context) => unwrap(await showDistricts(ctx, {})).districts.map(({ id }) => id)
    expect(await names(world.coordinator)).toEqual([world.district.id])
    expect(await names(world.doctor)).toEqual([world.district.id])
    expect(await names(world.reader)).toEqual([])
    expect(await names(world.administrator)).toContain(world.other.id)
    expect(refusalOf(await showDistricts(world.nobody, {}))).toBe('not-signed-in')
    const { municipalities } = unwrap(await showDistricts(world.reader, {}))
    expect(municipalities).toContainEqual({
      number: '4645',
      name: 'Askvoll',
      districtId: world.district.id,
      districtName: world.district.name,
    })
  })
})

describe('work that nobody waits for', () => {
  it('is refused to every account', async () => {
    const send = async () => {
      throw new Error('nothing may be sent')
    }
    for (const name of EVERYBODY) {
      expect(SHUT).toContain(refusalOf(await deliverMessages(world[name], { channels: { mail: send } })))
      expect(SHUT).toContain(refusalOf(await sweep(world[name], {})))
    }
  })
})

function part({ districtId, draftId }: Place) {
  return { districtId, draftId, lineIds: null, from: null, to: null }
}

/** Ids of the same form that name nothing. */
function withoutTrace(known: Place): Place {
  return Object.fromEntries(
    Object.entries(known).map(([key, id]) => [key, key === 'lineId' ? id : `none-${id.slice(5)}`]),
  ) as unknown as Place
}

async function publishedPlace({ district, lineId, people, coordinator, doctor }: World): Promise<Place> {
  const districtId = district.id
  const personId = people[0] as string
  const open = async () => {
    const input = { districtId, name: 'Januar', from: FROM, to: TO, lineIds: [lineId] }
    return unwrap(await openDraft(coordinator, input)).draftId
  }
  const assign = async (draftId: string, date: string) => {
    const cell = { needId: `${lineId}.${date}.n`, seat: 0 }
    unwrap(
      await editDraft(coordinator, {
        districtId,
        draftId,
        step: stepOf({ kind: 'assign', cell, personId }),
        seen: {},
      }),
    )
  }
  const first = await open()
  await assign(first, '2027-01-05')
  const publication = {
    districtId,
    draftId: first,
    lineIds: null,
    from: null,
    to: null,
    reason: '',
    waivers: [],
  }
  unwrap(await publishDraft(coordinator, { ...publication, expectedRevision: 0 }))
  const draftId = await open()
  await assign(draftId, '2027-01-08')
  const other = await open()
  const { buildId } = unwrap(
    await startBuild(coordinator, { districtId, draftId: other, seed: 1, iterations: 10, keep: 'locked' }),
  )
  const wish = { districtId, personId, about: dates, stance: 'cannot', weight: 3 } as const
  const { wishId } = unwrap(await addWish(doctor, wish))
  const { wishId: ownWishId } = unwrap(await addWish(doctor, wish))
  return { districtId, lineId, personId, draftId, buildId, wishId, ownWishId }
}
