import { readLegevaktInstance } from '../exchange/legevakt-instance.ts'
import { NONE } from '../solver/problem.ts'
import * as text from '../text/nb/bench.ts'
import { type BenchCase, runBench } from './bench-run.ts'
import { POINT, toLegevaktProblem } from './legevakt-problem.ts'

/** `npm run bench:legevakt`: an instance in, a line `slot,doctor` for each slot that is held out. */
function read(content: string): BenchCase {
  const found = readLegevaktInstance(content)
  if (found.kind === 'refused') return found
  const { slots, gps } = found.instance
  const { problem, order } = toLegevaktProblem(found.instance)
  const write = (holder: Int16Array) =>
    order
      .map((inFile, slot) => [slots[inFile]?.id, gps[holder[slot] ?? NONE]?.id] as const)
      .filter(([, gp]) => gp !== undefined)
      .map(([slot, gp]) => `${slot},${gp}\n`)
      .join('')
  return { kind: 'read', problem, judged: problem, write, point: POINT }
}

process.exitCode = await runBench(text.legevaktUsage, read, process.argv.slice(2))
