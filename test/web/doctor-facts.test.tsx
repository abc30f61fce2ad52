import { describe, expect, it } from 'vitest'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import type { Engagement } from '../../src/core/rota/engagement.ts'
import { DoctorFacts } from '../../src/web/doctors/doctor-facts.tsx'
import { adopted } from '../support/held-duties.ts'
import { makeCompetence, makeDistrict, makeDoctor, makePerson } from '../support/make-district.ts'

function lis1(to: string | null): Engagement {
  const employer = { kind: 'service' } as const
  return { id: 'lis1', from: '2026-09-01', to, form: 'lis1', employer, fractionPercent: 100 }
}

function pageOf(facts: Partial<Doctor>): string {
  const doctor = makeDoctor('a', facts)
  const district = makeDistrict({ doctors: [doctor], agreement: [adopted('courseValidYears', 5)] })
  return String(<DoctorFacts district={district} doctor={doctor} person={makePerson('a')} />)
}

const competences = [
  makeCompetence(
    { kind: 'specialist' },
    { from: '2026-09-01', emergencyCourseOn: '2026-08-01', violenceCourseOn: '2026-08-15' },
  ),
]

describe('the facts of a doctor', () => {
  it('never say that a LIS1 in service may work alone, whatever competence is recorded', () => {
    const page = pageOf({ competences, engagements: [lis1(null)] })
    expect(page).toContain('må ha bakvakt')
    expect(page).not.toContain('kan ha vakt alene')
  })

  it('tell from when what the doctor may do is another', () => {
    const page = pageOf({ competences, engagements: [lis1('2027-03-01')] })
    expect(page).toContain('1. september 2026 – 28. februar 2027: må ha bakvakt')
    expect(page).toContain('1. mars 2027 – 31. juli 2031: kan ha vakt alene, kan være bakvakt')
    expect(page).toContain('fra 1. august 2031: kan ikke ha vakt')
  })

  it('say that somebody without the courses may not hold duty', () => {
    const page = pageOf({ competences: [makeCompetence({ kind: 'specialist' }, { violenceCourseOn: null })] })
    expect(page).toContain('kan ikke ha vakt')
    expect(page).not.toContain('kan ha vakt alene')
  })
})
