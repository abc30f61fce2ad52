import { advanceBound, type BoundState, multipliersOf, startBound } from '../solver/bound/bound.ts'
import { type Floors, floorsOf } from '../solver/bound/floors.ts'
import {
  advanceWork,
  type BuildWork,
  isFinished,
  openWork,
  personsPlaced,
  progressIn,
  resultOf,
  withSeed,
} from '../solver/order.ts'
import { furthestOf } from '../solver/score/furthest.ts'
import type { FromWorker, ToWorker, WorkerProgress, WorkerResult } from './build-messages.ts'

/** One seed of a build, in slices short enough that a word from the page is heard between two. */
const SLICE_MILLISECONDS = 60
const FIRST_SLICE = 500
const MILLISECONDS_BETWEEN_NEWS = 250
/** Part of the time that the worker who proves gives to the bound. */
const PROVING_PART = 0.3

interface Prover {
  readonly bound: BoundState
  readonly floors: Floors
}

let isToStop = false

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'stop') isToStop = true
  else if (data.kind === 'begin') work(data)
})

async function work({ orderText, seed, isProver }: Extract<ToWorker, { kind: 'begin' }>): Promise<void> {
  const task = openWork(withSeed(orderText, seed), null)
  const { problem } = task.encoding
  let prover: Prover | null = null
  tell(newsOf(task, prover))
  if (isProver) prover = { bound: startBound(problem), floors: floorsOf(problem) }
  let slice = FIRST_SLICE
  let toldAt = 0
  while (!isFinished(task) && !isToStop) {
    const began = performance.now()
    advanceWork(task, slice)
    const took = performance.now() - began
    slice = Math.max(1, Math.round((slice * SLICE_MILLISECONDS) / Math.max(1, took)))
    if (prover && !prover.bound.isSettled) prove(task, prover, took)
    if (performance.now() - toldAt > MILLISECONDS_BETWEEN_NEWS) {
      tell(newsOf(task, prover))
      toldAt = performance.now()
    }
    await turn()
  }
  tell(newsOf(task, prover))
  tell(resultFrom(task, prover))
}

/** Raises the bound for a while beside a slice that took so long. */
function prove({ encoding, state }: BuildWork, { bound }: Prover, took: number): void {
  const until = performance.now() + (took * PROVING_PART) / (1 - PROVING_PART)
  do advanceBound(encoding.problem, bound, 1, state.bestCost)
  while (!bound.isSettled && performance.now() < until)
}

function newsOf(task: BuildWork, prover: Prover | null): WorkerProgress {
  const { order, encoding, state } = task
  const { done, iterations, open, cost } = progressIn(task)
  return {
    kind: 'progress',
    seed: order.seed,
    done,
    iterations,
    hard: state.bestHard,
    open,
    cost,
    furthest: furthestOf(encoding.problem, state.best),
    bound: prover && Number.isFinite(prover.bound.value) ? prover.bound.value : null,
    // Proven of full rotas only.
    floors: open === 0 ? (prover?.floors ?? null) : null,
  }
}

function resultFrom(task: BuildWork, prover: Prover | null): WorkerResult {
  const { cells, score, iterations } = resultOf(task)
  return {
    kind: 'result',
    seed: task.order.seed,
    iterations,
    hard: score.hard,
    cost: score.total,
    cells: personsPlaced(cells),
    multipliers: prover ? [...multipliersOf(prover.bound)] : [],
  }
}

function tell(message: FromWorker): void {
  postMessage(message)
}

/** Lets waiting messages in; a timer would be held back to once a second while the page is out of sight. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
