import { benchBuilds } from './build.ts'
import { benchChecks } from './check.ts'

/** `npm run bench` builds the examples; `npm run bench -- check` times whole checks and edits; `--smoke` does a little of both. */
const words = process.argv.slice(2)
if (!words.includes('check')) benchBuilds(words)
if (words.includes('check') || words.includes('--smoke')) benchChecks(words)
