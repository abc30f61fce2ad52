import type { BusyElsewhere, Duty } from '../rota/rota.ts'
import { type Interval, intersection, minutesOf } from '../time/interval.ts'
import type { Rule } from './rule.ts'
import { dutiesHeldBy, elsewhereOf } from './view.ts'
import { type Violation, violation } from './violation.ts'

/**
 * Nobody holds two duties at once, here or in another district, unless their lines share an overlap class (P1, P36).
 * Two places of one need never go to one person. Touching is no overlap.
 */
export const overlap: Rule = {
  id: 'overlap',
  rows: ['P1'],
  subject: 'person',
  source: 'one-duty-at-a-time',
  kinds: ['overlap'],
  parameters: [],
  check: (view, personId) => {
    const duties = dutiesHeldBy(view, personId)
    const elsewhere = elsewhereOf(view, personId)
    const found: Violation[] = []
    duties.forEach((duty, index) => {
      addOverlapsHere(found, duty, duties, index)
      for (const busy of elsewhere) addOverlapElsewhere(found, duty, busy)
    })
    return found
  },
}

function addOverlapsHere(found: Violation[], duty: Duty, duties: readonly Duty[], index: number): void {
  for (let next = index + 1; next < duties.length; next++) {
    const other = duties[next] as Duty
    if (other.start >= duty.end) break
    const common = intersection(duty, other)
    if (!common || mayMeet(duty, other)) continue
    found.push(breach(duty, [duty.needId, other.needId], common, false))
  }
}

function addOverlapElsewhere(found: Violation[], duty: Duty, busy: BusyElsewhere): void {
  const common = intersection(duty, busy)
  if (common && !isSameClass(duty, busy)) found.push(breach(duty, [duty.needId], common, true))
}

function mayMeet(duty: Duty, other: Duty): boolean {
  return duty.needId !== other.needId && isSameClass(duty, other)
}

function isSameClass(
  duty: { readonly overlapClass: string | null },
  other: { readonly overlapClass: string | null },
): boolean {
  return duty.overlapClass !== null && duty.overlapClass === other.overlapClass
}

function breach(duty: Duty, needIds: readonly string[], common: Interval, elsewhere: boolean): Violation {
  return violation(
    {
      rule: 'overlap',
      personId: duty.personId,
      needIds: [...new Set(needIds)],
      span: common,
      measured: minutesOf(common),
      limit: 0,
      unit: 'minutes',
    },
    { kind: 'overlap', elsewhere },
  )
}
