import { describe, expect, it } from 'vitest'
import { isMunicipality, MUNICIPALITIES } from '../../src/exchange/municipalities.ts'

describe('the municipalities of Norway', () => {
  it('are 357 with four digits each, in the 15 counties of 2024', () => {
    const numbers = Object.keys(MUNICIPALITIES)
    expect(numbers).toHaveLength(357)
    expect(numbers.filter((number) => !/^\d{4}$/.test(number))).toEqual([])
    const counties = Object.groupBy(numbers, (number) => number.slice(0, 2))
    expect(
      Object.fromEntries(Object.entries(counties).map(([county, own]) => [county, own?.length])),
    ).toEqual({
      '03': 1,
      '11': 23,
      '15': 27,
      '18': 41,
      '31': 12,
      '32': 21,
      '33': 18,
      '34': 46,
      '39': 6,
      '40': 17,
      '42': 25,
      '46': 43,
      '50': 38,
      '55': 21,
      '56': 18,
    })
  })

  it('share a name only where two municipalities do', () => {
    const names = Object.groupBy(Object.entries(MUNICIPALITIES), ([, name]) => name)
    const shared = Object.entries(names).filter(([, own]) => (own?.length ?? 0) > 1)
    expect(shared.map(([name]) => name).sort()).toEqual(['Herøy', 'Våler'])
  })

  it.each(['0301', '4647', '1580', '5612'])('know %s', (number) => {
    expect(isMunicipality(number)).toBe(true)
  })

  it.each(['301', '1507', '1432', '3004', '9999', 'toString'])('do not know %s', (number) => {
    expect(isMunicipality(number)).toBe(false)
  })
})
