import { type FairShare, fairShares, type Load } from '../ledger/fair-share.ts'
import { parameterOn } from '../rota/agreement.ts'
import { cellKey, type Slice } from '../rota/assignment.ts'
import { lineOf } from '../rota/district.ts'
import { DUTY_FORMS } from '../rota/line.ts'
import type { Need } from '../rota/need.ts'
import { isInPeriod, openParts, type Rota, type ShareMeasure } from '../rota/rota.ts'
import { dayInterval } from '../time/oslo.ts'
import type { Rule } from './rule.ts'
import { type Violation, violation } from './violation.ts'

/**
 * How far a doctor stands from the fair share, in percent of it, once the district has adopted a tolerance (P27; agreed): clock
 * minutes of each form, and nights, weekends and public holidays. Numbers are judged where the share is at least one, and only
 * from one whole away: nearer is as near as numbers come. Silent while any place that must be filled is open, since a half-built
 * rota is not yet unfair; conditional backups need not be held. The tolerance is that of the period's first date.
 */
export const fairShare: Rule = {
  id: 'fair-share',
  rows: ['P27'],
  subject: 'period',
  source: 'even-sharing',
  kinds: ['far-from-share'],
  parameters: ['shareTolerancePercent'],
  check: ({ rota }) => {
    const tolerance = parameterOn(rota.district.agreement, 'shareTolerancePercent', rota.from)
    if (tolerance === undefined || rota.to <= rota.from || rota.needs.some((need) => isOpen(rota, need)))
      return []
    return fairShares(rota)
      .filter((share) => share.weight > 0)
      .flatMap((share) => breaches(rota, share, tolerance))
  },
}

function isOpen(rota: Rota, need: Need): boolean {
  if (!isInPeriod(rota, need) || lineOf(rota.district, need.lineId).conditional) return false
  for (let seat = 0; seat < need.number; seat++) {
    const slices = rota.cells.get(cellKey({ needId: need.id, seat }))?.slices ?? []
    if (!slices.some((slice) => isWhole(slice, need)) && openParts(rota, need, seat).length > 0) return true
  }
  return false
}

/** Spares nearly every place the sum of its slices. */
function isWhole(slice: Slice, need: Need): boolean {
  return !slice.shadowing && slice.start <= need.start && slice.end >= need.end
}

function breaches(rota: Rota, share: FairShare, tolerance: number): Violation[] {
  const actual = measuresOf(share.actual)
  return measuresOf(share.target).flatMap(([measure, target], index) => {
    const held = actual[index]?.[1] ?? 0
    const isNumber = measure === 'nights' || measure === 'weekends' || measure === 'holidays'
    const away = Math.abs(held - target)
    if (isNumber ? target < 1 || away < 1 : target <= 0) return []
    const percent = (away * 100) / target
    // Shares are fractions: what is over by less than a hair is at the limit.
    if (percent <= tolerance + 1e-6) return []
    return [breach(rota, share.personId, measure, Math.ceil(percent - 1e-6), tolerance)]
  })
}

function measuresOf(load: Load): [ShareMeasure, number][] {
  return [
    ...DUTY_FORMS.map((form): [ShareMeasure, number] => [form, load.minutes[form]]),
    ['nights', load.nights],
    ['weekends', load.weekends],
    ['holidays', load.holidays],
  ]
}

function breach(
  { from, to }: Rota,
  personId: string,
  measure: ShareMeasure,
  measured: number,
  limit: number,
): Violation {
  const span = { start: dayInterval(from).start, end: dayInterval(to).start }
  return violation(
    { rule: 'fair-share', personId, needIds: [], span, measured, limit, unit: 'percent' },
    { kind: 'far-from-share', measure },
  )
}
