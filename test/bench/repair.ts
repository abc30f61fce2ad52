import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { solveExact } from '../../src/cli/highs.ts'
import { toLegevaktProblem } from '../../src/cli/legevakt-problem.ts'
import { readLegevaktInstance } from '../../src/exchange/legevakt-instance.ts'
import { toProblem } from '../../src/solver/derive.ts'
import type { Problem } from '../../src/solver/problem.ts'
import { repairRota } from '../../src/solver/repair/repair.ts'
import { advanceSearch, bestRoster, startSearch } from '../../src/solver/search/search.ts'

/**
 * `node test/bench/repair.ts --bench ../shared/bench --seeds 1,2 --exact 20`: every doctor away in every two weeks that follow on
 * each other, of districts with 6 and 14 doctors over 13 weeks. `--exact` tells how many wall-clock seconds HiGHS gets to
 * contradict each answer (0 = it is not asked), `--every` asks it of every so many cases.
 */
const { values } = parseArgs({
  options: {
    bench: { type: 'string', default: '../shared/bench' },
    sizes: { type: 'string', default: '6,14' },
    seeds: { type: 'string', default: '1' },
    iterations: { type: 'string', default: '3000000' },
    budget: { type: 'string', default: '50000' },
    exact: { type: 'string', default: '0' },
    every: { type: 'string', default: '1' },
  },
})

const WEEKS = 13
const DAY = 1440
const ON_LEAVE = 2

for (const size of values.sizes.split(','))
  for (const seed of values.seeds.split(',')) await benchRepairs(size, seed)

async function benchRepairs(size: string, seed: string): Promise<void> {
  const problem = problemOf(size, seed)
  const former = builtRota(problem)
  if (former === undefined) {
    say(`${size} x ${WEEKS} seed ${seed}: no legal rota to start from`)
    return
  }
  const times: number[] = []
  const changes = new Map<string, number>()
  const wrong: string[] = []
  let number = 0
  for (let person = 0; person < problem.staff; person++) {
    for (let week = 0; week + 2 <= WEEKS; week += 2) {
      const away = withAway(problem, person, week)
      if (!isReached(away, former, person)) continue
      const began = cpuMs()
      const result = repairRota(away, former, {
        alternatives: 4,
        budget: Number(values.budget),
        from: week * 7 * DAY,
      })
      times.push(cpuMs() - began)
      const best = result.kind === 'repaired' ? result.repairs[0]?.changed.length : undefined
      const isProved = result.kind === 'impossible' || (result.kind === 'repaired' && result.isFewest)
      const said = best === undefined ? result.kind : `${best}${isProved ? '' : '?'}`
      changes.set(said, (changes.get(said) ?? 0) + 1)
      if (Number(values.exact) === 0 || number++ % Number(values.every) !== 0 || !isProved) continue
      const exact = await solveExact(away, { objective: 'changes', former, seconds: Number(values.exact) })
      const told =
        exact.kind === 'optimal' ? String(exact.cost) : exact.kind === 'infeasible' ? 'impossible' : said
      if (told !== said) wrong.push(`doctor ${person + 1} week ${week + 1}: ${said}, exact ${told}`)
    }
  }
  report(`${size} x ${WEEKS} seed ${seed}`, times, changes, wrong)
}

function problemOf(size: string, seed: string): Problem {
  const generator = `${values.bench}/legevakt/gen.mjs`
  if (!existsSync(generator)) throw new Error(`${generator} is not there: say where with --bench`)
  const text = execFileSync(process.execPath, [generator, size, String(WEEKS), seed], { encoding: 'utf8' })
  const parsed = readLegevaktInstance(text)
  if (parsed.kind === 'refused') throw new Error(`${size} x ${WEEKS} seed ${seed}: ${parsed.field}`)
  return toLegevaktProblem(parsed.instance).problem
}

function builtRota(problem: Problem): Int16Array | undefined {
  const iterations = Number(values.iterations)
  const state = startSearch(problem, 1, iterations)
  advanceSearch(problem, state, iterations)
  const { hard, open, holder } = bestRoster(problem, state)
  return hard === 0 && open === 0 ? holder : undefined
}

function withAway(problem: Problem, person: number, week: number): Problem {
  const refusal = problem.refusal.slice()
  for (let slot = 0; slot < problem.slots; slot++) {
    const day = Math.floor((problem.start[slot] as number) / DAY)
    if (day >= 7 * week && day < 7 * (week + 2)) refusal[person * problem.slots + slot]! |= ON_LEAVE
  }
  return toProblem({ ...problem, refusal })
}

function isReached(problem: Problem, former: Int16Array, person: number): boolean {
  return former.some(
    (holder, slot) => holder === person && problem.refusal[person * problem.slots + slot] !== 0,
  )
}

function report(
  title: string,
  times: number[],
  changes: ReadonlyMap<string, number>,
  wrong: readonly string[],
): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => (sorted[Math.ceil(part * sorted.length) - 1] ?? 0).toFixed(0)
  const histogram = [...changes].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  say(`${title}: ${sorted.length} cases, p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)} ms CPU`)
  say(`  changes: ${histogram.map(([said, cases]) => `${said} × ${cases}`).join(', ')}`)
  if (Number(values.exact) > 0)
    say(wrong.length === 0 ? '  the exact answers are the same' : `  EXACT: ${wrong.join('; ')}`)
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
