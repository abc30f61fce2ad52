import { retry } from './retry.ts'

/** Gets what the board can't be without, however long it takes; `failed` is told each time it can't be had. */
export function insist<T>(work: () => Promise<T>, failed: () => void = () => {}): Promise<T> {
  return retry(work, failed, restOrNet)
}

/** The pause ends early when the network comes back. */
function restOrNet(milliseconds: number): Promise<unknown> {
  return new Promise<unknown>((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    const wake = () => {
      clearTimeout(timer)
      resolve(undefined)
    }
    addEventListener('online', wake, { once: true })
  })
}
