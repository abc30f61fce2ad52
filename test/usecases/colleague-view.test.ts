import { describe, expect, it } from 'vitest'
import type { Waiver } from '../../src/core/rota/publication.ts'
import type { RuleId } from '../../src/core/rules/violation.ts'
import { cellsForColleague, waiversForColleague } from '../../src/usecases/colleague-view.ts'

function waived(rule: RuleId, personId: string | null): Waiver {
  return { rule, personId, needIds: ['h.2027-01-04.16'], reason: 'fordi' }
}

describe('an accepted breach, for a colleague', () => {
  it('is the duty that lacks a backup, and not who needed one', () => {
    expect(waiversForColleague([waived('backup', 'b')], 'a')).toEqual([
      { ...waived('backup', null), reason: '' },
    ])
  })

  it('is one’s own with one’s name', () => {
    expect(waiversForColleague([waived('backup', 'a')], 'a')).toEqual([
      { ...waived('backup', 'a'), reason: '' },
    ])
  })

  it('keeps the name where the rota itself shows the breach, and is nothing where it does not', () => {
    const waivers = [waived('rest', 'b'), waived('availability', 'b'), waived('competence', 'b')]
    expect(waiversForColleague(waivers, 'a').map(({ rule, personId }) => [rule, personId])).toEqual([
      ['rest', 'b'],
    ])
  })
})

describe('a place of a draft, for a colleague', () => {
  it('tells who holds it, and neither its lock nor its note', () => {
    const cell = { needId: 'h.2027-01-04.16', seat: 0, slices: [], locked: true, note: 'Barn hjemme' }
    const seen = cellsForColleague(new Map([['k', cell]]), 'a').get('k')
    expect(seen).toEqual({ ...cell, locked: false, note: '' })
  })
})
