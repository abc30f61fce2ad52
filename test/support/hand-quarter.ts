import { periodOf } from '../../src/core/ledger/period.ts'
import { countedRota } from '../../src/core/ledger/person-ledger.ts'
import type { Assignment } from '../../src/core/rota/assignment.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { EngagementForm } from '../../src/core/rota/engagement.ts'
import { type LoadReport, loadReport } from '../../src/reports/load/load-report.ts'
import {
  always,
  at,
  makeDistrict,
  makeDoctor,
  makeNeed,
  makePosition,
  makeRota,
  makeSlice,
  makeSurgery,
} from './make-district.ts'

const engaged = (
  who: string,
  number: string,
  form: EngagementForm,
  from = '2020-01-01',
  to: string | null = null,
) => ({
  id: `${who}-${number}-${from}`,
  from,
  to,
  employer: { kind: 'municipality' as const, number },
  form,
  fractionPercent: 100,
})

const member = (number: string, name: string) => ({
  number,
  name,
  facts: [{ ...always, population: 4000, centrality: 6 }],
  participation: [{ ...always, windows: null, quota: null }],
})

/** When each duty of the sheet was planned, and who held it in the end. */
export const NIGHTS = [
  ['2027-01-11 16:00', '2027-01-12 08:00', 'a'],
  ['2027-01-21 16:00', '2027-01-22 08:00', 'a'],
  ['2027-02-02 16:00', '2027-02-03 08:00', 'b'],
  ['2027-02-22 16:00', '2027-02-23 08:00', 'b'],
  ['2027-03-05 16:00', '2027-03-06 08:00', 'v'],
  ['2027-03-27 08:00', '2027-03-28 08:00', 'a'],
  ['2027-03-31 16:00', '2027-04-01 08:00', 'a'],
] as const

/** The district that test/fixtures/quarter/vik-2027-q1.md counts a quarter of by hand. */
export function handDistrict(): District {
  const monday = { weekday: 1 as const, start: '08:00', end: '14:00', endDay: 0 }
  return makeDistrict({
    municipalities: [member('4601', 'Vik'), member('4602', 'Ås')],
    doctors: [
      makeDoctor('a', {
        engagements: [engaged('a', '4601', 'gp-self-employed')],
        surgery: [makeSurgery([monday])],
      }),
      makeDoctor('b', {
        engagements: [
          engaged('b', '4601', 'gp-salaried', '2020-01-01', '2027-02-15'),
          engaged('b', '4602', 'gp-salaried', '2027-02-15'),
        ],
      }),
      makeDoctor('v', {
        engagements: [engaged('v', '4601', 'locum')],
        surgery: [{ ...always, kind: 'not-declared' }],
      }),
      makeDoctor('c', { engagements: [engaged('c', '4602', 'gp-self-employed')] }),
    ],
    positions: [makePosition('v', { municipality: '4601' })],
  })
}

/** The quarter itself, from its duties as they are in memory. */
export function handQuarter(): LoadReport {
  const period = periodOf('quarter', '2027-01-01')
  const district = handDistrict()
  const needs = NIGHTS.map(([from, to]) => makeNeed(from, to))
  const holders = Object.fromEntries(NIGHTS.map(([, , who], index) => [needs[index]?.id ?? '', who]))
  const rota = makeRota({ district, from: period.from, to: period.to, needs, holders })
  const rows = NIGHTS.map(([from, to, who], index) => row(`r${index}`, who, needs[index]?.id ?? '', from, to))
  const assignments = rows.flatMap((own, index) =>
    index === 1
      ? [
          { ...own, id: 'before', personId: 'c', revisionTo: 2 },
          { ...own, revisionFrom: 2, origin: 'swap' as const, replaces: 'before' },
        ]
      : [own],
  )
  const told = {
    assignmentId: 'r4',
    start: at('2027-03-05 16:00'),
    end: at('2027-03-06 10:00'),
    activeMinutes: null,
    callOuts: null,
  }
  const judged = rota
  return loadReport({
    municipality: '4601',
    period,
    rota,
    counted: countedRota({ rota, assignments, outcomes: [told] }),
    judged,
    waivers: [],
    closed: null,
  })
}

function row(id: string, personId: string, needId: string, from: string, to: string): Assignment {
  return {
    ...makeSlice(personId, from, to),
    id,
    chainId: id,
    needId,
    seat: 0,
    revisionFrom: 1,
    revisionTo: null,
    sequence: 0,
    modifiedAt: 0,
    enteredBy: 'x',
    reason: '',
    replaces: null,
    note: '',
  }
}
