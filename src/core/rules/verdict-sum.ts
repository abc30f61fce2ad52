import type { Violation } from './violation.ts'

/**
 * A short text that two judges of one rota compare: the same exactly when they found the same, in whatever order. Floors are
 * left out, since working them out costs more than all the rest and they follow from what is compared.
 */
export function sumOfVerdict(violations: readonly Violation[]): string {
  let [low, high] = [0, 0]
  for (const found of violations) {
    const hash = hashOf(textOf(found))
    low = (low + hash.low) | 0
    high = (high + hash.high) | 0
  }
  return [violations.length, low >>> 0, high >>> 0].map((part) => part.toString(36)).join('-')
}

function textOf({ kind, personId, lineId, needIds, span, measured, limit }: Violation): string {
  return [kind, personId, lineId, span.start, span.end, measured, limit, ...needIds].join(' ')
}

/** Two hashes of 32 bits (FNV-1a and its like with another factor): violations are added up, so order does not count. */
function hashOf(text: string): { readonly low: number; readonly high: number } {
  let [low, high] = [0x811c9dc5, 0x2545f491]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
    high ^= high >>> 15
  }
  return { low, high }
}
