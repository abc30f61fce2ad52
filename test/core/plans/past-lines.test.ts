import { describe, expect, it } from 'vitest'
import { pastLines } from '../../../src/core/plans/past-lines.ts'
import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import { needsOf } from '../../../src/core/rota/need.ts'
import { checkRota } from '../../../src/core/rules/check.ts'
import {
  always,
  makeDistrict,
  makeDoctor,
  makeRota,
  makeSurgery,
  weekdays,
} from '../../support/make-district.ts'

const FROM = '2027-01-04'
const TO = '2027-02-01'

/** Four weeks of evenings and nights; `a` holds those of the first week, nobody the rest. */
function rotaOf(agreement: readonly AgreementEntry[] = []) {
  const doctors = ['a', 'b'].map((id) =>
    makeDoctor(id, { surgery: [makeSurgery(weekdays('08:00', '15:00'))] }),
  )
  const district = makeDistrict({ doctors, agreement })
  const needs = district.lines.flatMap((line) => needsOf(line, FROM, '2027-01-11'))
  const holders = Object.fromEntries(needs.map((need) => [need.id, 'a']))
  return makeRota({ district, from: FROM, to: TO, holders })
}

const weekly = (status: AgreementEntry['status'], hours: number): AgreementEntry => ({
  ...always,
  parameter: 'weeklyTotalMinutes',
  value: hours * 60,
  status,
  source: 's',
  author: 'a',
  decidedOn: null,
})

const totals = (agreement?: readonly AgreementEntry[]) =>
  pastLines(rotaOf(agreement)).filter((line) => line.parameter === 'weeklyTotalMinutes')

describe('lines that nobody has adopted', () => {
  it('are passed as often as the rule would find if they were adopted, and flag nothing', () => {
    expect(totals()).toEqual([
      {
        parameter: 'weeklyTotalMinutes',
        kind: 'weekly-total',
        limit: 60 * 60,
        unit: 'minutes',
        times: 1,
        persons: [{ personId: 'a', times: 1 }],
      },
    ])
    expect(checkRota(rotaOf()).filter((found) => found.rule === 'weekly-total')).toEqual([])
  })

  it('are the district’s own where it has drawn one', () => {
    const [line] = totals([weekly('reference', 34)])
    // Surgery alone is 35 hours: every full week of both doctors.
    expect([line?.limit, line?.times]).toEqual([34 * 60, 8])
    expect(line?.persons).toEqual([
      { personId: 'a', times: 4 },
      { personId: 'b', times: 4 },
    ])
    expect(totals([weekly('reference', 160)])).toEqual([])
  })

  it('are gone once a value is adopted: then the rule itself speaks', () => {
    expect(totals([weekly('adopted', 60)])).toEqual([])
    expect(totals([weekly('adopted', 70), weekly('reference', 60)])).toEqual([])
    const found = checkRota(rotaOf([weekly('adopted', 60)])).filter(({ rule }) => rule === 'weekly-total')
    expect(found.map(({ personId }) => personId)).toEqual(['a'])
  })

  it('are none in an empty rota', () => {
    const { cells: _held, ...rota } = rotaOf()
    expect(pastLines({ ...rota, cells: new Map() })).toEqual([])
  })
})
