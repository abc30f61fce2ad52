import { describe, expect, it } from 'vitest'
import type { AgreementEntry, ParameterName } from '../../../src/core/rota/agreement.ts'
import { contextFrom } from '../../../src/core/rules/context.ts'
import { always } from '../../support/make-district.ts'

function adopted(parameter: ParameterName, value: unknown, dates: Partial<AgreementEntry> = {}) {
  const origin = { status: 'adopted', source: 'vedtak', author: 'styret', decidedOn: null } as const
  // Each test names a parameter with a value of its own type.
  return { ...always, ...origin, parameter, value, ...dates } as AgreementEntry
}

describe('how far back a period must be read', () => {
  it('is half a year for the frequency of weekends by default, from a Monday', () => {
    // 26 weeks and 3 days before Monday 5 July 2027 is Friday 1 January; the Monday before it is 28 December.
    expect(contextFrom([], '2027-07-05')).toBe('2026-12-28')
  })

  it('keeps to the default where the adopted value has ended', () => {
    const ended = adopted('averageDuty', { minutes: 420, weeks: 52 }, { to: '2027-07-05' })
    expect(contextFrom([ended], '2027-07-05')).toBe('2026-12-28')
  })

  it('is the Monday a week and a duty before where weekends are counted over two weeks', () => {
    const few = adopted('weekendFrequency', { oneOf: 2, weeks: 2, freeAmong: 2 })
    expect(contextFrom([few], '2027-07-05')).toBe('2027-06-14')
    expect(contextFrom([{ ...few, from: '2027-07-06' }], '2027-07-05')).toBe('2026-12-28')
  })

  it('is a year and more where a mean over 52 weeks is adopted, also from a later date', () => {
    const mean = adopted(
      'averageUnderAct',
      [
        { minutes: 2880, weeks: 8 },
        { minutes: 2880, weeks: 52 },
      ],
      {
        from: '2027-08-01',
      },
    )
    // 364 and 3 days before 5 July 2027 is Friday 3 July 2026.
    expect(contextFrom([mean], '2027-07-05')).toBe('2026-06-29')
  })

  it('is 1 January of the year where days under a competence exception are counted', () => {
    const exception = adopted('competenceException', { daysPerMonth: 20, warnAtPercent: 80 })
    // The duty that reaches into 1 January begins at the earliest on 29 December; that Monday is the 28th.
    expect(contextFrom([exception], '2027-12-27')).toBe('2026-12-28')
  })

  it('does not look past the first date of the clock', () => {
    expect(contextFrom([], '1997-02-03')).toBe('1997-01-01')
  })
})
