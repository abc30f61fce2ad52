import { type FairShare, fairShares } from '../core/ledger/fair-share.ts'
import { type LedgerRow, ledgerOf } from '../core/ledger/hours.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft } from '../core/rota/draft.ts'
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
import { listDayNotes } from '../data/day-note-store.ts'
import { listWaivers } from '../data/publication-store.ts'
import { listRecentSteps, type NamedStep } from '../data/step-store.ts'
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
import { readSource, type SourceReading } from './read-source.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { ownPersonId } from './wish-rights.ts'

export type BoardSource = { readonly kind: 'timeline' } | { readonly kind: 'draft'; readonly draftId: string }

export interface ShowBoardInput {
  readonly districtId: DistrictId
  readonly source: BoardSource
  readonly from: LocalDate
  /** 1–190 days from `from`. */
  readonly days: number
  /** A draft as doctors read it while it is out for comments; whoever edits it may look at it so before. */
  readonly asCirculated?: boolean
  /** As anybody on the rota sees it, whoever asks: for what will hang on a wall. */
  readonly asPosted?: boolean
}

export interface BoardValue {
  readonly district: District
  /** The days on the board, with three days of needs before and after as context (`isInPeriod` tells them apart). */
  readonly rota: Rota
  readonly draft: Draft | null
  /** Latest first, at most 20; empty on the timeline. */
  readonly edits: readonly NamedStep[]
  /** Of the timeline; sent back with what is published or amended. */
  readonly revision: number
  /** Judged over the whole draft or published plan; only those that touch the board, less what was accepted when it was published. */
  readonly violations: readonly Violation[]
  /** What was accepted of the duties on the timeline's board; none on a draft's. */
  readonly waivers: readonly BoardWaiver[]
  readonly ledger: readonly LedgerRow[]
  /** Over the whole draft or published plan. */
  readonly shares: readonly FairShare[]
  /** The whole draft or published plan, and what is broken in it: what the days on the board are a part of; left out of what is no longer so. */
  readonly whole?: WholeRota
  /** Every note on a day of the district; left out = none. */
  readonly dayNotes?: ReadonlyMap<LocalDate, string>
  /** A colleague sees who has which duty, and of hours, wishes and surgery only their own. */
  readonly hidesHours: boolean
  /** The person behind the account, so that a page can mark their own duties. */
  readonly ownPersonId: PersonId | null
}

export interface WholeRota {
  readonly rota: Rota
  readonly violations: readonly Violation[]
}

/** Which rule, and whose duties; why stands on the duty's own page. */
export type BoardWaiver = Pick<Waiver, 'rule' | 'personId' | 'needIds'>

/** Half a year, and the weeks that its ends stand in. */
const MOST_DAYS = 190

/** The rota of some days, of the timeline or of a draft, with its hours and flags as far as the actor may see them. */
export async function showBoard(ctx: Context, input: ShowBoardInput): Promise<Result<BoardValue>> {
  const { districtId, source, from, days, asCirculated = false, asPosted = false } = input
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = gate(ctx, actionFor(source, asCirculated), scope)
  if (isRefused) return isRefused
  if (!isPlanDate(from)) return invalid('from', 'not-a-date', from)
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    return invalid('days', 'out-of-range', String(days))
  const window = { from, to: addDays(from, days) }
  const [reading, edits, waivers, notes] = await Promise.all([
    readSource(ctx, districtId, source, window),
    source.kind === 'draft' && !asCirculated ? listRecentSteps(ctx.db, districtId, source.draftId) : [],
    source.kind === 'draft' ? [] : listWaivers(ctx.db, districtId, window.from, window.to),
    listDayNotes(ctx.db, districtId, window.from, window.to),
  ])
  if (!reading) return refused({ kind: 'not-found' })
  if (asCirculated && reading.draft?.status !== 'circulated' && !may(ctx.actor, 'read-drafts', scope))
    return refused({ kind: 'not-found' })
  const board = boardOf(ctx, { reading, edits, waivers, notes, window }, asCirculated)
  return done(asPosted ? forColleague({ ...board, ownPersonId: null }) : board)
}

export interface BoardReading {
  readonly reading: SourceReading
  readonly edits: readonly NamedStep[]
  readonly waivers: readonly Waiver[]
  readonly notes: ReadonlyMap<LocalDate, string>
  readonly window: Dates
}

/** What has been read, as far as the actor may see it. Hours and shares are worked out when a page asks for them: few views do. */
export function boardOf(ctx: Context, read: BoardReading, asCirculated = false): BoardValue {
  const { edits, waivers, notes, window } = read
  const { rota, draft, revision } = read.reading
  const found = checkRota(rota)
  const ledger = once(() => ledgerOf(rota, isoWeeksIn(window)))
  const shares = once(() => (draft ? fairShares(rota) : planShares(rota)))
  const board: BoardValue = {
    district: rota.district,
    rota: onBoard(rota, window),
    draft,
    edits,
    revision,
    violations: notAccepted(touching(rota, window, found), waivers),
    waivers: standing(rota, waivers),
    get ledger() {
      return ledger()
    },
    get shares() {
      return shares()
    },
    whole: { rota, violations: notAccepted(found, waivers) },
    dayNotes: notes,
    hidesHours: false,
    ownPersonId: ownPersonId(ctx),
  }
  const scope = { kind: 'district', id: rota.district.id } as const
  return asCirculated || !may(ctx.actor, 'read-hours', scope) ? forColleague(board) : withDoctors(ctx, board)
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined
  return () => {
    done ??= { value: work() }
    return done.value
  }
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

function touching(rota: Rota, window: Dates, found: readonly Violation[]): Violation[] {
  const board = { ...rota, ...window }
  const shown = new Set(rota.needs.filter((need) => isInPeriod(board, need)).map((need) => need.id))
  const span = { start: dayInterval(window.from).start, end: dayInterval(window.to).start }
  return found.filter((own) => overlaps(own.span, span) || own.needIds.some((needId) => shown.has(needId)))
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
  const named = withNames(board)
  const { whole } = named
  return {
    ...named,
    violations: violationsForColleague(board.violations, own),
    ...(whole && { whole: { ...whole, violations: violationsForColleague(whole.violations, own) } }),
    waivers: waiversForColleague(board.waivers, own),
    ledger: board.ledger.filter(isOwn),
    shares: board.shares.filter(isOwn),
    hidesHours: true,
  }
}

function withNames(board: BoardValue): BoardValue {
  const own = board.ownPersonId
  const rota = rotaForColleague(board.rota, own)
  const { whole } = board
  return {
    ...board,
    district: rota.district,
    rota,
    ...(whole && { whole: { ...whole, rota: rotaForColleague(whole.rota, own) } }),
  }
}

function rotaForColleague(rota: Rota, own: PersonId | null): Rota {
  const district = districtForColleague(rota.district, own)
  const elsewhere = rota.elsewhere.filter((busy) => busy.personId === own)
  const { holidaysHeld: _held, balances: _brought, ...rest } = rota
  return { ...rest, district, cells: cellsForColleague(rota.cells, own), elsewhere }
}
