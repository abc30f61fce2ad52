import type { TableFault } from '../../text/table-problem.ts'
import type { Table } from '../table.ts'
import { readXlsx } from '../xlsx.ts'
import { readDelimited } from './delimited.ts'
import { textOfBytes } from './text-bytes.ts'

export interface SheetOfFile {
  /** Empty for a text file. */
  readonly name: string
  readonly table: Table
  readonly unreckoned: readonly string[]
}

export type ReadFile =
  | { readonly kind: 'read'; readonly sheets: readonly SheetOfFile[] }
  | { readonly kind: 'refused'; readonly fault: TableFault }

/** 2 MB. */
export const MOST_IN_FILE = 2 * 1024 * 1024

/** The sheets of an XLSX workbook or the rows of a text file, told apart by what is in it; by its name only a workbook with macros. */
export async function readTableFile(name: string, bytes: Uint8Array): Promise<ReadFile> {
  if (bytes.length > MOST_IN_FILE) return refused('file-too-large', name)
  if (bytes.length === 0) return refused('empty', name)
  if (/\.xl(sm|tm|am)$/i.test(name)) return refused('macro-workbook', name)
  if (startsWith(bytes, OLD_OFFICE)) return refused(isEncrypted(bytes) ? 'encrypted' : 'old-xls', name)
  if (startsWith(bytes, ZIP)) {
    const workbook = await readXlsx(bytes)
    return workbook.kind === 'read' ? workbook : refused(workbook.fault.kind, workbook.fault.value || name)
  }
  const text = textOfBytes(bytes)
  if (text === undefined || startsWith(bytes, PDF)) return refused('not-a-table', name)
  const read = readDelimited(text)
  if (read.kind === 'refused') return read
  if (read.table.rows.length === 0) return refused('empty', name)
  return { kind: 'read', sheets: [{ name: '', table: read.table, unreckoned: [] }] }
}

/** The compound file of Office before 2007, in which encrypted workbooks are kept to this day (MS-CFB §2.2). */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b]
const PDF = [0x25, 0x50, 0x44, 0x46]

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** The stream's name stands in the file's directory as UTF-16 (MS-OFFCRYPTO §2.3.4). */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le')
    .decode(bytes.slice(0, bytes.length - (bytes.length % 2)))
    .includes('EncryptedPackage')
}

function refused(kind: TableFault['kind'], value: string): ReadFile {
  return { kind: 'refused', fault: { kind, value } }
}
