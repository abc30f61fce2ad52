import type { Step } from '../../core/plans/step.ts'
import type { Pending } from './model.ts'

/** What waits to be stored, kept in the browser by account and draft until it is: a reload or a crash loses nothing. */
export interface Queue {
  /** In the order done. */
  read(): Pending[]
  /** Makes what is kept be what waits; steps that another tab keeps are left alone. */
  keep(pending: readonly Pending[]): void
  forget(keys: readonly string[]): void
}

interface Kept extends Pending {
  readonly order: number
}

/** One entry a step, so that two tabs of one account do not overwrite each other's. */
export function queueOf(storage: Storage, account: string, districtId: string, draftId: string): Queue {
  const prefix = `board-unsent:${account}:${districtId}:${draftId}:`
  const own = new Map<string, string>()
  let last = 0
  const remove = (key: string) => {
    own.delete(key)
    attempt(() => storage.removeItem(prefix + key))
  }
  return {
    read() {
      const left = entriesOf(storage, prefix).sort((a, b) => a.order - b.order)
      last = Math.max(last, left.at(-1)?.order ?? 0)
      return left.map(({ key, step, seen }) => ({ key, step, seen }))
    },
    keep(pending) {
      const waiting = new Set(pending.map(({ key }) => key))
      for (const key of [...own.keys()]) if (!waiting.has(key)) remove(key)
      for (const { key, step, seen } of pending) {
        const text = JSON.stringify(seen)
        if (own.get(key) === text) continue
        last = own.has(key) ? last : Math.max(last + 1, Date.now())
        const order = orderOf(storage, prefix + key) ?? last
        const kept: Kept = { order, key, step, seen }
        own.set(key, text)
        attempt(() => storage.setItem(prefix + key, JSON.stringify(kept)))
      }
    },
    forget(keys) {
      for (const key of keys) remove(key)
    },
  }
}

/** Whether anybody has left steps of this draft in this browser. */
export function hasLeft(storage: Storage, districtId: string, draftId: string): boolean {
  return keysOf(storage).some(
    (name) => name.startsWith('board-unsent:') && name.includes(`:${districtId}:${draftId}:`),
  )
}

function entriesOf(storage: Storage, prefix: string): Kept[] {
  return keysOf(storage)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => readKept(storage, name) ?? [])
}

function orderOf(storage: Storage, name: string): number | undefined {
  return readKept(storage, name)?.order
}

function readKept(storage: Storage, name: string): Kept | undefined {
  try {
    const kept: Kept | null = JSON.parse(storage.getItem(name) ?? 'null')
    return kept && isStep(kept.step) ? kept : undefined
  } catch {
    return undefined
  }
}

function isStep(step: Step | undefined): boolean {
  return typeof step?.kind === 'string' && Array.isArray(step.intents)
}

function keysOf(storage: Storage): string[] {
  return attempt(() => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')) ?? []
}

/** A browser may have no storage, or no room in it: then what waits lives as long as the page. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
