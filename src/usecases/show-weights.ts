import { type Agreement, builderWeightsOn, parameterOn, type WeightName } from '../core/rota/agreement.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { CRITERIA } from '../solver/bound/floors.ts'
import { encodeRota } from '../solver/encode/encode.ts'
import { holdersOf } from '../solver/encode/holders.ts'
import { NONE } from '../solver/problem.ts'
import { furthestOf } from '../solver/score/furthest.ts'
import { scoreOf } from '../solver/score/score.ts'
import { toldFloors } from './build-evenness.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { readDraft } from './read-source.ts'
import { done, type Result, refused } from './refusal.ts'
import { type TriedWeights, weightFaults, withTried } from './tried-weights.ts'

export interface ShowWeightsInput {
  readonly districtId: DistrictId
  readonly draftId: string
  readonly tried: TriedWeights
}

/** What one criterion counts for, and what it costs in a draft. */
export interface CriterionCost {
  readonly name: WeightName
  readonly weight: number
  readonly agreedWeight: number
  /** As `Part.amount` of the builder's score. */
  readonly amount: number
  /** Below zero where the draft has more of what is wished for than of what is not. */
  readonly points: number
  /** Part of all points above zero, 0–1; 0 for a criterion that costs nothing. */
  readonly part: number
  /** What no rota comes below; null where that is not known, while a place is open, and where it takes too long to work out. */
  readonly floor: Floor | null
}

export interface Floor {
  readonly points: number
  /** The doctor furthest from an even share, as it is and as it must be at the least: minutes of one form of duty, or a number. */
  readonly furthest: number
  readonly leastFurthest: number
}

export interface WeightsValue {
  readonly district: District
  readonly draft: Draft
  /** The weights that hold on this date count for the whole draft. */
  readonly from: LocalDate
  readonly isTried: boolean
  /** Places of the draft that somebody holds, which a rebuild gives away unless they are locked. */
  readonly held: number
  readonly open: number
  /** Breaches of rules that are never traded for anything. */
  readonly hard: number
  /** Dearest first. */
  readonly criteria: readonly CriterionCost[]
}

/** What each criterion costs in a draft as it stands, with the agreed weights or others that are tried on. Nothing is stored. */
export async function showWeights(
  ctx: Context,
  { districtId, draftId, tried }: ShowWeightsInput,
): Promise<Result<WeightsValue>> {
  const isRefused = gate(ctx, 'build-rota', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const problems = weightFaults(tried)
  if (problems.length > 0) return refused({ kind: 'invalid', problems })
  const reading = await readDraft(ctx, districtId, draftId)
  if (!reading) return refused({ kind: 'not-found' })
  const { rota, draft } = reading
  const { agreement } = rota.district
  const weighed = { ...rota.district, agreement: withTried(agreement, tried, rota.from) }
  const encoding = encodeRota(
    { ...rota, district: weighed },
    { lineIds: draft.lineIds, locked: new Set(), keep: 'locked' },
  )
  const { held, open, hard, costs } = costsIn(encoding)
  const [weights, agreed] = [weighed.agreement, agreement].map((own) => allWeights(own, rota.from))
  const criteria = costs.map((cost) => ({
    ...cost,
    weight: weights?.[cost.name] ?? 1,
    agreedWeight: agreed?.[cost.name] ?? 1,
  }))
  const isTried = criteria.some(({ weight, agreedWeight }) => weight !== agreedWeight)
  return done({ district: rota.district, draft, from: rota.from, isTried, held, open, hard, criteria })
}

function allWeights(agreement: Agreement, date: LocalDate): Readonly<Record<WeightName, number>> {
  return { ...parameterOn(agreement, 'fairness', date), ...builderWeightsOn(agreement, date) }
}

type Cost = Omit<CriterionCost, 'weight' | 'agreedWeight'>

function costsIn(encoding: ReturnType<typeof encodeRota>): {
  readonly held: number
  readonly open: number
  readonly hard: number
  readonly costs: readonly Cost[]
} {
  const { problem } = encoding
  const holder = holdersOf(encoding)
  const score = scoreOf(problem, holder)
  const floors = toldFloors(problem, score.open, false)
  const furthest = furthestOf(problem, holder)
  const all = Object.values(score.parts).reduce((sum, { points }) => sum + Math.max(0, points), 0)
  const costs = Object.entries(score.parts).map(([key, { amount, points }]) => {
    // The parts stand under the names of the weights.
    const name = key as WeightName
    const criterion = CRITERIA.find((own) => own === name)
    const floor = criterion &&
      floors && {
        points: floors[criterion].points,
        furthest: furthest[criterion],
        leastFurthest: floors[criterion].furthest,
      }
    return { name, amount, points, part: all === 0 ? 0 : Math.max(0, points) / all, floor: floor ?? null }
  })
  const held = problem.movable.filter((slot) => holder[slot] !== NONE).length
  return { held, open: score.open, hard: score.hard, costs: costs.toSorted((a, b) => b.points - a.points) }
}
