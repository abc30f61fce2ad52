/** Items whose places follow each other without a gap, run by run; sorted by place. */
export function runsOf<T>(items: readonly T[], placeOf: (item: T) => number): T[][] {
  const runs: T[][] = []
  for (const item of items) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last !== undefined && placeOf(item) === placeOf(last) + 1) run.push(item)
    else runs.push([item])
  }
  return runs
}
