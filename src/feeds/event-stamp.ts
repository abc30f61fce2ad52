import type { Stamp } from '../core/time/stamp.ts'

export interface EventStamp {
  /** RFC 5545 §3.8.7.4. */
  readonly sequence: number
  /** Epoch seconds. */
  readonly modifiedAt: number
}

/** 2026-01-01T00:00Z. A sequence is below 2^31: counted from here, it is until 2094. */
const FIRST_SECOND = 1_767_225_600

/** The revision of an event by the latest change of what it shows, and by nothing else: one that looks as before keeps it. */
export function stampOf(...shown: readonly Stamp[]): EventStamp {
  const modifiedAt = Math.max(0, ...shown)
  return { sequence: Math.max(0, modifiedAt - FIRST_SECOND), modifiedAt }
}
