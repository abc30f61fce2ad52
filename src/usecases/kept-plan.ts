import type { District } from '../core/rota/district.ts'
import type { Need } from '../core/rota/need.ts'
import type { Interval } from '../core/time/interval.ts'
import type { Minute } from '../core/time/minute.ts'
import { findPlanSnapshot, type PlanSnapshot, type SnapshotSubject } from '../data/plan-snapshot-store.ts'
import type { Context } from './context.ts'

/** One duty of the plan as it stood. */
export interface KeptDuty extends Interval {
  readonly needId: Need['id']
  readonly seat: number
  readonly lineCode: string
  readonly lineName: string
}

/** A doctor's plan as it stood when an exemption or an absence was entered: pay may follow it (P12). */
export interface KeptPlan {
  readonly at: Minute
  readonly duties: readonly KeptDuty[]
}

/** Null when none was kept, as for what came with a file. */
export async function keptPlan(
  ctx: Context,
  district: District,
  subject: SnapshotSubject,
): Promise<KeptPlan | null> {
  const snapshot = await findPlanSnapshot(ctx.db, district.id, subject)
  return snapshot
    ? { at: snapshot.at, duties: snapshot.assignments.map((row) => toDuty(district, row)) }
    : null
}

function toDuty(district: District, row: PlanSnapshot['assignments'][number]): KeptDuty {
  const { needId, seat, start, end } = row
  const line = district.lines
    .filter(({ id }) => needId.startsWith(`${id}.`))
    .sort((a, b) => b.id.length - a.id.length)[0]
  return { needId, seat, start, end, lineCode: line?.code ?? '', lineName: line?.name ?? '' }
}
