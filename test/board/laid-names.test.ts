import { describe, expect, it } from 'vitest'
import { layNames } from '../../src/board/laid-names.ts'

const persons = [
  { personId: 'kari', initials: 'KN', name: 'Kari Nes' },
  { personId: 'ola', initials: 'OB', name: 'Ola Bø' },
]
const seats = [0, 1].map((seat) => ({ needId: 'natt.2027-01-04.natt', seat }))

function laid(cell: string, places = seats) {
  return layNames(cell, places, persons).map((own) =>
    own.kind === 'laid' && own.intent.kind === 'assign'
      ? `${own.intent.personId} ${own.intent.cell.seat}`
      : own.kind === 'unknown' && `? ${own.name}`,
  )
}

describe('names pasted into a cell', () => {
  it('fill its places in turn, as the board copies them', () => {
    expect(laid('KN/OB')).toEqual(['kari 0', 'ola 1'])
    expect(laid(' ob / kn ')).toEqual(['ola 0', 'kari 1'])
    expect(laid('OB', seats.slice(0, 1))).toEqual(['ola 0'])
  })

  it('leave a place as it is where nothing is named', () => {
    expect(laid('')).toEqual([])
    expect(laid('/OB')).toEqual(['ola 1'])
    expect(laid('KN', [])).toEqual([])
  })

  it('are told where nobody is called so, or no place is left', () => {
    expect(laid('KN/XX')).toEqual(['kari 0', '? XX'])
    expect(laid('KN/OB', seats.slice(0, 1))).toEqual(['kari 0', '? OB'])
  })
})
