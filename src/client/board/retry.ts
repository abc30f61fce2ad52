/** Milliseconds until it is tried again, the first time and at most. */
const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 30_000

/** Does it again until it succeeds, each time after a longer pause; `failed` is told each time it does not. */
export async function retry<T>(
  work: () => Promise<T>,
  failed: () => void,
  rest: (milliseconds: number) => Promise<unknown>,
): Promise<T> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
    try {
      return await work()
    } catch {
      failed()
    }
    await rest(pause)
  }
}
