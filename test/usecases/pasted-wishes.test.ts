import { describe, expect, it } from 'vitest'
import { readDelimited } from '../../src/exchange/sheets/delimited.ts'
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

function read(...lines: readonly string[]) {
  const table = readDelimited(lines.join('\n'))
  if (table.kind === 'refused') throw new Error(table.fault.kind)
  return readPastedWishes(district, table.table)
}

describe('pasted wishes', () => {
  it('are read from the list that the page itself shows', () => {
    expect(
      read('Lege\tNår\tØnske\tHvor viktig', 'Kari Nes\t10.–14. juni 2027\tønsker vakt\tlitt viktig\tFjern')
        .rows,
    ).toEqual([
      { kind: 'heading' },
      {
        kind: 'wish',
        address: 'A2',
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
    ).rows.map(({ kind }) => kind)
    expect(kinds).toEqual(['wish', 'repeated', 'repeated'])
  })

  it('take no row after the first for a heading, nor one that says a doctor or a stance', () => {
    expect(read('XX;i morgen;;kan ikke').people.unknown).toMatchObject([{ text: 'XX', address: 'A1' }])
    expect(read('KN;i morgen').rows).toMatchObject([
      { problem: { address: 'B1', field: { code: 'not-a-date', value: 'i morgen' } } },
    ])
    const { rows, people } = read('KN;2027-06-10;;viktig', 'Lege;Fra')
    expect(rows[0]).toMatchObject({
      problem: { address: 'D1', field: { code: 'unknown-stance', value: 'viktig' } },
    })
    expect(people.unknown).toMatchObject([{ text: 'Lege', address: 'A2' }])
  })

  it('are read by their headings wherever these stand, with weekdays and duties', () => {
    const { rows } = read(
      'Ønsker våren 2027;;;;;;',
      '',
      'Ønske;Navn;Første dag;Siste dag;Ukedager',
      'kan ikke;Nes, Kari;04.01.2027;30.06.2027;man, ons',
      'kan ikke;KN;04.01.2027;;langdag',
    )
    expect(rows).toMatchObject([
      { kind: 'heading' },
      {
        kind: 'wish',
        wish: { about: { kind: 'pattern', from: '2027-01-04', to: '2027-07-01', weekdays: [1, 3] } },
      },
      { kind: 'problem', problem: { address: 'E5', code: 'unknown-word', value: 'langdag' } },
    ])
  })
})
