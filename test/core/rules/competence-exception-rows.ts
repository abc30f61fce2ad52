import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { Competence, CompetenceException } from '../../../src/core/rota/competence.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import {
  always,
  at,
  makeCompetence,
  makeDistrict,
  makeDoctor,
  makeNeed,
  makeRota,
} from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

/** One day makes a month, so that six months are six days; the warning comes from the fifth. */
const oneDayAMonth: AgreementEntry = {
  ...always,
  parameter: 'competenceException',
  value: { daysPerMonth: 1, warnAtPercent: 80 },
  status: 'adopted',
  source: 'Vedtak',
  author: 'styret',
  decidedOn: '2026-12-01',
}

function excepted(exception: CompetenceException, dates: Partial<Competence> = {}): Competence {
  return makeCompetence({ kind: 'lis1-goals' }, { exception, ...dates })
}

type Span = readonly [from: string, to: string]

interface Given {
  readonly competences?: readonly Competence[]
  readonly agreement?: readonly AgreementEntry[]
  readonly from?: string
}

/** Doctor a holds these home duties. */
function held(
  spans: readonly Span[],
  {
    competences = [excepted('six-months-on-duty')],
    agreement = [oneDayAMonth],
    from = '2026-01-01',
  }: Given = {},
): Rota {
  const needs = spans.map(([start, end]) => makeNeed(start, end))
  const holders = Object.fromEntries(needs.map((need) => [need.id, 'a']))
  const district = makeDistrict({ agreement, doctors: [makeDoctor('a', { competences }), makeDoctor('b')] })
  return makeRota({ district, needs, holders, from })
}

/** Evenings on as many days in a row. */
function evenings(days: number, first = '2027-01-11'): Span[] {
  return Array.from({ length: days }, (_, day) => {
    const date = addDays(first, day)
    return [`${date} 16:00`, `${date} 23:00`]
  })
}

const used = {
  kind: 'exception-used-up',
  grade: 'warns',
  personId: 'a',
  measured: 7,
  limit: 6,
  unit: 'days',
  fromYear: 2027,
  year: 2027,
} as const
const near = { ...used, kind: 'exception-near-end' } as const

export const competenceExceptionRows: readonly RuleRow[] = [
  { name: 'fewer days than the agreement warns from', rota: held(evenings(4)) },
  {
    name: 'the day from which the agreement warns',
    rota: held(evenings(5)),
    broken: [{ ...near, measured: 5 }],
  },
  {
    name: 'exactly the days of six months, which only nears the end',
    rota: held(evenings(6)),
    broken: [{ ...near, measured: 6 }],
  },
  {
    name: 'a day more than six months, naming every duty',
    rota: held(evenings(7)),
    broken: [
      {
        ...used,
        needIds: evenings(7).map(([from]) => `h.${from.slice(0, 10)}.16`),
        span: { start: at('2027-01-11 16:00'), end: at('2027-01-17 23:00') },
      },
    ],
  },
  {
    name: 'a day more than four months',
    rota: held(evenings(5), { competences: [excepted('four-months')] }),
    broken: [{ ...used, measured: 5, limit: 4 }],
  },
  {
    name: 'a night over midnight, which is two days',
    rota: held([...evenings(3), ['2027-01-20 16:00', '2027-01-21 08:00']]),
    broken: [{ ...near, measured: 5 }],
  },
  {
    name: 'a night that ends at midnight, which is one day',
    rota: held([...evenings(3), ['2027-01-20 16:00', '2027-01-21 00:00']]),
  },
  {
    name: 'two duties of one date, which are one day',
    rota: held([...evenings(4), ['2027-01-14 08:00', '2027-01-14 12:00']]),
  },
  {
    name: 'the night in which the clock goes back, two days',
    rota: held([...evenings(3, '2027-10-20'), ['2027-10-30 23:00', '2027-10-31 08:00']]),
    broken: [{ ...near, measured: 5 }],
  },
  {
    name: 'days of two calendar years, each counted for itself',
    rota: held([...evenings(4, '2026-12-20'), ...evenings(4, '2027-01-11')]),
  },
  {
    name: 'New Year’s night, a day of each year',
    rota: held([...evenings(4, '2026-12-20'), ['2026-12-31 16:00', '2027-01-01 08:00']]),
    broken: [{ ...near, measured: 5, fromYear: 2026, year: 2026 }],
  },
  {
    name: 'a year in all over two calendar years',
    rota: held([...evenings(7, '2026-12-20'), ...evenings(6, '2027-01-11')], {
      competences: [excepted('one-year')],
    }),
    broken: [{ ...used, measured: 13, limit: 12, fromYear: 2026 }],
  },
  {
    name: 'days before the exception began',
    rota: held(evenings(7), {
      competences: [
        makeCompetence({ kind: 'lis1-goals' }, { to: '2027-01-14' }),
        excepted('six-months-on-duty', { from: '2027-01-14' }),
      ],
    }),
  },
  {
    name: 'a doctor without any exception',
    rota: held(evenings(7), { competences: [makeCompetence({ kind: 'lis1-goals' })] }),
  },
  {
    name: 'a district that has not said how many days a month is',
    rota: held(evenings(9), { agreement: [] }),
  },
  {
    name: 'days a month that are only a reference',
    rota: held(evenings(9), { agreement: [{ ...oneDayAMonth, status: 'reference' }] }),
  },
  {
    name: 'part of a day over, which is no whole day',
    rota: held(evenings(7), {
      agreement: [{ ...oneDayAMonth, value: { daysPerMonth: 1.3, warnAtPercent: 100 } } as AgreementEntry],
    }),
    broken: [{ ...near, measured: 7, limit: 7 }],
  },
]
