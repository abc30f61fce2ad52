import { describe, expect, it } from 'vitest'
import type { Origin } from '../../../src/core/rota/assignment.ts'
import { needsOf } from '../../../src/core/rota/need.ts'
import { violation } from '../../../src/core/rules/violation.ts'
import { breachCauses, type ReportedWaiver } from '../../../src/reports/load/breach-cause.ts'
import { at, makeDistrict, makeRota } from '../../support/make-district.ts'

const district = makeDistrict()
const FROM = '2027-01-04'
const TO = '2027-01-11'
const needs = district.lines.flatMap((line) => needsOf(line, FROM, TO))
const [first = '', second = '', third = ''] = needs.map((need) => need.id)
const span = { start: at('2027-01-04 00:00'), end: at('2027-01-11 00:00') }

/** Doctor a holds the first three duties, which came in these ways; b holds one of them too. */
function rotaOf(origins: readonly Origin[]) {
  const rota = makeRota({
    district,
    from: FROM,
    to: TO,
    holders: Object.fromEntries(needs.slice(0, 3).map((need) => [need.id, 'a'])),
  })
  const cells = [...rota.cells].map(([key, cell], index) => {
    const slices = cell.slices.map((slice) => ({ ...slice, origin: origins[index] ?? 'share' }))
    return [key, { ...cell, slices }] as const
  })
  return { ...rota, cells: new Map(cells) }
}

const weekly = (said: { measured: number; floor: number | null }) =>
  violation(
    {
      rule: 'weekly-total',
      personId: 'a',
      needIds: [first, second, third],
      span,
      limit: 60 * 60,
      unit: 'minutes',
      ...said,
    },
    { kind: 'weekly-total' },
  )

const rest = violation(
  {
    rule: 'rest',
    personId: 'a',
    needIds: [first, second],
    span,
    measured: 300,
    limit: 480,
    unit: 'minutes',
  },
  { kind: 'rest-after-on-site-night' },
)

const waiver: ReportedWaiver = {
  rule: 'rest',
  personId: 'a',
  needIds: [first, second],
  reason: 'Ingen andre',
  by: 'Kari',
  at: span.start,
}

describe('what a breach came from', () => {
  it('is how its duties came to the doctor, the most usual way first', () => {
    const cause = breachCauses(rotaOf(['ordered', 'swap', 'ordered']), [])
    expect(cause(weekly({ measured: 70 * 60, floor: null })).origins).toEqual([
      { origin: 'ordered', duties: 2 },
      { origin: 'swap', duties: 1 },
    ])
  })

  it('is which duties, by date and line, and how each came', () => {
    const cause = breachCauses(rotaOf(['ordered', 'swap', 'ordered']), [])
    expect(cause(weekly({ measured: 70 * 60, floor: null })).duties).toEqual([
      { needId: first, date: '2027-01-04', lineId: 'h', origins: ['ordered'] },
      { needId: second, date: '2027-01-05', lineId: 'h', origins: ['swap'] },
      { needId: third, date: '2027-01-06', lineId: 'h', origins: ['ordered'] },
    ])
  })

  it('is avoidable where the total lies over both the limit and the lowest possible; by how much is not told', () => {
    const cause = breachCauses(rotaOf([]), [])
    const room = (measured: number, floor: number | null) => cause(weekly({ measured, floor })).room
    for (const floor of [62 * 60, 50 * 60, 70 * 60 - 1])
      expect(room(70 * 60, floor)).toEqual({ kind: 'avoidable' })
    expect(room(70 * 60, 70 * 60)).toEqual({ kind: 'at-floor' })
    expect(room(70 * 60, null)).toEqual({ kind: 'not-known' })
  })

  it('is not judged avoidable where less is the breach', () => {
    const cause = breachCauses(rotaOf([]), [])
    expect(cause({ ...rest, floor: 480 }).room).toEqual({ kind: 'not-known' })
  })

  it('names who accepted it only when rule, doctor and every duty are theirs', () => {
    const waived = (said: Partial<ReportedWaiver>) =>
      breachCauses(rotaOf([]), [{ ...waiver, ...said }])(rest).waiver?.by
    expect(waived({})).toBe('Kari')
    expect(waived({ personId: 'b' })).toBeUndefined()
    expect(waived({ rule: 'backup' })).toBeUndefined()
    expect(waived({ needIds: [first] })).toBeUndefined()
  })
})
