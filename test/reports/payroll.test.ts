import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodOf } from '../../src/core/ledger/period.ts'
import { personLedgers } from '../../src/core/ledger/person-ledger.ts'
import { DUTY_FORMS } from '../../src/core/rota/line.ts'
import { cutPointsIn, payrollOf } from '../../src/reports/payroll.ts'
import type { ReportTable } from '../../src/reports/sheet.ts'
import { payrollTables } from '../../src/reports/tables/payroll.ts'
import { nb } from '../../src/text/nb.ts'
import { adopted } from '../support/held-duties.ts'
import { rotaOver } from '../support/ledger-world.ts'
import { makeDistrict, makeNeed, makeRota } from '../support/make-district.ts'

const MARCH = periodOf('month', '2027-03-01')

function tablesOf(rota: Parameters<typeof personLedgers>[0]['rota'], period = MARCH) {
  const ledgers = personLedgers({ rota, period, assignments: [], outcomes: [] })
  const { district } = rota
  const value = {
    district,
    doctors: payrollOf(district, ledgers),
    cutPoints: cutPointsIn(district.agreement, period),
    isClosed: false,
  }
  return { ledgers, value, tables: payrollTables(value, nb) }
}

const minutesIn = (table: ReportTable | undefined, kind: 'row' | 'sum') =>
  (table?.rows ?? [])
    .filter((row) => row.kind === kind)
    .reduce((sum, { cells }) => {
      const last = cells.at(-1)
      return sum + (last?.kind === 'minutes' ? last.minutes : 0)
    }, 0)

describe('hours for payroll', () => {
  it('split a night into Easter Sunday and the skipped hour by the agreement’s times', () => {
    const night = makeNeed('2027-03-27 20:00', '2027-03-28 08:00')
    const rota = makeRota({ from: MARCH.from, to: MARCH.to, needs: [night], holders: { [night.id]: 'a' } })
    const { tables } = tablesOf(rota)
    const rows = tables[1]?.rows.filter(({ kind }) => kind === 'row') ?? []
    const told = rows.map(({ cells }) => cells.map((cell) => (cell.kind === 'text' ? cell.text : cell)))
    expect(told.map((cells) => [cells[2], cells[3], cells.at(-1)]).sort()).toEqual([
      ['aften', '16:00–21:00', { kind: 'minutes', minutes: 60 }],
      ['aften', '21:00–23:00', { kind: 'minutes', minutes: 120 }],
      ['aften', '23:00–24:00', { kind: 'minutes', minutes: 60 }],
      // 00–06 lost an hour.
      ['helligdag', '00:00–06:00', { kind: 'minutes', minutes: 300 }],
      ['helligdag', '06:00–08:00', { kind: 'minutes', minutes: 120 }],
    ])
  })

  it('tell the end of a time of day only where it is the same throughout, and say from when it is another', () => {
    const agreement = [
      adopted('cutPoints', ['00:00', '07:00', '16:00', '21:00', '23:00'], { from: '2027-03-10' }),
    ]
    const needs = [
      makeNeed('2027-03-02 20:00', '2027-03-03 08:00'),
      makeNeed('2027-03-16 20:00', '2027-03-17 08:00'),
    ]
    const holders = Object.fromEntries(needs.map(({ id }) => [id, 'a']))
    const district = makeDistrict({ agreement })
    const { tables } = tablesOf(makeRota({ district, from: MARCH.from, to: MARCH.to, needs, holders }))
    const rows = tables[1]?.rows.filter(({ kind }) => kind === 'row') ?? []
    const told = rows.map(({ cells }) => {
      const [window, minutes] = [cells[3], cells.at(-1)]
      return [window?.kind === 'text' && window.text, minutes?.kind === 'minutes' && minutes.minutes]
    })
    expect(told.sort()).toEqual([
      ['06:00–08:00', 120],
      ['07:00–16:00', 60],
      ['16:00–21:00', 120],
      ['21:00–23:00', 240],
      ['23:00–24:00', 120],
      // To six in the morning, and from the tenth to seven.
      ['fra 00:00', 360 + 420],
    ])
    expect(tables[1]?.notes.slice(0, 2)).toEqual([
      nb.payroll.cuts('00:00, 06:00, 08:00, 16:00, 21:00 og 23:00'),
      nb.payroll.cutsFrom('10. mars 2027', '00:00, 07:00, 16:00, 21:00 og 23:00'),
    ])
  })

  it('add up to the ledger over random districts', () => {
    fc.assert(
      fc.property(rotaOver('2027-03-01', '2027-04-01'), (rota) => {
        const { ledgers, tables } = tablesOf({ ...rota, from: MARCH.from, to: MARCH.to })
        const own = ledgers.reduce(
          (sum, { worked }) => sum + DUTY_FORMS.reduce((all, form) => all + worked.minutes[form], 0),
          0,
        )
        expect(minutesIn(tables[1], 'row')).toBe(own)
        expect(minutesIn(tables[1], 'sum')).toBe(own)
      }),
      { numRuns: 25 },
    )
  })

  it('tell nothing of surgery, tasks or totals', () => {
    const night = makeNeed('2027-03-02 16:00', '2027-03-03 08:00')
    const rota = makeRota({ from: MARCH.from, to: MARCH.to, needs: [night], holders: { [night.id]: 'a' } })
    const { value } = tablesOf(rota)
    expect(Object.keys(value.doctors[0] ?? {}).sort()).toEqual([
      'activeMinutes',
      'callOuts',
      'duties',
      'initials',
      'minutes',
      'name',
      'personId',
      'segments',
      'weightedMinutes',
    ])
  })

  it('say it plainly where nobody had a duty, or there is nobody', () => {
    for (const district of [makeDistrict(), makeDistrict({ doctors: [] })]) {
      const { tables } = tablesOf(makeRota({ district, from: MARCH.from, to: MARCH.to, needs: [] }))
      expect(tables.map(({ rows, notes }) => [rows, notes])).toEqual([
        [[], [nb.payroll.empty]],
        [[], []],
      ])
    }
  })
})
