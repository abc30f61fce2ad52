import { describe, expect, it } from 'vitest'
import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import { abilitiesOver } from '../../../src/core/rota/competence.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import type { Engagement } from '../../../src/core/rota/engagement.ts'
import { adopted } from '../../support/held-duties.ts'
import { always, makeCompetence, makeDoctor } from '../../support/make-district.ts'

const lis1: Engagement = {
  from: '2026-09-01',
  to: '2027-03-01',
  id: 'lis1',
  form: 'lis1',
  employer: { kind: 'service' },
  fractionPercent: 100,
}
const fiveYears = [adopted('courseValidYears', 5)]
const year = { from: '2027-01-01', to: '2028-01-01' }

function told(facts: Partial<Doctor>, agreement: readonly AgreementEntry[] = [], range = year) {
  return abilitiesOver(makeDoctor('a', facts), agreement, range).map(({ from, to, ability }) => [
    from,
    to,
    ability.mayHoldDuty,
    ability.mayWorkAlone,
  ])
}

describe('what a doctor may do over some dates', () => {
  it('is one thing where nothing changes', () => {
    expect(told({})).toEqual([['2027-01-01', '2028-01-01', true, true]])
  })

  it('changes on the day on which service as LIS1 ends', () => {
    expect(told({ engagements: [lis1] })).toEqual([
      ['2027-01-01', '2027-03-01', true, false],
      ['2027-03-01', '2028-01-01', true, true],
    ])
  })

  it('ends on the day on which a course has lasted as long as the district has adopted', () => {
    const competences = [
      makeCompetence(
        { kind: 'specialist' },
        { emergencyCourseOn: '2022-06-15', violenceCourseOn: '2026-06-15' },
      ),
    ]
    expect(told({ competences }, fiveYears)).toEqual([
      ['2027-01-01', '2027-06-15', true, true],
      ['2027-06-15', '2028-01-01', false, false],
    ])
    expect(told({ competences })).toEqual([['2027-01-01', '2028-01-01', true, true]])
  })

  it('has no end where the range has none', () => {
    expect(abilitiesOver(makeDoctor('a'), [], always).map(({ from, to }) => [from, to])).toEqual([
      [always.from, null],
    ])
  })
})
