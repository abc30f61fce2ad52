import type { CompiledQuery } from 'kysely'

/** Limits of D1 in production (Cloudflare D1 limits, read 2026-11); the local one lets some of them pass. */
export const MOST_PARAMETERS = 100
export const MOST_VALUE_BYTES = 2_000_000
export const MOST_STATEMENT_BYTES = 100_000
export const MOST_COMPOUND_TERMS = 5

/** Why D1 would refuse the statement, or undefined. */
export function limitFault(query: CompiledQuery): string | undefined {
  if (query.parameters.length > MOST_PARAMETERS) return `${query.parameters.length} parameters, D1 takes 100`
  if (bytesOf(query.sql) > MOST_STATEMENT_BYTES) return 'a statement of more than 100 000 bytes'
  const terms = 1 + (query.sql.match(/\b(?:union|intersect|except)\b/gi)?.length ?? 0)
  if (terms > MOST_COMPOUND_TERMS) return `${terms} compound terms, D1 takes 5`
  const longest = Math.max(0, ...query.parameters.map(bytesOf))
  return longest > MOST_VALUE_BYTES ? `a value of ${longest} bytes, D1 takes 2 000 000` : undefined
}

const encoder = new TextEncoder()

function bytesOf(value: unknown): number {
  // A UTF-16 unit is at most three bytes of UTF-8, so a short text needs no counting.
  if (typeof value === 'string') {
    return value.length * 3 <= MOST_STATEMENT_BYTES ? value.length : encoder.encode(value).length
  }
  return value instanceof Uint8Array || value instanceof ArrayBuffer ? value.byteLength : 0
}
