import { describe, expect, it } from 'vitest'
import { changedOnClosedDates } from '../../../src/core/plans/closed-values.ts'
import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'

const january = { period: { kind: 'month', name: '2027-01', from: '2027-01-01', to: '2027-02-01' } } as const
const nights = (value: number, from: string, to: string | null = null): AgreementEntry => ({
  from,
  to,
  parameter: 'nightsInARow',
  value,
  status: 'adopted',
  source: 'Vedtak',
  author: 'Styret',
  decidedOn: null,
})
const four = nights(4, '2026-01-01')

describe('an agreement beside the one that closed dates were judged by', () => {
  it.each([
    ['the same one', [four]],
    ['told in two parts', [nights(4, '2026-01-01', '2027-01-10'), nights(4, '2027-01-10')]],
    ['with another author', [{ ...four, author: 'Utvalget' }]],
    ['changed from the first open date', [nights(4, '2026-01-01', '2027-02-01'), nights(3, '2027-02-01')]],
    [
      'with other values until the first closed date',
      [nights(5, '2026-01-01', '2027-01-01'), nights(4, '2027-01-01')],
    ],
    ['with a reference line to come', [four, { ...nights(3, '2027-02-01'), status: 'reference' as const }]],
    ['with a value taken back before it began', [four, nights(3, '2027-01-10', '2027-01-10')]],
  ])('judges them as before: %s', (_name, after) => {
    expect(changedOnClosedDates([four], after, [january])).toEqual([])
  })

  it.each([
    ['another value', [nights(3, '2026-01-01')], '2027-01-01', 0],
    [
      'another value on the last day',
      [nights(4, '2026-01-01', '2027-01-31'), nights(3, '2027-01-31')],
      '2027-01-31',
      1,
    ],
    ['no value any more', [], '2027-01-01', null],
    ['an end on the last day', [nights(4, '2026-01-01', '2027-01-31')], '2027-01-31', null],
  ])('would judge them otherwise: %s', (_name, after: AgreementEntry[], date, index) => {
    const entry = index === null ? null : after[index]
    expect(changedOnClosedDates([four], after, [january])).toEqual([
      { parameter: 'nightsInARow', status: 'adopted', date, entry },
    ])
  })

  it('may say anything while nothing is closed', () => {
    expect(changedOnClosedDates([four], [], [])).toEqual([])
  })

  it('is compared by what a value says, not by the order of its fields', () => {
    const said = { ...four, parameter: 'fairness' as const }
    const before = { ...said, value: { hours: 1, nights: 2, weekends: 3, holidays: 4 } }
    const after = { ...said, value: { holidays: 4, weekends: 3, nights: 2, hours: 1 } }
    expect(changedOnClosedDates([before], [after], [january])).toEqual([])
    expect(
      changedOnClosedDates([before], [{ ...after, value: { ...after.value, hours: 2 } }], [january]),
    ).toHaveLength(1)
  })
})
