import { BACKS_UP, BACKUP_LINE, FIRST_LINE, NONE, type Problem, WORKS_ALONE } from '../problem.ts'
import type { Roster } from '../search/roster.ts'

/** True when a first-line slot in this person's hands must have somebody behind it. */
export function needsBackup(problem: Problem, slot: number, person: number): boolean {
  if (person === NONE || problem.role[slot] !== FIRST_LINE) return false
  return (problem.able[person * problem.slots + slot]! & WORKS_ALONE) === 0
}

/** 1 when a slot needs backup and some part of it has none by another, able person. */
export function isUnbacked(problem: Problem, holder: Int16Array, slot: number): 0 | 1 {
  const person = holder[slot]!
  if (!needsBackup(problem, slot, person)) return 0
  const { from, items } = problem.backers
  let covered = problem.start[slot]!
  for (let i = from[slot]!; i < from[slot + 1]!; i++) {
    const backup = items[i]!
    const other = holder[backup]!
    if (other === NONE || other === person) continue
    if ((problem.able[other * problem.slots + backup]! & BACKS_UP) === 0) continue
    if (problem.start[backup]! > covered) return 1
    covered = Math.max(covered, problem.end[backup]!)
  }
  return covered < problem.end[slot]! ? 1 : 0
}

/** 1 when a conditional backup is held though nobody in front of it needs one. */
export function isIdle(problem: Problem, holder: Int16Array, backup: number): 0 | 1 {
  if (problem.conditional[backup] === 0 || holder[backup] === NONE) return 0
  return isAsked(problem, holder, backup) ? 0 : 1
}

/** True when somebody in front of a backup slot needs one. */
export function isAsked(problem: Problem, holder: Int16Array, backup: number): boolean {
  const { from, items } = problem.fronts
  for (let i = from[backup]!; i < from[backup + 1]!; i++) {
    const front = items[i]!
    if (needsBackup(problem, front, holder[front]!)) return true
  }
  return false
}

/** True when an open backup slot leaves somebody in front of it unbacked. */
export function isWanted(problem: Problem, holder: Int16Array, backup: number): boolean {
  const { from, items } = problem.fronts
  for (let i = from[backup]!; i < from[backup + 1]!; i++) {
    if (isUnbacked(problem, holder, items[i]!)) return true
  }
  return false
}

/** Adds (or takes away) the backup breaches and idle backups that the holder of `slot` has a say in. */
export function chargeBacking(problem: Problem, roster: Roster, slot: number, sign: 1 | -1): void {
  const { holder } = roster
  const idle = sign * problem.weights.idleBackup
  if (problem.role[slot] === FIRST_LINE) {
    roster.hard += sign * isUnbacked(problem, holder, slot)
    const { from, items } = problem.backers
    for (let i = from[slot]!; i < from[slot + 1]!; i++) {
      roster.cost += idle * isIdle(problem, holder, items[i]!)
    }
  } else if (problem.role[slot] === BACKUP_LINE) {
    const { from, items } = problem.fronts
    for (let i = from[slot]!; i < from[slot + 1]!; i++) {
      roster.hard += sign * isUnbacked(problem, holder, items[i]!)
    }
    roster.cost += idle * isIdle(problem, holder, slot)
  }
}

/** False when a change of holder can leave no backup breached or idle that was not so before. */
export function concernsBacking(problem: Problem, slot: number, former: number, person: number): boolean {
  if (problem.role[slot] === BACKUP_LINE) return true
  return needsBackup(problem, slot, former) || needsBackup(problem, slot, person)
}
