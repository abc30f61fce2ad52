import type { Table } from '../table.ts'
import { cellAt } from '../table.ts'

export interface ListColumns<K extends string> {
  /** The row of the headings. */
  readonly row: number
  readonly columns: ReadonlyMap<K, number>
}

/** Rows that may stand above the headings: a title, a date, an empty one. */
const MOST_ABOVE = 20

/** The row of headings that names all of `needed`, and where each known column stands; undefined when there is none. */
export function listColumns<K extends string>(
  table: Table,
  words: Readonly<Record<K, readonly string[]>>,
  needed: readonly (readonly K[])[],
): ListColumns<K> | undefined {
  for (let row = 0; row < Math.min(MOST_ABOVE, table.rows.length); row++) {
    const columns = columnsOf(table, row, words)
    if (needed.every((any) => any.some((key) => columns.has(key)))) return { row, columns }
  }
  return undefined
}

/** The first column for each; one heading is taken by one key, in the order of the keys. */
function columnsOf<K extends string>(
  table: Table,
  row: number,
  words: Readonly<Record<K, readonly string[]>>,
): Map<K, number> {
  const heads = (table.rows[row] ?? []).map((_, column) => plainHead(cellAt(table, row, column)))
  const found = new Map<K, number>()
  for (const [key, names] of Object.entries(words) as [K, readonly string[]][]) {
    const column = names.map((name) => heads.indexOf(name)).find((index) => index >= 0)
    if (column !== undefined) found.set(key, column)
  }
  return found
}

function plainHead(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[*:.]+$/g, '')
    .trim()
}
