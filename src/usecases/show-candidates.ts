import { type Candidate, rankCandidates } from '../core/plans/candidates.ts'
import type { District } from '../core/rota/district.ts'
import type { Need } from '../core/rota/need.ts'
import { viewOf } from '../core/rules/view.ts'
import { type Interval, intersection } from '../core/time/interval.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { type PlaceAddress, readPlace } from './read-place.ts'
import { done, invalid, type Result, refused } from './refusal.ts'

export interface ShowCandidatesInput extends PlaceAddress {
  /** Part of the duty; null = the whole of it. */
  readonly part: Interval | null
}

export interface CandidatesValue {
  readonly district: District
  readonly need: Need
  readonly seat: number
  readonly part: Interval
  /** Best first. */
  readonly candidates: readonly Candidate[]
  readonly revision: number
}

/** Who could take a place, ranked, with what each choice would break. */
export async function showCandidates(
  ctx: Context,
  { districtId, source, needId, seat, part }: ShowCandidatesInput,
): Promise<Result<CandidatesValue>> {
  const action = source.kind === 'draft' ? 'edit-drafts' : 'amend-rota'
  const isRefused = gate(ctx, action, { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const found = await readPlace(ctx, { districtId, source, needId, seat })
  if (!found) return refused({ kind: 'not-found' })
  const { reading, need } = found
  const span = part === null ? need : intersection(part, need)
  if (!span) return invalid('part', 'out-of-range')
  const candidates = rankCandidates(viewOf(reading.rota), { needId, seat }, span)
  return done({
    district: reading.rota.district,
    need,
    seat,
    part: { start: span.start, end: span.end },
    candidates,
    revision: reading.revision,
  })
}
