import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { lastJson, runChild } from './child.ts'
import { findOutsiders } from './outsiders.ts'
import { freezeBest } from './targets/best-known.ts'
import { BOUND } from './targets/bound.ts'
import { BROWSER } from './targets/browser.ts'
import { EXAMPLE_DISTRICTS } from './targets/examples.ts'
import { FEASIBLE } from './targets/feasible.ts'
import { GROWTH } from './targets/growth.ts'
import { LARGE, QUALITY } from './targets/legevakt.ts'
import { ON_CALL } from './targets/on-call.ts'
import { PROOF } from './targets/proof.ts'
import { REPAIR } from './targets/repair.ts'
import { render, writeReport } from './targets/report.ts'
import { type Plan, Results, type Target } from './targets/target.ts'

/** Those of the builder by the letter of its targets; what outsiders judge is left out where their folder is not given. */
const TARGETS: Readonly<Record<string, { readonly target: Target; readonly needsOutsiders: boolean }>> = {
  T1: { target: QUALITY, needsOutsiders: true },
  T2: { target: FEASIBLE, needsOutsiders: true },
  T3: { target: LARGE, needsOutsiders: true },
  T4: { target: BOUND, needsOutsiders: true },
  proof: { target: PROOF, needsOutsiders: true },
  T5: { target: ON_CALL, needsOutsiders: true },
  T6: { target: REPAIR, needsOutsiders: true },
  T7: { target: EXAMPLE_DISTRICTS, needsOutsiders: false },
  browser: { target: BROWSER, needsOutsiders: false },
  growth: { target: GROWTH, needsOutsiders: false },
}

const USAGE = `npm run bench -- [--quick] [--outsiders FOLDER] [--only T1,T7] [--seeds 5] [--unseen 4] [--feasible 20] [--results FILE] [--table] [--write]

  --outsiders  folder with legevakt/gen.mjs, legevakt/score.mjs and oncall/, else LEGEVAKTPLAN_OUTSIDERS
  --quick      fewer of everything: about two minutes
  --seeds      search seeds of each measurement, the median of which is told
  --unseen     instances of each size besides the frozen one
  --feasible   instances of each size that are asked whether they have a legal rota
  --results    keeps each measurement in a file, and does not make it again
  --table      measures nothing more: the table of what is kept
  --write      puts the table into docs/bench.md and what is the best known into its list`

/** Measures the builder against its targets, each measurement in a process of its own, and prints the table. */
export function benchTargets(words: readonly string[]): void {
  const { values } = parseArgs({ args: [...words], options: OPTIONS })
  if (values.help) {
    console.log(USAGE)
    return
  }
  const plan = planOf(values)
  const only = values.only?.split(',')
  const chosen = Object.entries(TARGETS).filter(([name]) => only === undefined || only.includes(name))
  const able = chosen.filter(([, { needsOutsiders }]) => plan.outsiders || !needsOutsiders)
  const targets = able.map(([, { target }]) => target)
  const results = new Results(values.results)
  if (!values.table) for (const target of targets) measure(target, plan, results)
  console.log(render(targets, plan, results))
  const left = chosen.filter((one) => !able.includes(one)).map(([name]) => name)
  if (left.length > 0)
    console.log(`\nNot measured, since no --outsiders folder was given: ${left.join(', ')}.`)
  if (!values.write) return
  writeReport(render(targets, plan, results))
  freezeBest(results)
}

/** One small measurement of each kind that needs nobody else, to see that they work. */
export function smokeTargets(): void {
  for (const [script, ...args] of [
    ['example-case.ts', 'nordoey', '4', '1'],
    ['growth-case.ts', '14', '4', '1000'],
  ] as const) {
    const ran = runChild(`test/bench/targets/${script}`, args)
    if (ran.cpuSeconds === null || !lastJson(ran.stdout)) throw new Error(`${script}: ${ran.stderr}`)
    process.stdout.write(`${ran.stdout}${ran.cpuSeconds.toFixed(1)} CPU s, ${ran.megabytes?.toFixed(0)} MB\n`)
  }
}

const OPTIONS = {
  help: { type: 'boolean' },
  quick: { type: 'boolean' },
  write: { type: 'boolean' },
  table: { type: 'boolean' },
  outsiders: { type: 'string' },
  only: { type: 'string' },
  results: { type: 'string' },
  seeds: { type: 'string' },
  unseen: { type: 'string' },
  feasible: { type: 'string' },
} as const

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']

/** Instances that nobody has tuned on begin with this seed. */
const FIRST_UNSEEN = 101

function planOf({ quick = false, outsiders, seeds, unseen, feasible }: Values): Plan {
  const from = (first: number, amount: number) => Array.from({ length: amount }, (_, index) => first + index)
  return {
    isQuick: quick,
    outsiders: findOutsiders(outsiders ?? process.env.LEGEVAKTPLAN_OUTSIDERS),
    seeds: from(1, Number(seeds ?? (quick ? 1 : 5))),
    unseen: from(FIRST_UNSEEN, Number(unseen ?? (quick ? 0 : 4))),
    feasible: from(1, Number(feasible ?? (quick ? 3 : 20))),
  }
}

/** Of the code that is measured; empty outside a repository. */
const COMMIT = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout?.trim() ?? ''

function measure(target: Target, plan: Plan, results: Results): void {
  for (const { key, run } of target.jobs(plan)) {
    if (results.get(key)) continue
    const found = { ...run(results), commit: COMMIT }
    results.keep(key, found)
    process.stderr.write(`${key}: ${JSON.stringify(found)}\n`)
  }
}
