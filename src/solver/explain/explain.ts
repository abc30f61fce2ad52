import type { NeedId } from '../../core/rota/need.ts'
import type { FindingKind } from '../../core/rules/violation.ts'
import { REFUSALS } from '../encode/eligibility.ts'
import type { Encoding } from '../encode/encode.ts'
import { ELSEWHERE, NONE, type Problem } from '../problem.ts'
import { isUnbacked } from '../score/backing.ts'
import { isToFill } from '../search/construct.ts'
import { assign, type Roster, rollBack } from '../search/roster.ts'
import { isClash } from '../search/trial.ts'

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

export function hindrances(problem: Problem, roster: Roster, slot: number, person: number): FindingKind[] {
  const refusal = problem.refusal[person * problem.slots + slot]!
  const refused = REFUSALS.filter((_, bit) => (refusal & (1 << bit)) !== 0)
  if (refused.length > 0) return refused
  const { hard, cost, logged } = roster
  assign(problem, roster, slot, person)
  const quota = problem.quota[person * problem.slots + slot]!
  const isOverQuota = quota !== NONE && roster.quotaHeld[quota]! > problem.quotaMost[quota]!
  const lacksBackup = isUnbacked(problem, roster.holder, slot) === 1
  const breaks = roster.hard > hard
  rollBack(problem, roster, logged, hard, cost)
  const all = clashesWith(problem, roster, slot, person)
  if (isOverQuota) all.push('most-duties')
  if (lacksBackup) all.push('backup-missing')
  // A rest or an overlap that reaches further than the next duty shows only in the sum.
  return all.length === 0 && breaks ? ['rest-after-on-site-night'] : all
}

function clashesWith(problem: Problem, roster: Roster, slot: number, person: number): FindingKind[] {
  const base = person * problem.slots
  const found: FindingKind[] = []
  for (let i = base; i < base + roster.length[person]!; i++) {
    const other = roster.list[i]!
    const [first, second] = other < slot ? [other, slot] : [slot, other]
    if (!isClash(problem, first, second)) continue
    const isOverlap = problem.end[first]! > problem.start[second]!
    if (isOverlap) found.push('overlap')
    else if (problem.role[other] !== ELSEWHERE || problem.restAfterHard[first]! > 0)
      found.push('rest-after-on-site-night')
  }
  return found
}
