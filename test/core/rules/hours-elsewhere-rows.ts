import type { Doctor } from '../../../src/core/rota/doctor.ts'
import type { Engagement } from '../../../src/core/rota/engagement.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { at, makeDistrict, makeDoctor, makeNeed, makeRota } from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const gp = makeDoctor('a').engagements[0] as Engagement
const locum: Engagement = { ...gp, form: 'locum' }

const spans = [
  ['2027-01-11 16:00', '2027-01-12 08:00'],
  ['2027-01-15 16:00', '2027-01-16 08:00'],
] as const

/** Doctor a holds two nights; the period is told when it is not just those. */
function held(facts: Partial<Doctor>, period: Partial<Pick<Rota, 'from' | 'to'>> = {}): Rota {
  const needs = spans.map(([from, to]) => makeNeed(from, to))
  const holders = Object.fromEntries(needs.map((need) => [need.id, 'a']))
  const district = makeDistrict({
    doctors: [makeDoctor('a', facts), makeDoctor('b', { engagements: [locum] })],
  })
  return makeRota({ district, needs, holders, ...period })
}

const untold = {
  kind: 'hours-elsewhere-untold',
  grade: 'shown',
  personId: 'a',
  needIds: ['h.2027-01-11.16', 'h.2027-01-15.16'],
  span: { start: at('2027-01-11 16:00'), end: at('2027-01-16 08:00') },
  measured: 2,
  limit: 0,
  unit: 'duties',
} as const

const second = {
  ...untold,
  needIds: ['h.2027-01-15.16'],
  span: { ...untold.span, start: at('2027-01-15 16:00') },
  measured: 1,
} as const

export const hoursElsewhereRows: readonly RuleRow[] = [
  { name: 'a GP, who is not asked', rota: held({}) },
  {
    name: 'a locum who has said nothing, once for all duties',
    rota: held({ engagements: [locum] }),
    broken: [untold],
  },
  {
    name: 'a locum who has said that there are none',
    rota: held({ engagements: [locum], declaredOtherMinutesPerWeek: 0 }),
  },
  {
    name: 'a locum who has said how many',
    rota: held({ engagements: [locum], declaredOtherMinutesPerWeek: 600 }),
  },
  {
    name: 'only the duties held as locum',
    rota: held({
      engagements: [
        { ...gp, to: '2027-01-15' },
        { ...locum, from: '2027-01-15' },
      ],
    }),
    broken: [second],
  },
  {
    name: 'an engagement as locum that ended before the duties',
    rota: held({ engagements: [gp, { ...locum, to: '2027-01-11' }] }),
  },
  {
    name: 'only the duties of the period',
    rota: held({ engagements: [locum] }, { from: '2027-01-12', to: '2027-01-18' }),
    broken: [second],
  },
  {
    name: 'duties that all lie outside the period',
    rota: held({ engagements: [locum] }, { from: '2027-01-16', to: '2027-01-18' }),
  },
]
