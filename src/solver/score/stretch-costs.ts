import type { Stretch } from '../limits.ts'
import type { Problem } from '../problem.ts'
import { nothingFound } from './found.ts'
import type { Holding } from './holding.ts'
import { judgeStretches } from './stretches.ts'

/** A power of two, and how many slots are remembered of one person; of longer lists nothing is. */
const MOST_ENTRIES = 1 << 13
const MOST_SLOTS = 61
const HEAD = 3
const ROW = HEAD + MOST_SLOTS

/**
 * What stretches of time cost a person who holds certain slots, of those asked for lately. It follows from the problem and from
 * what is held: a search asks for the same again and again, as it takes back most of what it tries.
 */
interface Memory {
  /** Each row: how many slots and 1, the stretch, the person, the slots. Nothing is remembered where the first is 0. */
  readonly rows: Int16Array
  readonly costs: Float64Array
  /** What is judged: by itself, so that it does not matter what else stood around it. */
  readonly alone: Holding
}

const MEMORIES = new WeakMap<Problem, Memory>()

function memoryOf(problem: Problem): Memory {
  const known = MEMORIES.get(problem)
  if (known) return known
  const { slots, staff } = problem
  const memory = {
    rows: new Int16Array(MOST_ENTRIES * ROW),
    costs: new Float64Array(MOST_ENTRIES),
    alone: {
      list: new Int16Array(staff * slots),
      reach: new Int32Array(staff * slots),
      length: new Int32Array(staff),
    },
  }
  MEMORIES.set(problem, memory)
  return memory
}

const key = new Int16Array(ROW)

/** What the stretches of one kind cost a person for the slots at places `low` to `high` (exclusive) of the list, one left out. */
export function costOf(
  problem: Problem,
  index: number,
  holding: Holding,
  person: number,
  low: number,
  high: number,
  skip: number,
): number {
  const stretch = problem.limits.stretches[index]!
  if (high - low > MOST_SLOTS) return judgeAlone(problem, stretch, holding, person, low, high, skip)
  let count = HEAD
  let hash = Math.imul(person * 64 + index, 0x9e3779b1)
  for (let i = low; i < high; i++) {
    const slot = holding.list[i]!
    if (slot === skip) continue
    key[count++] = slot
    hash = Math.imul(hash ^ slot, 0x9e3779b1)
    hash ^= hash >>> 15
  }
  key[0] = count - HEAD + 1
  key[1] = index
  key[2] = person
  const { rows, costs } = memoryOf(problem)
  const entry = hash & (MOST_ENTRIES - 1)
  if (isKnown(rows, entry * ROW, count)) return costs[entry]!
  for (let i = 0; i < count; i++) rows[entry * ROW + i] = key[i]!
  const cost = judgeAlone(problem, stretch, holding, person, low, high, skip)
  costs[entry] = cost
  return cost
}

function isKnown(rows: Int16Array, offset: number, count: number): boolean {
  for (let i = 0; i < count; i++) if (rows[offset + i] !== key[i]) return false
  return true
}

const found = nothingFound()

function judgeAlone(
  problem: Problem,
  stretch: Stretch,
  { list }: Holding,
  person: number,
  low: number,
  high: number,
  skip: number,
): number {
  const { alone } = memoryOf(problem)
  const base = person * problem.slots
  let count = 0
  let reach = -0x80000000
  for (let i = low; i < high; i++) {
    const slot = list[i]!
    if (slot === skip) continue
    reach = Math.max(reach, problem.end[slot]!)
    alone.list[base + count] = slot
    alone.reach[base + count] = reach
    count++
  }
  alone.length[person] = count
  found.cost = 0
  judgeStretches(problem, stretch, alone, person, base, base + count, found)
  return found.cost
}
