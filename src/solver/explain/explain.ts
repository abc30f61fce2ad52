import type { NeedId } from '../../core/rota/need.ts'
import type { FindingKind } from '../../core/rules/violation.ts'
import { REFUSALS } from '../encode/eligibility.ts'
import type { Encoding } from '../encode/encode.ts'
import { NONE, type Problem } from '../problem.ts'
import { isUnbacked } from '../score/backing.ts'
import { isDouble, isJudged } from '../score/neighbours.ts'
import { isToFill } from '../search/construct.ts'
import { assign, type Roster, rollBack } from '../search/roster.ts'

/** A place that nobody could be found for. */
export interface OpenDuty {
  readonly needId: NeedId
  readonly seat: number
  /** What keeps the doctors away and how many of them; a doctor kept away by several things counts under each. Most first. */
  readonly reasons: readonly OpenReason[]
}

export interface OpenReason {
  readonly kind: FindingKind
  readonly doctors: number
}

/** Every open place of a roster, with what keeps each doctor from it as everything else stands. */
export function whyOpen(encoding: Encoding, roster: Roster): OpenDuty[] {
  const { problem, slots } = encoding
  return slots.flatMap((slot, index) => {
    if (slot.kind !== 'place' || !isToFill(problem, roster.holder, index)) return []
    return [{ needId: slot.need.id, seat: slot.seat, reasons: reasonsFor(problem, roster, index) }]
  })
}

function reasonsFor(problem: Problem, roster: Roster, slot: number): OpenReason[] {
  const doctors = new Map<FindingKind, number>()
  for (let person = 0; person < problem.staff; person++) {
    for (const kind of new Set(hindrances(problem, roster, slot, person)))
      doctors.set(kind, (doctors.get(kind) ?? 0) + 1)
  }
  return [...doctors]
    .map(([kind, count]) => ({ kind, doctors: count }))
    .sort((a, b) => b.doctors - a.doctors || (a.kind < b.kind ? -1 : 1))
}

/** Everything that keeps one person from an open place as all else stands: the kinds of breach that the rules would find. */
export function hindrances(problem: Problem, roster: Roster, slot: number, person: number): FindingKind[] {
  const pair = person * problem.slots + slot
  const refused = REFUSALS.filter((_, bit) => (problem.refusal[pair]! & (1 << bit)) !== 0)
  const { hard, cost, logged } = roster
  const doubles = doublesOf(problem, roster, slot, person)
  const unbackedBefore = unbackedAround(problem, roster, slot)
  const quota = problem.quota[pair]!
  assign(problem, roster, slot, person)
  const overQuota = quota === NONE ? 0 : Number(roster.quotaHeld[quota]! > problem.quotaMost[quota]!)
  const lacksBackup = isUnbacked(problem, roster.holder, slot) === 1
  const unbacked = unbackedAround(problem, roster, slot) - unbackedBefore
  // What is left of the breaches when all others are counted is rest, which only shows in whole periods of duty.
  const rests = roster.hard - hard - Number(refused.length > 0) - doubles - overQuota - unbacked
  rollBack(problem, roster, logged, hard, cost)
  const all: readonly (FindingKind | false)[] = [
    ...refused,
    doubles > 0 && !refused.includes('overlap') && 'overlap',
    rests > 0 && 'rest-after-on-site-night',
    // Two places of one need in one pair of hands are one duty to the rules.
    overQuota > 0 && !holdsNeed(problem, roster, slot, person) && 'most-duties',
    lacksBackup && 'backup-missing',
  ]
  return all.filter((kind) => kind !== false)
}

/** How many of the person's slots the slot shares time with and may not. */
function doublesOf(problem: Problem, roster: Roster, slot: number, person: number): number {
  const base = person * problem.slots
  let found = 0
  for (let i = base; i < base + roster.length[person]!; i++) {
    const other = roster.list[i]!
    const isApart = problem.end[other]! <= problem.start[slot]! || problem.end[slot]! <= problem.start[other]!
    if (!isApart && isDouble(problem, other, slot) && isJudged(problem, other, slot)) found++
  }
  return found
}

function holdsNeed(problem: Problem, { list, length }: Roster, slot: number, person: number): boolean {
  const base = person * problem.slots
  const own = list.subarray(base, base + length[person]!)
  return own.some((other) => problem.need[other] === problem.need[slot])
}

/** Slots without the backup they need, among the slot and those it stands behind. */
function unbackedAround(problem: Problem, { holder }: Roster, slot: number): number {
  const { from, items } = problem.fronts
  let found = isUnbacked(problem, holder, slot) as number
  for (let i = from[slot]!; i < from[slot + 1]!; i++) found += isUnbacked(problem, holder, items[i]!)
  return found
}
