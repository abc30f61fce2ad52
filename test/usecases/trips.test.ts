import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import type { Assignment } from '../../src/core/rota/assignment.ts'
import { openDatabase } from '../../src/data/database.ts'
import { closePeriod, previewClosing } from '../../src/usecases/close-period.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { enterUnavailability } from '../../src/usecases/enter-unavailability.ts'
import { exportLoadReport } from '../../src/usecases/export-load-report.ts'
import { exportPayroll } from '../../src/usecases/export-payroll.ts'
import { previewAgreement } from '../../src/usecases/preview-agreement.ts'
import { recordOutcome } from '../../src/usecases/record-outcome.ts'
import { redoEdit } from '../../src/usecases/redo-edit.ts'
import type { Result } from '../../src/usecases/refusal.ts'
import { showAgreement } from '../../src/usecases/show-agreement.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { showChanges } from '../../src/usecases/show-changes.ts'
import { showClosings } from '../../src/usecases/show-closings.ts'
import { showHours } from '../../src/usecases/show-hours.ts'
import { showLedger } from '../../src/usecases/show-ledger.ts'
import { showLoadReport } from '../../src/usecases/show-load-report.ts'
import { showMunicipalityExemptions } from '../../src/usecases/show-municipality-exemptions.ts'
import { showMyReports } from '../../src/usecases/show-my-reports.ts'
import { showPayroll } from '../../src/usecases/show-payroll.ts'
import { showReportDuties } from '../../src/usecases/show-report-duties.ts'
import { showReportPrint } from '../../src/usecases/show-report-print.ts'
import { showReportShares } from '../../src/usecases/show-report-shares.ts'
import { showReportTime } from '../../src/usecases/show-report-time.ts'
import { showReportYearly } from '../../src/usecases/show-report-yearly.ts'
import { showUnavailability } from '../../src/usecases/show-unavailability.ts'
import { undoEdit } from '../../src/usecases/undo-edit.ts'
import { cellOn, PlanWorld, unwrap } from '../support/plan-world.ts'

const districtId = 'fjordane'
const timeline = { kind: 'timeline' } as const
const closable = { districtId, kind: 'week', date: '2027-01-12' } as const
const anyPeriod = { districtId, personId: null, closingId: null, kind: null, date: null }
const closed = { kind: 'week', date: '2027-01-05' } as const
const open = { kind: 'week', date: '2027-01-12' } as const
const later = { kind: 'week', date: '2027-01-19' } as const
const hours = { districtId, source: timeline }

const lockOf = (date: string) => stepOf({ kind: 'lock', cell: cellOn(date) })

interface Asked {
  readonly ctx: Context
  readonly draftId: string
  readonly duty: Assignment
  readonly closingId: string
}

const period = { kind: 'quarter', date: '2027-01-04' } as const
const report = { districtId, municipality: '4645', ...period } as const

type Ask = (asked: Asked) => Promise<Result<unknown>>

/** How often each goes to the database, beside the one trip in which the front door asks who is there. */
const TRIPS: readonly (readonly [string, number, Ask])[] = [
  ['a board', 2, ({ ctx }) => showBoard(ctx, { districtId, source: timeline, from: '2027-01-04', days: 14 })],
  [
    'the board of a draft',
    2,
    ({ ctx, draftId }) =>
      showBoard(ctx, { districtId, source: { kind: 'draft', draftId }, from: '2027-01-04', days: 14 }),
  ],
  ['hours of weeks', 2, ({ ctx }) => showHours(ctx, { ...hours, from: '2027-W01', weeks: 2 })],
  // The weeks are those of a plan, and what they are judged by is that of the plan that their Monday is in.
  ['hours of the usual weeks', 3, ({ ctx }) => showHours(ctx, { ...hours, from: null, weeks: null })],
  ['the ledger as it opens', 2, ({ ctx }) => showLedger(ctx, anyPeriod)],
  ['the ledger of a week', 2, ({ ctx }) => showLedger(ctx, { ...anyPeriod, ...open })],
  ['a closed ledger', 2, ({ ctx, closingId }) => showLedger(ctx, { ...anyPeriod, closingId })],
  // Once a day one more, for a line in the log.
  [
    'a load report opened for the first time today',
    3,
    ({ ctx }) => showLoadReport(ctx, { ...report, ...open }),
  ],
  ['a load report opened today before', 2, ({ ctx }) => showLoadReport(ctx, report)],
  ['what was shared in it', 2, ({ ctx }) => showReportShares(ctx, report)],
  ['its pictures', 2, ({ ctx }) => showReportTime(ctx, report)],
  ['the duties behind a figure of it', 2, ({ ctx }) => showReportDuties(ctx, { ...report, trail: {} })],
  ['all of it on paper', 2, ({ ctx }) => showReportPrint(ctx, report)],
  ['what is reported by year', 2, ({ ctx }) => showReportYearly(ctx, report)],
  // How many files are taken is counted first.
  ['all of it as a file', 3, ({ ctx }) => exportLoadReport(ctx, { ...report, form: 'csv' })],
  // The districts; which municipalities they have; the report; its openings.
  ['what reports say of a doctor', 5, ({ ctx }) => showMyReports(asDoctor(ctx), period)],
  [
    'hours for pay opened for the first time today',
    3,
    ({ ctx }) => showPayroll(ctx, { districtId, ...later }),
  ],
  ['hours for pay opened today before', 2, ({ ctx }) => showPayroll(ctx, { districtId, ...open })],
  ['hours for pay of a closed period', 2, ({ ctx }) => showPayroll(ctx, { districtId, ...closed })],
  ['hours for pay as a file', 3, ({ ctx }) => exportPayroll(ctx, { districtId, ...open, form: 'csv' })],
  ['the closed periods', 2, ({ ctx }) => showClosings(ctx, { districtId })],
  ['what closing would store', 2, ({ ctx }) => previewClosing(ctx, closable)],
  ['an agreement', 1, ({ ctx }) => showAgreement(ctx, { districtId })],
  [
    'what a change of the agreement does to the rota and two drafts',
    2,
    ({ ctx }) =>
      previewAgreement(ctx, {
        districtId,
        change: {
          kind: 'adopt',
          parameter: 'weeklyDutyMinutes',
          value: 2400,
          status: 'adopted',
          from: '2027-01-11',
          source: 'Vedtak',
          decidedOn: '2026-12-01',
        },
      }),
  ],
  [
    'when a doctor is away, with the plans that were kept',
    2,
    ({ ctx }) => showUnavailability(ctx, { districtId, personId: 'a' }),
  ],
  // The municipality's districts; their doctors; the grounds of those it decides for; that they were read.
  [
    'a municipality’s exemptions, for who decides',
    4,
    ({ ctx }) => showMunicipalityExemptions(ctx, { number: '4645' }),
  ],
  [
    // The holder's other duties are asked for when the holder is known.
    'telling how a duty went',
    3,
    ({ ctx, duty: { id, needId, start, end } }) =>
      recordOutcome(ctx, {
        districtId,
        needId,
        assignmentId: id,
        start,
        end,
        activeMinutes: 60,
        callOuts: 1,
      }),
  ],
  [
    'a step of a draft',
    2,
    ({ ctx, draftId }) =>
      editDraft(ctx, { districtId, draftId, step: lockOf('2027-01-08'), seen: {}, key: 'trip-one' }),
  ],
  [
    'the same step sent again',
    1,
    ({ ctx, draftId }) =>
      editDraft(ctx, { districtId, draftId, step: lockOf('2027-01-08'), seen: {}, key: 'trip-one' }),
  ],
  // What is to be taken back, which names the places; the places; the change.
  ['an undo', 3, ({ ctx, draftId }) => undoEdit(ctx, { districtId, draftId })],
  ['a redo', 3, ({ ctx, draftId }) => redoEdit(ctx, { districtId, draftId })],
  [
    'what others have done, when nobody has',
    1,
    ({ ctx, draftId }) => showChanges(ctx, { districtId, draftId, after: 99 }),
  ],
  // The names are asked for when there are any to tell.
  ['what others have done', 3, ({ ctx, draftId }) => showChanges(ctx, { districtId, draftId, after: 0 })],
  // Last, since nothing changes in a closed period. What the district says, which names the period; its duties; the change.
  ['closing a period', 3, ({ ctx }) => closePeriod(ctx, closable)],
]

describe('trips to the database', () => {
  let asked: Asked
  let trips = 0

  beforeAll(async () => {
    asked = await furnished()
  })

  it.each(TRIPS)('%s: %i', async (_, most, ask) => {
    const { d1 } = asked.ctx.db
    const counting = {
      prepare: d1.prepare.bind(d1),
      batch: <T>(statements: D1PreparedStatement[]) => {
        trips++
        return d1.batch<T>(statements)
      },
    }
    trips = 0
    unwrap(await ask({ ...asked, ctx: { ...asked.ctx, db: openDatabase(counting) } }))
    expect(trips).toBe(most)
  })
})

function asDoctor(ctx: Context): Context {
  if (ctx.actor.kind !== 'account') throw new Error('nobody is signed in')
  return { ...ctx, actor: { ...ctx.actor, personId: 'a' } }
}

/** Two weeks published in January 2027 and a week of them closed, two drafts beside, and a doctor away twice; seen in May. */
async function furnished(): Promise<Asked> {
  const world = await PlanWorld.make()
  const published = await world.open()
  await world.assign(published, '2027-01-05', 'a')
  await world.assign(published, '2027-01-12', 'b')
  unwrap(await world.publish(published))
  const drafts = [await world.open(), await world.open()]
  for (const from of ['2027-06-01', '2027-07-01'])
    unwrap(
      await enterUnavailability(world.ctx, {
        districtId,
        personId: 'a',
        away: { kind: 'absence', from, certainFrom: from, to: '2027-08-01' },
        isConfirmed: true,
      }),
    )
  const [duty] = await world.dutiesOf('b')
  const { actor, ...rest } = world.at('2027-05-03T10:00Z')
  const decides = { scopeKind: 'municipality', scopeId: '4645', role: 'municipality-decider' } as const
  if (actor.kind !== 'account') throw new Error('nobody is signed in')
  const ctx = { ...rest, actor: { ...actor, memberships: [...actor.memberships, decides] } }
  unwrap(await showLoadReport(ctx, report))
  unwrap(await showReportYearly(ctx, report))
  for (const week of [closed, open]) unwrap(await showPayroll(ctx, { districtId, ...week }))
  const { closingId } = unwrap(await closePeriod(ctx, { districtId, ...closed }))
  return { ctx, draftId: drafts[0]!, duty: duty!, closingId }
}
