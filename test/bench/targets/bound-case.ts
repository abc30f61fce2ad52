import { readFileSync } from 'node:fs'
import { POINT, toLegevaktProblem } from '../../../src/cli/legevakt-problem.ts'
import { readLegevaktInstance } from '../../../src/exchange/legevakt-instance.ts'
import { advanceBound, startBound } from '../../../src/solver/bound/bound.ts'

/** CPU seconds at which the bound is told. */
const MOMENTS = [2, 10, 30, 60] as const

/**
 * Raises the bound of an outsider's district for so many CPU seconds of the whole process, the best known points given, and
 * prints a line of JSON with the judge's points that it has proved at each moment.
 */
function prove(file: string, seconds: number, known: number): void {
  const found = readLegevaktInstance(readFileSync(file, 'utf8'))
  if (found.kind === 'refused') throw new Error(`${file}: ${found.field}`)
  const { problem } = toLegevaktProblem(found.instance)
  const state = startBound(problem)
  const told: Record<string, number> = {}
  while (cpuSeconds() < seconds && !state.isSettled) {
    advanceBound(problem, state, 1, known * POINT)
    for (const moment of MOMENTS) if (cpuSeconds() <= moment) told[`at ${moment} s`] = state.value / POINT
  }
  console.log(
    JSON.stringify({ ...told, bound: state.value / POINT, rounds: state.rounds, seconds: cpuSeconds() }),
  )
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const [file = '', seconds = '60', known = 'Infinity'] = process.argv.slice(2)
prove(file, Number(seconds), Number(known))
