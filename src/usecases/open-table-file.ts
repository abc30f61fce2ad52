import { toTabText } from '../exchange/sheets/delimited.ts'
import { readTableFile } from '../exchange/sheets/table-file.ts'
import type { TableFault } from '../text/table-problem.ts'
import type { PastedSheet } from './pasted-table.ts'

export type OpenedFile =
  | { readonly kind: 'opened'; readonly sheets: readonly PastedSheet[] }
  | { readonly kind: 'refused'; readonly fault: TableFault }

/** Reads a spreadsheet file into what could have been pasted, sheet by sheet. Nothing of it is kept. */
export async function openTableFile(name: string, bytes: Uint8Array): Promise<OpenedFile> {
  const read = await readTableFile(name, bytes)
  if (read.kind === 'refused') return read
  const sheets = read.sheets.map(({ name: sheetName, table, unreckoned }) => ({
    sheetName,
    text: toTabText(table),
    unreckoned,
  }))
  return { kind: 'opened', sheets }
}
