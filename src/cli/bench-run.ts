import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { NONE, type Problem } from '../solver/problem.ts'
import { WARM_UP } from '../solver/search/heat.ts'
import { advanceSearch, bestRoster, type SearchState, startSearch } from '../solver/search/search.ts'
import * as text from '../text/nb/bench.ts'
import type { ClashNames } from './bench-clash.ts'
import type { ProveOptions } from './bench-prove.ts'

const DONE = 0
const BAD_INPUT = 2

interface Options {
  readonly file: string
  readonly out: string
  readonly seconds: number
  readonly seed: number
  /** Iterations to do, and to spread the cooling over; null = as many as the seconds allow. */
  readonly exactly: { readonly iterations: number; readonly planned: number } | null
  readonly exact: ProveOptions
  /** Whether what makes a full rota impossible is looked for where none is found. */
  readonly explain: boolean
}

/** What an outsider's case is to the builder. */
export type BenchCase =
  | {
      readonly kind: 'read'
      readonly problem: Problem
      /** The problem without what only leads the search; the same where the judge counts everything. */
      readonly judged: Problem
      /** The rota in the judge's own format. */
      readonly write: (holder: Int16Array) => string
      /** Parts of the problem's cost in one of the judge's points. */
      readonly point: number
      /** Null where clashes are not told. */
      readonly names: ClashNames | null
    }
  | { readonly kind: 'refused'; readonly field: string; readonly value: string }

/** Builds one outsider's case and writes it as its judge reads it. Returns the exit code: 2 for bad input. */
export async function runBench(
  usage: string,
  read: (content: string) => BenchCase,
  args: readonly string[],
): Promise<number> {
  const options = readOptions(args)
  if (typeof options === 'string') return refuse(options, usage)
  let content: string
  try {
    content = readFileSync(options.file, 'utf8')
  } catch (error) {
    return refuse(text.unreadable(options.file, codeOf(error)))
  }
  const found = read(content)
  if (found.kind === 'refused') return refuse(text.badField(options.file, found.field, found.value))
  const state = search(found.problem, options)
  const roster = bestRoster(found.problem, state)
  try {
    writeFileSync(options.out, found.write(roster.holder))
  } catch (error) {
    return refuse(text.unwritable(options.out, codeOf(error)))
  }
  const open = found.problem.movable.filter(
    (slot) => roster.holder[slot] === NONE && found.problem.conditional[slot] === 0,
  ).length
  process.stdout.write(
    `${text.outcome({
      iterations: state.iteration,
      planned: state.planned,
      seed: options.seed,
      seconds: cpuSeconds(),
      breaches: roster.hard,
      open,
      points: roster.cost / found.point,
    })}\n`,
  )
  if (options.explain && found.names !== null && roster.hard + open > 0) {
    const { explainClash } = await import('./bench-clash.ts')
    process.stdout.write(`${explainClash(found.judged, roster.holder, found.names).join('\n')}\n`)
  }
  if (options.exact.prove === 0 && options.exact.polish === 0) return DONE
  // Loaded only where it is asked for: it is slow to load.
  const { proveRota } = await import('./bench-prove.ts')
  const proved = await proveRota(found, roster.holder, options.exact)
  writeFileSync(options.out, found.write(proved.holder))
  process.stdout.write(`${proved.lines.join('\n')}\n`)
  return DONE
}

/** Iterations between two looks at the clock: some hundredths of a second. */
const SLICE = 10_000
/** The clock decides how many iterations are planned, never what one of them does; seconds are those of the whole process. */
function search(problem: Problem, { seed, seconds, exactly }: Options): SearchState {
  if (exactly) {
    const state = startSearch(problem, seed, exactly.planned)
    advanceSearch(problem, state, exactly.iterations)
    return state
  }
  const state = startSearch(problem, seed, Number.MAX_SAFE_INTEGER)
  const until = Math.max(0, seconds - RESERVE)
  if (problem.movable.length === 0) return state
  const part = state.isKnotty === true ? KNOTTY_WARM_SECONDS : WARM_SECONDS
  const warm = cpuSeconds() + part * (until - cpuSeconds())
  while (cpuSeconds() < warm) advanceSearch(problem, state, SLICE)
  state.planned = Math.max(1, Math.round(state.iteration / WARM_UP))
  while (cpuSeconds() < until) advanceSearch(problem, state, SLICE)
  return state
}

/** CPU seconds kept for what comes after the search. */
const RESERVE = 0.05
/** Part of the seconds that the warm-up gets: cool, it is faster than what follows; hot, in a knotty problem, slower. What is left over is spent cool. */
const WARM_SECONDS = 0.1
const KNOTTY_WARM_SECONDS = 0.16

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function readOptions(args: readonly string[]): Options | string {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      seconds: { type: 'string' },
      seed: { type: 'string' },
      iterations: { type: 'string' },
      planned: { type: 'string' },
      prove: { type: 'string' },
      polish: { type: 'string' },
      explain: { type: 'boolean' },
    },
  })
  const strange = Object.keys(values).find((name) => !KNOWN.includes(name))
  if (strange !== undefined) return text.unknownOption(strange)
  const [file, out, surplus] = positionals
  if (file === undefined || out === undefined) return text.missingFiles
  if (surplus !== undefined) return text.surplus(surplus)
  const { seconds = '10', seed = '1', iterations, planned = iterations, prove = '0', polish = '0' } = values
  const numbers = {
    seconds,
    seed,
    prove,
    polish,
    ...(iterations === undefined ? {} : { iterations, planned }),
  }
  for (const [name, value] of Object.entries(numbers)) {
    const [least, most] = LIMITS[name as keyof typeof LIMITS]
    const isNumber =
      typeof value === 'string' && (IN_SECONDS.includes(name) ? /^\d+(\.\d+)?$/ : /^\d+$/).test(value)
    if (!isNumber || Number(value) < least || Number(value) > most)
      return text.badNumber(name, String(value), least, most)
  }
  const exactly =
    iterations === undefined ? null : { iterations: Number(iterations), planned: Number(planned) }
  const exact = { prove: Number(prove), polish: Number(polish) }
  const explain = values.explain === true
  return { file, out, seconds: Number(seconds), seed: Number(seed), exactly, exact, explain }
}

const KNOWN: readonly string[] = ['seconds', 'seed', 'iterations', 'planned', 'prove', 'polish', 'explain']
const IN_SECONDS: readonly string[] = ['seconds', 'prove', 'polish']
const LIMITS = {
  seconds: [0.1, 86_400],
  seed: [0, 2_147_483_647],
  iterations: [1, 1e12],
  planned: [1, 1e12],
  prove: [0, 86_400],
  polish: [0, 86_400],
} as const

function refuse(why: string, usage?: string): number {
  process.stderr.write(`${usage === undefined ? why : `${why}\n\n${usage}`}\n`)
  return BAD_INPUT
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error)
}
