import { CRITERIA, type Criterion, floorsOf } from '../solver/bound/floors.ts'
import type { Problem } from '../solver/problem.ts'
import type { Furthest } from '../solver/score/furthest.ts'

/**
 * How far the doctor furthest from an even share stands from it, and the least that could be: minutes of one form of duty, or
 * a number of nights, weekends or duties on holidays. The least is null where it takes too long to work out.
 */
export type Evenness = Readonly<
  Record<Criterion, { readonly furthest: number; readonly least: number | null }>
>

/** Doctors times places: above this the floors take some seconds, which a job may spend and a request may not. */
const MOST_PAIRS = 60_000

/** Of a rota that the problem asked for, beside what is proven of any. */
export function evennessOf(problem: Problem, furthest: Furthest, isPatient: boolean): Evenness {
  const isWithin = problem.movable.length * problem.staff <= MOST_PAIRS
  const floors = isPatient || isWithin ? floorsOf(problem) : null
  const rows = CRITERIA.map((name) => [
    name,
    { furthest: furthest[name], least: floors?.[name].furthest ?? null },
  ])
  // One row for each criterion, which the type of entries forgets.
  return Object.fromEntries(rows) as unknown as Evenness
}
