import { readOnCallFile } from '../exchange/on-call-file.ts'
import type { BenchCase } from './bench-run.ts'
import { asJudged, POINT, toOnCallProblem } from './on-call-problem.ts'

/** What is read: a case in, the number of the staff (from 1) for each day out, a line each. */
export function readOnCallCase(content: string): BenchCase {
  const found = readOnCallFile(content)
  if (found.kind === 'refused') return found
  const write = (holder: Int16Array) => `${[...holder].map((person) => person + 1).join('\n')}\n`
  const problem = toOnCallProblem(found.onCall)
  return { kind: 'read', problem, judged: asJudged(problem), write, point: POINT, names: null }
}
