import { COUNTERS, HOLIDAYS, NIGHTS, NONE, type Problem, WEEKENDS } from '../problem.ts'
import { countsOf } from './counts.ts'

/** How far the doctor furthest from an even share stands from it: minutes of one form of duty, or a number of duties or weekends. */
export interface Furthest {
  readonly hours: number
  readonly nights: number
  readonly weekends: number
  readonly holidays: number
}

/** Of a rota by minutes, in the measure of `floorsOf`: shares of what those who share hold together. */
export function furthestOf(problem: Problem, holder: Int16Array): Furthest {
  const slotsOf: number[][] = Array.from({ length: problem.staff }, () => [])
  holder.forEach((person, slot) => {
    if (person !== NONE) slotsOf[person]!.push(slot)
  })
  const counts = slotsOf.map((slots) => countsOf(problem, slots))
  const of = (counter: number) => furthestIn(problem, counts, counter)
  return {
    hours: Math.max(of(0), of(1), of(2)),
    nights: of(NIGHTS),
    weekends: of(WEEKENDS),
    holidays: of(HOLIDAYS),
  }
}

function furthestIn(problem: Problem, counts: readonly Int32Array[], counter: number): number {
  const shares = counts.map((_, person) => problem.share[person * COUNTERS + counter]!)
  const sharing = counts.flatMap((_, person) => (shares[person]! > 0 ? [person] : []))
  const all = sharing.reduce((sum, person) => sum + shares[person]!, 0)
  const held = sharing.reduce((sum, person) => sum + counts[person]![counter]!, 0)
  return Math.max(
    0,
    ...sharing.map((person) => Math.abs(counts[person]![counter]! - (held * shares[person]!) / all)),
  )
}
