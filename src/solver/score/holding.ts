import { ELSEWHERE, type Problem } from '../problem.ts'

/** The slots of each person p from `p * slots` on, in order of start; `reach` is the latest end up to and including each. */
export interface Holding {
  readonly list: Int16Array
  readonly reach: Int32Array
  readonly length: Int32Array
}

/** From the slots of each person, in order. */
export function holdingOf(problem: Problem, slotsOf: readonly (readonly number[])[]): Holding {
  const { slots, staff } = problem
  const list = new Int16Array(staff * slots)
  const reach = new Int32Array(staff * slots)
  slotsOf.forEach((own, person) => {
    let end = -0x80000000
    own.forEach((slot, i) => {
      end = Math.max(end, problem.end[slot]!)
      list[person * slots + i] = slot
      reach[person * slots + i] = end
    })
  })
  return { list, reach, length: Int32Array.from(slotsOf, (own) => own.length) }
}

/** The first place in `list` of the person's slots before which nothing reaches past a time. */
export function firstReaching(problem: Problem, holding: Holding, person: number, time: number): number {
  const base = person * problem.slots
  let low = base
  let high = base + holding.length[person]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (holding.reach[middle]! <= time) low = middle + 1
    else high = middle
  }
  return low
}

/** Where a slot stands in the lists, or would. */
export function placeOf(problem: Problem, holding: Holding, person: number, slot: number): number {
  let low = person * problem.slots
  let high = low + holding.length[person]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (holding.list[middle]! < slot) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a slot is the problem's own, not there as context nor another district's. */
export function isOwn(problem: Problem, slot: number): boolean {
  return problem.context[slot] === 0 && problem.role[slot] !== ELSEWHERE
}
