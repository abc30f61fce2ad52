import type { Criterion, Floors } from '../solver/bound/floors.ts'
import type { PlacedPerson } from '../solver/order.ts'

/** What the page says to one of its workers. */
export type ToWorker =
  | {
      readonly kind: 'begin'
      readonly orderText: string
      readonly seed: number
      /** Whether this one also raises the bound and tells the floors, since one is enough. */
      readonly isProver: boolean
    }
  | { readonly kind: 'polish'; readonly orderText: string; readonly result: WorkerResult }
  | { readonly kind: 'stop' }

/** How far one worker has come. */
export interface WorkerProgress {
  readonly kind: 'progress'
  readonly seed: number
  readonly done: number
  readonly iterations: number
  /** Breaches, places open and points of its best rota. */
  readonly hard: number
  readonly open: number
  readonly cost: number
  /** The doctor furthest from an even share, by criterion. */
  readonly furthest: Readonly<Record<Criterion, number>>
  readonly bound: number | null
  readonly floors: Floors | null
}

export interface WorkerResult {
  readonly kind: 'result'
  readonly seed: number
  readonly iterations: number
  readonly hard: number
  readonly cost: number
  readonly cells: readonly PlacedPerson[]
  readonly multipliers: readonly number[]
}

export type FromWorker = WorkerProgress | WorkerResult
