import type { AgreementEntry, PlanPeriod } from '../../../src/core/rota/agreement.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { always, at, makeDistrict, makeRota } from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const origin = { ...always, status: 'adopted', source: 'Vedtak', author: 'styret', decidedOn: null } as const

const twoWeeks: AgreementEntry = { ...origin, parameter: 'publishDaysBefore', value: 14 }

function wheel(publishBy: string | null): AgreementEntry {
  const value: PlanPeriod[] = [
    { name: 'vår', from: '01-04', publishBy: '11-15' },
    { name: 'sommer', from: '06-21', publishBy },
  ]
  return { ...origin, parameter: 'planPeriods', value }
}

/** A summer plan about to be published on a day. */
function published(
  on: string,
  agreement: readonly AgreementEntry[],
  discussedOn: string | null = '2027-02-01',
  period = { from: '2027-06-21', to: '2027-08-16' },
): Rota {
  const rota = makeRota({ district: makeDistrict({ agreement }), needs: [], ...period })
  return { ...rota, publishing: { on, discussedOn } }
}

const late = {
  kind: 'published-late',
  grade: 'warns',
  personId: null,
  needIds: [],
  span: { start: at('2027-06-21 00:00'), end: at('2027-08-16 00:00') },
  measured: 13,
  limit: 14,
  unit: 'days',
} as const
const untold = { ...late, kind: 'not-discussed', measured: 0, limit: 1, unit: 'times' } as const

export const publishingRows: readonly RuleRow[] = [
  { name: 'a plan published on the last day', rota: published('2027-06-07', [twoWeeks]) },
  { name: 'a plan published a day before the last', rota: published('2027-06-06', [twoWeeks]) },
  { name: 'a plan published a day late', rota: published('2027-06-08', [twoWeeks]), broken: [late] },
  {
    name: 'a plan published after its first day',
    rota: published('2027-06-23', [twoWeeks]),
    broken: [{ ...late, measured: -2 }],
  },
  { name: 'the day of the year wheel', rota: published('2027-03-10', [wheel('03-10')]) },
  {
    name: 'the day after that of the year wheel',
    rota: published('2027-03-11', [wheel('03-10')]),
    broken: [{ ...late, measured: 102, limit: 103 }],
  },
  {
    name: 'the year wheel before the number of days, where both are adopted',
    rota: published('2027-06-07', [twoWeeks, wheel('06-10')]),
  },
  {
    name: 'the number of days where the year wheel names none',
    rota: published('2027-06-08', [twoWeeks, wheel(null)]),
    broken: [late],
  },
  {
    name: 'a plan that begins within a period of the year wheel',
    rota: published('2027-03-11', [wheel('03-10')], '2027-02-01', { from: '2027-07-05', to: '2027-08-16' }),
    broken: [
      { ...late, span: { start: at('2027-07-05 00:00'), end: late.span.end }, measured: 116, limit: 117 },
    ],
  },
  {
    name: 'a spring plan on the day of the year before',
    rota: published('2026-11-15', [wheel(null)], '2026-10-01', { from: '2027-01-04', to: '2027-06-21' }),
  },
  {
    name: 'a spring plan a day after the day of the year before',
    rota: published('2026-11-16', [wheel(null)], '2026-10-01', { from: '2027-01-04', to: '2027-06-21' }),
    broken: [
      {
        ...late,
        span: { start: at('2027-01-04 00:00'), end: at('2027-06-21 00:00') },
        measured: 49,
        limit: 50,
      },
    ],
  },
  {
    name: 'a plan that was not discussed',
    rota: published('2027-06-07', [twoWeeks], null),
    broken: [untold],
  },
  {
    name: 'a plan that is late and was not discussed',
    rota: published('2027-06-08', [twoWeeks], null),
    broken: [late, untold],
  },
  {
    name: 'a plan that was not discussed where the wheel names no day',
    rota: published('2027-06-20', [wheel(null)], null),
    broken: [untold],
  },
  { name: 'a district that has adopted neither', rota: published('2027-06-20', [], null) },
  {
    name: 'days that are only a reference',
    rota: published('2027-06-20', [{ ...twoWeeks, status: 'reference' }], null),
  },
  {
    name: 'a plan from before the deadline was adopted',
    rota: published('2027-06-20', [{ ...twoWeeks, from: '2027-06-22' }], null),
  },
  {
    name: 'an amendment or a board, about which nothing is published as a plan',
    rota: makeRota({ district: makeDistrict({ agreement: [twoWeeks] }), needs: [], from: '2027-06-21' }),
  },
]
