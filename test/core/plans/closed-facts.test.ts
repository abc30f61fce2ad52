import { describe, expect, it } from 'vitest'
import { periodOf } from '../../../src/core/ledger/period.ts'
import { factsChangedOnClosedDates, firstDateChanged } from '../../../src/core/plans/closed-facts.ts'
import type { Absence, Doctor } from '../../../src/core/rota/doctor.ts'
import { makeDistrict } from '../../support/make-district.ts'

const CLOSED = [{ period: periodOf('week', '2026-11-02') }]
const { doctors } = makeDistrict()
const [first, ...others] = doctors as [Doctor, ...Doctor[]]
const { personId } = first

const changed = (before: Partial<Doctor>, after: Partial<Doctor>) =>
  factsChangedOnClosedDates(
    { doctors: [{ ...first, ...before }, ...others] },
    { doctors: [{ ...first, ...after }, ...others] },
    CLOSED,
  ).map(({ fact, date }) => `${fact} ${date}`)

const away = (from: string, certainFrom: string, to: string | null): Absence => ({
  id: 'x',
  from,
  certainFrom,
  to,
})

describe('facts of a file beside closed dates', () => {
  it('that begin, end or become certain inside are found by their first closed date', () => {
    const none = { absences: [] }
    expect(changed(none, { absences: [away('2026-11-03', '2026-11-03', '2026-11-13')] })).toEqual([
      'absences 2026-11-03',
    ])
    const long = { absences: [away('2026-10-01', '2026-10-01', null)] }
    expect(changed(long, { absences: [away('2026-10-01', '2026-10-01', '2026-11-08')] })).toEqual([
      'absences 2026-11-08',
    ])
    expect(changed(long, { absences: [away('2026-10-01', '2026-11-04', null)] })).toEqual([
      'absences 2026-11-02',
    ])
    expect(
      changed({ capacities: [] }, { capacities: [{ from: '2026-01-01', to: null, percent: 50 }] }),
    ).toEqual(['capacities 2026-11-02'])
  })

  it('may change from the first open date on, and before the period', () => {
    const long = { absences: [away('2026-10-01', '2026-10-01', null)] }
    expect(changed(long, { absences: [away('2026-10-05', '2026-10-05', '2026-11-09')] })).toEqual([])
    expect(changed({ absences: [] }, { absences: [away('2026-11-09', '2026-11-09', null)] })).toEqual([])
  })

  it('are missed where a doctor is gone with them', () => {
    const found = factsChangedOnClosedDates({ doctors }, { doctors: others }, CLOSED)
    expect(new Set(found.map((one) => one.personId))).toEqual(new Set([personId]))
  })
})

describe('the first date that another absence changes', () => {
  const before = away('2026-11-02', '2026-11-05', '2026-11-12')
  it.each([
    ['none', before, undefined],
    ['a later end', away('2026-11-02', '2026-11-05', '2026-11-20'), '2026-11-12'],
    ['an earlier end', away('2026-11-02', '2026-11-05', '2026-11-10'), '2026-11-10'],
    ['an end where there was none known', away('2026-11-02', '2026-11-05', null), '2026-11-12'],
    ['a later start', away('2026-11-04', '2026-11-05', '2026-11-12'), '2026-11-02'],
    ['a day that it is certain from', away('2026-11-02', '2026-11-03', '2026-11-12'), '2026-11-03'],
    ['taken back', null, '2026-11-02'],
  ] as const)('%s', (_, after, date) => {
    expect(firstDateChanged(before, after)).toBe(date)
  })
})
