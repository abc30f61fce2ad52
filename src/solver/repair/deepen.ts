import { NONE } from '../problem.ts'
import { type Conflict, conflictsOf } from './conflicts.ts'
import { backingOf, breachesBy, canTake, leastLeaving, NEVER, openPart, outlookOf } from './outlook.ts'
import { AFLOAT, oneByOne, type Tree, takersOf, UNDECIDED, withAfloat, withPlaced } from './tree.ts'

/** What a search within a number of changes has met. */
export interface Harvest {
  readonly found: Int16Array[]
  readonly most: number
  /** No rota is missed that has fewer changes than this. */
  beyond: number
}

/** All rotas with at most so many changes in which nothing is broken or missed, until `most` are found or the budget is spent. */
export function searchWithin(tree: Tree, limit: number, most: number): Harvest {
  const harvest: Harvest = { found: [], most, beyond: NEVER }
  settleAll(tree, harvest, limit)
  return harvest
}

function isOver(tree: Tree, { found, most }: Harvest): boolean {
  return tree.steps <= 0 || found.length >= most
}

/** Heals what the given rota itself breaks or misses, then places what is afloat. */
function settleAll(tree: Tree, harvest: Harvest, limit: number): void {
  const { problem, roster, fate } = tree
  const missed = problem.movable.find(
    (slot) =>
      roster.holder[slot] === NONE &&
      tree.dispensable[slot] === 0 &&
      tree.stays[slot] === 0 &&
      fate[slot] === UNDECIDED,
  )
  if (missed !== undefined) {
    withAfloat(tree, missed, () => settleAll(tree, harvest, limit))
    return
  }
  const conflict = narrowest(tree, allConflicts(tree))
  if (conflict === undefined) place(tree, harvest, limit)
  else branch(tree, harvest, conflict, limit, () => settleAll(tree, harvest, limit))
}

function allConflicts(tree: Tree): Conflict[] {
  const { problem, roster } = tree
  const conflicts: Conflict[] = []
  for (let person = 0; person < problem.staff; person++)
    conflicts.push(...conflictsOf(problem, roster, person, NONE))
  for (let front = 0; front < problem.slots; front++) conflicts.push(...backingOf(tree, front))
  return conflicts
}

/** Heals what a slot in new hands breaks, then goes on. */
function settle(tree: Tree, harvest: Harvest, slot: number, person: number, limit: number): void {
  const conflict = narrowest(tree, breachesBy(tree, slot, person))
  if (conflict === undefined) place(tree, harvest, limit)
  else branch(tree, harvest, conflict, limit, () => settle(tree, harvest, slot, person, limit))
}

/** The conflict with the fewest ways out, told by the slots that may still leave. */
function narrowest(tree: Tree, conflicts: readonly Conflict[]): Conflict | undefined {
  let best: Conflict | undefined
  for (const conflict of conflicts) {
    const part = openPart(tree, conflict)
    if (part !== undefined && (best === undefined || part.slots.length < best.slots.length)) best = part
  }
  return best
}

/** Tries each way out of a conflict; a slot that has been tried stays where it is in the later ones. */
function branch(tree: Tree, harvest: Harvest, conflict: Conflict, limit: number, goOn: () => void): void {
  const fill = (slot: number) => withPlaced(tree, slot, conflict.bridge?.person ?? NONE, goOn)
  for (const slot of bridges(tree, conflict)) {
    if (isOver(tree, harvest)) return
    if (tree.fate[slot] === AFLOAT) fill(slot)
    else if (hasRoom(tree, harvest, limit, 1)) withAfloat(tree, slot, () => fill(slot))
  }
  if (conflict.slots.length === 0 || !hasRoom(tree, harvest, limit, 1)) return
  oneByOne(tree, conflict.slots, (slot) => {
    if (!isOver(tree, harvest)) withAfloat(tree, slot, goOn)
  })
}

/** Remembers how many changes would have been needed where there are too few left. */
function hasRoom(tree: Tree, harvest: Harvest, limit: number, further: number): boolean {
  if (tree.changes + further <= limit) return true
  harvest.beyond = Math.min(harvest.beyond, tree.changes + further)
  return false
}

/** Slots that would fill the gap of a conflict in the person's hands, and may. */
function bridges({ problem, roster, fate, former, stays }: Tree, { bridge }: Conflict): number[] {
  if (bridge === null) return []
  const { person } = bridge
  return Array.from(problem.movable).filter(
    (slot) =>
      (fate[slot] === UNDECIDED || fate[slot] === AFLOAT) &&
      stays[slot] === 0 &&
      roster.holder[slot] !== person &&
      former[slot] !== person &&
      problem.start[slot]! <= bridge.end &&
      problem.end[slot]! >= bridge.start &&
      problem.refusal[person * problem.slots + slot] === 0,
  )
}

/** Steps for finding others once one is found. */
const MORE_STEPS = 3000

/** Keeps a rota that breaks nothing. A slot that left may have filled a gap or stood behind another: what that broke is healed first. */
function finish(tree: Tree, harvest: Harvest, limit: number): void {
  if (tree.roster.hard <= tree.brokenForGood) {
    harvest.found.push(tree.roster.holder.slice())
    tree.steps = Math.min(tree.steps, MORE_STEPS)
    return
  }
  const conflict = narrowest(tree, allConflicts(tree))
  if (conflict !== undefined) branch(tree, harvest, conflict, limit, () => place(tree, harvest, limit))
}

/** Takes the slot afloat that leaves the least to search, and tries its takers, those who make the fewest changes necessary first. */
function place(tree: Tree, harvest: Harvest, limit: number): void {
  if (tree.afloat.length === 0) {
    finish(tree, harvest, limit)
    return
  }
  const room = limit - tree.changes
  const least = leastFurther(tree, room)
  if (least >= NEVER || !hasRoom(tree, harvest, limit, least)) return
  let best = NONE
  let ways: number[] = []
  let lightest = Infinity
  for (const slot of tree.afloat) {
    const open = takersOf(tree, slot).filter((person) => canTake(tree, slot, person, room, []))
    const weight = weightOf(tree, slot, open)
    if (weight >= lightest) continue
    lightest = weight
    best = slot
    ways = open
    if (open.length === 0) break
  }
  // Told once: looking whether a taker is impossible at any price takes longer than all the rest.
  const isCut =
    harvest.beyond > limit + 1 &&
    takersOf(tree, best).some((taker) => !ways.includes(taker) && canTake(tree, best, taker, NEVER, []))
  if (isCut) harvest.beyond = Math.min(harvest.beyond, limit + 1)
  const { outlook, need } = { outlook: (person: number) => outlookOf(tree, best, person), need: leastLeaving }
  ways.sort((a, b) => need(outlook(a)) - need(outlook(b)) || outlook(a).cost - outlook(b).cost || a - b)
  for (const person of ways) {
    withPlaced(tree, best, person, () => settle(tree, harvest, best, person, limit))
    if (isOver(tree, harvest)) return
  }
}

/** How large a search through these takers may become: each change that they make necessary cuts it to about a quarter. */
function weightOf(tree: Tree, slot: number, takers: readonly number[]): number {
  return takers.reduce((sum, person) => {
    const least = leastLeaving(outlookOf(tree, slot, person))
    return sum + 1 / (1 << (2 * Math.min(14, least)))
  }, 0)
}

/** At least so many changes more are needed for what is afloat: of slots that share no way out, the needs add up. */
function leastFurther(tree: Tree, room: number): number {
  const blocked: { readonly least: number; readonly exits: ReadonlySet<number> }[] = []
  for (const slot of tree.afloat) {
    let least = NEVER
    for (const person of takersOf(tree, slot)) {
      least = Math.min(least, leastLeaving(outlookOf(tree, slot, person)))
      if (least === 0) break
    }
    if (least > room) return least
    if (least > 0) blocked.push({ least, exits: exitsOf(tree, slot, room) })
  }
  return apart(blocked)
}

/** The sum over slots of which no two share an exit, those with the fewest exits first; or the largest need alone. */
function apart(blocked: { readonly least: number; readonly exits: ReadonlySet<number> }[]): number {
  blocked.sort((a, b) => a.exits.size - b.exits.size)
  const taken = new Set<number>()
  let sum = 0
  let most = 0
  for (const { least, exits } of blocked) {
    most = Math.max(most, least)
    if ([...exits].some((exit) => taken.has(exit))) continue
    sum += least
    for (const exit of exits) taken.add(exit)
  }
  return Math.max(sum, most)
}

/** The slots that one of the takers who fit into the room could do without. */
function exitsOf(tree: Tree, slot: number, room: number): Set<number> {
  const all = new Set<number>()
  for (const person of takersOf(tree, slot)) {
    const outlook = outlookOf(tree, slot, person)
    if (leastLeaving(outlook) > room) continue
    for (const { exits } of outlook.breaches) for (const exit of exits) all.add(exit)
  }
  return all
}
