import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ReportCell } from '../../src/reports/sheet.ts'
import { overviewTables } from '../../src/reports/tables/overview.ts'
import { textFor } from '../../src/text/text.ts'
import { handQuarter } from '../support/hand-quarter.ts'

type Sheet = Record<string, Record<string, Record<string, number | string | null>>>

const sheet = JSON.parse(readFileSync('test/fixtures/quarter/vik-2027-q1.json', 'utf8')) as Sheet
const nb = textFor('nb')
const tables = overviewTables(handQuarter(), { persons: [], lines: [], needs: [] }, nb)
const counted = Object.entries(sheet).flatMap(([table, rows]) =>
  Object.entries(rows).flatMap(([row, cells]) =>
    Object.entries(cells).map(([column, value]) => [table, row, column, value] as const),
  ),
)

function cellAt(tableId: string, name: string, columnId: string): ReportCell | undefined {
  const table = tables.find(({ id }) => id === tableId)
  const found = table?.rows.find(
    ({ kind, cells: [head] }) =>
      (name === 'sum' && kind === 'sum') || (head?.kind === 'text' && head.text === name),
  )
  return found?.cells[table?.columns.findIndex(({ id }) => id === columnId) ?? -1]
}

function valueIn(cell: ReportCell | undefined): number | string | null | undefined {
  if (cell?.kind === 'minutes') return cell.minutes
  if (cell?.kind === 'number') return cell.value
  return cell?.kind === 'empty' ? null : cell?.kind
}

describe('a quarter counted by hand', () => {
  it.each(counted)('has in %s of %s as %s: %s', (table, row, column, value) => {
    const found = valueIn(cellAt(table, row, column))
    if (typeof value === 'number') expect(found).toBeCloseTo(value)
    else expect(found).toBe(value)
  })
})
