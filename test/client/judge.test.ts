import { describe, expect, it } from 'vitest'
import { judgeOf } from '../../src/client/board/judge.ts'
import { boardModel } from '../../src/client/board/model.ts'
import { judgedOf } from '../../src/client/board/panels/judged.ts'
import { fromFactsJson, toFactsJson } from '../../src/core/plans/board-facts.ts'
import { cellKey } from '../../src/core/rota/assignment.ts'
import type { DraftCell } from '../../src/core/rota/draft.ts'
import { placesOf, type Rota } from '../../src/core/rota/rota.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { sumOfVerdict } from '../../src/core/rules/verdict-sum.ts'
import { below, seedChance } from '../../src/solver/search/chance.ts'
import { EXAMPLES } from '../support/edited-json.ts'
import { filledExample } from '../support/filled-example.ts'

/** What a page holds of a draft of this rota, all of it the draft's own. */
function opened(rota: Rota) {
  const cells = new Map<string, DraftCell>([...rota.cells].map(([key, cell]) => [key, { ...cell, edit: 1 }]))
  const lineIds = rota.district.lines.map((line) => line.id)
  const told = { accountId: 'one', edits: 1, status: 'draft', revision: 1, lineIds } as const
  const sent = JSON.parse(JSON.stringify(toFactsJson({ ...told, rota: { ...rota, cells }, cells })))
  const model = boardModel(fromFactsJson(sent))
  return { model, judge: judgeOf(model.facts.rota) }
}

function chanceOf(seed: number) {
  const state = new Uint32Array(4)
  seedChance(state, seed)
  return (size: number) => below(state, size)
}

describe('the judge in the browser', () => {
  it.each(EXAMPLES)('finds in %s what the server finds, after each of 200 edits of chance', (name) => {
    const rota = filledExample(name, '2027-03-01', 8)
    const { model, judge } = opened(rota)
    expect(judge.violations).toEqual(checkRota(rota))
    model.onChange((changed) => judge.change(changed))
    const chance = chanceOf(name.length)
    const places = placesOf(rota.needs)
    const doctors = rota.district.doctors
    const pick = () => places[chance(places.length)] as (typeof places)[number]
    for (let edit = 0; edit < 200; edit++) {
      const personId = doctors[chance(doctors.length)]?.personId ?? ''
      const cell = pick()
      const kinds = [
        () => ({ kind: 'assign' as const, cell, personId }),
        () => ({ kind: 'clear' as const, cell }),
        () => ({ kind: 'move' as const, cell, to: pick() }),
      ]
      const intent = (kinds[chance(kinds.length)] as (typeof kinds)[number])()
      model.apply({ kind: intent.kind, intents: [intent] }, `key ${edit}`)
      if (edit % 40 !== 39) continue
      const server = checkRota({ ...rota, cells: new Map(model.cells) })
      expect(judge.violations).toEqual(server)
      expect(judge.sum()).toBe(sumOfVerdict(server))
    }
  })

  it('tells what an edit broke and what it healed, and that taking it back is the reverse', () => {
    const rota = filledExample('fjordane', '2027-01-04', 4)
    const { judge } = opened(rota)
    const before = judge.violations
    const place = [...rota.cells.values()].find((cell) =>
      judge.flags.flags.some(({ violation }) => violation.needIds.includes(cell.needId)),
    )
    if (!place) throw new Error('something is broken')
    const emptied = judgedOf(judge, [judge.change([{ ...place, slices: [] }])])
    expect(emptied.healed.length).toBeGreaterThan(0)
    const back = judgedOf(judge, [judge.change([place])])
    expect(back.fresh.map(({ kind }) => kind).sort()).toEqual(emptied.healed.map(({ kind }) => kind).sort())
    expect(judge.violations).toEqual(before)
  })

  it('adds nothing up for a change of notes', () => {
    const rota = filledExample('nordoey', '2027-01-04', 2)
    const { judge } = opened(rota)
    const [cell] = rota.cells.values()
    if (!cell) throw new Error('somebody has duty')
    expect(judgedOf(judge, [judge.change([{ ...cell, note: 'ring først' }])])).toEqual({
      fresh: [],
      healed: [],
    })
    expect(judge.view.rota.cells.get(cellKey(cell))?.note).toBe('ring først')
  })
})

describe('the sum of a verdict', () => {
  it('is the same in any order and another for anything that differs', () => {
    const all = checkRota(filledExample('fjordane', '2027-01-04', 4))
    const [first] = all
    if (!first) throw new Error('something is broken')
    expect(sumOfVerdict(all.toReversed())).toBe(sumOfVerdict(all))
    const others = [
      all.slice(1),
      [...all, first],
      [{ ...first, measured: first.measured + 1 }, ...all.slice(1)],
      [{ ...first, personId: 'somebody-else' }, ...all.slice(1)],
    ]
    for (const other of others) expect(sumOfVerdict(other)).not.toBe(sumOfVerdict(all))
  })
})
