import { readLegevaktInstance } from '../exchange/legevakt-instance.ts'
import { NONE } from '../solver/problem.ts'
import type { BenchCase } from './bench-run.ts'
import { POINT, toLegevaktProblem } from './legevakt-problem.ts'

/** What is read: an instance in, a line `slot,doctor` for each slot that is held out. */
export function readLegevaktCase(content: string): BenchCase {
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
