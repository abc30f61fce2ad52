import type { FromWorker, ToWorker, WorkerProgress, WorkerResult } from './build-messages.ts'

/** How the search goes over all seeds: the best of them, and how much is done. */
export interface BuildNews {
  /** Iterations of all seeds, in parts of one. */
  readonly part: number
  /** Of the seed that is best so far. */
  readonly best: WorkerProgress
  /** Of the worker that proves; null until it has told. */
  readonly prover: WorkerProgress | null
}

export interface BuiltHere {
  readonly best: WorkerResult
  readonly multipliers: readonly number[]
}

export interface RunningBuild {
  /** Asks every worker for what it has. */
  readonly stop: () => void
  /** Ends every worker, whatever it has. */
  readonly abandon: () => void
  /** Settles when all have ended; rejects when a worker breaks or can't be started. */
  readonly result: Promise<BuiltHere>
}

const FEWEST_WORKERS = 2
const MOST_WORKERS = 4

/** One seed for each core, from the order's own on; the first also proves. */
export function seedsFrom(seed: number, cores: number): number[] {
  const workers = Math.min(MOST_WORKERS, Math.max(FEWEST_WORKERS, cores))
  return Array.from({ length: workers }, (_, index) => seed + index)
}

/** Starts a worker for each seed and tells the news as they come. */
export function buildHere(
  orderText: string,
  seeds: readonly number[],
  address: string,
  tell: (news: BuildNews) => void,
): RunningBuild {
  const workers = seeds.map(() => startWorker(address))
  const abandon = () => {
    for (const worker of workers) worker.terminate()
  }
  const say = (worker: Worker, message: ToWorker) => worker.postMessage(message)
  const latest = new Map<number, WorkerProgress>()
  const result = Promise.all(
    workers.map((worker, index) =>
      resultOf(worker, (progress) => {
        latest.set(index, progress)
        tell(newsOf([...latest.values()], seeds.length, latest.get(0) ?? null))
      }),
    ),
  ).finally(abandon)
  workers.forEach((worker, index) => {
    say(worker, { kind: 'begin', orderText, seed: seeds[index] ?? 0, isProver: index === 0 })
  })
  return {
    stop: () => {
      for (const worker of workers) say(worker, { kind: 'stop' })
    },
    abandon,
    result: result.then((all) => ({ best: best(all), multipliers: all[0]?.multipliers ?? [] })),
  }
}

function resultOf(worker: Worker, tell: (progress: WorkerProgress) => void): Promise<WorkerResult> {
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || 'the worker did not start'))
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'progress') tell(data)
      else resolve(data)
    }
  })
}

function newsOf(all: readonly WorkerProgress[], workers: number, prover: WorkerProgress | null): BuildNews {
  const part = all.reduce((sum, { done, iterations }) => sum + done / iterations, 0) / workers
  return { part, best: best(all), prover }
}

/** Fewest breaches first, then fewest points, which an open place outweighs; the lowest seed of equals. */
function best<T extends { readonly hard: number; readonly cost: number }>(all: readonly T[]): T {
  const [first] = all.toSorted((a, b) => a.hard - b.hard || a.cost - b.cost)
  if (!first) throw new Error('no worker has told anything')
  return first
}

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): unknown }
}

/** Only our own worker's address passes: a browser with Trusted Types takes no plain text for one. */
function startWorker(address: string): Worker {
  const rules = {
    createScriptURL: (asked: string) => {
      if (asked !== address) throw new TypeError(`${asked} is not the builder's worker`)
      return asked
    },
  }
  const { trustedTypes } = globalThis as { trustedTypes?: Policies }
  policy ??= (trustedTypes?.createPolicy('build-worker', rules) ?? rules) as typeof rules
  return new Worker(policy.createScriptURL(address), { type: 'module' })
}

let policy: { createScriptURL(address: string): string } | undefined
