import { enableCompileCache } from 'node:module'

// Code is compiled once and kept for later runs: a fourth of a second of the seconds that are counted.
enableCompileCache()
const [text, { runBench }, { readOnCallCase }] = await Promise.all([
  import('../text/nb/bench.ts'),
  import('./bench-run.ts'),
  import('./on-call-case.ts'),
])

/** `npm run bench:oncall`: a case in, the number of the staff (from 1) for each day out, a line each. */
process.exitCode = await runBench(text.onCallUsage, readOnCallCase, process.argv.slice(2))
