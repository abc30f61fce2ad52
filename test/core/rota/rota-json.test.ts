import { describe, expect, it } from 'vitest'
import { rankCandidates } from '../../../src/core/plans/candidates.ts'
import { cellKey } from '../../../src/core/rota/assignment.ts'
import type { DraftCell } from '../../../src/core/rota/draft.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { fromCellsJson, fromRotaJson, toCellsJson, toRotaJson } from '../../../src/core/rota/rota-json.ts'
import { checkRota } from '../../../src/core/rules/check.ts'
import { viewOf } from '../../../src/core/rules/view.ts'
import { adoptedAgreement, CITY, cityRota, TOWN } from '../../bench/city.ts'
import { fillAtRandom, randomRota } from '../../solver/random-district.ts'
import { EXAMPLES } from '../../support/edited-json.ts'
import { filledExample } from '../../support/filled-example.ts'

/** As it comes to the browser: through text. */
function sent(rota: Rota): Rota {
  return fromRotaJson(JSON.parse(JSON.stringify(toRotaJson(rota))))
}

/** Floors are read when they are written out. */
const judged = (rota: Rota) => JSON.stringify(checkRota(rota))

describe('a rota sent to a browser', () => {
  it.each(EXAMPLES)('%s is judged there as on the server, over both clock changes', (name) => {
    for (const [from, weeks] of [
      ['2027-01-04', 26],
      ['2027-10-18', 3],
    ] as const) {
      const rota = filledExample(name, from, weeks)
      expect(checkRota(rota).length).toBeGreaterThan(0)
      expect(judged(sent(rota))).toBe(judged(rota))
    }
  })

  it('is judged as on the server whatever the district and whoever holds what', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const rota = fillAtRandom(randomRota(seed), seed, 70)
      expect(judged(sent(rota)), `seed ${seed}`).toBe(judged(rota))
    }
  })

  it('has the same needs, and ranks the same candidates', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const rota = fillAtRandom(randomRota(seed), seed, 50)
      const there = sent(rota)
      expect(there.needs).toEqual(rota.needs)
      const place = { needId: rota.needs[seed % rota.needs.length]?.id ?? '', seat: 0 }
      const ranked = (own: Rota) => JSON.stringify(rankCandidates(viewOf(own), place, null))
      expect(ranked(there)).toBe(ranked(rota))
    }
  })

  it('keeps who brings what from earlier periods, the plan it belongs to and holidays held', () => {
    const rota: Rota = {
      ...randomRota(3),
      plan: null,
      holidaysHeld: [{ personId: 'a', holiday: 'easter', year: 2026 }],
      balances: [{ personId: 'a', measure: 'nights', amount: 2 }],
    }
    expect(sent(rota)).toMatchObject({
      plan: null,
      holidaysHeld: rota.holidaysHeld,
      balances: rota.balances,
      elsewhere: rota.elsewhere,
    })
  })

  it('tells nothing that no rule asks for', () => {
    const text = EXAMPLES.map((name) =>
      JSON.stringify(toRotaJson(filledExample(name, '2027-01-04', 4))),
    ).join()
    expect(text).not.toMatch(/@example|\+47|"9000\d{3}"|canary/)
    const births = [...text.matchAll(/"birthDate":"(\d{4})/g)].map(([, year]) => Number(year))
    expect(births.length).toBeLessThan(3)
    // Nobody whose agreement can't end by age in the year after the rota.
    for (const year of births) expect(2028 - year).toBeGreaterThanOrEqual(70)
  })

  it('is a tenth of what it would be written out', () => {
    const rota = cityRota(60, 26, TOWN, adoptedAgreement())
    const whole = JSON.stringify({ needs: rota.needs, cells: [...rota.cells] }).length
    const { kinds, needs, cells } = toRotaJson(rota)
    expect(JSON.stringify({ kinds, needs, cells }).length).toBeLessThan(whole / 10)
  })

  it('comes over whole from a city with a full agreement', () => {
    const rota = cityRota(60, 4, CITY, adoptedAgreement())
    expect(judged(sent(rota))).toBe(judged(rota))
  })
})

describe('the places of a draft', () => {
  it('come over with what they hold, the edit that last touched them and what they stood on', () => {
    const rota = randomRota(7)
    const [need] = rota.needs
    if (!need) throw new Error('the rota asks for something')
    const half = (need.start + need.end) / 2
    const slice = { positionId: null, origin: 'swap', shadowing: false } as const
    const cells: DraftCell[] = [
      { needId: need.id, seat: 0, slices: [], locked: false, note: '', edit: 3 },
      {
        needId: need.id,
        seat: 1,
        slices: [
          { ...slice, personId: null, positionId: 'place', start: need.start, end: half },
          { ...slice, personId: 'a', start: half, end: need.end, shadowing: true },
        ],
        locked: true,
        note: 'ring først',
        edit: 9,
        base: { slices: [{ ...slice, personId: 'b', start: need.start, end: need.end }], note: 'x' },
      },
    ]
    const there = fromCellsJson(rota, JSON.parse(JSON.stringify(toCellsJson(rota, cells))))
    expect(there).toEqual(cells)
  })

  it('are left out where the rota asks for no such duty', () => {
    const rota = randomRota(7)
    const strange: DraftCell = {
      needId: 'x.2027-01-01.n',
      seat: 0,
      slices: [],
      locked: true,
      note: '',
      edit: 1,
    }
    expect(toCellsJson(rota, [strange]).map(String)).toEqual([])
    expect(cellKey(strange)).toBe('x.2027-01-01.n#0')
  })
})
