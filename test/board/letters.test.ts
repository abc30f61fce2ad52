import { describe, expect, it } from 'vitest'
import { personOfLetters, placeOfLetters } from '../../src/board/letters.ts'

const person = (initials: string, name: string) => ({ personId: name, initials, name })
const persons = [
  person('IF', 'Ingeborg Fossheim'),
  person('IFR', 'Ivar Framnes'),
  person('ÅS', 'Åse Strand'),
  person('KN', 'Kari Nordmann'),
]

describe('letters that mean a doctor', () => {
  it.each([
    ['kn', 'Kari Nordmann'],
    ['K', 'Kari Nordmann'],
    ['ås', 'Åse Strand'],
    ['if', 'Ingeborg Fossheim'],
    ['ifr', 'Ivar Framnes'],
    ['nord', 'Kari Nordmann'],
  ])('%s means %s', (letters, name) => {
    expect(personOfLetters(letters, persons)).toMatchObject({ kind: 'one', meant: { name } })
  })

  it('means several while more than one goes on so, and nobody where none does', () => {
    expect(personOfLetters('i', persons)).toMatchObject({
      kind: 'several',
      among: [{ initials: 'IF' }, { initials: 'IFR' }],
    })
    expect(personOfLetters('zq', persons)).toEqual({ kind: 'none' })
    expect(personOfLetters(' ', persons)).toEqual({ kind: 'none' })
  })
})

describe('letters that mean a duty of a day', () => {
  const place = (code: string, name: string, seat = 0, isOpen = true) => ({
    needId: `${code}.${name}`,
    seat,
    code,
    name,
    isOpen,
  })

  it('are the code of a line', () => {
    const places = [place('H1', 'Natt'), place('B', 'Bakvakt')]
    expect(placeOfLetters('b', places)).toMatchObject({ kind: 'one', meant: { code: 'B' } })
    expect(placeOfLetters('h', places)).toMatchObject({ kind: 'one', meant: { code: 'H1' } })
    expect(placeOfLetters('x', places)).toEqual({ kind: 'none' })
  })

  it('go on with the name where a line has several duties that day', () => {
    const places = [place('T', 'Dagvakt'), place('T', 'Kveldsvakt')]
    expect(placeOfLetters('t', places)).toMatchObject({ kind: 'several' })
    expect(placeOfLetters('tk', places)).toMatchObject({ kind: 'one', meant: { name: 'Kveldsvakt' } })
  })

  it('mean the open one before a held one, and the first free seat', () => {
    expect(placeOfLetters('t', [place('T', 'Dagvakt', 0, false), place('T', 'Kveldsvakt')])).toMatchObject({
      meant: { name: 'Kveldsvakt' },
    })
    expect(placeOfLetters('t', [place('T', 'Dagvakt', 0, false), place('T', 'Dagvakt', 1)])).toMatchObject({
      meant: { seat: 1 },
    })
  })
})
