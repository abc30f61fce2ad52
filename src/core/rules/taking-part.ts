import { factOn, type TakingPart } from '../rota/doctor.ts'
import type { Duty, Rota } from '../rota/rota.ts'
import { type Interval, minutesOf } from '../time/interval.ts'
import { type Dates, holdsOn } from '../time/local-date.ts'
import { dayInterval } from '../time/oslo.ts'
import { isSentOutside } from './participation.ts'
import type { Rule } from './rule.ts'
import { dutiesHeldBy, isBackupLine, lineIn, type RotaView } from './view.ts'
import { type FindingKind, type Violation, violation } from './violation.ts'

/**
 * Duties lie within what is agreed: offered dates, backup only, supernumerary, the municipality's windows (P36),
 * and the least and most number of duties in the period, those that only shadow left out. Without a fact, by share.
 */
export const takingPart: Rule = {
  id: 'taking-part',
  rows: ['P32', 'P36'],
  subject: 'person',
  source: 'agreed-participation',
  kinds: [
    'outside-offer',
    'outside-participation',
    'only-backup',
    'counts-while-learning',
    'most-duties',
    'least-duties',
  ],
  parameters: [],
  check: (view, personId) => {
    const doctor = view.doctors.get(personId)
    if (!doctor) return []
    const duties = dutiesHeldBy(view, personId)
    const found: Violation[] = []
    for (const duty of duties) {
      const way = wayFinding(view, factOn(doctor.takingPart, duty.date)?.way, duty)
      if (way) found.push(dutyBreach(duty, way))
      if (isSentOutside(view.rota.district, doctor, duty))
        found.push(dutyBreach(duty, 'outside-participation'))
    }
    for (const fact of doctor.takingPart)
      if (fact.most !== null || fact.least !== null)
        found.push(...numberBreaches(view, fact, duties.filter(isCounting), personId))
    return found
  },
}

function isCounting(duty: Duty): boolean {
  return !duty.shadowing
}

type DutyKind = Extract<
  FindingKind,
  'outside-offer' | 'only-backup' | 'counts-while-learning' | 'outside-participation'
>

function wayFinding(view: RotaView, way: TakingPart['way'] | undefined, duty: Duty): DutyKind | undefined {
  if (way?.kind === 'offered-windows' && !way.windows.some((offer) => holdsOn(offer, duty.date)))
    return 'outside-offer'
  if (way?.kind === 'backup-only' && !isBackupLine(lineIn(view, duty.lineId))) return 'only-backup'
  return way?.kind === 'supernumerary' && !duty.shadowing ? 'counts-while-learning' : undefined
}

function dutyBreach(duty: Duty, kind: DutyKind): Violation {
  return violation(
    {
      rule: 'taking-part',
      personId: duty.personId,
      lineId: duty.lineId,
      needIds: [duty.needId],
      span: { start: duty.start, end: duty.end },
      measured: minutesOf(duty),
      limit: 0,
      unit: 'minutes',
    },
    { kind },
  )
}

function numberBreaches(
  view: RotaView,
  fact: TakingPart,
  duties: readonly Duty[],
  personId: string,
): Violation[] {
  const { rota } = view
  const plan = planFor(rota, fact)
  if (!plan) return []
  const counted = duties.filter((duty) => holdsOn(fact, duty.date) && holdsOn(plan, duty.date))
  const needIds = [...new Set(counted.map((duty) => duty.needId))]
  const facts = { rule: 'taking-part', personId, span: periodOf(plan, fact), needIds } as const
  const count = { ...facts, measured: needIds.length, unit: 'duties' } as const
  if (fact.most !== null && needIds.length > fact.most)
    return [violation({ ...count, limit: fact.most }, { kind: 'most-duties' })]
  if (fact.least !== null && isWholePeriod(fact, plan) && needIds.length < fact.least)
    return [violation({ ...count, limit: fact.least }, { kind: 'least-duties' })]
  return []
}

/** What is counted over: the plan the dates belong to, else the fact's own dates where the rota holds all of them. */
function planFor(rota: Rota, fact: TakingPart): Dates | undefined {
  const plan = rota.plan === undefined ? rota : rota.plan
  if (plan) return plan
  return fact.from >= rota.from && fact.to !== null && fact.to <= rota.to ? rota : undefined
}

/** A least number agreed for a whole period is not judged over part of one. */
function isWholePeriod(fact: TakingPart, plan: Dates): boolean {
  return fact.from <= plan.from && (fact.to === null || fact.to >= plan.to)
}

function periodOf(plan: Dates, fact: TakingPart): Interval {
  const from = fact.from > plan.from ? fact.from : plan.from
  const to = fact.to !== null && fact.to < plan.to ? fact.to : plan.to
  return { start: dayInterval(from).start, end: dayInterval(to).start }
}
