import { type SetUpState, setUpState } from '../core/plans/set-up-state.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { Minute } from '../core/time/minute.ts'
import { toWall } from '../core/time/oslo.ts'
import { findLatestSetUpChange } from '../data/set-up-store.ts'
import { accountNames } from './account-names.ts'
import type { Context } from './context.ts'
import { done, type Result } from './refusal.ts'
import { readSetUp } from './set-up-reading.ts'

export interface LastSetUpChange {
  readonly number: number
  readonly action: string
  readonly at: Minute
  /** Empty when nobody is known by that account. */
  readonly by: string
}

export interface SetUpValue {
  readonly district: District
  readonly today: LocalDate
  /** The day after the last closed period, when there is one: nothing reaches further back. */
  readonly openFrom: LocalDate | null
  readonly isPublished: boolean
  readonly state: SetUpState
  /** The latest that can still be taken back. */
  readonly last: LastSetUpChange | null
}

/** What a district's rota is planned by, what is missing, and the latest change of it. */
export async function showSetUp(
  ctx: Context,
  { districtId }: { readonly districtId: DistrictId },
): Promise<Result<SetUpValue>> {
  const [reading, last] = await Promise.all([
    readSetUp(ctx, districtId),
    findLatestSetUpChange(ctx.db, districtId),
  ])
  if (reading.kind === 'refused') return reading
  const { district, openFrom, revision } = reading.value
  const { date: today } = toWall(ctx.now)
  const names = last ? await accountNames(ctx, district, [last.by], true) : {}
  return done({
    district,
    today,
    openFrom,
    isPublished: revision > 0,
    state: setUpState(district, today),
    last: last ? { number: last.number, action: last.action, at: last.at, by: names[last.by] ?? '' } : null,
  })
}
