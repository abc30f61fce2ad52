import { describe, expect, it } from 'vitest'
import { freshBreaches } from '../../../src/core/plans/fresh-breaches.ts'
import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { CompetenceException } from '../../../src/core/rota/competence.ts'
import type { HolidayHeld } from '../../../src/core/rota/rota.ts'
import { checkRota } from '../../../src/core/rules/check.ts'
import {
  type Finding,
  type FindingKind,
  type Violation,
  violation,
} from '../../../src/core/rules/violation.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import { adopted, type HeldSpan, heldRota } from '../../support/held-duties.ts'
import { at, makeCompetence } from '../../support/make-district.ts'

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

  it('is nothing where a rest that was far too short is only short of the second line afterwards', () => {
    const night: HeldSpan = ['2027-01-04 22:00', '2027-01-05 06:00', 'on-site']
    const soon: HeldSpan = ['2027-01-05 08:00', '2027-01-05 12:00']
    const later: HeldSpan = ['2027-01-05 15:00', '2027-01-05 20:00']
    expect(fresh([], [night, soon], [night, later])).toEqual([])
    expect(fresh([], [night], [night, later])).toEqual([['rest-second-line', 540]])
  })
})

describe('what a change newly breaks of days worked under an exception', () => {
  const oneDayAMonth = [adopted('competenceException', { daysPerMonth: 1, warnAtPercent: 50 })]
  const excepted = (exception: CompetenceException) => ({
    competences: [makeCompetence({ kind: 'lis1-goals' }, { exception })],
  })
  const evenings = (first: string, days: number) =>
    Array.from({ length: days }, (_, index): HeldSpan => {
      const date = addDays(first, index)
      return [`${date} 16:00`, `${date} 23:00`]
    })
  const freshDays = (
    before: readonly HeldSpan[],
    after: readonly HeldSpan[],
    exception: CompetenceException = 'four-months',
  ) => {
    const found = (spans: readonly HeldSpan[]) =>
      checkRota(heldRota(oneDayAMonth, spans, excepted(exception), { from: '2026-01-01', to: '2028-01-03' }))
    return freshBreaches(found(before), found(after))
      .filter((breach) => breach.rule === 'competence-exception')
      .map(({ kind, measured }) => [kind, measured])
  }

  it('is the end that comes nearer, and nothing when it comes further away', () => {
    const [two, three] = [evenings('2027-02-01', 2), evenings('2027-02-01', 3)]
    expect(freshDays(two, three)).toEqual([['exception-near-end', 3]])
    expect(freshDays(three, two)).toEqual([])
  })

  it('is a day too many, and nothing when days taken away leave only a warning', () => {
    const [four, five] = [evenings('2027-02-01', 4), evenings('2027-02-01', 5)]
    expect(freshDays(four, five)).toEqual([['exception-used-up', 5]])
    expect(freshDays(five, four)).toEqual([])
  })

  it('tells two years apart that share the night between them', () => {
    const newYearsNight: HeldSpan = ['2026-12-31 16:00', '2027-01-01 08:00']
    const before = [...evenings('2026-12-20', 3), newYearsNight]
    expect(freshDays(before, [...before, ...evenings('2027-01-02', 3)])).toEqual([['exception-near-end', 4]])
  })

  it('holds days of several years together where a year in all is counted', () => {
    const before = evenings('2026-12-20', 8)
    const moved = [...before.slice(0, 7), ...evenings('2027-01-04', 1)]
    expect(freshDays(before, moved, 'one-year')).toEqual([])
  })
})

describe('what a change newly breaks of findings that look alike', () => {
  it('tells the measures of a share apart', () => {
    const before = breach({ kind: 'far-from-share', measure: 'nights' }, 30)
    const nights = breach({ kind: 'far-from-share', measure: 'nights' }, 25)
    const weekends = breach({ kind: 'far-from-share', measure: 'weekends' }, 25)
    expect(freshBreaches([before], [nights, weekends])).toEqual([weekends])
  })

  it('tells a clash here from one with another district', () => {
    const away = breach({ kind: 'overlap', elsewhere: true }, 60)
    const here = breach({ kind: 'overlap', elsewhere: false }, 60)
    expect(freshBreaches([away], [away, here])).toEqual([here])
  })

  it('tells the same holiday of one year from another holiday or year', () => {
    const christmas = (year: number): HolidayHeld => ({ personId: 'a', holiday: 'christmas', year })
    const held = (spans: readonly HeldSpan[]) =>
      checkRota({ ...heldRota([], spans, {}, year), holidaysHeld: [christmas(2026)] })
    const eve: HeldSpan = ['2027-12-24 16:00', '2027-12-25 00:00']
    const boxingDay: HeldSpan = ['2027-12-26 08:00', '2027-12-26 16:00']
    const kinds = (before: readonly HeldSpan[], after: readonly HeldSpan[]) =>
      freshBreaches(held(before), held(after)).map(({ kind }) => kind)
    expect(kinds([], [eve])).toEqual(['same-holiday-again'])
    expect(kinds([eve], [eve, boxingDay])).toEqual([])
  })
})

/** Of doctor a, past a limit of 20, over one stretch of January. */
function breach(finding: Finding, measured: number): Violation {
  return violation(
    {
      rule: 'fair-share',
      personId: 'a',
      needIds: [],
      span: { start: at('2027-01-04 00:00'), end: at('2027-01-11 00:00') },
      measured,
      limit: 20,
      unit: 'percent',
    },
    finding,
  )
}
