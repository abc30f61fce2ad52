import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { Doctor, OtherTask } from '../../../src/core/rota/doctor.ts'
import type { Engagement } from '../../../src/core/rota/engagement.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { always, at, makeDistrict, makeDoctor, makeRota } from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const gp = makeDoctor('a').engagements[0] as Engagement

/** At the nursing home on Thursdays, and so many loose minutes. */
function nursingHome(end: string, looseMinutesPerWeek = 0, dates: Partial<OtherTask> = {}): OtherTask {
  return {
    ...always,
    name: 'Sykehjem',
    timetable: [{ weekday: 4, start: '08:00', end, endDay: 0 }],
    looseMinutesPerWeek,
    ...dates,
  }
}

function periodOf(
  otherTasks: readonly OtherTask[],
  facts: Partial<Doctor> = {},
  agreement: readonly AgreementEntry[] = [],
  period = { from: '2027-01-04', to: '2027-04-05' },
): Rota {
  const doctors = [makeDoctor('b'), makeDoctor('a', { otherTasks, ...facts })]
  return makeRota({ district: makeDistrict({ doctors, agreement }), needs: [], ...period })
}

const tooMany = {
  kind: 'other-tasks',
  grade: 'shown',
  personId: 'a',
  needIds: [],
  span: { start: at('2027-01-04 00:00'), end: at('2027-04-05 00:00') },
  measured: 451,
  limit: 450,
  unit: 'minutes',
} as const
const sixHours: AgreementEntry = {
  from: '2027-02-01',
  to: null,
  parameter: 'otherTasksMinutes',
  value: 6 * 60,
  status: 'adopted',
  source: 'Avtale',
  author: 'styret',
  decidedOn: '2026-12-01',
}

export const otherTasksRows: readonly RuleRow[] = [
  { name: 'exactly the 7.5 hours of a full post', rota: periodOf([nursingHome('15:30')]) },
  { name: 'a minute less', rota: periodOf([nursingHome('15:29')]) },
  { name: 'a minute more', rota: periodOf([nursingHome('15:31')]), broken: [tooMany] },
  { name: 'a loose minute more', rota: periodOf([nursingHome('15:30', 1)]), broken: [tooMany] },
  {
    name: 'two tasks together',
    rota: periodOf([nursingHome('12:00'), nursingHome('12:00', 0, { name: 'Helsestasjon' })]),
    broken: [{ ...tooMany, measured: 480 }],
  },
  {
    name: 'exactly the half of half a post',
    rota: periodOf([nursingHome('11:45')], { engagements: [{ ...gp, fractionPercent: 50 }] }),
  },
  {
    name: 'more than the half of half a post',
    rota: periodOf([nursingHome('11:46')], { engagements: [{ ...gp, fractionPercent: 50 }] }),
    broken: [{ ...tooMany, measured: 226, limit: 225 }],
  },
  {
    name: 'two half posts, which are one',
    rota: periodOf([nursingHome('15:30')], {
      engagements: [
        { ...gp, fractionPercent: 50 },
        { ...gp, id: 'second', fractionPercent: 50 },
      ],
    }),
  },
  {
    name: 'more than a full post, which gives no more than one',
    rota: periodOf([nursingHome('15:31')], {
      engagements: [gp, { ...gp, id: 'second', fractionPercent: 20 }],
    }),
    broken: [tooMany],
  },
  {
    name: 'a doctor without a GP agreement',
    rota: periodOf([nursingHome('18:00')], { engagements: [{ ...gp, form: 'employed-duty-doctor' }] }),
  },
  {
    name: 'tasks that end inside the period, until then',
    rota: periodOf([nursingHome('15:31', 0, { to: '2027-02-01' })]),
    broken: [{ ...tooMany, span: { start: at('2027-01-04 00:00'), end: at('2027-02-01 00:00') } }],
  },
  {
    name: 'tasks that begin inside the period and across the spring clock change, once for each number',
    rota: periodOf([
      nursingHome('15:31', 0, { from: '2027-03-22' }),
      nursingHome('09:00', 0, { from: '2027-03-29' }),
    ]),
    broken: [
      { ...tooMany, span: { start: at('2027-03-22 00:00'), end: at('2027-03-29 00:00') } },
      { ...tooMany, measured: 511, span: { start: at('2027-03-29 00:00'), end: at('2027-04-05 00:00') } },
    ],
  },
  {
    name: 'a change of engagement that changes nothing, told once',
    rota: periodOf([nursingHome('15:31')], {
      engagements: [
        { ...gp, to: '2027-02-01' },
        { ...gp, id: 'second', from: '2027-02-01' },
      ],
    }),
    broken: [tooMany],
  },
  {
    name: 'tasks outside the period',
    rota: periodOf([
      nursingHome('18:00', 0, { to: '2027-01-04' }),
      nursingHome('18:00', 0, { from: '2027-04-05' }),
    ]),
  },
  {
    name: 'a lower limit that the district has adopted, from its first date',
    rota: periodOf([nursingHome('15:30')], {}, [sixHours]),
    broken: [
      {
        ...tooMany,
        measured: 450,
        limit: 360,
        span: { start: at('2027-02-01 00:00'), end: at('2027-04-05 00:00') },
      },
    ],
  },
]
