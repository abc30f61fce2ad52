import type { District } from '../core/rota/district.ts'
import type { Minute } from '../core/time/minute.ts'
import { listErasures, type PersonKey } from '../data/erasure-store.ts'
import type { Context } from './context.ts'
import { type NamingText, readErasure } from './erasure-reading.ts'
import { gate } from './gate.ts'
import { done, type FieldProblem, type Result } from './refusal.ts'

export interface ErasureValue {
  readonly district: Pick<District, 'id' | 'name'>
  readonly personId: string
  readonly personName: string
  /** When they asked for it themselves; null where they have not. */
  readonly askedAt: Minute | null
  readonly isDone: boolean
  readonly obstacles: readonly FieldProblem[]
  /** What they will be called in what stays. */
  readonly former: { readonly name: string; readonly initials: string }
  /** What others wrote in which they are named for sure, or may be. */
  readonly texts: readonly NamingText[]
  readonly isElsewhere: boolean
}

/** What forgetting somebody means and what stands in its way, for the coordinator who is to do it. */
export async function showErasure(ctx: Context, key: PersonKey): Promise<Result<ErasureValue>> {
  const isRefused = gate(ctx, 'erase-people', { kind: 'district', id: key.districtId })
  if (isRefused) return isRefused
  const [reading, erasures] = await Promise.all([readErasure(ctx, key), listErasures(ctx.db, key.districtId)])
  if (reading.kind === 'refused') return reading
  const { district, named, obstacles, former, texts, isDone, facts } = reading.value
  return done({
    district: { id: district.id, name: district.name },
    personId: key.personId,
    personName: named.name,
    askedAt: erasures.find(({ personId }) => personId === key.personId)?.askedAt ?? null,
    isDone,
    obstacles,
    former,
    texts,
    isElsewhere: facts.elsewhere.length > 0,
  })
}

/** Who has asked to be forgotten in a district and is not yet. */
export async function listAskedErasures(
  ctx: Context,
  districtId: string,
): Promise<Result<readonly string[]>> {
  const isRefused = gate(ctx, 'erase-people', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const erasures = await listErasures(ctx.db, districtId)
  return done(erasures.filter(({ doneAt }) => doneAt === null).map(({ personId }) => personId))
}
