import { planExemption } from '../core/plans/exemption-change.ts'
import type { DutyInside } from '../core/plans/exemption-duties.ts'
import type { ExemptionScope } from '../core/rota/exemption.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { SeenAccount } from '../data/ground-reader-store.ts'
import type { PersonDuty } from '../data/person-duty-store.ts'
import type { Context } from './context.ts'
import {
  type DecisionKey,
  doctorOfDecider,
  groundOf,
  groundProblem,
  isDecidedBy,
  type ToldGround,
} from './deciding.ts'
import { allInside, closedRefusal, dutiesFrom, settingOf } from './exemption-reading.ts'
import { demandFresh } from './gate.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { municipalityChain, saveNewExemption } from './save-exemption.ts'

export interface DecideExemptionInput extends DecisionKey {
  readonly scope: ExemptionScope
  readonly from: LocalDate
  /** Exclusive; null = until further notice, for a term of a contract until both agree. */
  readonly to: LocalDate | null
  readonly ground: ToldGround
  /** The doctor's account that is let read the ground, as the decider saw it; left out where they doubt whose it is, or there was none. */
  readonly readBy?: SeenAccount | undefined
  /** False asks only which published duties it would reach, those that are over too. */
  readonly isConfirmed: boolean
}

export interface DecidedExemption {
  readonly exemptionId: string
  readonly duties: readonly DutyInside<PersonDuty>[]
  readonly isStored: boolean
}

/**
 * The doctor's own municipality decides an exemption (GP regulation §33(3)), enters a term of its contract (§33, note), or
 * enters a right that a doctor has claimed from it (§33(4)). Refused for dates that are closed.
 */
export async function decideExemption(
  ctx: Context,
  input: DecideExemptionInput,
): Promise<Result<DecidedExemption>> {
  const { districtId, personId, municipality, scope, from, to } = input
  const found = await doctorOfDecider(ctx, input)
  if (found.kind === 'refused') return found
  const isStale = demandFresh(ctx)
  if (isStale) return isStale
  const { reading, all } = found.value
  if (!isPlanDate(from)) return invalid('from', 'not-a-date', from)
  if (to !== null && !isPlanDate(to)) return invalid('to', 'not-a-date', to)
  const problem = groundProblem(input.ground)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const ground = groundOf(municipality, input.ground)
  const exemption = { id: ctx.newId(), scope, from, to }
  const planned = planExemption({ exemption, ground }, settingOf(ctx, reading, all))
  if (planned.kind === 'refused') return refused({ kind: 'invalid', problems: planned.problems })
  const { edition, doctor } = reading
  if (!isDecidedBy(municipality, doctor, planned))
    return invalid('ground', 'not-home-municipality', municipality)
  const closed = closedRefusal(reading, 'from', from)
  if (closed) return closed
  const reached = await dutiesFrom(ctx, input, from)
  const duties = allInside(reading, reached, { kind: 'exemption', exemption: planned.exemption })
  if (!input.isConfirmed) return done({ exemptionId: exemption.id, duties, isStored: false })
  const chain = municipalityChain(municipality)
  const failed = await saveNewExemption(ctx, {
    districtId,
    personId,
    planned,
    keptBy: 'home',
    edition,
    chain,
    municipality,
    reached: duties.length,
    readBy: input.readBy,
  })
  return failed ?? done({ exemptionId: exemption.id, duties, isStored: true })
}
