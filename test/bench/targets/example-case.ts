import { floorsOf } from '../../../src/solver/bound/floors.ts'
import { finishBuild } from '../../../src/solver/build.ts'
import { encodeRota } from '../../../src/solver/encode/encode.ts'
import { NONE, type Problem } from '../../../src/solver/problem.ts'
import { furthestOf } from '../../../src/solver/score/furthest.ts'
import { advanceSearch, type SearchState, startSearch } from '../../../src/solver/search/search.ts'
import { emptyRotaOf } from '../build.ts'

/** As the product has it: so many tries for each place. */
const TRIES_PER_PLACE = 1000
/** Tries between two looks at the clock. */
const SLICE = 200

/**
 * Builds one of our examples with nothing held, by its own rules, and prints one line of JSON: CPU seconds (encoding and searching,
 * without the start of Node) to the first full rota and to the last improvement, what was open after one second and whether each
 * open place is explained, and how far the doctor furthest from an even share stands from it beside how near it could be.
 */
function buildExample(name: string, weeks: number, seed: number): void {
  const rota = emptyRotaOf(name, weeks)
  const lineIds = rota.district.lines.map((line) => line.id)
  const began = cpuSeconds()
  const encoding = encodeRota(rota, { lineIds, locked: new Set(), keep: 'locked' })
  const { problem } = encoding
  const planned = problem.movable.length * TRIES_PER_PLACE
  const state = startSearch(problem, seed, planned)
  const course = follow(problem, state, began)
  const built = finishBuild(encoding, state)
  const ended = cpuSeconds() - began
  const floorsFrom = cpuSeconds()
  const floors = floorsOf(problem)
  console.log(
    JSON.stringify({
      doctors: problem.staff,
      places: problem.movable.length,
      ...course,
      seconds: ended,
      open: built.open.length,
      unexplained: built.open.filter(({ reasons }) => reasons.length === 0).length,
      hard: built.score.hard,
      total: built.score.total,
      furthest: furthestOf(problem, state.best),
      least: Object.fromEntries(Object.entries(floors).map(([key, { furthest }]) => [key, furthest])),
      floorSeconds: cpuSeconds() - floorsFrom,
    }),
  )
}

function follow(problem: Problem, state: SearchState, began: number) {
  let firstFull: number | null = null
  let lastImproved = 0
  let openAtOne: number | null = null
  let cost = Number.POSITIVE_INFINITY
  for (;;) {
    const now = cpuSeconds() - began
    const open = openIn(problem, state)
    if (open === 0 && state.bestHard === 0) firstFull ??= now
    if (state.bestCost < cost) [cost, lastImproved] = [state.bestCost, now]
    if (now >= 1) openAtOne ??= open
    if (state.iteration >= state.planned) return { firstFull, lastImproved, openAtOne: openAtOne ?? open }
    advanceSearch(problem, state, Math.min(SLICE, state.planned - state.iteration))
  }
}

function openIn({ movable, conditional }: Problem, { best }: SearchState): number {
  let open = 0
  for (const slot of movable) if (best[slot] === NONE && conditional[slot] === 0) open++
  return open
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const [name = 'fjordane', weeks = '26', seed = '1'] = process.argv.slice(2)
buildExample(name, Number(weeks), Number(seed))
