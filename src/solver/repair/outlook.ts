import { BACKUP_LINE, FIRST_LINE, NONE } from '../problem.ts'
import { needsBackup } from '../score/backing.ts'
import { addPrice, priced } from '../search/price.ts'
import { assign, rollBack } from '../search/roster.ts'
import type { Grid } from '../units.ts'
import { backingConflict, type Conflict, conflictsOf } from './conflicts.ts'
import { AFLOAT, type Breach, type Outlook, PLACED, type Tree, takersOf, UNDECIDED } from './tree.ts'

/** More than any number of changes. */
export const NEVER = 1000

/** What a slot breaks in a person's hands as everything else stands. `person` may be NONE for a backup that is not called. */
export function breachesBy(tree: Tree, slot: number, person: number): Conflict[] {
  const { problem, roster } = tree
  const conflicts = person === NONE ? [] : conflictsOf(problem, roster, person, slot)
  addBackings(tree, slot, conflicts)
  return conflicts
}

function addBackings(tree: Tree, slot: number, conflicts: Conflict[]): void {
  const { role, fronts } = tree.problem
  if (role[slot] === FIRST_LINE) conflicts.push(...backingOf(tree, slot))
  else if (role[slot] === BACKUP_LINE) {
    const { from, items } = fronts
    for (let i = from[slot]!; i < from[slot + 1]!; i++) conflicts.push(...backingOf(tree, items[i]!))
  }
}

/** Nothing is asked of a backup as long as one that could be it is afloat. */
export function backingOf(tree: Tree, front: number): Conflict[] {
  const { problem, roster } = tree
  if (!needsBackup(problem, front, roster.holder[front]!)) return []
  const { from, items } = problem.backers
  for (let i = from[front]!; i < from[front + 1]!; i++) if (tree.fate[items[i]!] === AFLOAT) return []
  const conflict = backingConflict(problem, roster, front)
  return conflict === undefined ? [] : [conflict]
}

/** A conflict by the slots that may still leave; undefined where it is among slots that stay alone, and nobody's to heal. */
export function openPart({ stays, fate }: Tree, conflict: Conflict): Conflict | undefined {
  if (conflict.slots.every((slot) => stays[slot] === 1)) return undefined
  const slots = conflict.slots.filter((slot) => stays[slot] === 0 && fate[slot] === UNDECIDED)
  return { ...conflict, slots }
}

/** Remembered as long as nothing that it rests on changes. */
export function outlookOf(tree: Tree, slot: number, person: number): Outlook {
  const { staff } = tree.problem
  if (person === NONE) return lookInto(tree, slot, person)
  const at = slot * staff + person
  const held = tree.stamp[person]!
  // The later of two stamps tells both: stamps are never used again, and are set back in the order they were set.
  const now = concernsBackup(tree, slot, person) ? Math.max(held, tree.stamp[staff + slot]!) : held
  const known = tree.outlooks[at]
  if (known !== undefined && tree.known[at] === now) return known
  const outlook = lookInto(tree, slot, person)
  tree.outlooks[at] = outlook
  tree.known[at] = now
  return outlook
}

function concernsBackup({ problem }: Tree, slot: number, person: number): boolean {
  return problem.role[slot] === BACKUP_LINE || needsBackup(problem, slot, person)
}

function lookInto(tree: Tree, slot: number, person: number): Outlook {
  const { problem, roster, fate } = tree
  tree.steps--
  const isPriced = problem.grid !== null && person !== NONE
  if (isPriced && !concernsBackup(tree, slot, person)) return priceTaking(tree, problem.grid, slot, person)
  const { hard, cost, logged } = roster
  const formerFate = fate[slot]!
  fate[slot] = PLACED
  assign(problem, roster, slot, person)
  const outlook = toOutlook(tree, breachesBy(tree, slot, person), roster.cost - cost)
  rollBack(problem, roster, logged, hard, cost)
  fate[slot] = formerFate
  return outlook
}

/** The same without making the change. */
function priceTaking(tree: Tree, grid: Grid, slot: number, person: number): Outlook {
  const { problem, roster, fate } = tree
  priced[0] = 0
  priced[1] = 0
  addPrice(problem, grid, roster, person, NONE, slot)
  const cost = priced[1]!
  if (priced[0] === 0 && tree.brokenForGood === 0) return { breaches: NO_BREACH, cost }
  const formerFate = fate[slot]!
  fate[slot] = PLACED
  const outlook = toOutlook(tree, conflictsOf(problem, roster, person, slot), cost)
  fate[slot] = formerFate
  return outlook
}

const NO_BREACH: readonly Breach[] = []

function toOutlook(tree: Tree, conflicts: readonly Conflict[], cost: number): Outlook {
  if (conflicts.length === 0) return { breaches: NO_BREACH, cost }
  return { breaches: conflicts.flatMap((conflict) => toBreach(tree, conflict)), cost }
}

function toBreach(tree: Tree, conflict: Conflict): Breach[] {
  const part = openPart(tree, conflict)
  // A gap may be filled as well as widened, at no price that is known.
  return part === undefined || part.bridge !== null ? [] : [{ exits: part.slots, least: part.least }]
}

/** The least number of slots that must leave, besides those that have, if a person takes this one; NEVER where it cannot be. */
export function leastLeaving({ breaches }: Outlook): number {
  let most = 0
  let sum = 0
  for (let i = 0; i < breaches.length; i++) {
    const { exits, least } = breaches[i]!
    if (exits.length < least) return NEVER
    most = Math.max(most, least)
    const isApart = breaches.every((other, j) => j >= i || !other.exits.some((exit) => exits.includes(exit)))
    if (isApart) sum += least
  }
  return Math.max(most, sum)
}

/** How far a chain of leaving slots is followed. */
const DEPTH = 1

/**
 * False where no chain of at most `room` leaving slots lets the person take the slot. `path` holds the slots that have left already.
 * Chains that help each other are taken to do so wherever they could, so that nothing possible is called impossible.
 */
export function canTake(
  tree: Tree,
  slot: number,
  person: number,
  room: number,
  path: readonly number[],
): boolean {
  const outlook = outlookOf(tree, slot, person)
  if (outlook.breaches.length === 0) return true
  if (path.length === 0 && leastLeaving(outlook) > room) return false
  return outlook.breaches.every(({ exits, least }) => {
    if (exits.length < least) return false
    if (path.some((left) => exits.includes(left))) return true
    if (room < least) return false
    if (path.length >= DEPTH) return true
    let viable = 0
    for (const exit of exits) {
      if (canLeave(tree, exit, room - 1, [...path, slot])) viable++
      if (viable >= least) return true
    }
    return false
  })
}

/** Whether somebody could take the slot, as far as a chain of so many leaving slots shows. */
function canLeave(tree: Tree, slot: number, room: number, path: readonly number[]): boolean {
  return takersOf(tree, slot).some((person) => canTake(tree, slot, person, room, path))
}
