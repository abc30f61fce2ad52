import { describe, expect, it } from 'vitest'
import { bestHeals, type Heal, healsOf } from '../../../src/core/plans/heal.ts'
import { toWanted } from '../../../src/core/plans/intent.ts'
import { type Cell, cellKey } from '../../../src/core/rota/assignment.ts'
import type { DraftCell } from '../../../src/core/rota/draft.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { checkRota } from '../../../src/core/rules/check.ts'
import { viewOf } from '../../../src/core/rules/view.ts'
import { isBlocking, type Violation } from '../../../src/core/rules/violation.ts'
import { filledExample } from '../../support/filled-example.ts'

const anything = () => true

function allOf(rota: Rota, found: Violation, mayChange: (place: { needId: string }) => boolean = anything) {
  return [...healsOf(viewOf(rota), found, mayChange)].filter((heal) => heal !== null)
}

function applied(rota: Rota, { intents }: Heal): Rota {
  const cells = new Map<string, Cell>(rota.cells)
  const needs = new Map(rota.needs.map((need) => [need.id, need]))
  const drafted = new Map<string, DraftCell>(
    [...rota.cells].map(([key, cell]) => [key, { ...cell, edit: 0 }]),
  )
  for (const intent of intents)
    for (const { needId, seat, after } of toWanted(intent, drafted, needs))
      cells.set(cellKey({ needId, seat }), { needId, seat, ...after })
  return { ...rota, cells }
}

const isSame = (a: Violation, b: Violation) =>
  a.kind === b.kind && a.personId === b.personId && String(a.needIds) === String(b.needIds)

describe('changes that heal a breach', () => {
  const rota = filledExample('fjordane', '2027-01-04', 8)
  const all = checkRota(rota)
  const blocking = all.filter((found) => isBlocking(found) && found.personId !== null)

  it('leave it gone, and nothing that blocks in its place', () => {
    let healed = 0
    for (const found of blocking.slice(0, 6)) {
      for (const heal of bestHeals(allOf(rota, found), 3)) {
        healed++
        const after = checkRota(applied(rota, heal))
        expect(after.some((left) => isSame(left, found))).toBe(false)
        expect(after.filter(isBlocking).length).toBeLessThan(all.filter(isBlocking).length)
      }
    }
    expect(healed).toBeGreaterThan(6)
  })

  it('come with the warnings that they bring, the fewest first', () => {
    const [found] = blocking
    if (!found) throw new Error('something blocks')
    const counts = bestHeals(allOf(rota, found), 50).map(({ warnings }) => warnings.length)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
  })

  it('touch no place that may not be changed', () => {
    const [found] = blocking
    if (!found) throw new Error('something blocks')
    const isFree = ({ needId }: { needId: string }) => !found.needIds.includes(needId)
    expect(allOf(rota, found, isFree)).toEqual([])
  })

  it('are none for what no holder mends', () => {
    const lines = rota.district.lines.slice(0, 1)
    const thin = { ...rota, district: { ...rota.district, lines, coveredElsewhere: [] } }
    const own = { ...thin, needs: rota.needs.filter((need) => need.lineId === lines[0]?.id) }
    const gap = checkRota(own).find(({ kind }) => kind === 'gap-in-cover')
    if (!gap) throw new Error('a part of the day is covered by nobody')
    expect(allOf(own, gap)).toEqual([])
  })

  it('include swaps with a duty close by, in which both places change', () => {
    const small = filledExample('nordoey', '2027-01-04', 8)
    const swaps = checkRota(small)
      .filter((found) => found.personId !== null)
      .slice(0, 8)
      .flatMap((found) => allOf(small, found))
      .filter(({ way }) => way === 'swap')
    expect(swaps.length).toBeGreaterThan(0)
    for (const { intents, place, other } of swaps) {
      expect(intents).toHaveLength(2)
      expect(place).not.toEqual(other)
    }
  })
})
