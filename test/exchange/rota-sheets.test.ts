import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/core/rota/assignment.ts'
import { cellKey } from '../../src/core/rota/assignment.ts'
import type { Dates } from '../../src/core/time/local-date.ts'
import { toCsvFile } from '../../src/exchange/sheets/csv-file.ts'
import { readDelimited, toTabText } from '../../src/exchange/sheets/delimited.ts'
import type { OutSheet } from '../../src/exchange/sheets/out-table.ts'
import { readRotaGrid } from '../../src/exchange/sheets/rota-grid.ts'
import { readRotaList } from '../../src/exchange/sheets/rota-list.ts'
import { rotaGrid, rotaList } from '../../src/exchange/sheets/rota-out.ts'
import type { ReadRota, RotaChoices } from '../../src/exchange/sheets/rota-table.ts'
import { readTableFile } from '../../src/exchange/sheets/table-file.ts'
import { toXlsxFile } from '../../src/exchange/sheets/xlsx-file.ts'
import type { Table } from '../../src/exchange/table.ts'
import { nb } from '../../src/text/nb.ts'
import { exampleFile } from '../support/installation.ts'
import { mulberry } from '../support/mulberry.ts'
import { type FilledRota, randomRota } from '../support/random-rota.ts'

const WORDS = nb.tables.rota
const NO_CHOICES: RotaChoices = { names: new Map(), columns: new Map(), onlyOwnDates: false }
const EXAMPLES = ['fjordane', 'nordoey', 'storby'] as const
/** Both changes of the clock are in one of them each. */
const PERIODS: readonly Dates[] = [
  { from: '2027-03-15', to: '2027-04-12' },
  { from: '2027-10-18', to: '2027-11-15' },
  { from: '2026-12-28', to: '2027-01-11' },
]
const SEED = 20261122

async function tableOf(sheet: OutSheet, form: 'csv' | 'xlsx'): Promise<Table> {
  const bytes = form === 'csv' ? new TextEncoder().encode(toCsvFile(sheet)) : await toXlsxFile(sheet)
  const read = await readTableFile(`rota.${form}`, bytes)
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.fault))
  const [first] = read.sheets
  if (!first) throw new Error('no sheet')
  // As the page carries it from the preview to the confirmation.
  const carried = readDelimited(toTabText(first.table))
  if (carried.kind === 'refused') throw new Error(JSON.stringify(carried.fault))
  return carried.table
}

function placesOf(read: ReadRota | undefined): unknown {
  if (!read) throw new Error('not read')
  expect(read.problems).toEqual([])
  return sorted(
    read.places.map(({ needId, seat, slices, note }) => ({ needId, seat, slices, note: note ?? '' })),
  )
}

function held({ cells }: FilledRota): unknown {
  return sorted([...cells.values()].map(({ needId, seat, slices, note }) => ({ needId, seat, slices, note })))
}

function sorted<T extends Pick<Cell, 'needId' | 'seat'>>(cells: readonly T[]): T[] {
  return [...cells].sort((a, b) => (cellKey(a) < cellKey(b) ? -1 : 1))
}

describe.each(EXAMPLES)('the rota of %s', (name) => {
  const { district } = exampleFile(name)

  it.each(['csv', 'xlsx'] as const)('comes back from a list as %s exactly as it went out', async (form) => {
    for (const [index, period] of PERIODS.entries()) {
      const rota = randomRota(district, period, mulberry(SEED + index))
      const table = await tableOf(rotaList({ district, ...rota, period }, WORDS), form)
      expect(placesOf(readRotaList(table, { district, period, needs: rota.needs }, NO_CHOICES))).toEqual(
        held(rota),
      )
    }
  })

  it.each(['csv', 'xlsx'] as const)('comes back from a grid as %s with everybody’s times', async (form) => {
    for (const [index, period] of PERIODS.entries()) {
      const rota = randomRota(district, period, mulberry(SEED + index), true)
      const table = await tableOf(rotaGrid({ district, ...rota, period }, WORDS), form)
      const frame = { district, period, needs: rota.needs }
      expect(placesOf(readRotaGrid(table, '', frame, NO_CHOICES))).toEqual(held(rota))
      const turned = {
        rows: (table.rows[0] ?? []).map((_, column) => table.rows.map((row) => row[column] ?? '')),
      }
      expect(placesOf(readRotaGrid(turned, '', frame, NO_CHOICES))).toEqual(held(rota))
    }
  })
})

describe('any rota', () => {
  const { district } = exampleFile('fjordane')

  it('comes back from both kinds of sheet', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.constantFrom(...PERIODS), async (seed, period) => {
        const rota = randomRota(district, period, mulberry(seed), true)
        const frame = { district, period, needs: rota.needs }
        const grid = await tableOf(rotaGrid({ district, ...rota, period }, WORDS), 'csv')
        expect(placesOf(readRotaGrid(grid, '', frame, NO_CHOICES))).toEqual(held(rota))
        const list = await tableOf(rotaList({ district, ...rota, period }, WORDS), 'csv')
        expect(placesOf(readRotaList(list, frame, NO_CHOICES))).toEqual(held(rota))
      }),
      { seed: SEED, numRuns: 30 },
    )
  })
})
