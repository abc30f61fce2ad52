import { type FairShare, fairShares } from '../core/ledger/fair-share.ts'
import { type LedgerRow, ledgerOf } from '../core/ledger/hours.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft, DraftEdit } from '../core/rota/draft.ts'
import { LONGEST_NEED_DAYS, type NeedId } from '../core/rota/need.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Waiver } from '../core/rota/publication.ts'
import { isInPeriod, type Rota } from '../core/rota/rota.ts'
import { checkRota } from '../core/rules/check.ts'
import type { Violation } from '../core/rules/violation.ts'
import { overlaps } from '../core/time/interval.ts'
import { isoWeeksIn } from '../core/time/iso-week.ts'
import { addDays, type Dates, type LocalDate } from '../core/time/local-date.ts'
import { dayInterval } from '../core/time/oslo.ts'
import { listWaivers } from '../data/publication-store.ts'
import { type Action, may } from '../identity/policy.ts'
import { notAccepted } from './accepted-breaches.ts'
import {
  cellsForColleague,
  districtForColleague,
  violationsForColleague,
  waiversForColleague,
} from './colleague-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { isPlanDate } from './plan-dates.ts'
import { planShares } from './plan-shares.ts'
import { readSource } from './read-source.ts'
import { recentEdits } from './recent-edits.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { ownPersonId } from './wish-rights.ts'

export type BoardSource = { readonly kind: 'timeline' } | { readonly kind: 'draft'; readonly draftId: string }

export interface ShowBoardInput {
  readonly districtId: DistrictId
  readonly source: BoardSource
  readonly from: LocalDate
  /** 1–92 days from `from`. */
  readonly days: number
  /** A draft as doctors read it while it is out for comments; whoever edits it may look at it so before. */
  readonly asCirculated?: boolean
}

export interface BoardValue {
  readonly district: District
  /** The days on the board, with three days of needs before and after as context (`isInPeriod` tells them apart). */
  readonly rota: Rota
  readonly draft: Draft | null
  /** Latest first, at most 20; empty on the timeline. From a build on, without their changes. */
  readonly edits: readonly DraftEdit[]
  /** Of the timeline; sent back with what is published or amended. */
  readonly revision: number
  /** Judged over the whole draft or published plan; only those that touch the board, less what was accepted when it was published. */
  readonly violations: readonly Violation[]
  /** What was accepted of the duties on the timeline's board; none on a draft's. */
  readonly waivers: readonly BoardWaiver[]
  readonly ledger: readonly LedgerRow[]
  /** Over the whole draft or published plan. */
  readonly shares: readonly FairShare[]
  /** A colleague sees who has which duty, and of hours, wishes and surgery only their own. */
  readonly hidesHours: boolean
  /** The person behind the account, so that a page can mark their own duties. */
  readonly ownPersonId: PersonId | null
}

/** Which rule, and whose duties; why stands on the duty's own page. */
export type BoardWaiver = Pick<Waiver, 'rule' | 'personId' | 'needIds'>

const MOST_DAYS = 92

/** The rota of some days, of the timeline or of a draft, with its hours and flags as far as the actor may see them. */
export async function showBoard(ctx: Context, input: ShowBoardInput): Promise<Result<BoardValue>> {
  const { districtId, source, from, days, asCirculated = false } = input
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = gate(ctx, actionFor(source, asCirculated), scope)
  if (isRefused) return isRefused
  if (!isPlanDate(from)) return invalid('from', 'not-a-date', from)
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    return invalid('days', 'out-of-range', String(days))
  const window = { from, to: addDays(from, days) }
  const [reading, edits, waivers] = await Promise.all([
    readSource(ctx, districtId, source, window),
    source.kind === 'draft' && !asCirculated ? recentEdits(ctx.db, districtId, source.draftId) : [],
    source.kind === 'draft' ? [] : listWaivers(ctx.db, districtId, window.from, window.to),
  ])
  if (!reading) return refused({ kind: 'not-found' })
  const { rota, draft, revision } = reading
  if (asCirculated && draft?.status !== 'circulated' && !may(ctx.actor, 'read-drafts', scope))
    return refused({ kind: 'not-found' })
  const board = {
    district: rota.district,
    rota: onBoard(rota, window),
    draft,
    edits,
    revision,
    violations: notAccepted(touching(rota, window), waivers),
    waivers: standing(rota, waivers),
    ledger: ledgerOf(rota, isoWeeksIn(window)),
    shares: source.kind === 'draft' ? fairShares(rota) : planShares(rota),
    hidesHours: false,
    ownPersonId: ownPersonId(ctx),
  }
  if (asCirculated) return done(forColleague(board))
  return done(may(ctx.actor, 'read-hours', scope) ? withDoctors(ctx, board) : forColleague(board))
}

function actionFor(source: BoardSource, asCirculated: boolean): Action {
  if (source.kind === 'timeline') return 'read-rota'
  return asCirculated ? 'read-circulated-drafts' : 'read-drafts'
}

function onBoard(rota: Rota, window: Dates): Rota {
  const first = addDays(window.from, -LONGEST_NEED_DAYS)
  const last = addDays(window.to, LONGEST_NEED_DAYS)
  return { ...rota, ...window, needs: rota.needs.filter(({ date }) => date >= first && date < last) }
}

function touching(rota: Rota, window: Dates): Violation[] {
  const board = { ...rota, ...window }
  const shown = new Set(rota.needs.filter((need) => isInPeriod(board, need)).map((need) => need.id))
  const span = { start: dayInterval(window.from).start, end: dayInterval(window.to).start }
  return checkRota(rota).filter(
    (found) => overlaps(found.span, span) || found.needIds.some((needId) => shown.has(needId)),
  )
}

/** Those about somebody who still holds the duty, or about nobody in particular; of the same breach, once. */
function standing(rota: Rota, waivers: readonly Waiver[]): BoardWaiver[] {
  const holders = Map.groupBy(rota.cells.values(), (cell) => cell.needId)
  const holds = (personId: PersonId, needId: NeedId) =>
    (holders.get(needId) ?? []).some((cell) => cell.slices.some((slice) => slice.personId === personId))
  const own = waivers.filter(
    ({ personId, needIds }) => personId === null || needIds.some((needId) => holds(personId, needId)),
  )
  const byBreach = new Map(
    own.map(({ rule, personId, needIds }) => [`${rule} ${personId} ${needIds}`, { rule, personId, needIds }]),
  )
  return [...byBreach.values()]
}

/** Whoever may read hours but not the doctors' facts gets the hours beside names alone. */
function withDoctors(ctx: Context, board: BoardValue): BoardValue {
  return may(ctx.actor, 'read-doctors', { kind: 'district', id: board.district.id })
    ? board
    : withNames(board)
}

function forColleague(board: BoardValue): BoardValue {
  const own = board.ownPersonId
  const isOwn = ({ personId }: { readonly personId: PersonId }) => personId === own
  return {
    ...withNames(board),
    violations: violationsForColleague(board.violations, own),
    waivers: waiversForColleague(board.waivers, own),
    ledger: board.ledger.filter(isOwn),
    shares: board.shares.filter(isOwn),
    hidesHours: true,
  }
}

function withNames(board: BoardValue): BoardValue {
  const own = board.ownPersonId
  const district = districtForColleague(board.district, own)
  const elsewhere = board.rota.elsewhere.filter((busy) => busy.personId === own)
  const cells = cellsForColleague(board.rota.cells, own)
  return { ...board, district, rota: { ...board.rota, district, cells, elsewhere } }
}
