import { describe, expect, it } from 'vitest'
import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import { proposedEnd, turningExemptionAge } from '../../../src/core/rota/rights.ts'
import { addMonths } from '../../../src/core/time/local-date.ts'
import { always, makeDistrict, makeDoctor, makePerson } from '../../support/make-district.ts'

function districtOf(birthDates: Readonly<Record<string, string | null>>, agreement: AgreementEntry[] = []) {
  const ids = Object.keys(birthDates)
  return makeDistrict({
    doctors: ids.map((id) => makeDoctor(id)),
    persons: ids.map((id) => makePerson(id, { birthDate: birthDates[id] ?? null })),
    agreement,
  })
}

const year = ['2027-02-01', addMonths('2027-02-01', 12)] as const

describe('the GPs whose right to exemption by age is coming', () => {
  it('are those who turn 60 from the first date until the last, which is not in it, by date', () => {
    const district = districtOf({
      a: '1968-01-31',
      b: '1967-02-01',
      c: '1967-01-31',
      d: '1968-02-01',
      e: '1967-06-15',
    })
    expect(turningExemptionAge(district, ...year)).toEqual([
      { personId: 'b', on: '2027-02-01', age: 60 },
      { personId: 'e', on: '2027-06-15', age: 60 },
      { personId: 'a', on: '2028-01-31', age: 60 },
    ])
  })

  it('turn 60 on 1 March when born on 29 February and the year is ordinary', () => {
    expect(turningExemptionAge(districtOf({ a: '1968-02-29' }), '2028-01-01', '2029-01-01')).toEqual([
      { personId: 'a', on: '2028-02-29', age: 60 },
    ])
    const at59: AgreementEntry = {
      ...always,
      parameter: 'exemptionAge',
      value: 59,
      status: 'adopted',
      source: '',
      author: '',
      decidedOn: null,
    }
    expect(turningExemptionAge(districtOf({ a: '1968-02-29' }, [at59]), ...year)).toEqual([
      { personId: 'a', on: '2027-03-01', age: 59 },
    ])
  })

  it('leave out whoever has no known birth date', () => {
    expect(turningExemptionAge(districtOf({ a: null }), ...year)).toEqual([])
  })

  it('leave out whoever has no GP agreement on the birthday', () => {
    const locum = { ...makeDoctor('a').engagements[0]!, form: 'locum' as const }
    const ended = { ...makeDoctor('b').engagements[0]!, to: '2027-05-01' }
    const district = {
      ...districtOf({ a: '1967-05-01', b: '1967-05-01', c: '1967-05-01' }),
      doctors: [
        makeDoctor('a', { engagements: [locum] }),
        makeDoctor('b', { engagements: [ended] }),
        makeDoctor('c', { engagements: [{ ...ended, to: '2027-05-02' }] }),
      ],
    }
    expect(turningExemptionAge(district, ...year).map((right) => right.personId)).toEqual(['c'])
  })
})

describe('the dates proposed for an exemption', () => {
  const parentExemption = { monthsBefore: 3, childMonths: 12 }

  it.each([
    ['pregnancy', '2027-09-10', { from: '2027-06-10', to: '2027-09-10' }],
    ['pregnancy', '2027-05-31', { from: '2027-02-28', to: '2027-05-31' }],
    ['breastfeeding', '2027-09-10', { from: '2027-09-10', to: '2028-09-10' }],
    ['breastfeeding', '2028-02-29', { from: '2028-02-29', to: '2029-02-28' }],
  ] as const)('for %s with a birth on %s', (right, bornOn, dates) => {
    expect(proposedEnd(right, { bornOn, parentExemption })).toEqual(dates)
  })

  it('follow the months that the district has adopted', () => {
    const adopted = { monthsBefore: 4, childMonths: 18 }
    expect(proposedEnd('pregnancy', { bornOn: '2027-09-10', parentExemption: adopted }).from).toBe(
      '2027-05-10',
    )
    expect(proposedEnd('breastfeeding', { bornOn: '2027-09-10', parentExemption: adopted }).to).toBe(
      '2029-03-10',
    )
  })
})
