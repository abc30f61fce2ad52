import { describe, expect, it } from 'vitest'
import { portionsOf } from '../../../src/core/ledger/share-weights.ts'
import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { District } from '../../../src/core/rota/district.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import { addDays, datesIn } from '../../../src/core/time/local-date.ts'
import {
  always,
  makeCompetence,
  makeDistrict,
  makeDoctor,
  makePosition,
} from '../../support/make-district.ts'

const period = { from: '2027-01-06', to: '2027-06-03' }

/** Facts that begin, end and turn inside the period, on dates of their own. */
const CHANGING: Readonly<Record<string, Partial<Doctor>>> = {
  away: {
    absences: [{ id: 'x', from: '2027-01-20', certainFrom: '2027-02-03', to: '2027-02-28' }],
    capacities: [{ from: '2027-03-11', to: '2027-05-02', percent: 40 }],
  },
  rotating: {
    rotations: [{ from: '2027-01-13', to: '2027-05-20', weeksOn: 2, weeksOff: 4, anchor: '2026-12-30' }],
  },
  exempt: {
    exemptions: [
      { id: 'n', from: '2027-02-02', to: '2027-03-03', scope: { kind: 'nights' } },
      { id: 'f', from: '2027-03-03', to: '2027-04-04', scope: { kind: 'form', form: 'on-site' } },
      { id: 'o', from: '2027-05-05', to: null, scope: { kind: 'out-of-hours' } },
    ],
  },
  learning: {
    competences: [
      makeCompetence({ kind: 'none' }, { to: '2027-02-15', violenceCourseOn: '2027-01-21' }),
      makeCompetence({ kind: 'specialist' }, { from: '2027-03-01', emergencyCourseOn: '2022-04-14' }),
    ],
    engagements: [
      {
        id: 'e',
        form: 'lis1',
        employer: { kind: 'service' },
        fractionPercent: 100,
        from: '2027-02-20',
        to: '2027-03-20',
      },
    ],
  },
  joining: {
    takingPart: [
      { from: '2027-01-01', to: '2027-02-02', way: { kind: 'supernumerary' }, least: null, most: null },
      { from: '2027-02-02', to: '2027-03-03', way: { kind: 'backup-only' }, least: null, most: 3 },
      { from: '2027-03-03', to: null, way: { kind: 'by-share' }, least: null, most: null },
    ],
  },
}

const lasting: AgreementEntry = {
  from: '2027-02-10',
  to: '2027-05-25',
  parameter: 'courseValidYears',
  value: 5,
  status: 'adopted',
  source: '',
  author: '',
  decidedOn: null,
}

function districtOf(): District {
  const ids = Object.keys(CHANGING)
  const recent = { emergencyCourseOn: '2026-01-01', violenceCourseOn: '2026-01-01' }
  const doctors = ids.map((id) =>
    makeDoctor(id, { competences: [makeCompetence({ kind: 'specialist' }, recent)], ...CHANGING[id] }),
  )
  const holders = [
    { from: always.from, to: '2027-04-01', kind: 'person', personId: 'away' },
    { from: '2027-04-01', to: '2027-04-16', kind: 'vacant' },
    { from: '2027-04-16', to: null, kind: 'person', personId: 'rotating' },
  ] as const
  const half = makePosition('half', { share: 0.5, holders })
  return makeDistrict({
    doctors,
    agreement: [lasting],
    positions: [...ids.map((id) => makePosition(id)), half],
  })
}

/** Summed over what is agreed on taking part: any, each form, nights. */
function weightsOf(district: District, personId: string, dates: { from: string; to: string }): number[] {
  return portionsOf(district, dates)
    .filter((portion) => portion.personId === personId)
    .map(({ any, forms, nights }) => [any, forms.home, forms['on-site'], forms.backup, nights])
    .reduce((sum, own) => sum.map((value, index) => value + (own[index] ?? 0)), [0, 0, 0, 0, 0])
}

describe('the weight of a doctor over a period', () => {
  const district = districtOf()
  const days = datesIn(period)

  it.each(Object.keys(CHANGING))('is the mean of the weights of its days: %s', (personId) => {
    const daily = days.map((date) => weightsOf(district, personId, { from: date, to: addDays(date, 1) }))
    const mean = [0, 1, 2, 3, 4].map(
      (index) => daily.reduce((sum, day) => sum + (day[index] ?? 0), 0) / days.length,
    )
    const whole = weightsOf(district, personId, period)
    expect(whole.map((weight) => weight.toFixed(9))).toEqual(mean.map((weight) => weight.toFixed(9)))
    expect(new Set(daily.map(String)).size).toBeGreaterThan(1)
  })

  it('is nothing over no days', () => {
    expect(portionsOf(district, { from: '2027-01-06', to: '2027-01-06' })).toEqual([])
  })
})
