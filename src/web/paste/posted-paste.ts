import type { PersonId } from '../../core/rota/person.ts'
import type { TableFault } from '../../text/table-problem.ts'
import { openTableFile } from '../../usecases/open-table-file.ts'
import type { PastedSheet } from '../../usecases/pasted-table.ts'
import type { PageContext } from '../page.tsx'

/** A paste as its form carries it: all of it comes back with every answer, since nothing is kept between. */
export interface PostedPaste {
  readonly sheet: PastedSheet
  /** Every sheet of a workbook that has several; the one at hand is among them. */
  readonly sheets: readonly PastedSheet[]
  /** By the name as it stands in the sheet. */
  readonly names: ReadonlyMap<string, PersonId | null>
  /** By the address of a column's heading. */
  readonly columns: ReadonlyMap<string, readonly string[] | null>
  readonly onlyOwnDates: boolean
  /** Whether the button that stores was pressed. */
  readonly wantsStored: boolean
  /** What `stampOf` gave for that which the page last showed. */
  readonly seen: string
  readonly seenEdits: number | null
  /** Of a file that could not be read. */
  readonly fault: TableFault | null
}

export const EMPTY_SHEET: PastedSheet = { text: '', sheetName: '', unreckoned: [] }

export const EMPTY_PASTE: PostedPaste = {
  sheet: EMPTY_SHEET,
  sheets: [],
  names: new Map(),
  columns: new Map(),
  onlyOwnDates: false,
  wantsStored: false,
  seen: '',
  seenEdits: null,
  fault: null,
}

/** What a name's or a column's choice says when it is to be left out. */
export const LEFT_OUT = '-'

/** Reads the form; a chosen file takes the place of what stands in the box. */
export async function readPosted(c: PageContext): Promise<PostedPaste> {
  const form = await c.req.formData()
  const text = (name: string) => textOf(form.get(name))
  const all = (name: string) => form.getAll(name).map(textOf)
  const file = form.get('file')
  const posted = {
    names: chosen(all('name'), all('who'), (who) => who),
    columns: chosen(all('column'), all('is'), (lineIds) => lineIds.split(' ')),
    onlyOwnDates: text('only-own') === 'yes',
    wantsStored: text('do') === 'store',
    seen: text('seen'),
    seenEdits: /^\d{1,9}$/.test(text('seen-edits')) ? Number(text('seen-edits')) : null,
  }
  if (isFile(file) && file.size > 0) return { ...EMPTY_PASTE, ...(await fromFile(file)) }
  const sheets = sheetsOf(all('sheet-name'), all('sheet-text'), all('sheet-unreckoned'))
  const other = text('sheet') === text('sheet-at') ? undefined : sheets[Number(text('sheet'))]
  if (other) return { ...EMPTY_PASTE, sheet: other, sheets }
  const sheet = {
    text: plain(text('text')),
    sheetName: text('at-name'),
    unreckoned: addresses(text('unreckoned')),
  }
  return { ...posted, sheet, sheets, fault: null }
}

/** The same for what a person has seen and what they now store, whatever ends of lines their browser sent. */
export function stampOf(
  c: PageContext,
  { sheet, names, columns, onlyOwnDates }: PostedPaste,
): Promise<string> {
  return c.var.ctx.hash(JSON.stringify([sheet.text, sheet.sheetName, [...names], [...columns], onlyOwnDates]))
}

/** Lines as this machine ends them; browsers end those of a form in two signs. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isFile(value: unknown): value is File {
  return typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'size' in value
}

async function fromFile(file: File): Promise<Pick<PostedPaste, 'sheet' | 'sheets' | 'fault'>> {
  const opened = await openTableFile(file.name, new Uint8Array(await file.arrayBuffer()))
  if (opened.kind === 'refused') return { sheet: EMPTY_SHEET, sheets: [], fault: opened.fault }
  const [first = EMPTY_SHEET] = opened.sheets
  return { sheet: first, sheets: opened.sheets.length > 1 ? opened.sheets : [], fault: null }
}

/** Pairs of a name and its choice; what nobody has chosen yet falls out. */
function chosen<T>(
  names: readonly string[],
  choices: readonly string[],
  read: (choice: string) => T,
): ReadonlyMap<string, T | null> {
  return new Map(
    names.flatMap((name, index) => {
      const choice = choices[index] ?? ''
      return choice === '' ? [] : [[name, choice === LEFT_OUT ? null : read(choice)] as const]
    }),
  )
}

function sheetsOf(
  names: readonly string[],
  texts: readonly string[],
  unreckoned: readonly string[],
): PastedSheet[] {
  return names.map((sheetName, index) => ({
    sheetName,
    text: plain(texts[index] ?? ''),
    unreckoned: addresses(unreckoned[index] ?? ''),
  }))
}

function addresses(text: string): string[] {
  return text.split(' ').filter((address) => /^[A-Z]{1,3}\d{1,7}$/.test(address))
}
