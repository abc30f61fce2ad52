import { BACKUP_LINE, FIRST_LINE, NONE, type Problem } from '../problem.ts'
import { withBridges } from './bridges.ts'

/** A part of a problem as bits: which places must be held, and what else matters to whether they can be. */
export interface Layout {
  /** Places that must be held, in order of start: bit `i` of what is held. */
  readonly required: readonly number[]
  /** Movable backups behind them, bits after those of `required`, whether or not they must be held too. */
  readonly backups: readonly number[]
  /** All that somebody may take, in order of start: the required, their backups, and what lies between two of them. */
  readonly items: readonly number[]
  /** Movable slots that are no items and yet may make one period of two: over what they could fill, no rest is asked for. */
  readonly loose: readonly number[]
  /** 32-bit words in a set of bits. */
  readonly words: number
}

/**
 * Left out of a layout is what could only be in the way: whoever can hold all places of a period can hold some of them. The
 * exception is a place that makes one period of two which would lie too close, and a backup.
 */
export function layoutOf(problem: Problem, slots: readonly number[]): Layout {
  const required = [...slots].sort((a, b) => a - b)
  const backups = distinct(required.flatMap((slot) => backersOf(problem, slot))).filter(
    (slot) => problem.fixedTo[slot] === NONE,
  )
  const own = distinct([...required, ...backups])
  const words = Math.ceil((required.length + backups.length) / 32)
  return { required, backups, words, ...withBridges(problem, own) }
}

export function backersOf(problem: Problem, slot: number): number[] {
  if (problem.role[slot] !== FIRST_LINE) return []
  const { from, items } = problem.backers
  return [...items.subarray(from[slot]!, from[slot + 1]!)].filter(
    (other) => problem.role[other] === BACKUP_LINE,
  )
}

/** Longest stretch, in minutes, over which two slots of one person can be in each other's way. */
const REACH = 15 * 1440

/** Slots held for good that stand near one of these. */
export function fixedNear(problem: Problem, slots: readonly number[]): number[] {
  const { start, end, fixedTo } = problem
  const found: number[] = []
  for (let other = 0; other < problem.slots; other++) {
    if (fixedTo[other] === NONE) continue
    if (slots.some((slot) => start[other]! < end[slot]! + REACH && end[other]! > start[slot]! - REACH))
      found.push(other)
  }
  return found
}

export function distinct(slots: readonly number[]): number[] {
  return [...new Set(slots)].sort((a, b) => a - b)
}

export function setBit(words: Int32Array, bit: number): void {
  words[bit >> 5]! |= 1 << (bit & 31)
}

export function hasBit(words: Int32Array, bit: number): boolean {
  return (words[bit >> 5]! & (1 << (bit & 31))) !== 0
}
