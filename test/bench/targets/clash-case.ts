import { readFileSync } from 'node:fs'
import { toLegevaktProblem } from '../../../src/cli/legevakt-problem.ts'
import { readLegevaktInstance } from '../../../src/exchange/legevakt-instance.ts'
import { findClash } from '../../../src/solver/clash/clash.ts'
import { advanceSearch, startSearch } from '../../../src/solver/search/search.ts'

/** Tries before the question is asked: the clash is looked for around what they leave open or broken. */
const TRIES = 200_000

/** Whether an outsider's district has a full rota, and if not, what clashes: one line of JSON. */
function ask(file: string, budget: number): void {
  const found = readLegevaktInstance(readFileSync(file, 'utf8'))
  if (found.kind === 'refused') throw new Error(`${file}: ${found.field}`)
  const { problem } = toLegevaktProblem(found.instance)
  const state = startSearch(problem, 1, TRIES)
  advanceSearch(problem, state, TRIES)
  const began = cpuSeconds()
  const result = findClash(problem, state.best, budget)
  const told =
    result.kind === 'clash'
      ? {
          slots: result.slots.length,
          rules: result.rules.length,
          isIrreducible: String(result.isIrreducible),
          relaxations: result.relaxations.length,
        }
      : {}
  console.log(JSON.stringify({ kind: result.kind, searchSeconds: cpuSeconds() - began, ...told }))
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const [file = '', budget = '20000000'] = process.argv.slice(2)
ask(file, Number(budget))
