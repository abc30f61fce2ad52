import type { PersonId } from '../core/rota/person.ts'
import { readDelimited } from '../exchange/sheets/delimited.ts'
import { type ChosenNames, plainName } from '../exchange/sheets/names.ts'
import type { UnknownName } from '../exchange/sheets/rota-table.ts'
import { cellAt, placeOf, type Table } from '../exchange/table.ts'
import { type CellProblem, cellProblem, type TableFault } from '../text/table-problem.ts'
import type { FieldProblem } from './refusal.ts'

/** What was pasted, as it travels from the preview to the confirmation: nothing is kept between them. */
export interface PastedSheet {
  /** Rows as a spreadsheet puts them on the clipboard, or a text file's. */
  readonly text: string
  /** Of the sheet in its workbook; empty when it was pasted. */
  readonly sheetName: string
  /** Cells of a workbook with a formula of which no answer is kept. */
  readonly unreckoned: readonly string[]
}

/** A problem of one cell: of the sheet itself, or the one that the same value has in a form. */
export type SheetProblem = CellProblem | { readonly address: string; readonly field: FieldProblem }

/** What every preview tells. */
export interface SheetReading {
  /** Set when there is no table to read. */
  readonly fault: TableFault | null
  readonly problems: readonly SheetProblem[]
  readonly unknownNames: readonly UnknownName[]
  /** Rows or places that are already as the sheet has them. */
  readonly same: number
  readonly isStored: boolean
}

export const NOTHING_READ: SheetReading = {
  fault: null,
  problems: [],
  unknownNames: [],
  same: 0,
  isStored: false,
}

/** Whom somebody chose for names as they were shown. */
export function toChosenNames(names: ReadonlyMap<string, PersonId | null>): ChosenNames {
  return new Map([...names].map(([text, who]) => [plainName(text), who]))
}

export type ReadPaste =
  | { readonly kind: 'table'; readonly table: Table; readonly problems: readonly CellProblem[] }
  | { readonly kind: 'fault'; readonly fault: TableFault }

/** The table of a paste, with the cells that nobody has reckoned as problems. */
export function readPaste({ text, unreckoned }: PastedSheet): ReadPaste {
  const read = readDelimited(text)
  if (read.kind === 'refused') return { kind: 'fault', fault: read.fault }
  if (read.table.rows.length === 0) return { kind: 'fault', fault: { kind: 'empty', value: '' } }
  const { table } = read
  // Who has written the answer in its place needs no formula.
  const isBlank = (address: string) => {
    const place = placeOf(address)
    return place !== undefined && cellAt(table, place.row, place.column) === ''
  }
  const problems = unreckoned.filter(isBlank).slice(0, MOST_PROBLEMS)
  return { kind: 'table', table, problems: problems.map((address) => cellProblem(address, 'formula')) }
}

/** Told of one sheet; whoever mends these reads it again. */
export const MOST_PROBLEMS = 100
