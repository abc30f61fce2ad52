import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fairShares } from '../../../src/core/ledger/fair-share.ts'
import { ledgerOf, sumRows } from '../../../src/core/ledger/hours.ts'
import { type Figures, personLedgers } from '../../../src/core/ledger/person-ledger.ts'
import { DEFAULT_PARAMETERS } from '../../../src/core/rota/agreement.ts'
import { DUTY_FORMS } from '../../../src/core/rota/line.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { isoWeekOf } from '../../../src/core/time/iso-week.ts'
import { addDays, type LocalDate } from '../../../src/core/time/local-date.ts'
import { fromWall } from '../../../src/core/time/oslo.ts'
import { adopted, type HeldSpan, heldRota } from '../../support/held-duties.ts'
import { makeDistrict, makeDoctor, makeLine, makeNeed, makeRota } from '../../support/make-district.ts'

const { night } = DEFAULT_PARAMETERS

function figuresOf(rota: Rota, dates: { readonly from: LocalDate; readonly to: LocalDate } = rota): Figures {
  const period = { kind: 'plan', name: 'plan', from: dates.from, to: dates.to } as const
  const [ledger] = personLedgers({ rota, period, assignments: [], outcomes: [] })
  return ledger?.planned as Figures
}

/** Nights of doctor a by the weekly rows, by the ledger and by the fair share. */
function nightsOf(rota: Rota): number[] {
  const [share] = fairShares(rota)
  const rows = ledgerOf(rota).filter((row) => row.personId === 'a')
  return [sumRows(rows).nights, figuresOf(rota).nights, share?.actual.nights ?? Number.NaN]
}

const twoWeeks = { from: '2027-01-04', to: '2027-01-18' } as const

describe('a night of one doctor', () => {
  it.each<[string, readonly HeldSpan[]]>([
    [
      'in two duties that are each long enough',
      [
        ['2027-01-05 16:00', '2027-01-06 02:00'],
        ['2027-01-06 02:00', '2027-01-06 08:00'],
      ],
    ],
    [
      'of two hours and of two and a half, enough together',
      [
        ['2027-01-05 23:00', '2027-01-06 01:00'],
        ['2027-01-06 05:30', '2027-01-06 08:00'],
      ],
    ],
    [
      'from Sunday into Monday in two duties',
      [
        ['2027-01-10 16:00', '2027-01-11 02:00'],
        ['2027-01-11 02:00', '2027-01-11 08:00'],
      ],
    ],
    [
      'from Sunday into Monday, its duties some hours apart',
      [
        ['2027-01-10 16:00', '2027-01-10 23:59'],
        ['2027-01-11 00:30', '2027-01-11 08:00'],
      ],
    ],
    [
      'on two lines at once',
      [
        ['2027-01-05 23:00', '2027-01-06 08:00'],
        ['2027-01-05 23:00', '2027-01-06 08:00', 'backup'],
      ],
    ],
  ])('%s is one, wherever it is counted', (_, spans) => {
    expect(nightsOf(heldRota([], spans, {}, twoWeeks))).toEqual([1, 1, 1])
  })

  it('is what the agreement says of the week of its first duty', () => {
    const wholeNight = [adopted('night', { ...night, leastMinutes: 500 }, { from: '2027-01-07' })]
    const short: HeldSpan[] = [
      ['2027-01-08 23:00', '2027-01-09 06:00'],
      ['2027-01-12 23:00', '2027-01-13 06:00'],
    ]
    expect(nightsOf(heldRota(wholeNight, short, {}, twoWeeks))).toEqual([1, 1, 1])
  })

  it('belongs to the month of its first duty', () => {
    const rota = heldRota(
      [],
      [
        ['2027-01-31 16:00', '2027-02-01 02:00'],
        ['2027-02-01 02:00', '2027-02-01 08:00'],
      ],
    )
    const months = [
      { from: '2027-01-01', to: '2027-02-01' },
      { from: '2027-02-01', to: '2027-03-01' },
    ]
    const nights = months.map((month) => fairShares({ ...rota, ...month })[0]?.actual.nights)
    expect(nights).toEqual([1, 0])
    expect(months.map((month) => figuresOf({ ...rota, ...month }).nights)).toEqual([1, 0])
  })
})

describe('a weekend over the end of a month', () => {
  it('belongs to the month of its Sunday, in the ledger and in the fair share', () => {
    // Saturday 31 October and Sunday 1 November 2026
    const rota = heldRota(
      [],
      [
        ['2026-10-31 10:00', '2026-10-31 20:00'],
        ['2026-11-01 10:00', '2026-11-01 20:00'],
      ],
    )
    const months = [
      { from: '2026-10-01', to: '2026-11-01' },
      { from: '2026-11-01', to: '2026-12-01' },
    ]
    expect(months.map((month) => figuresOf({ ...rota, ...month }).weekendsAny)).toEqual([0, 1])
    expect(months.map((month) => fairShares({ ...rota, ...month })[0]?.actual.weekends)).toEqual([0, 1])
  })
})

describe('the nights that are shared', () => {
  const spans: HeldSpan[] = [
    ['2027-01-05 16:00', '2027-01-06 02:00'],
    ['2027-01-06 02:00', '2027-01-06 08:00'],
  ]
  const sum = (rota: Rota) => fairShares(rota).reduce((total, { target }) => total + target.nights, 0)

  it('are as many as those who hold them carry', () => {
    const rota = heldRota([], spans)
    expect(sum(rota)).toBe(1)
    const [, last] = [...rota.cells]
    const [key, cell] = last as NonNullable<typeof last>
    const slices = cell.slices.map((slice) => ({ ...slice, personId: 'b' }))
    expect(sum({ ...rota, cells: new Map([...rota.cells, [key, { ...cell, slices }]]) })).toBe(2)
  })

  it('are those of one pair of hands for each place while nobody holds them', () => {
    expect(sum({ ...heldRota([], spans), cells: new Map() })).toBe(1)
  })
})

/** Two Easter weeks with the clock change, and the two before. */
const EASTER = { from: '2027-03-15', to: '2027-04-12' } as const
const DAYS = 28

/** Duties at any minute of any form, two at once and edge to edge too, none past the last midnight. */
const rotas: fc.Arbitrary<Rota> = fc
  .record({
    duties: fc.array(
      fc.record({
        minute: fc.nat(DAYS * 1440 - 61),
        minutes: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 60, max: 72 * 60 })),
        isNext: fc.boolean(),
        form: fc.constantFrom(...DUTY_FORMS),
      }),
      { minLength: 1, maxLength: 30 },
    ),
    leastMinutes: fc.constantFrom(0, 1, 180, 400),
    from: fc.integer({ min: 0, max: DAYS }),
  })
  .map(({ duties, leastMinutes, from }) => {
    const last = fromWall(EASTER.to, 0)
    let before = 0
    const needs = duties.map(({ minute, minutes, isNext, form }, index) => {
      const at = isNext && before < DAYS * 1440 - 61 ? before : minute
      before = at + minutes
      const date = addDays(EASTER.from, Math.floor(at / 1440))
      const start = fromWall(date, at % 1440)
      const span = { start, end: Math.min(start + minutes, last) }
      const own = { id: `n${index}`, date, lineId: form, ...span, pieces: [{ form, ...span }] }
      return makeNeed(`${date} 00:00`, `${date} 01:00`, own)
    })
    const agreement = [adopted('night', { ...night, leastMinutes }, { from: addDays(EASTER.from, from) })]
    const lines = DUTY_FORMS.map((form) => makeLine({ id: form, form }))
    return makeRota({
      district: makeDistrict({ doctors: [makeDoctor('a'), makeDoctor('b')], lines, agreement }),
      needs,
      holders: Object.fromEntries(needs.map((need) => [need.id, 'a'])),
      ...EASTER,
    })
  })

describe('the weekly rows, the ledger and the fair share', () => {
  it('count the same nights, weekends, public holidays and minutes over whole weeks', () => {
    fc.assert(
      fc.property(rotas, (rota) => {
        const rows = ledgerOf(rota).filter((row) => row.personId === 'a')
        const { minutes, nights, weekends, publicHolidays } = sumRows(rows)
        const figures = figuresOf(rota)
        expect(figures).toMatchObject({ minutes, nights, weekendsAny: weekends, publicHolidays })
        const actual = { minutes, nights, weekends, holidays: publicHolidays }
        expect(fairShares(rota)[0]?.actual).toEqual(actual)
        for (const row of rows) {
          const monday = [0, 7, 14, 21]
            .map((day) => addDays(EASTER.from, day))
            .find((day) => isoWeekOf(day) === row.week)
          const week = figuresOf(rota, { from: monday as LocalDate, to: addDays(monday as LocalDate, 7) })
          expect(week).toMatchObject({
            minutes: row.minutes,
            nights: row.nights,
            weekendsAny: row.weekends,
            publicHolidays: row.publicHolidays,
            specialHolidays: row.specialHolidays,
            dutyMinutes: row.dutyMinutes,
          })
        }
      }),
      { numRuns: 150, seed: 20270328 },
    )
  })
})
