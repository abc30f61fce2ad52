import { NONE, type Problem } from '../problem.ts'
import { assign, type Roster, rollBack, rosterOf } from '../search/roster.ts'

export const UNDECIDED = 0
/** Stays with whoever holds it. */
const KEPT = 1
/** Has left its holder and is nobody's yet. */
export const AFLOAT = 2
export const PLACED = 3

/** What is known of giving a slot to a person: the breaches that it makes, and what it costs. */
export interface Outlook {
  readonly breaches: readonly Breach[]
  readonly cost: number
}

/** Slots of which at least so many must leave before a breach is healed. */
export interface Breach {
  readonly exits: readonly number[]
  readonly least: number
}

/** A rota being changed slot by slot; whatever is not yet decided is as it was. */
export interface Tree {
  readonly problem: Problem
  readonly former: Int16Array
  readonly roster: Roster
  readonly fate: Uint8Array
  readonly afloat: number[]
  changes: number
  /** By person, then by `staff + slot`: as long as the number is the same, so is what the person holds and may lose, or who stands before and behind the slot. */
  readonly stamp: Int32Array
  latestStamp: number
  /** Stamps to set back, as index and former number by turns. */
  readonly trail: number[]
  /** By `slot * staff + person`, and the stamp that it was found at. */
  readonly outlooks: (Outlook | undefined)[]
  readonly known: Int32Array
  /** By slot: who may take it if it changes hands, and who stands before and behind it. */
  readonly takers: (readonly number[] | undefined)[]
  readonly circles: (readonly number[] | undefined)[]
  /** 1 for somebody who shall take nothing. */
  readonly barred: Uint8Array
  /** 1 for a slot that never changes, be it held or open. */
  readonly stays: Uint8Array
  /** 1 for a slot that may be left open. */
  readonly dispensable: Uint8Array
  /** Breaches of the slots that stay, by themselves: no repair heals them. */
  readonly brokenForGood: number
  /** What is left of the budget. */
  steps: number
}

/** What a repair leaves alone, and what it may give up. */
export interface Leave {
  /** Slots that never change, besides the fixed ones. */
  readonly stays?: ReadonlySet<number>
  /** Slots that may be left open. */
  readonly mayBeOpen?: ReadonlySet<number>
}

export function startTree(problem: Problem, former: Int16Array, steps: number, leave: Leave = {}): Tree {
  const { slots, staff } = problem
  const stays = problem.fixedTo.map((person, slot) =>
    Number(person !== NONE || leave.stays?.has(slot) === true),
  )
  const standing = former.map((person, slot) => (stays[slot] === 1 ? person : NONE))
  return {
    problem,
    former,
    roster: rosterOf(problem, former),
    fate: new Uint8Array(slots),
    afloat: [],
    changes: 0,
    stamp: Int32Array.from({ length: staff + slots }, (_, index) => index + 1),
    latestStamp: staff + slots,
    trail: [],
    outlooks: new Array<Outlook | undefined>(slots * staff),
    known: new Int32Array(slots * staff),
    takers: new Array<readonly number[] | undefined>(slots),
    circles: new Array<readonly number[] | undefined>(slots),
    barred: new Uint8Array(staff),
    stays: Uint8Array.from(stays),
    dispensable: problem.conditional.map(
      (value, slot) => value | Number(leave.mayBeOpen?.has(slot) === true),
    ),
    brokenForGood: rosterOf(problem, standing).hard,
    steps,
  }
}

/** Takes a slot from its holder, does what follows, and gives it back. */
export function withAfloat(tree: Tree, slot: number, then: () => void): void {
  tree.changes++
  tree.afloat.push(slot)
  withMove(tree, slot, NONE, AFLOAT, then)
  tree.afloat.pop()
  tree.changes--
}

/** Gives a slot afloat to a person, or to nobody, does what follows, and lets it float again. */
export function withPlaced(tree: Tree, slot: number, person: number, then: () => void): void {
  const index = tree.afloat.indexOf(slot)
  tree.afloat.splice(index, 1)
  withMove(tree, slot, person, PLACED, then)
  tree.afloat.splice(index, 0, slot)
}

/** Does one thing after the other, each slot staying where it is once its turn is over. */
export function oneByOne(tree: Tree, slots: readonly number[], turn: (slot: number) => void): void {
  const { length } = tree.trail
  for (const slot of slots) {
    turn(slot)
    tree.fate[slot] = KEPT
    markChanged(tree, slot, tree.roster.holder[slot]!, NONE)
  }
  for (const slot of slots) tree.fate[slot] = UNDECIDED
  undoMarks(tree, length)
}

function withMove(tree: Tree, slot: number, person: number, fate: number, then: () => void): void {
  const { problem, roster } = tree
  const { hard, cost, logged } = roster
  const { length } = tree.trail
  const holder = roster.holder[slot]!
  const formerFate = tree.fate[slot]!
  tree.fate[slot] = fate
  assign(problem, roster, slot, person)
  markChanged(tree, slot, holder, person)
  then()
  rollBack(problem, roster, logged, hard, cost)
  tree.fate[slot] = formerFate
  undoMarks(tree, length)
}

function markChanged(tree: Tree, slot: number, holder: number, person: number): void {
  if (holder !== NONE) mark(tree, holder)
  if (person !== NONE) mark(tree, person)
  for (const other of circleOf(tree, slot)) mark(tree, tree.problem.staff + other)
}

function mark(tree: Tree, index: number): void {
  tree.trail.push(index, tree.stamp[index]!)
  tree.stamp[index] = ++tree.latestStamp
}

function undoMarks({ trail, stamp }: Tree, length: number): void {
  while (trail.length > length) {
    const former = trail.pop()!
    stamp[trail.pop()!] = former
  }
}

/** The slot itself, those before and behind it, and those that stand behind what it stands behind. */
function circleOf(tree: Tree, slot: number): readonly number[] {
  const known = tree.circles[slot]
  if (known !== undefined) return known
  const { backers, fronts } = tree.problem
  const behind = (front: number) => backers.items.subarray(backers.from[front]!, backers.from[front + 1]!)
  const before = fronts.items.subarray(fronts.from[slot]!, fronts.from[slot + 1]!)
  const near = [slot, ...behind(slot), ...before]
  for (const front of before) near.push(...behind(front))
  const circle = [...new Set(near)]
  tree.circles[slot] = circle
  return circle
}

/** Lets certain persons, and no others, take nothing from now on. Only between two searches. */
export function bar(tree: Tree, persons: readonly number[]): void {
  tree.barred.fill(0)
  for (const person of persons) tree.barred[person] = 1
  tree.takers.fill(undefined)
}

/** Who may take a slot afloat: anybody but the former holder; nobody, where it may be left open. */
export function takersOf(tree: Tree, slot: number): readonly number[] {
  const known = tree.takers[slot]
  if (known !== undefined) return known
  const { candidates } = tree.problem
  const all = Array.from(candidates.items.subarray(candidates.from[slot]!, candidates.from[slot + 1]!))
  if (tree.dispensable[slot] === 1) all.push(NONE)
  const takers = all.filter((person) => person !== tree.former[slot] && tree.barred[person] !== 1)
  tree.takers[slot] = takers
  return takers
}
