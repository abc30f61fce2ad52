import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { HolidayHeld, Rota } from '../../../src/core/rota/rota.ts'
import { always, at, makeDistrict, makeNeed, makeRota, makeSlice } from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

type Span = readonly [from: string, to: string]

interface Given {
  readonly before?: readonly HolidayHeld[]
  readonly entered?: readonly HolidayHeld[]
  readonly agreement?: readonly AgreementEntry[]
}

/** Doctor a holds these home duties. */
function held(spans: readonly Span[], { before = [], entered = [], agreement = [] }: Given = {}): Rota {
  const needs = spans.map(([from, to]) => makeNeed(from, to))
  const holders = Object.fromEntries(needs.map((need) => [need.id, 'a']))
  const district = makeDistrict({ agreement, holidaysHeld: entered })
  return { ...makeRota({ district, needs, holders }), holidaysHeld: before }
}

function christmas(year: number, personId = 'a'): HolidayHeld {
  return { personId, holiday: 'christmas', year }
}

const eve: Span = ['2027-12-24 16:00', '2027-12-25 08:00']
const boxingDay: Span = ['2027-12-26 08:00', '2027-12-27 08:00']
const again = {
  kind: 'same-holiday-again',
  grade: 'warns',
  personId: 'a',
  holiday: 'christmas',
  heldIn: 2026,
  span: { start: at('2027-12-24 00:00'), end: at('2027-12-27 00:00') },
  measured: 1,
  limit: 3,
  unit: 'years',
} as const

const origin = { ...always, status: 'adopted', source: '', author: '', decidedOn: null } as const
const memoryOf4: AgreementEntry = { ...origin, parameter: 'holidayMemoryYears', value: 4 }

export const specialHolidaysRows: readonly RuleRow[] = [
  { name: 'Christmas by somebody who has held none that is known', rota: held([eve]) },
  { name: 'Christmas three years after the last one', rota: held([eve], { before: [christmas(2024)] }) },
  {
    name: 'Christmas two years after the last one',
    rota: held([eve], { before: [christmas(2025)] }),
    broken: [{ ...again, heldIn: 2025, measured: 2, needIds: ['h.2027-12-24.16'] }],
  },
  {
    name: 'Christmas two years in a row, once for all its duties and by the latest year',
    rota: held([eve, boxingDay], { before: [christmas(2025), christmas(2026)] }),
    broken: [{ ...again, needIds: ['h.2027-12-24.16', 'h.2027-12-26.08'] }],
  },
  {
    name: 'a Christmas that the district has entered from before its first rota here',
    rota: held([eve], { entered: [christmas(2026)] }),
    broken: [again],
  },
  { name: 'the Christmas of somebody else', rota: held([eve], { before: [christmas(2026, 'b')] }) },
  {
    name: 'New Year after a Christmas',
    rota: held([['2027-12-31 16:00', '2028-01-01 08:00']], { before: [christmas(2026)] }),
  },
  { name: 'a Christmas of a later year', rota: held([eve], { before: [christmas(2028), christmas(2027)] }) },
  {
    name: 'a duty that ends as 24 December begins',
    rota: held([['2027-12-23 16:00', '2027-12-24 00:00']], { before: [christmas(2026)] }),
  },
  {
    name: 'a duty that lasts one minute into 24 December',
    rota: held([['2027-12-23 16:00', '2027-12-24 00:01']], { before: [christmas(2026)] }),
    broken: [again],
  },
  {
    name: 'a duty that begins as 27 December begins',
    rota: held([['2027-12-27 00:00', '2027-12-27 08:00']], { before: [christmas(2026)] }),
  },
  {
    name: 'New Year’s Day after the New Year of the year before, both named by their first day',
    rota: held([['2028-01-01 08:00', '2028-01-02 08:00']], {
      before: [{ personId: 'a', holiday: 'new-year', year: 2026 }],
    }),
    broken: [
      {
        ...again,
        holiday: 'new-year',
        span: { start: at('2027-12-31 00:00'), end: at('2028-01-02 00:00') },
      },
    ],
  },
  {
    name: 'New Year’s Day 2027, which is New Year 2026, after that of 2023',
    rota: held([['2027-01-01 08:00', '2027-01-02 08:00']], {
      before: [{ personId: 'a', holiday: 'new-year', year: 2023 }],
    }),
  },
  {
    name: 'two New Years in one rota, the second with the first in mind',
    rota: held([
      ['2026-12-31 16:00', '2027-01-01 08:00'],
      ['2027-12-31 16:00', '2028-01-01 08:00'],
    ]),
    broken: [
      {
        ...again,
        holiday: 'new-year',
        needIds: ['h.2027-12-31.16'],
        span: { start: at('2027-12-31 00:00'), end: at('2028-01-02 00:00') },
      },
    ],
  },
  {
    name: 'Easter with the clock going forward inside it, after the Easter before',
    rota: held([['2027-03-27 08:00', '2027-03-28 08:00']], {
      before: [{ personId: 'a', holiday: 'easter', year: 2026 }],
    }),
    broken: [
      {
        ...again,
        holiday: 'easter',
        span: { start: at('2027-03-25 00:00'), end: at('2027-03-30 00:00') },
      },
    ],
  },
  {
    name: 'the Wednesday before Easter',
    rota: held([['2027-03-24 16:00', '2027-03-25 00:00']], {
      before: [{ personId: 'a', holiday: 'easter', year: 2026 }],
    }),
  },
  {
    name: '17 May after 17 May',
    rota: held([['2027-05-17 08:00', '2027-05-18 08:00']], {
      before: [{ personId: 'a', holiday: 'constitution-day', year: 2025 }],
    }),
    broken: [
      {
        ...again,
        holiday: 'constitution-day',
        heldIn: 2025,
        measured: 2,
        span: { start: at('2027-05-17 00:00'), end: at('2027-05-18 00:00') },
      },
    ],
  },
  {
    name: 'a Christmas four years ago where the district remembers four',
    rota: held([eve], { before: [christmas(2023)], agreement: [memoryOf4] }),
    broken: [{ ...again, heldIn: 2023, measured: 4, limit: 5 }],
  },
  {
    name: 'a Christmas five years ago where the district remembers four',
    rota: held([eve], { before: [christmas(2022)], agreement: [memoryOf4] }),
  },
  {
    name: 'a holiday that the district does not rotate',
    rota: held([eve], {
      before: [christmas(2026)],
      agreement: [{ ...origin, parameter: 'specialHolidays', value: ['easter'] }],
    }),
  },
  {
    name: 'a Christmas held only as somebody who shadows',
    rota: {
      ...makeRota({
        needs: [makeNeed(...eve)],
        holders: { 'h.2027-12-24.16': [makeSlice('a', ...eve, { shadowing: true })] },
      }),
      holidaysHeld: [christmas(2026)],
    },
  },
  {
    name: 'Christmas four years after the last one, remembered as long as was agreed then',
    rota: held([eve], { before: [christmas(2023)], agreement: [{ ...memoryOf4, to: '2028-01-01' }] }),
    broken: [{ ...again, heldIn: 2023, measured: 4, limit: 5 }],
  },
]
