import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../src/core/rota/assignment.ts'
import { placesOf, type Rota, wholeSlice } from '../../../src/core/rota/rota.ts'
import { fairShare } from '../../../src/core/rules/fair-share.ts'
import { type RotaView, viewOf, withCells } from '../../../src/core/rules/view.ts'
import { drawerOf, fillAtRandom, randomRota } from '../../solver/random-district.ts'
import { always } from '../../support/make-district.ts'

/** A rota without open places, in a district that tolerates next to nothing. */
function wholeRota(seed: number): Rota {
  const rota = fillAtRandom(randomRota(seed), seed + 1, 100)
  const tolerance = { ...always, parameter: 'shareTolerancePercent', value: 1, status: 'adopted' } as const
  const agreement = [...rota.district.agreement, { ...tolerance, source: '', author: '', decidedOn: null }]
  const draw = drawerOf(seed + 2)
  const cells = new Map(rota.cells)
  for (const [key, cell] of rota.cells) {
    const need = rota.needs.find(({ id }) => id === cell.needId)
    const { personId } = rota.district.doctors[draw(0, rota.district.doctors.length - 1)] ?? {}
    if (need && personId) cells.set(key, { ...cell, slices: [wholeSlice(need, personId)] })
  }
  return { ...rota, district: { ...rota.district, agreement }, cells }
}

/** Another holder, a locum to be named, two halves, or nobody. */
function edited(rota: Rota, seed: number): Cell {
  const draw = drawerOf(seed)
  const places = placesOf(rota.needs)
  const place = places[draw(0, places.length - 1)]
  const need = rota.needs.find(({ id }) => id === place?.needId)
  const { doctors } = rota.district
  if (!place || !need) throw new Error(`no place to edit in the rota of seed ${seed}`)
  const anybody = () => wholeSlice(need, doctors[draw(0, doctors.length - 1)]?.personId ?? '')
  const middle = need.start + Math.floor((need.end - need.start) / 2)
  const slices = [
    [anybody()],
    [anybody()],
    [{ ...anybody(), personId: null, positionId: 'position-a' }],
    [
      { ...anybody(), end: middle },
      { ...anybody(), start: middle },
    ],
    [],
  ][draw(0, 4)]
  return { ...place, slices: slices ?? [], locked: false, note: '' }
}

describe('the fair share of an edited rota', () => {
  it('is judged as if the rota were read anew, edit after edit', () => {
    let found = 0
    let silent = 0
    for (let seed = 0; seed < 60; seed++) {
      let view: RotaView = viewOf(wholeRota(seed))
      for (let edit = 0; edit < 6; edit++) {
        const now = fairShare.check(view, '')
        expect(now).toEqual(fairShare.check(viewOf(view.rota), ''))
        found += now.length
        silent += Number(now.length === 0)
        view = withCells(view, [edited(view.rota, seed * 10 + edit)])
      }
    }
    expect(found).toBeGreaterThan(500)
    expect(silent).toBeGreaterThan(20)
  })
})
