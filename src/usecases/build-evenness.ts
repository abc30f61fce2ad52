import { CRITERIA, type Criterion, type Floors, floorsOf } from '../solver/bound/floors.ts'
import type { BuildResult } from '../solver/build.ts'
import type { Problem } from '../solver/problem.ts'

/**
 * How far the doctor furthest from an even share stands from it, and the least that could be: minutes of one form of duty, or
 * a number of nights, weekends or duties on holidays. The least is null while a place is open, which
 * may leave the rest more even than any full rota can be, and where it takes too long to work out.
 */
export type Evenness = Readonly<
  Record<Criterion, { readonly furthest: number; readonly least: number | null }>
>

/** Doctors times places: above this the floors take some seconds, which a job may spend and a request may not. */
const MOST_PAIRS = 60_000

/** Of a rota that the problem asked for, beside what is proven of any. */
export function evennessOf(
  problem: Problem,
  { furthest, score }: Pick<BuildResult, 'furthest' | 'score'>,
  isPatient: boolean,
): Evenness {
  const floors = toldFloors(problem, score.open, isPatient)
  const rows = CRITERIA.map((name) => [
    name,
    { furthest: furthest[name], least: floors?.[name].furthest ?? null },
  ])
  // One row for each criterion, which the type of entries forgets.
  return Object.fromEntries(rows) as unknown as Evenness
}

/** Floors are proven of full rotas only: null beside one with places open. */
export function toldFloors(problem: Problem, open: number, isPatient: boolean): Floors | null {
  const isWithin = problem.movable.length * problem.staff <= MOST_PAIRS
  return open === 0 && (isPatient || isWithin) ? floorsOf(problem) : null
}
