import { describe, expect, it } from 'vitest'
import { readPastedWishes } from '../../src/usecases/pasted-wishes.ts'
import { makeDistrict, makeDoctor, makePerson } from '../support/make-district.ts'

const district = makeDistrict({
  persons: [makePerson('a', { name: 'Kari Nes' })],
  doctors: [makeDoctor('a', { initials: 'KN' })],
  wishes: [
    {
      id: 'stored',
      personId: 'a',
      about: { kind: 'dates', from: '2027-03-26', to: '2027-03-30' },
      stance: 'cannot',
      weight: 3,
    },
  ],
})

const read = (...rows: readonly string[]) => readPastedWishes(district, rows.join('\n'))

describe('pasted wishes', () => {
  it('are read from the list that the page itself shows', () => {
    expect(
      read('Lege\tNår\tØnske\tHvor viktig', 'Kari Nes\t10.–14. juni 2027\tønsker vakt\tlitt viktig\tFjern'),
    ).toEqual([
      { kind: 'heading' },
      {
        kind: 'wish',
        wish: {
          personId: 'a',
          about: { kind: 'dates', from: '2027-06-10', to: '2027-06-15' },
          stance: 'wish',
          weight: 1,
        },
      },
    ])
  })

  it('count once when a row stands twice or is stored already', () => {
    const kinds = read(
      'KN;10.6.2027;;kan ikke;svært viktig',
      'kn;2027-06-10;;kan ikke;3',
      'KN;26.3.27;29.3.27;kan ikke;3',
    ).map(({ kind }) => kind)
    expect(kinds).toEqual(['wish', 'repeated', 'repeated'])
  })

  it('take no row after the first for a heading, nor one that says a doctor or a stance', () => {
    expect(read('XX;i morgen;;kan ikke')).toMatchObject([
      { problem: { field: '1', code: 'unknown-doctor', value: 'XX' } },
    ])
    expect(read('KN;i morgen')).toMatchObject([{ problem: { code: 'not-a-date', value: 'i morgen' } }])
    expect(read('KN;2027-06-10;;viktig', 'Lege;Fra')).toMatchObject([
      { problem: { code: 'unknown-stance', value: 'viktig' } },
      { problem: { field: '2', code: 'unknown-doctor', value: 'Lege' } },
    ])
  })
})
