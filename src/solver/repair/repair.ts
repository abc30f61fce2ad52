import { NONE, type Problem } from '../problem.ts'
import { searchWithin } from './deepen.ts'
import { nearby } from './nearby.ts'
import { NEVER } from './outlook.ts'
import { compareRepairs, differing, type Repair, toRepair } from './rank.ts'
import { smooth, type Wanted } from './smooth.ts'
import { bar, type Leave, startTree, type Tree } from './tree.ts'

export type { Repair } from './rank.ts'

export interface RepairOptions extends Leave {
  /** How many repairs are wanted at most, the best first. */
  readonly alternatives: number
  /** Steps of the search at most, some microseconds each; the same number gives the same answer. */
  readonly budget: number
  /** When the repair is made, in the problem's minutes; without it when the first movable slot starts. */
  readonly from?: number
}

/**
 * `isFewest` is true where no rota with fewer changes of movable slots exists; *impossible* is proved too. *Undecided* means that the budget was
 * spent before any rota was found.
 */
export type RepairResult =
  | { readonly kind: 'repaired'; readonly repairs: readonly Repair[]; readonly isFewest: boolean }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'undecided' }

/** Rotas looked at with the fewest changes, and for each person who is spared. */
const MOST_FOUND = 24
const MOST_SPARED = 4
/** Of those with the fewest changes, how many are tried with more persons and fewer warnings. */
const MOST_CALMED = 4
/** Steps for sparing one person. */
const SPARING = 3000

/**
 * The rotas nearest to a given one in which nothing that can move is broken or missed: slots whose holder may not hold them,
 * slots that are open, and whatever follows from mending them. Fixed slots stay, and breaches among them alone. The repairs
 * differ in whom they touch; the first has the fewest changes known, and of those the fewest warnings known.
 */
export function repairRota(problem: Problem, holder: Int16Array, options: RepairOptions): RepairResult {
  const { alternatives, budget, from = firstStart(problem) } = options
  const tree = startTree(problem, holder, budget, options)
  const rate = (found: Int16Array, wanted: Wanted = 'persons') =>
    toRepair(problem, holder, smooth(problem, tree.roster, found, wanted), from)
  const fewest = deepen(tree)
  if (fewest === undefined) {
    if (tree.steps > 0) return { kind: 'impossible' }
    const near = nearby(tree, budget)
    return near ? { kind: 'repaired', repairs: [rate(near, 'calm')], isFewest: false } : { kind: 'undecided' }
  }
  const repairs = fewest.map((found) => rate(found)).sort(compareRepairs)
  for (const { holder: found } of repairs.slice(0, MOST_CALMED)) repairs.push(rate(found, 'calm'))
  repairs.sort(compareRepairs)
  if (alternatives > 1) repairs.push(rate(repairs[0]!.holder, 'cost'))
  for (const found of spareEach(tree, repairs[0]!, alternatives)) repairs.push(rate(found))
  return { kind: 'repaired', repairs: differing(repairs, alternatives), isFewest: true }
}

function firstStart({ movable, start }: Problem): number {
  return movable.length === 0 ? 0 : start[movable[0]!]!
}

/** Rotas with the fewest changes there can be; undefined where there are none, or none were found with the steps given. */
function deepen(tree: Tree): Int16Array[] | undefined {
  for (let limit = 0; ; ) {
    const { found, beyond } = searchWithin(tree, limit, MOST_FOUND)
    if (found.length > 0) return found
    if (tree.steps <= 0 || beyond >= NEVER) return undefined
    limit = Math.max(limit + 1, beyond)
  }
}

/** Rotas that leave in peace one of those who would get something, with at most one change more. */
function spareEach(tree: Tree, { holder, changed }: Repair, alternatives: number): Int16Array[] {
  if (alternatives < 2) return []
  const takers = [...new Set(changed.map((slot) => holder[slot]!))].filter((person) => person !== NONE)
  const all: Int16Array[] = []
  for (const person of takers) {
    bar(tree, [person])
    tree.steps = SPARING
    for (let limit = changed.length; limit <= changed.length + 1; limit++) {
      const { found } = searchWithin(tree, limit, MOST_SPARED)
      all.push(...found)
      if (found.length > 0 || tree.steps <= 0) break
    }
  }
  bar(tree, [])
  return all
}
