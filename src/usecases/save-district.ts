import {
  type CoveredEntry,
  type DistrictHead,
  planCovered,
  planCoveredEnd,
  planHead,
  planMember,
  planMemberEnd,
} from '../core/plans/district-change.ts'
import type { SetUpPlan } from '../core/plans/set-up-fault.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId, MunicipalityNumber } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { Context } from './context.ts'
import { municipalityNamed } from './municipality-options.ts'
import { done, type Result, refused } from './refusal.ts'
import { fromProblem, readSetUp, refusedFields, stampOf, storeSetUp } from './set-up-reading.ts'

export type DistrictChange =
  | ({ readonly kind: 'head' } & DistrictHead)
  /** Named as it is typed: a name or a number. */
  | { readonly kind: 'add-member'; readonly municipality: string; readonly from: LocalDate }
  | { readonly kind: 'end-member'; readonly number: MunicipalityNumber; readonly on: LocalDate }
  | ({ readonly kind: 'covered' } & CoveredEntry)
  | { readonly kind: 'end-covered'; readonly id: string; readonly on: LocalDate }

export interface SaveDistrictInput {
  readonly districtId: DistrictId
  readonly change: DistrictChange
  /** `districtStamp` of what the form was filled in from. */
  readonly seen: string
}

/** Changes what a district says of itself: its name, its municipalities, and when others cover. */
export async function saveDistrict(
  ctx: Context,
  { districtId, change, seen }: SaveDistrictInput,
): Promise<Result<null>> {
  const reading = await readSetUp(ctx, districtId)
  if (reading.kind === 'refused') return reading
  const { district } = reading.value
  if (seen !== (await districtStamp(ctx, district))) return refused({ kind: 'stale-revision' })
  const isRefused =
    'from' in change
      ? fromProblem(reading.value, 'from', change.from)
      : 'on' in change
        ? fromProblem(reading.value, 'on', change.on)
        : undefined
  if (isRefused) return isRefused
  const plan = planOf(district, change, ctx.newId)
  if (plan.kind === 'refused') return refusedFields(plan.problems)
  const subject = { action: 'save-district', subjectKind: 'district', subjectId: districtId }
  return (await storeSetUp(ctx, reading.value, plan.after, subject)) ?? done(null)
}

/** Of everything on the page of district settings. */
export async function districtStamp(
  ctx: Context,
  { name, legalForm, languages, calendarNames = 'initials', municipalities, coveredElsewhere }: District,
): Promise<string> {
  return stampOf(ctx, [name, legalForm, languages, calendarNames, municipalities, coveredElsewhere])
}

function planOf(district: District, change: DistrictChange, newId: () => string): SetUpPlan<District> {
  switch (change.kind) {
    case 'head':
      return planHead(district, change)
    case 'add-member': {
      const named = municipalityNamed('municipality', change.municipality)
      return named.kind === 'refused' ? named : planMember(district, named.after, change.from)
    }
    case 'end-member':
      return planMemberEnd(district, change.number, change.on)
    case 'covered':
      return planCovered(district, change, newId)
    case 'end-covered':
      return planCoveredEnd(district, change.id, change.on)
  }
}
