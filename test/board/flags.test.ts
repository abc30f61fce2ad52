import { describe, expect, it } from 'vitest'
import { indexFlags } from '../../src/board/flags.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { adopted, heldRota } from '../support/held-duties.ts'

const onSiteDays = [
  ['2027-01-04 08:00', '2027-01-05 08:00', 'on-site'],
  ['2027-01-06 08:00', '2027-01-07 08:00', 'on-site'],
  ['2027-01-08 08:00', '2027-01-08 20:00', 'on-site'],
] as const

describe('marks on the board', () => {
  it('leave out what is only shown in reports', () => {
    const found = checkRota(heldRota([], onSiteDays))
    expect(found.map(({ kind }) => kind)).toContain('long-day')
    expect(indexFlags(found).flags).toEqual([])
  })

  it('stand on the duty by which seven days tip over, not on all of them', () => {
    const { flags, of } = indexFlags(
      checkRota(heldRota([adopted('rollingTotalMinutes', 50 * 60)], onSiteDays)),
    )
    expect(flags).toMatchObject([{ mark: 'warns', violation: { kind: 'rolling-total', measured: 60 * 60 } }])
    expect(of('s.2027-01-04.08', 'a')).toEqual([])
    expect(of('s.2027-01-08.08', 'a')).toEqual(flags)
  })

  it('come with weekly sums before means, and means before runs', () => {
    const caps = [
      adopted('nightsInARow', 0),
      adopted('averageUnderAct', [{ minutes: 60, weeks: 1 }]),
      adopted('rollingTotalMinutes', 60),
      adopted('weeklyTotalMinutes', 60),
    ]
    const week = { from: '2027-01-04', to: '2027-01-11' }
    const { flags } = indexFlags(checkRota(heldRota(caps, onSiteDays, {}, week)))
    const rules = [...new Set(flags.map(({ violation }) => violation.rule))]
    expect(rules).toEqual(['weekly-total', 'rolling-total', 'average-hours', 'nights-in-a-row'])
  })
})
