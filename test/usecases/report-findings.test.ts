import { beforeAll, describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import type { Line } from '../../src/core/rota/line.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import type { Finding } from '../../src/reports/load/findings.ts'
import type { ReportCell, ReportTable } from '../../src/reports/sheet.ts'
import type { Context } from '../../src/usecases/context.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { showLoadReport } from '../../src/usecases/show-load-report.ts'
import { paths, withQuery } from '../../src/web/paths.ts'
import { doctor, exampleDistrict, person } from '../support/example-district.ts'
import { emptyInstallation } from '../support/installation.ts'
import { pagesAs } from '../support/pages-as.ts'
import { unwrap } from '../support/plan-world.ts'

const HERE = '4645'
const IDS = ['a', 'b', 'c', 'd']
const DAYS = 92
const QUARTER = { kind: 'quarter', date: '2026-07-01' } as const

let ctx: Context
let findings: readonly Finding[]
let tables: readonly ReportTable[]

beforeAll(async () => {
  ctx = await emptyInstallation()
  unwrap(await importDistrict(ctx, { text: withQuarter() }))
  const asked = { districtId: 'fjordane', municipality: HERE, ...QUARTER }
  ;({ findings, tables } = unwrap(await showLoadReport(ctx, asked)))
})

describe('what a report says first', () => {
  it('is the mean of whose total is known, and of how many, where somebody’s surgery is not declared', () => {
    const rows = rowsOf('hours').filter(({ kind }) => kind === 'row')
    const totals = rows.flatMap(({ cells }) => minutesIn(cells.at(columnOf('hours', 'total'))))
    expect(totals).toHaveLength(2)
    const minutes = (7 * totals.reduce((sum, own) => sum + own, 0)) / (2 * DAYS)
    expect(ofKind('mean-total')).toEqual({
      kind: 'mean-total',
      minutes: expect.closeTo(minutes, 3),
      knownDoctors: 2,
      doctors: 3,
      limit: { minutes: 3600, isAdopted: false },
    })
  })

  it('keeps a figure and its unit on one line, and says of how many no total is known', async () => {
    const page = await (
      await pagesAs(ctx).request(withQuery(paths.loadReport('fjordane', HERE), QUARTER))
    ).text()
    expect(page).toMatch(
      /2 av kommunens 3 leger arbeider i snitt \d+\u00a0t\u00a0\d+\u00a0min i uka, med vakt\. /,
    )
    expect(page).toContain('Samlet arbeidstid er ikke kjent for 1 lege.')
    expect(page).toMatch(/og uten lege [\d,]+\u00a0%\./)
  })

  it('has as many breaches as their table', () => {
    const { all, needing, doctors } = ofKind('breaches')
    expect(rowsOf('flags').length).toBeGreaterThan(0)
    const names = rowsOf('flags').map(({ cells: [name] }) => JSON.stringify(name))
    expect({ all, needing, doctors }).toEqual({ all: names.length, needing: 0, doctors: new Set(names).size })
  })

  it('shares out the hours as the table of who held them does, the open ones too', () => {
    const { shares } = ofKind('held-by')
    const told = rowsOf('coverage').map(({ cells }) => cells.at(-1))
    expect(shares.open).toBeGreaterThan(0)
    const own = [shares['own-gp'], shares['other-gp'], shares.locum, shares.trainee, shares.employed]
    expect([...own, shares.other, shares.open, 1].map((share) => ({ kind: 'share', share }))).toEqual(told)
  })
})

function ofKind<K extends Finding['kind']>(kind: K): Extract<Finding, { kind: K }> {
  const found = findings.find((finding) => finding.kind === kind)
  if (found === undefined) throw new Error(`nothing says ${kind}`)
  return found as Extract<Finding, { kind: K }>
}

function tableOf(id: string): ReportTable {
  const table = tables.find((own) => own.id === id)
  if (!table) throw new Error(`no table ${id}`)
  return table
}

function rowsOf(id: string) {
  return tableOf(id).rows
}

function columnOf(id: string, column: string): number {
  return tableOf(id).columns.findIndex((own) => own.id === column)
}

function minutesIn(cell: ReportCell | undefined): number[] {
  return cell?.kind === 'minutes' ? [cell.minutes] : []
}

/** A quarter of nights in turn, one in five open; a, b and c are the municipality’s own, and c’s surgery is not declared. */
function withQuarter(): string {
  const people = IDS.map((id) => person(id, `Lege ${id}`))
  const example = exampleDistrict('fjordane', people)
  const doctors = IDS.map((id) => {
    const own = doctor(id, id.toUpperCase(), id === 'd' ? '4646' : HERE)
    return id === 'c'
      ? { ...own, surgery: [{ from: '2020-01-01', to: null, kind: 'not-declared' } as const] }
      : own
  })
  const district: District = { ...example, doctors }
  const needs = needsOf(district.lines[0] as Line, '2026-07-01', '2026-10-01')
  const holdings = needs.flatMap((need, index) => {
    const holder = IDS[index % 5]
    return holder ? [{ ...wholeSlice(need, holder), needId: need.id, seat: 0, note: '' }] : []
  })
  return writeDistrictFile({ version: 1, district, timeline: { needs, holdings } })
}
