import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Wish } from '../core/rota/wish.ts'
import { daysBetween } from '../core/time/local-date.ts'
import { isClockDate } from '../core/time/oslo.ts'
import { findDistrict } from '../data/district-store.ts'
import { wishWrites } from '../data/wish-store.ts'
import type { Context } from './context.ts'
import { findTemplateNeed } from './duty-of.ts'
import { heldDuties } from './held-duties.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { wishGate } from './wish-rights.ts'

export interface AddWishInput extends Omit<Wish, 'id'> {
  readonly districtId: DistrictId
}

export interface AddedWish {
  readonly wishId: string
  /** True when the doctor says they cannot on a day when they hold a published duty already. */
  readonly isOnDuty: boolean
}

/** A wish reaches at most two years, in days. */
const LONGEST_WISH = 731

/** A wish entered by the person, or by the coordinator on their behalf. */
export async function addWish(ctx: Context, input: AddWishInput): Promise<Result<AddedWish>> {
  const { districtId, personId, about, stance, weight } = input
  const isRefused = wishGate(ctx, districtId, personId)
  if (isRefused) return isRefused
  const district = await findDistrict(ctx.db, districtId)
  if (!district) return refused({ kind: 'not-found' })
  const wish: Wish = { id: ctx.newId(), personId, about, stance, weight }
  const problem = problemOf(district, wish)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const change = {
    districtId,
    action: 'add-wish',
    subjectKind: 'wish',
    subjectId: wish.id,
    after: { personId },
  }
  const failed = await save(ctx, change, wishWrites(districtId, [wish]))
  if (failed) return failed
  const held = await heldDuties(ctx, districtId, [wish])
  return done({ wishId: wish.id, isOnDuty: held.size > 0 })
}

/** What is wrong with a wish in this district, the first thing found. */
function problemOf(district: District, { personId, about }: Wish): FieldProblem | undefined {
  const isKnown = district.doctors.some((doctor) => doctor.personId === personId)
  if (!isKnown) return { field: 'personId', code: 'unknown-doctor', value: personId }
  if (about.kind === 'duty') {
    if (findTemplateNeed(district, about.needId)) return undefined
    return { field: 'needId', code: 'unknown-duty', value: about.needId }
  }
  const { from, to } = about
  if (!isPlanDate(from)) return { field: 'from', code: 'not-a-date', value: from }
  if (!isClockDate(to)) return { field: 'to', code: 'not-a-date', value: to }
  if (to <= from) return { field: 'to', code: 'ends-before-start', value: to }
  if (daysBetween(from, to) > LONGEST_WISH) return { field: 'to', code: 'period-too-long', value: to }
  const hasDays = about.kind === 'dates' || about.weekdays.length > 0
  return hasDays ? undefined : { field: 'weekdays', code: 'missing', value: '' }
}
