import {
  RETENTION,
  RETENTION_CLASSES,
  type RetentionClass,
  type RetentionRule,
} from '../core/plans/retention.ts'
import { countGoing } from '../data/retention-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result } from './refusal.ts'
import { retentionClock } from './retention.ts'

/** One kind of what is kept, and how much of it the next night forgets. */
export interface RetentionLine extends RetentionRule {
  readonly kind: RetentionClass
  /** Rows, as they stand now. */
  readonly going: number
}

/** What the sweep would forget if it went now; it changes nothing. */
export async function showRetention(ctx: Context): Promise<Result<readonly RetentionLine[]>> {
  const isRefused = gate(ctx, 'manage-installation', { kind: 'installation' })
  if (isRefused) return isRefused
  const going = await countGoing(ctx.db, RETENTION, retentionClock(ctx))
  return done(RETENTION_CLASSES.map((kind) => ({ kind, ...RETENTION[kind], going: going.get(kind) ?? 0 })))
}
