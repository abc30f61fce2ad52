import type { Chain, Times } from '../limits.ts'
import type { Problem } from '../problem.ts'
import { addFinding, type Found } from './found.ts'
import { firstReaching, type Holding, isOwn } from './holding.ts'

/** Bits of whether a time is held: enough of it, and any of it by a slot of the problem's own. */
export const HELD = 1
export const OWN = 2

export function heldBits(
  problem: Problem,
  times: Times,
  holding: Holding,
  person: number,
  at: number,
): number {
  const from = times.start[at]!
  const until = times.end[at]!
  const last = person * problem.slots + holding.length[person]!
  let covered = from
  let minutes = 0
  let bits = 0
  for (let i = firstReaching(problem, holding, person, from); i < last; i++) {
    const slot = holding.list[i]!
    if (problem.start[slot]! >= until) break
    const end = Math.min(until, problem.end[slot]!)
    if (end <= from || times.skipped[slot] === 1) continue
    if (isOwn(problem, slot)) bits |= OWN
    const start = Math.max(covered, problem.start[slot]!)
    if (end <= start) continue
    minutes += end - start
    covered = end
  }
  return minutes >= times.least[at]! ? bits | HELD : bits
}

/** What is held too often or too long in a row, from a person's bits, which begin at `offset`. */
export function judgeChain(
  problem: Problem,
  chain: Chain,
  bits: Uint8Array,
  offset: number,
  found: Found,
): void {
  const count = chain.start.length
  const price = problem.weights.warnOver
  let run = 0
  let seen = 0
  for (let at = 0; at <= count; at++) {
    const own = at < count ? bits[offset + at]! : 0
    if ((own & HELD) !== 0) {
      run++
      seen |= own
      continue
    }
    if (run > 0 && (seen & OWN) !== 0) {
      const over = run - chain.most[at - 1]!
      if (over > 0) addFinding(found, chain.runKind, over, price * over)
    }
    run = 0
    seen = 0
  }
  if (chain.windowKind !== null) judgeWindows(chain, chain.windowKind, bits, offset, price, found)
}

const MOST_TIMES = 4096
/** The times held, by number; and of windows past their limit the first and last of these, and by how many. */
const held = new Int32Array(MOST_TIMES)
const firstOf = new Int32Array(MOST_TIMES)
const overOf = new Int32Array(MOST_TIMES)

/** The window furthest past its limit, then the furthest of those that share no held time with it, and so on. */
function judgeWindows(
  chain: Chain,
  kind: Chain['runKind'],
  bits: Uint8Array,
  offset: number,
  price: number,
  found: Found,
): void {
  const count = chain.start.length
  let number = 0
  let worst = 0
  for (let at = 0, first = 0; at < count; at++) {
    if ((bits[offset + at]! & HELD) === 0) continue
    held[number] = at
    firstOf[number] = first
    overOf[number] = 0
    const among = chain.among[at]!
    if (among > 0) {
      first = number
      while (first > 0 && held[first - 1]! > at - among) first--
      firstOf[number] = first
      const over = number - first + 1 - chain.mostAmong[at]!
      overOf[number] = over
      if (over > worst) worst = over
    }
    number++
  }
  for (let over = worst; over > 0; over--)
    for (let last = 0; last < number; last++) {
      if (overOf[last] !== over || !isOwnWindow(bits, offset, firstOf[last]!, last)) continue
      addFinding(found, kind, over, price * over)
      const first = firstOf[last]!
      for (let other = 0; other < number; other++)
        if (firstOf[other]! <= last && other >= first) overOf[other] = 0
    }
}

function isOwnWindow(bits: Uint8Array, offset: number, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if ((bits[offset + held[i]!]! & OWN) !== 0) return true
  return false
}
