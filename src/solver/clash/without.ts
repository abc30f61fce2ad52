import type { Relaxation } from './clash.ts'

/** What is let go of when a part of a problem is judged: nothing at first, then this and that to see what matters. */
export interface Without {
  /** By `ruleKey`. */
  readonly rules: ReadonlySet<string>
  /** By `factKey`. */
  readonly facts: ReadonlySet<number>
  /** Slots held for good that are taken as held by nobody. */
  readonly locks: ReadonlySet<number>
  readonly relaxed: Relaxation | null
  /** One person for whom a rule (by `ruleKey`) is not asked at all. */
  readonly letOff: { readonly person: number; readonly rule: string } | null
}

export const WITHOUT_NOTHING: Without = {
  rules: new Set(),
  facts: new Set(),
  locks: new Set(),
  relaxed: null,
  letOff: null,
}

/** Reasons that `refusal` has room for. */
const BITS = 16

export function factKey(person: number, bit: number): number {
  return person * BITS + bit
}

export function personOfFact(key: number): number {
  return Math.floor(key / BITS)
}

export function bitOfFact(key: number): number {
  return key % BITS
}

/** The reasons against a pair that still count. */
export function refusalLeft(without: Without, refusal: number, person: number, slot: number): number {
  let left = refusal
  for (let bit = 0; left >> bit !== 0; bit++) {
    if (without.facts.has(factKey(person, bit)) || isForgotten(without.relaxed, person, bit, slot))
      left &= ~(1 << bit)
  }
  return left
}

function isForgotten(relaxed: Relaxation | null, person: number, bit: number, slot: number): boolean {
  if (relaxed?.kind !== 'forget-fact') return false
  return relaxed.person === person && relaxed.bit === bit && relaxed.slots.includes(slot)
}
