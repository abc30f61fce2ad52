import { describe, expect, it } from 'vitest'
import { overviewOf } from '../../src/board/overview.ts'
import type { Draft } from '../../src/core/rota/draft.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { filledExample } from '../support/filled-example.ts'

const rota = filledExample('fjordane', '2027-03-15', 4)
const draft: Draft = {
  id: 'd',
  name: 'Påske',
  from: rota.from,
  to: rota.to,
  lineIds: rota.district.lines.map((line) => line.id),
  baseRevision: 0,
  status: 'draft',
}

describe('the overview of a plan', () => {
  const weeks = overviewOf({ rota, violations: checkRota(rota), draft })

  it('has each week of the period, with its holidays', () => {
    expect(weeks.map(({ week, from }) => [week, from])).toEqual([
      ['2027-W11', '2027-03-15'],
      ['2027-W12', '2027-03-22'],
      ['2027-W13', '2027-03-29'],
      ['2027-W14', '2027-04-05'],
    ])
    expect(weeks.map(({ holidays }) => holidays.length)).toEqual([0, 3, 1, 0])
  })

  it('counts open places as the places that nobody holds, conditional backups left out', () => {
    const conditional = rota.district.lines.filter((line) => line.conditional).map((line) => line.id)
    const own = rota.needs.filter(
      ({ date, lineId }) => date >= '2027-03-22' && date < '2027-03-29' && !conditional.includes(lineId),
    )
    const open = own.filter((need) => !rota.cells.has(`${need.id}#0`))
    expect(weeks[1]).toMatchObject({ places: own.length, open: open.length })
    expect(open.length).toBeGreaterThan(0)
  })

  it('counts each violation that is more than shown once, in the week that it begins', () => {
    const counted = checkRota(rota).filter(({ grade }) => grade !== 'shown')
    const inside = weeks.reduce((sum, { blocks, warns }) => sum + blocks + warns, 0)
    expect(inside).toBeLessThanOrEqual(counted.length)
    expect(inside).toBeGreaterThan(0)
  })

  it('leaves lines out that are not the draft’s own', () => {
    const [first = ''] = draft.lineIds
    const fewer = overviewOf({ rota, violations: [], draft: { ...draft, lineIds: [first] } })
    expect(fewer[0]?.places).toBeLessThan(weeks[0]?.places ?? 0)
  })
})
