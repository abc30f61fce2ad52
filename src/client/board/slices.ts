/** So long may work go on before the page draws and takes keys. */
const SLICE_MILLISECONDS = 8

/** Runs a generator to its end in short slices between what the page has to do; what it gives back calls it off. */
export function runInSlices<Step, End>(
  work: Iterator<Step, End>,
  done: (end: End) => void,
  take: (step: Step) => void = () => {},
): () => void {
  let isOff = false
  const slice = () => {
    for (const until = performance.now() + SLICE_MILLISECONDS; !isOff && performance.now() < until; ) {
      const next = work.next()
      if (next.done) return done(next.value)
      take(next.value)
    }
    if (!isOff) setTimeout(slice)
  }
  setTimeout(slice)
  return () => {
    isOff = true
  }
}
