import { describe, expect, it } from 'vitest'
import { type Cell, cellKey } from '../../src/core/rota/assignment.ts'
import { type Need, needsOf } from '../../src/core/rota/need.ts'
import type { Rota } from '../../src/core/rota/rota.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import type { Wish } from '../../src/core/rota/wish.ts'
import { qualityOf } from '../../src/usecases/plan-quality.ts'
import { makeDistrict } from '../support/make-district.ts'

/** A week from Monday 4 January 2027, each duty held by whom `holder` names. */
function rotaOf(holder: (need: Need) => string, wishes: readonly Wish[] = []): Rota {
  const district = { ...makeDistrict(), wishes }
  const needs = district.lines.flatMap((line) => needsOf(line, '2027-01-04', '2027-01-11'))
  const cells = needs.map(
    (need): Cell => ({
      needId: need.id,
      seat: 0,
      slices: [wholeSlice(need, holder(need))],
      locked: false,
      note: '',
    }),
  )
  const held = new Map(cells.map((cell) => [cellKey(cell), cell]))
  return { district, from: '2027-01-04', to: '2027-01-11', needs, cells: held, elsewhere: [] }
}

const wish = (personId: string, date: string, stance: Wish['stance']): Wish => ({
  id: `${personId}-${date}`,
  personId,
  about: {
    kind: 'dates',
    from: date,
    to: date.replace(/\d\d$/, (day) => String(Number(day) + 1).padStart(2, '0')),
  },
  stance,
  weight: 1,
})

describe('the quality of a plan', () => {
  it('names who lies furthest above and below the fair share', () => {
    const { evenness } = qualityOf(rotaOf((need) => (need.date === '2027-01-04' ? 'b' : 'a')))
    expect(evenness.nights.over?.personId).toBe('a')
    expect(evenness.hours.over?.personId).toBe('a')
    expect(evenness.hours.under?.personId).not.toBe('a')
    expect(evenness.hours.over?.amount).toBeGreaterThan(evenness.hours.under?.amount ?? Number.NaN)
  })

  it('counts wishes met and not met, and none about other days', () => {
    const wishes = [
      wish('a', '2027-01-05', 'wish'),
      wish('b', '2027-01-05', 'wish'),
      wish('b', '2027-01-06', 'cannot'),
      wish('a', '2027-01-06', 'rather-not'),
      wish('a', '2027-02-06', 'wish'),
    ]
    expect(qualityOf(rotaOf(() => 'a', wishes)).wishes).toEqual({ met: 2, unmet: 2 })
  })

  it('counts the rules that are broken, by what stops publishing and what only warns', () => {
    expect(qualityOf(rotaOf(() => 'a')).rules).toEqual([])
    const rota = rotaOf(() => 'a')
    const doctors = rota.district.doctors.map((doctor) => ({ ...doctor, competences: [] }))
    const { rules } = qualityOf({ ...rota, district: { ...rota.district, doctors } })
    const each = { blocking: 7, warnings: 0, overMinutes: 0 }
    expect(rules).toEqual([
      { rule: 'competence', ...each },
      { rule: 'backup', ...each },
    ])
  })

  it('counts the blocks that several doctors share', () => {
    const alone = rotaOf(() => 'a')
    const shared = rotaOf((need) => (need.date === '2027-01-10' ? 'b' : 'a'))
    const asBlock = (rota: Rota): Rota => ({
      ...rota,
      needs: rota.needs.map((need) => (need.date >= '2027-01-09' ? { ...need, blockId: 'weekend' } : need)),
    })
    expect(qualityOf(asBlock(alone)).blocks).toEqual({ all: 1, split: 0 })
    expect(qualityOf(asBlock(shared)).blocks).toEqual({ all: 1, split: 1 })
  })
})
