import { benchBuilds } from './build.ts'
import { benchChecks } from './check.ts'
import { benchTargets, smokeTargets } from './targets.ts'

/**
 * `npm run bench` measures the builder against its targets; `-- build` builds the examples, `-- check` times whole checks and
 * edits; `--smoke` does a little of each.
 */
const words = process.argv.slice(2)
const [first, ...rest] = words
if (words.includes('--smoke')) {
  if (first !== 'check') benchBuilds(words)
  benchChecks(words)
  smokeTargets()
} else if (first === 'check') benchChecks(words)
else if (first === 'build') benchBuilds(rest)
else benchTargets(words)
