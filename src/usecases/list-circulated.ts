import type { Draft } from '../core/rota/draft.ts'
import type { Line } from '../core/rota/line.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { findDistrict } from '../data/district-store.ts'
import { listDraftsIn } from '../data/draft-life-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'

export interface CirculatedDrafts {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly lines: readonly Line[]
  /** Latest first. */
  readonly drafts: readonly Draft[]
}

/** The drafts that are out for comments. */
export async function listCirculated(
  ctx: Context,
  { districtId }: { readonly districtId: DistrictId },
): Promise<Result<CirculatedDrafts>> {
  const isRefused = gate(ctx, 'read-circulated-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [district, drafts] = await Promise.all([
    findDistrict(ctx.db, districtId),
    listDraftsIn(ctx.db, districtId, ['circulated']),
  ])
  if (!district) return refused({ kind: 'not-found' })
  return done({ districtId, districtName: district.name, lines: district.lines, drafts })
}
