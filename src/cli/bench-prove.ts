import { polish, type Stretch, stretchesOf } from '../solver/exact/windows.ts'
import { NONE, type Problem } from '../solver/problem.ts'
import { scoreOf } from '../solver/score/score.ts'
import * as text from '../text/nb/bench-prove.ts'
import { solveExact } from './highs.ts'

export interface ProveOptions {
  /** CPU seconds in which parts of the rota are chosen anew by HiGHS; 0 for none. */
  readonly polish: number
  /** Wall-clock seconds that HiGHS may take for a proof; 0 for none. */
  readonly prove: number
}

/** A case as the judge counts it: `problem` leads the search, `judged` leaves out what only leads. */
export interface ProvedCase {
  readonly problem: Problem
  readonly judged: Problem
  readonly point: number
}

interface Proved {
  readonly holder: Int16Array
  readonly lines: readonly string[]
}

/** Betters what the search found, part by part, and then proves it, or how far it may be from the best, or that there is none. */
export async function proveRota(
  found: ProvedCase,
  holder: Int16Array,
  options: ProveOptions,
): Promise<Proved> {
  const polished =
    options.polish > 0 ? await polishRota(found, holder, options.polish) : { holder, lines: [] }
  if (options.prove === 0) return polished
  const { hard, open } = scoreOf(found.judged, polished.holder)
  const proved =
    hard === 0 && open === 0
      ? await proveBest(found, polished.holder, options.prove)
      : await proveNone(found, polished.holder, options.prove)
  return { holder: proved.holder, lines: [...polished.lines, ...proved.lines] }
}

/** The longest that one part may take. */
const SECONDS_PER_PART = 5

async function polishRota(
  { problem, point }: ProvedCase,
  holder: Int16Array,
  seconds: number,
): Promise<Proved> {
  const until = cpuSeconds() + seconds
  const began = cpuSeconds()
  const before = scoreOf(problem, holder).total
  const parts = polish(problem, holder)
  let best = holder
  let done = 0
  for (let step = parts.next(); ; done++) {
    best = step.done ? step.value : step.value.former
    if (step.done || cpuSeconds() >= until) break
    step = parts.next(await solveExact(problem, { ...step.value, seconds: SECONDS_PER_PART }))
  }
  const after = scoreOf(problem, best).total
  return {
    holder: best,
    lines: [text.polished(before / point, after / point, done, cpuSeconds() - began)],
  }
}

async function proveBest(
  { judged, point }: ProvedCase,
  holder: Int16Array,
  seconds: number,
): Promise<Proved> {
  const began = cpuSeconds()
  const found = await solveExact(judged, { objective: 'cost', former: holder, seconds })
  const cost = scoreOf(judged, holder).total
  const spent = cpuSeconds() - began
  if (found.kind === 'infeasible')
    throw new Error(`HiGHS finds no rota where one of cost ${cost} was given to it`)
  if (found.kind === 'undecided' || found.cost >= cost)
    return { holder, lines: [text.bounded(cost / point, found.bound / point, spent)] }
  return { holder: found.holder, lines: [text.bounded(found.cost / point, found.bound / point, spent)] }
}

/** Slots outside a stretch can only forbid: where a stretch by itself has no rota, the whole has none. */
async function proveNone(
  { problem, judged, point }: ProvedCase,
  holder: Int16Array,
  seconds: number,
): Promise<Proved> {
  const began = cpuSeconds()
  const wall = performance.now()
  const left = () => seconds - (performance.now() - wall) / 1000
  const nobody = new Int16Array(problem.slots).fill(NONE)
  let unsettled = stretchesOf(problem, FORTNIGHT, 7)
  for (const patience of PATIENCE) {
    const again: Stretch[] = []
    for (const stretch of unsettled) {
      if (left() <= 0) break
      const seconds = Math.min(left(), patience)
      const { from, to, free } = stretch
      const found = await solveExact(judged, { objective: 'none', former: nobody, free, seconds })
      if (found.kind === 'infeasible')
        return { holder, lines: [text.impossible(from / 1440, to / 1440, cpuSeconds() - began)] }
      if (found.kind === 'undecided') again.push(stretch)
    }
    unsettled = again
  }
  const found = await solveExact(judged, { objective: 'none', seconds: Math.max(0.1, left()) })
  const spent = cpuSeconds() - began
  if (found.kind === 'infeasible') return { holder, lines: [text.impossibleAsWhole(spent)] }
  if (found.kind === 'undecided') return { holder, lines: [text.undecided(spent)] }
  return { holder: found.holder, lines: [text.possible(scoreOf(judged, found.holder).total / point, spent)] }
}

const FORTNIGHT = 14
/** Seconds for each stretch, and then for each that is left. */
const PATIENCE = [1, 5, 30]

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
