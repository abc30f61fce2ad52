import { enableCompileCache } from 'node:module'

// Code is compiled once and kept for later runs: a fourth of a second of the seconds that are counted.
enableCompileCache()
const [text, { runBench }, { readLegevaktCase }] = await Promise.all([
  import('../text/nb/bench.ts'),
  import('./bench-run.ts'),
  import('./legevakt-case.ts'),
])

/** `npm run bench:legevakt`: an instance in, a line `slot,doctor` for each slot that is held out. */
process.exitCode = await runBench(text.legevaktUsage, readLegevaktCase, process.argv.slice(2))
