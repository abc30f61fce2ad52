import type { DistrictId } from '../core/rota/person.ts'
import { countUnconfirmedDoctors, listNoticesOfRevision } from '../data/change-notice-store.ts'
import { findDistrict } from '../data/district-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { type NoticeState, noticeState } from './notice-state.ts'
import { done, type Result } from './refusal.ts'

/** How many doctors of a district have not confirmed an urgent change that is ahead. */
export async function countNotices(
  ctx: Context,
  { districtId }: { readonly districtId: DistrictId },
): Promise<Result<number>> {
  const isRefused = gate(ctx, 'read-notices', { kind: 'district', id: districtId })
  return isRefused ?? done(await countUnconfirmedDoctors(ctx.db, districtId, ctx.now))
}

export interface ToldValue {
  readonly districtId: DistrictId
  /** Doctors for whom the revision changed something. */
  readonly told: number
  /** Of them, those who are to confirm it, and those who have not yet. */
  readonly urgent: number
  readonly open: number
  /** The latter by name. */
  readonly openNames: readonly string[]
  /** Those who had not when the duty began. */
  readonly missed: number
  /** Of those who have not: doctors without an address, whom no mail reaches. */
  readonly unreached: number
}

/** Whom one revision was told, in numbers. */
export async function showTold(
  ctx: Context,
  { districtId, revision }: { readonly districtId: DistrictId; readonly revision: number },
): Promise<Result<ToldValue>> {
  const isRefused = gate(ctx, 'read-notices', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [district, notices] = await Promise.all([
    findDistrict(ctx.db, districtId),
    listNoticesOfRevision(ctx.db, districtId, revision),
  ])
  const inState = (state: NoticeState) => notices.filter((notice) => noticeState(notice, ctx.now) === state)
  const open = inState('open')
  const nameOf = new Map(district?.persons.map(({ id, name }) => [id, name]))
  const hasAddress = (personId: string) =>
    district?.persons.some(({ id, email }) => id === personId && email !== null) === true
  return done({
    districtId,
    told: notices.length,
    urgent: notices.filter(({ isUrgent }) => isUrgent).length,
    open: open.length,
    openNames: open.map(({ personId }) => nameOf.get(personId) ?? ''),
    missed: inState('missed').length,
    unreached: open.filter(({ personId }) => !hasAddress(personId)).length,
  })
}
