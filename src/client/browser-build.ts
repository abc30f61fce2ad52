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
  tell: (news: BuildNews) => void,
): RunningBuild {
  const workers = seeds.map(() => startWorker('search'))
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

/** Lets an exact solver better what the seeds came to; gives that back as it was where there is none. */
export function polishHere(
  orderText: string,
  built: BuiltHere,
  tell: (progress: WorkerProgress) => void,
): RunningBuild {
  const { multipliers } = built
  const worker = startWorker('polish')
  const stop = () => worker.postMessage({ kind: 'stop' } satisfies ToWorker)
  const limit = setTimeout(stop, MOST_POLISHING_MILLISECONDS)
  const abandon = () => worker.terminate()
  const result = resultOf(worker, tell)
    .catch((fault) => {
      console.warn('the rota could not be polished', fault)
      return built.best
    })
    .finally(() => {
      clearTimeout(limit)
      abandon()
    })
  worker.postMessage({ kind: 'polish', orderText, result: built.best } satisfies ToWorker)
  return {
    stop,
    abandon,
    result: result.then((polished) => ({ best: best([built.best, polished]), multipliers })),
  }
}

const MOST_POLISHING_MILLISECONDS = 120_000

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

const WORKERS = { search: '/assets/build-worker.js', polish: '/assets/polish-worker.js' } as const

/** Only our own workers' addresses pass: a browser with Trusted Types takes no plain text for one. */
function startWorker(name: keyof typeof WORKERS): Worker {
  const address = WORKERS[name]
  const own: readonly string[] = Object.values(WORKERS)
  const rules = {
    createScriptURL: (asked: string) => {
      if (!own.includes(asked)) throw new TypeError(`${asked} is not a worker of the builder`)
      return asked
    },
  }
  const { trustedTypes } = globalThis as { trustedTypes?: Policies }
  policy ??= (trustedTypes?.createPolicy('build-worker', rules) ?? rules) as typeof rules
  return new Worker(policy.createScriptURL(address), { type: 'module' })
}

let policy: { createScriptURL(address: string): string } | undefined
