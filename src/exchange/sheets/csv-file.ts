import { guarded } from './guarded-cell.ts'
import { type OutCell, type OutSheet, outText } from './out-table.ts'

/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/** A sheet for a spreadsheet in Norwegian: byte order mark, semicolons, CRLF, decimal comma; nothing in it is reckoned. */
export function toCsvFile({ heads, rows }: OutSheet): string {
  return `${BYTE_ORDER_MARK}${[heads, ...rows].map((row) => `${row.map(csvCell).join(';')}\r\n`).join('')}`
}

function csvCell(cell: OutCell): string {
  const text = typeof cell === 'string' ? guarded(cell) : outText(cell)
  return /[;"\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
