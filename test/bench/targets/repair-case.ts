import { readFileSync } from 'node:fs'
import { solveExact } from '../../../src/cli/highs.ts'
import { toLegevaktProblem } from '../../../src/cli/legevakt-problem.ts'
import { readLegevaktInstance } from '../../../src/exchange/legevakt-instance.ts'
import { toProblem } from '../../../src/solver/derive.ts'
import { NONE, type Problem } from '../../../src/solver/problem.ts'
import { repairRota } from '../../../src/solver/repair/repair.ts'
import { advanceSearch, startSearch } from '../../../src/solver/search/search.ts'

/** Enough for a legal rota of both sizes. */
const TRIES = 2_000_000
/** As the product has it. */
const OPTIONS = { alternatives: 4, budget: 40_000 }
const WINDOW = 14 * 1440
const WEEK = 7 * 1440
/** One in so many cases is also asked of HiGHS, which takes a second or more each. */
const EXACT_SECONDS = 20

/**
 * Every doctor away in every two weeks of an outsider's district with a rota: a line of JSON for each case with the CPU
 * milliseconds of its repair, how many duties it changes, whether that is said to be the fewest, and for some what HiGHS finds to
 * be the fewest.
 */
async function repairAll(file: string, every: number): Promise<void> {
  const found = readLegevaktInstance(readFileSync(file, 'utf8'))
  if (found.kind === 'refused') throw new Error(`${file}: ${found.field}`)
  const { problem } = toLegevaktProblem(found.instance)
  const state = startSearch(problem, 1, TRIES)
  advanceSearch(problem, state, TRIES)
  if (state.bestHard > 0) throw new Error(`${file}: no legal rota to repair`)
  const former = state.best
  repairRota(awayIn(problem, 0, 0), former, OPTIONS)
  let number = 0
  for (let person = 0; person < problem.staff; person++) {
    for (let from = 0; from + WINDOW <= found.instance.days * 1440; from += WEEK) {
      const away = awayIn(problem, person, from)
      const touched = former.filter((held, slot) => held === person && isIn(problem, slot, from)).length
      if (touched === 0) continue
      const began = cpuMilliseconds()
      const result = repairRota(away, former, OPTIONS)
      const milliseconds = cpuMilliseconds() - began
      const [first] = result.kind === 'repaired' ? result.repairs : []
      const isFewest = result.kind === 'repaired' && result.isFewest
      const exact = number++ % every === 0 ? await exactFewest(away, former) : null
      const changes = first?.changed.length ?? null
      console.log(
        JSON.stringify({ person, from, kind: result.kind, milliseconds, touched, changes, isFewest, exact }),
      )
    }
  }
}

function awayIn(problem: Problem, person: number, from: number): Problem {
  const refusal = problem.refusal.slice()
  for (let slot = 0; slot < problem.slots; slot++)
    if (isIn(problem, slot, from)) refusal[person * problem.slots + slot] = 1
  return toProblem({ ...problem, refusal })
}

function isIn({ start, fixedTo }: Problem, slot: number, from: number): boolean {
  return fixedTo[slot] === NONE && start[slot]! >= from && start[slot]! < from + WINDOW
}

async function exactFewest(problem: Problem, former: Int16Array): Promise<number | string> {
  const result = await solveExact(problem, { objective: 'changes', former, seconds: EXACT_SECONDS })
  return result.kind === 'optimal' ? result.cost : result.kind
}

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const [file = '', every = '10'] = process.argv.slice(2)
await repairAll(file, Number(every))
