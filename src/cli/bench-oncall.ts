import { readOnCallFile } from '../exchange/on-call-file.ts'
import * as text from '../text/nb/bench.ts'
import { type BenchCase, runBench } from './bench-run.ts'
import { asJudged, POINT, toOnCallProblem } from './on-call-problem.ts'

/** `npm run bench:oncall`: a case in, the number of the staff (from 1) for each day out, a line each. */
function read(content: string): BenchCase {
  const found = readOnCallFile(content)
  if (found.kind === 'refused') return found
  const write = (holder: Int16Array) => `${[...holder].map((person) => person + 1).join('\n')}\n`
  const problem = toOnCallProblem(found.onCall)
  return { kind: 'read', problem, judged: asJudged(problem), write, point: POINT }
}

process.exitCode = await runBench(text.onCallUsage, read, process.argv.slice(2))
