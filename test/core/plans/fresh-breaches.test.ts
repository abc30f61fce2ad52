import { describe, expect, it } from 'vitest'
import { freshBreaches } from '../../../src/core/plans/fresh-breaches.ts'
import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import { checkRota } from '../../../src/core/rules/check.ts'
import type { FindingKind } from '../../../src/core/rules/violation.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import { adopted, type HeldSpan, heldRota } from '../../support/held-duties.ts'

const year = { from: '2027-01-04', to: '2028-01-03' }

/** What a doctor with these duties newly breaks, or makes worse, when they hold those instead. */
function fresh(
  agreement: readonly AgreementEntry[],
  before: readonly HeldSpan[],
  after: readonly HeldSpan[],
): [FindingKind, number][] {
  const found = (spans: readonly HeldSpan[]) => checkRota(heldRota(agreement, spans, {}, year))
  return freshBreaches(found(before), found(after)).map(({ kind, measured }) => [kind, measured])
}

const day = (date: string, end = `${addDays(date, 1)} 00:00`): HeldSpan => [`${date} 00:00`, end]
const cap = [adopted('rollingTotalMinutes', 40 * 60)]
const heavy = [day('2027-01-04'), day('2027-01-06')]

describe('what a change newly breaks of sums over windows and runs', () => {
  it('is nothing where the worst seven days only move and are no worse', () => {
    expect(
      fresh(
        cap,
        [...heavy, day('2027-01-08', '2027-01-08 08:00')],
        [...heavy, day('2027-01-09', '2027-01-09 08:00')],
      ),
    ).toEqual([])
  })

  it('is nothing where a duty is taken out and a lesser window becomes the worst', () => {
    const before = [...heavy, day('2027-01-08'), day('2027-01-13')]
    expect(fresh(cap, before, before.slice(1))).toEqual([])
  })

  it('is the window that a duty made worse', () => {
    expect(fresh(cap, heavy, [...heavy, day('2027-01-08', '2027-01-08 08:00')])).toEqual([
      ['rolling-total', 56 * 60],
    ])
  })

  it('is a heavy stretch far from one that was there before', () => {
    const after = [...heavy, day('2027-06-07'), day('2027-06-09', '2027-06-09 20:00')]
    expect(fresh(cap, heavy, after)).toEqual([['rolling-total', 44 * 60]])
  })

  it('tells means over different numbers of weeks apart', () => {
    const means = [
      { minutes: 10 * 60, weeks: 1 },
      { minutes: 10 * 60, weeks: 4 },
    ]
    const act = [adopted('averageUnderAct', means)]
    const onSite = (date: string): HeldSpan => [`${date} 08:00`, `${date} 20:00`, 'on-site']
    const before = [onSite('2027-01-11')]
    const after = [...before, onSite('2027-01-18'), onSite('2027-01-25'), onSite('2027-02-01')]
    expect(fresh(act, before, after).filter(([, measured]) => measured === 720)).toHaveLength(4)
  })

  it('is a run of nights that grows, and nothing when it is cut', () => {
    const nights = [4, 5, 6, 7].map(
      (date): HeldSpan => [`2027-01-0${date} 23:00`, `2027-01-0${date + 1} 08:00`],
    )
    const limit = [adopted('nightsInARow', 2)]
    expect(fresh(limit, nights.slice(0, 3), nights)).toEqual([['nights-in-a-row', 4]])
    expect(fresh(limit, nights, nights.slice(0, 3))).toEqual([])
    expect(fresh(limit, nights, nights.slice(1))).toEqual([])
  })

  it('is the longer rest that became short and not the second line it fell below before', () => {
    const evening: HeldSpan = ['2027-01-04 15:00', '2027-01-04 22:00', 'on-site']
    const early: HeldSpan = ['2027-01-05 05:59', '2027-01-05 12:00', 'on-site']
    const later: HeldSpan = ['2027-01-05 07:00', '2027-01-05 12:00', 'on-site']
    expect(fresh([], [evening, later], [evening, early])).toEqual([['rest-short', 479]])
  })
})
