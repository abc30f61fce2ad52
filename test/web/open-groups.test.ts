import { describe, expect, it } from 'vitest'
import { needsOf } from '../../src/core/rota/need.ts'
import type { OpenDuty } from '../../src/solver/build.ts'
import { openGroups } from '../../src/web/draft/open-groups.ts'
import { makeDistrict } from '../support/make-district.ts'

const district = makeDistrict()
const away = [{ kind: 'not-available', doctors: 3 }] as const
const busy = [{ kind: 'overlap', doctors: 4 }] as const

function on(date: string, reasons: OpenDuty['reasons']): OpenDuty {
  const need = district.lines
    .flatMap((line) => needsOf(line, '2027-01-04', '2027-04-05'))
    .find((own) => own.date === date)
  if (!need) throw new Error(`no duty on ${date}`)
  return { needId: need.id, seat: 0, reasons }
}

describe('open duties', () => {
  it('of the same reasons are told once, by spans of days, also across the change of the clock', () => {
    const days = ['2027-03-29', '2027-03-26', '2027-03-27', '2027-03-28', '2027-04-02']
    const groups = openGroups([...days.map((date) => on(date, away)), on('2027-03-30', busy)], district)
    expect(groups.map(({ reasons }) => reasons)).toEqual([away, busy])
    expect(groups[0]?.spans.map(({ from, last, duties }) => [from, last, duties])).toEqual([
      ['2027-03-26', '2027-03-29', 4],
      ['2027-04-02', '2027-04-02', 1],
    ])
  })

  it('that the templates no longer make stand each by itself', () => {
    const gone = ['x', 'y'].map((id): OpenDuty => ({ needId: `gone.2027-01-04.${id}`, seat: 0, reasons: [] }))
    expect(openGroups(gone, district)[0]?.spans).toMatchObject([
      { first: gone[0], duties: 1, from: null, last: null },
      { first: gone[1], duties: 1, from: null, last: null },
    ])
  })
})
