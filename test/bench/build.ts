import { readFileSync } from 'node:fs'
import { cellKey } from '../../src/core/rota/assignment.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import type { Rota } from '../../src/core/rota/rota.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { isBlocking } from '../../src/core/rules/violation.ts'
import { addDays } from '../../src/core/time/local-date.ts'
import { parseDistrictFile } from '../../src/exchange/district-file.ts'
import { finishBuild } from '../../src/solver/build.ts'
import { encodeRota } from '../../src/solver/encode/encode.ts'
import { advanceSearch, startSearch } from '../../src/solver/search/search.ts'

/** An example district with nothing held, from the first Monday of 2027. */
export function emptyRotaOf(name: string, weeks: number): Rota {
  const parsed = parseDistrictFile(readFileSync(`examples/${name}.json`, 'utf8'))
  if (parsed.kind === 'refused') throw new Error(`${name}: ${JSON.stringify(parsed.problems[0])}`)
  const { district } = parsed.file
  const from = '2027-01-04'
  const to = addDays(from, 7 * weeks)
  const needs = district.lines
    .flatMap((line) => needsOf(line, from, to))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  return { district, from, to, needs, cells: new Map(), elsewhere: [] }
}

/** Builds an example and prints how fast and how well. */
function benchBuild(name: string, weeks: number, iterations: number, seed: number): void {
  const rota = emptyRotaOf(name, weeks)
  const began = performance.now()
  const encoding = encodeRota(rota, {
    lineIds: rota.district.lines.map((line) => line.id),
    locked: new Set(),
    keep: 'locked',
  })
  const encoded = performance.now()
  const state = startSearch(encoding.problem, seed, iterations)
  const constructed = performance.now()
  const first = finishBuild(encoding, state)
  const searched = performance.now()
  const cpu = process.cpuUsage()
  advanceSearch(encoding.problem, state, iterations)
  const used = process.cpuUsage(cpu)
  const cpuSeconds = (used.user + used.system) / 1e6
  const ended = performance.now()
  const built = finishBuild(encoding, state)
  const cells = new Map(built.cells.map((cell) => [cellKey(cell), cell]))
  const violations = checkRota({ ...rota, cells }).filter(({ kind }) => kind !== 'gap-in-cover')
  console.log(
    JSON.stringify({
      district: name,
      weeks,
      doctors: encoding.problem.staff,
      places: encoding.problem.movable.length,
      seconds: {
        encode: round((encoded - began) / 1000),
        construct: round((constructed - encoded) / 1000),
        search: round((ended - searched) / 1000),
        searchCpu: round(cpuSeconds),
      },
      iterationsPerSecond: Math.round(iterations / ((ended - searched) / 1000)),
      iterationsPerCpuSecond: Math.round(iterations / cpuSeconds),
      constructed: { open: first.score.open, total: first.score.total },
      score: built.score,
      blocking: violations.filter(isBlocking).length,
      findings: Object.fromEntries(
        [...Map.groupBy(violations, ({ kind }) => kind)].map(([kind, found]) => [kind, found.length]),
      ),
      open: built.open.slice(0, 5),
    }),
  )
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}

/** Benches all examples, or those named; `--smoke` for a few iterations, else `--weeks=`, `--iterations=`, `--seed=`. */
export function benchBuilds(words: readonly string[]): void {
  const isSmoke = words.includes('--smoke')
  const chosen = words.filter((word) => !word.startsWith('--'))
  const number = (flag: string, fallback: number) =>
    Number(words.find((word) => word.startsWith(`--${flag}=`))?.split('=')[1] ?? fallback)
  const weeks = number('weeks', isSmoke ? 4 : 26)
  const iterations = number('iterations', isSmoke ? 5_000 : 1_000_000)
  for (const name of chosen.length > 0 ? chosen : EXAMPLES)
    benchBuild(name, weeks, iterations, number('seed', 1))
}

const EXAMPLES = ['nordoey', 'fjordane', 'storby']
