import { describe, expect, it } from 'vitest'
import { STAFFINGS, starterDistrict } from '../../src/core/plans/starter-district.ts'
import type { District } from '../../src/core/rota/district.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { textFor } from '../../src/text/text.ts'
import { planDistrict } from '../../src/usecases/plan-district.ts'

function starter(staffing: (typeof STAFFINGS)[number], language: 'nb' | 'nn' | 'en' = 'nb'): District {
  let last = 0
  const doctors = [1, 2, 3, 4, 5, 6, 7].map((number) => ({
    name: textFor(language).setup.starter.placeholder(number),
    initials: '',
    municipality: null,
  }))
  const municipalities = [
    { number: '4647', name: 'Sunnfjord' },
    { number: '4645', name: 'Askvoll' },
  ]
  const { words } = textFor(language).setup.starter
  const when = { from: '2026-12-28', today: '2026-12-30' }
  const answers = {
    id: 'd',
    name: 'D',
    municipalities,
    staffing,
    doctors,
    isCompetent: true,
    language,
    words,
    ...when,
  }
  return starterDistrict(answers, () => `id-${++last}`)
}

describe('a district from the starter', () => {
  it.each(STAFFINGS)('of %s is filled for four weeks without a breach that blocks', (staffing) => {
    const text = writeDistrictFile({ version: 1, district: starter(staffing), timeline: null })
    const result = planDistrict({ text, from: '2027-01-04', weeks: 4, seed: 1, iterations: 3000 })
    if (result.kind !== 'planned') throw new Error(JSON.stringify(result))
    expect(result.plan.open).toEqual([])
    expect(
      result.plan.violations.filter(({ grade }) => grade === 'structural' || grade === 'blocks'),
    ).toEqual([])
    // Nobody has told surgery hours, so nobody's total is known.
    expect(result.plan.heaviest).toEqual([])
    expect(result.plan.withoutTotal.length).toBe(7)
  })

  it.each(['nb', 'nn', 'en'] as const)('is the same in %s but for its names', (language) => {
    const shape = ({ lines, doctors, positions }: District) => [
      lines.map(({ id, code, form, templates }) => [
        id,
        code,
        form,
        templates.map(({ windows }) => windows.length),
      ]),
      doctors.length,
      positions.map(({ name, share }) => [name, share]),
    ]
    expect(shape(starter('on-site-and-home', language))).toEqual(shape(starter('on-site-and-home')))
  })
})
