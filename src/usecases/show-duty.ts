import { isClosed } from '../core/plans/closing.ts'
import type { Assignment, Slice } from '../core/rota/assignment.ts'
import { type District, lineOf } from '../core/rota/district.ts'
import { LONGEST_NEED_DAYS, type Need } from '../core/rota/need.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { sliceOf } from '../core/rota/rota.ts'
import { isBackupLine } from '../core/rules/view.ts'
import { overlaps } from '../core/time/interval.ts'
import { addDays } from '../core/time/local-date.ts'
import type { Minute } from '../core/time/minute.ts'
import { listClosings } from '../data/closing-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { listOutcomeEntries, type OutcomeEntry } from '../data/outcome-store.ts'
import { listWaivers, type WaiverRecord } from '../data/publication-store.ts'
import { type DutyRecord, findDuty, loadTimeline, type Timeline } from '../data/rota-store.ts'
import { may } from '../identity/policy.ts'
import { accountNames } from './account-names.ts'
import { districtForColleague, sliceForColleague, waiversForColleague } from './colleague-view.ts'
import type { Context } from './context.ts'
import { dateOfNeed } from './duty-of.ts'
import { gate } from './gate.ts'
import { mayRecord } from './record-outcome.ts'
import { done, type Result, refused } from './refusal.ts'
import { ownPersonId } from './wish-rights.ts'

export interface ShowDutyInput {
  readonly districtId: DistrictId
  readonly needId: string
}

export interface DutySeat {
  readonly seat: number
  readonly assignments: readonly Assignment[]
}

/** A duty beside this one: who hands over, who takes over, who stands behind. */
export interface NeighbourDuty {
  readonly need: Need
  readonly slices: readonly Slice[]
}

export interface DutyValue {
  readonly district: District
  readonly need: Need
  /** Where one meets; '' = not told, or the duty is over: one told since says nothing of where it was. */
  readonly place: string
  readonly seats: readonly DutySeat[]
  /** Earlier assignments of this duty, latest first; empty for those who may not amend. */
  readonly history: readonly Assignment[]
  /** Who entered each row, by account: a name, or a role where no name is known; empty as `history` is. */
  readonly enteredBy: Readonly<Record<string, string>>
  /** When rows were entered, by the revision they began with; empty as `history` is. */
  readonly enteredAt: Readonly<Record<number, Minute>>
  readonly revision: number
  /**
   * Who was on duty last before this one, and who is next, on first lines (on backup lines for a backup), also across hours
   * that others cover. Of several as near, the same line's.
   */
  readonly before: NeighbourDuty | null
  readonly after: NeighbourDuty | null
  readonly backup: readonly NeighbourDuty[]
  readonly mayAmend: boolean
  /** How each part went, of those that the actor may know of; empty before anything has begun. */
  readonly outcomes: readonly DutyOutcome[]
  /** Whether its period is closed, so that nothing about it changes any more. */
  readonly isClosed: boolean
  /** What was accepted of this duty as its holders are now, the latest first. The reason is empty for colleagues. */
  readonly waivers: readonly DutyWaiver[]
}

/** What is told of one assignment that has begun. */
export interface DutyOutcome {
  readonly assignment: Assignment
  /** Null until something is told: it went as planned, as far as anybody knows. */
  readonly told: OutcomeEntry | null
  /** Name of who told it; undefined when nobody is known by that account. */
  readonly toldBy: string | undefined
  readonly mayRecord: boolean
  /** Whether its period is closed, so that nothing more can be told. */
  readonly isClosed: boolean
}

export interface DutyWaiver extends Omit<WaiverRecord, 'by'> {
  /** Name of who accepted it; undefined when nobody is known by that account. */
  readonly by: string | undefined
}

/** Days on either side in which a neighbour of a duty starts, with those that only touch it. */
const REACH_DAYS = LONGEST_NEED_DAYS + 1
/** Longest overlap, in minutes, in which one doctor hands over to the next. */
const HANDOVER = 60

/** One published duty with who holds it, who follows, and who is backup. */
export async function showDuty(
  ctx: Context,
  { districtId, needId }: ShowDutyInput,
): Promise<Result<DutyValue>> {
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = gate(ctx, 'read-rota', scope)
  if (isRefused) return isRefused
  const date = dateOfNeed(needId)
  if (date === undefined) return refused({ kind: 'not-found' })
  const [district, duty, timeline, entries, waivers, closings] = await Promise.all([
    findDistrict(ctx.db, districtId),
    findDuty(ctx.db, districtId, needId),
    loadTimeline(ctx.db, districtId, addDays(date, -REACH_DAYS), addDays(date, REACH_DAYS)),
    listOutcomeEntries(ctx.db, districtId, needId),
    listWaivers(ctx.db, districtId, date, addDays(date, 1)),
    listClosings(ctx.db, districtId),
  ])
  if (!district || !duty) return refused({ kind: 'not-found' })
  const mayAmend = may(ctx.actor, 'amend-rota', scope)
  const { need, revision } = duty
  const own = ownPersonId(ctx)
  const ownWaivers = waiversOf(duty, waivers)
  const tellers = [
    ...duty.history.map((row) => row.enteredBy),
    ...entries.map((entry) => entry.enteredBy),
    ...ownWaivers.map((waiver) => waiver.by),
  ]
  const names = await accountNames(ctx, district, tellers, mayAmend)
  const value = {
    district: may(ctx.actor, 'read-doctors', scope) ? district : districtForColleague(district, own),
    need,
    place: need.end > ctx.now ? (lineOf(district, need.lineId).place ?? '') : '',
    seats: seatsOf(duty),
    enteredBy: mayAmend ? names : {},
    enteredAt: mayAmend ? duty.publishedAt : {},
    history: mayAmend ? duty.history.filter((row) => row.revisionTo !== null).reverse() : [],
    revision,
    before: neighbour(timeline, before(beside(district, timeline, need), need)),
    after: neighbour(timeline, after(beside(district, timeline, need), need)),
    backup: backupOf(district, timeline, need),
    mayAmend,
    outcomes: outcomesOf(ctx, district, duty, entries).map((outcome) => ({
      ...outcome,
      toldBy: names[outcome.told?.enteredBy ?? ''],
      isClosed: isClosed(closings, date),
    })),
    isClosed: isClosed(closings, date),
    waivers: ownWaivers.map((waiver) => ({ ...waiver, by: names[waiver.by] })),
  }
  return done(mayAmend ? value : forColleague(value, own))
}

/** Accepted for somebody who still holds a part of the duty, or for nobody in particular; of the same rule and person, the latest. */
function waiversOf({ need, history }: DutyRecord, waivers: readonly WaiverRecord[]): WaiverRecord[] {
  const holders = new Set(history.flatMap((row) => (row.revisionTo === null ? [row.personId] : [])))
  const own = waivers.filter(
    ({ needIds, personId }) => needIds.includes(need.id) && (personId === null || holders.has(personId)),
  )
  const latest = Map.groupBy(own, ({ rule, personId }) => `${rule} ${personId}`)
  return [...latest.values()].flatMap(([first]) => first ?? [])
}

/** A colleague is told neither when a duty really ended nor how busy it was. */
function outcomesOf(
  ctx: Context,
  { id }: District,
  { history }: DutyRecord,
  entries: readonly OutcomeEntry[],
): Omit<DutyOutcome, 'toldBy' | 'isClosed'>[] {
  const seesAll = may(ctx.actor, 'read-hours', { kind: 'district', id })
  return history
    .filter((row) => row.revisionTo === null && row.personId !== null && row.start <= ctx.now)
    .map((assignment) => ({
      assignment,
      told: entries.find((entry) => entry.assignmentId === assignment.id) ?? null,
      mayRecord: mayRecord(ctx, id, assignment),
    }))
    .filter((outcome) => seesAll || outcome.mayRecord)
}

/** Who holds what, without why, by whom it was entered and how others came to it. */
function forColleague(value: DutyValue, own: PersonId | null): DutyValue {
  const toNeighbour = <T extends NeighbourDuty | null>(other: T): T =>
    other ? { ...other, slices: other.slices.map((slice) => sliceForColleague(slice, own)) } : other
  const seats = value.seats.map(({ seat, assignments }) => ({
    seat,
    assignments: assignments.map((row) => withoutWhy(row, own)),
  }))
  return {
    ...value,
    seats,
    outcomes: value.outcomes.map((outcome) => ({
      ...outcome,
      assignment: withoutWhy(outcome.assignment, own),
    })),
    waivers: waiversForColleague(value.waivers, own),
    before: toNeighbour(value.before),
    after: toNeighbour(value.after),
    backup: value.backup.map(toNeighbour),
  }
}

function withoutWhy(row: Assignment, own: PersonId | null): Assignment {
  return { ...sliceForColleague(row, own), reason: '', enteredBy: '', note: '', replaces: null }
}

/** Who holds each seat now. */
function seatsOf({ need, history }: DutyRecord): DutySeat[] {
  const current = history.filter((row) => row.revisionTo === null)
  return Array.from({ length: need.number }, (_, seat) => ({
    seat,
    assignments: current.filter((row) => row.seat === seat),
  }))
}

/** Other duties of first lines when this is one, of backup lines when it is not; by start. */
function beside(district: District, timeline: Timeline, need: Need): Need[] {
  const isBackup = (other: Need) => isBackupLine(lineOf(district, other.lineId))
  return timeline.needs.filter((other) => other.id !== need.id && isBackup(other) === isBackup(need))
}

function before(others: readonly Need[], need: Need): Need | undefined {
  const earlier = others.filter((other) => other.start < need.start && other.end <= need.start + HANDOVER)
  const latest = Math.max(...earlier.map((other) => other.end))
  return sameLineFirst(
    earlier.filter((other) => other.end >= latest - HANDOVER),
    need,
  )
}

function after(others: readonly Need[], need: Need): Need | undefined {
  const later = others.filter((other) => other.end > need.end && other.start >= need.end - HANDOVER)
  const soonest = Math.min(...later.map((other) => other.start))
  return sameLineFirst(
    later.filter((other) => other.start <= soonest + HANDOVER),
    need,
  )
}

function sameLineFirst(near: readonly Need[], need: Need): Need | undefined {
  return near.find((other) => other.lineId === need.lineId) ?? near[0]
}

function neighbour(timeline: Timeline, other: Need | undefined): NeighbourDuty | null {
  return other ? withSlices(timeline, other) : null
}

function backupOf(district: District, timeline: Timeline, need: Need): NeighbourDuty[] {
  return timeline.needs
    .filter((other) => overlaps(other, need))
    .filter((other) => lineOf(district, other.lineId).behind.includes(need.lineId))
    .map((other) => withSlices(timeline, other))
}

function withSlices(timeline: Timeline, need: Need): NeighbourDuty {
  return { need, slices: timeline.assignments.filter((row) => row.needId === need.id).map(sliceOf) }
}
