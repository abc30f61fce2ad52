import { describe, expect, it } from 'vitest'
import { agreedWeeks } from '../../src/core/ledger/agreed-week.ts'
import { specialHolidaysHeld } from '../../src/core/ledger/holiday-duty.ts'
import { cellKey } from '../../src/core/rota/assignment.ts'
import { dutiesOf, type HolidayHeld, type Rota } from '../../src/core/rota/rota.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { buildRota } from '../../src/solver/build.ts'
import { makeDistrict, makeDoctor, makePosition, makeRota } from '../support/make-district.ts'

/** From the week before Easter (28 March 2027) past 17 May, with one duty of 24 hours a day. */
const SPRING = { from: '2027-03-15', to: '2027-05-24' } as const
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

function built(holidaysHeld: readonly HolidayHeld[], shares: Readonly<Record<string, number>> = {}): Rota {
  const doctors = IDS.map((id) => makeDoctor(id))
  const positions = IDS.map((id) => makePosition(id, { share: shares[id] ?? 1 }))
  const rota = { ...makeRota({ ...SPRING, district: makeDistrict({ doctors, positions }) }), holidaysHeld }
  const lineIds = rota.district.lines.map((line) => line.id)
  const { cells } = buildRota({ rota, lineIds, locked: new Set(), seed: 1, iterations: 20_000 })
  return { ...rota, cells: new Map(cells.map((cell) => [cellKey(cell), cell])) }
}

function heldBy(rota: Rota): Map<string, readonly string[]> {
  const weekOf = agreedWeeks(rota.district.agreement)
  const duties = dutiesOf(rota)
  return new Map(
    IDS.map((id) => [
      id,
      specialHolidaysHeld(
        duties.filter((duty) => duty.personId === id),
        weekOf,
      ),
    ]),
  )
}

const easterOf = (year: number, ids: readonly string[]): HolidayHeld[] =>
  ids.map((personId) => ({ personId, holiday: 'easter', year }))

describe('special holidays in a built rota', () => {
  it('go to those who were spared before', () => {
    const rota = built([...easterOf(2026, ['a', 'b', 'c']), ...easterOf(2025, ['d'])])
    const held = heldBy(rota)
    for (const id of ['a', 'b', 'c', 'd']) expect(held.get(id)).not.toContain('easter')
    expect(checkRota(rota).filter(({ kind }) => kind === 'same-holiday-again')).toEqual([])
  })

  it('fall on whom it was longest ago where everybody has held the same', () => {
    const held = heldBy(
      built([...easterOf(2026, ['a', 'b', 'c', 'd']), ...easterOf(2025, ['e', 'f', 'g', 'h'])]),
    )
    for (const id of ['a', 'b', 'c', 'd']) expect(held.get(id)).not.toContain('easter')
  })

  it('come to nobody twice while somebody has none', () => {
    const numbers = [...heldBy(built([])).values()].map((held) => held.length)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(1)
  })

  it('weigh on whoever held another one last', () => {
    const christmas = ['a', 'b', 'c'].map(
      (personId) => ({ personId, holiday: 'christmas', year: 2026 }) as const,
    )
    const held = heldBy(built(christmas))
    const numbers = (ids: readonly string[]) =>
      ids.reduce((sum, id) => sum + held.get(id)!.length, 0) / ids.length
    expect(numbers(['a', 'b', 'c'])).toBeLessThan(numbers(['d', 'e', 'f', 'g', 'h']))
  })
})
