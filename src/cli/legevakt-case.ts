import { readLegevaktInstance } from '../exchange/legevakt-instance.ts'
import { NONE } from '../solver/problem.ts'
import { legevaktFacts, legevaktWindows } from '../text/nb/bench-clash.ts'
import type { BenchCase } from './bench-run.ts'
import { POINT, toLegevaktProblem } from './legevakt-problem.ts'

/** The one reason that somebody could be asked to give up. */
const LEAVE = legevaktFacts[1]

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
  const names = {
    slot: (slot: number) => slots[order[slot] ?? NONE]?.id ?? '',
    person: (person: number) => gps[person]?.id ?? '',
    fact: (bit: number) => legevaktFacts[bit] ?? '',
    window: (pattern: number, window: number) => legevaktWindows[pattern]?.[window] ?? '',
    mayAsk: (bit: number) => legevaktFacts[bit] === LEAVE,
  }
  return { kind: 'read', problem, judged: problem, write, point: POINT, names }
}
