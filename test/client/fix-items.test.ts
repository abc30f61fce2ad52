import { describe, expect, it } from 'vitest'
import { judgeOf } from '../../src/client/board/judge.ts'
import { countsOf, itemsToFix, placeOf } from '../../src/client/board/panels/fix-items.ts'
import { cellKey } from '../../src/core/rota/assignment.ts'
import { isBlocking } from '../../src/core/rules/violation.ts'
import { filledExample } from '../support/filled-example.ts'

const rota = filledExample('fjordane', '2027-01-04', 4)
const firmLines = rota.district.lines.filter((line) => !line.conditional).map((line) => line.id)
const isOwn = (need: { date: string }) => need.date >= rota.from && need.date < rota.to

describe('what is to be fixed', () => {
  it('is what blocks, then warnings, then every open part of the draft’s own duties, each by a key of its own', () => {
    const judge = judgeOf(rota)
    const items = itemsToFix(judge, isOwn)
    const weights = items.map((item) => (item.kind === 'open' ? 2 : item.mark === 'blocks' ? 0 : 1))
    expect(weights).toEqual(weights.toSorted())
    expect(new Set(weights)).toEqual(new Set([0, 1, 2]))
    expect(new Set(items.map((item) => item.key)).size).toBe(items.length)
    const { blocks, open } = countsOf(items)
    expect(blocks).toBe(judge.violations.filter(isBlocking).length)
    const firm = rota.needs.filter((need) => isOwn(need) && firmLines.includes(need.lineId))
    const places = firm.reduce((sum, need) => sum + need.number, 0)
    const held = [...rota.cells.values()].filter(({ needId }) => firm.some((need) => need.id === needId))
    expect(open).toBe(places - held.length)
  })

  it('counts half a duty that was cut off as open, and leads to it', () => {
    const judge = judgeOf(rota)
    const firm = rota.needs.find((need) => isOwn(need) && firmLines.includes(need.lineId))
    const cell = [...rota.cells.values()].find(({ needId }) => needId === firm?.id)
    const [slice] = cell?.slices ?? []
    if (!cell || !slice) throw new Error('somebody has duty')
    const before = countsOf(itemsToFix(judge, isOwn)).open
    const middle = (slice.start + slice.end) / 2
    judge.change([{ ...cell, slices: [{ ...slice, end: middle }] }])
    const items = itemsToFix(judge, isOwn)
    expect(countsOf(items).open).toBe(before + 1)
    const item = items.find((own) => own.kind === 'open' && cellKey(own.place) === cellKey(cell))
    expect(item && placeOf(judge, item)).toMatchObject({ part: { start: middle, end: slice.end } })
  })

  it('leads to the duty that the doctor of a breach holds, and still to it once it is healed', () => {
    const judge = judgeOf(rota)
    const [item] = itemsToFix(judge, isOwn)
    if (item?.kind !== 'breach') throw new Error('something blocks')
    const at = placeOf(judge, item)
    if (!at) throw new Error('a duty is concerned')
    const cell = judge.view.rota.cells.get(cellKey(at.place))
    expect(cell?.slices.map(({ personId }) => personId)).toContain(item.violation.personId)
    if (cell) judge.change([{ ...cell, slices: [] }])
    expect(placeOf(judge, item)?.place.needId).toBe(at.place.needId)
  })
})
