import { type Candidate, rankCandidates } from '../core/plans/candidates.ts'
import type { District } from '../core/rota/district.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { viewOf } from '../core/rules/view.ts'
import { type Interval, intersection } from '../core/time/interval.ts'
import { addDays } from '../core/time/local-date.ts'
import type { Context } from './context.ts'
import { dateOfNeed } from './duty-of.ts'
import { gate } from './gate.ts'
import { readSource } from './read-source.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import type { BoardSource } from './show-board.ts'

export interface ShowCandidatesInput {
  readonly districtId: DistrictId
  readonly source: BoardSource
  readonly needId: string
  readonly seat: number
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
  const date = dateOfNeed(needId)
  if (date === undefined) return refused({ kind: 'not-found' })
  const reading = await readSource(ctx, districtId, source, { from: date, to: addDays(date, 1) })
  const need = reading?.rota.needs.find((candidate) => candidate.id === needId)
  if (!reading || !need || seat < 0 || seat >= need.number) return refused({ kind: 'not-found' })
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
