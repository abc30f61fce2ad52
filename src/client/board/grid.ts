import type { Target } from '../../board/gestures.ts'
import { cellKey } from '../../core/rota/assignment.ts'
import type { PersonId } from '../../core/rota/person.ts'
import type { LocalDate } from '../../core/time/local-date.ts'

/** Where in the grid somebody is: row and column of days or lines, and which duty of the cell, all from 0. */
export interface Spot {
  readonly row: number
  readonly column: number
  readonly entry: number
}

/** What a cell of the grid stands for; what its row and column do not say is null. */
export interface Square {
  readonly td: HTMLTableCellElement
  readonly date: LocalDate | null
  readonly personId: PersonId | null
  readonly lineId: string | null
  readonly name: string | null
}

/** A duty on the board, as its link tells it. */
export interface Shown extends Target {
  readonly key: string
  /** Null where nobody holds the part, or a locum still to be named. */
  readonly holder: PersonId | null
  readonly link: HTMLAnchorElement
}

export interface Grid {
  readonly table: HTMLTableElement
  readonly view: string
  /** Days run across: a step of a week is seven columns, else as many rows. */
  readonly hasDaysAcross: boolean
  readonly rowCount: number
  readonly columnCount: number
  squareAt(row: number, column: number): Square | undefined
  /** The cell of a doctor's row, or of the row of open duties (null), on a date. */
  cellOf(personId: PersonId | null, date: LocalDate): HTMLTableCellElement | undefined
  /** The cell of a line in the week of a Monday. */
  cellOfLine(lineId: string, monday: LocalDate): HTMLTableCellElement | undefined
  spotOf(element: Element): Spot | undefined
  /** What takes the focus there: the duty, or the cell when it holds none. */
  elementAt(spot: Spot): HTMLElement | undefined
}

type Head = Readonly<Record<string, string | undefined>>

/** Reads the table once, by its attributes and never by its layout. */
export function readGrid(frame: HTMLElement): Grid | undefined {
  const table = frame.querySelector<HTMLTableElement>('table[role=grid], table.grid')
  const rows = [...(table?.tBodies[0]?.rows ?? [])].filter((row) => row.cells.length > 1)
  const heads = [...(table?.tHead?.querySelectorAll<HTMLElement>('[data-date], [data-line]') ?? [])]
  const [first] = rows
  if (!table || !first) return undefined
  const lead = first.cells.length - heads.length
  const columns: readonly Head[] = heads.map((head) => head.dataset)
  const rowOf = new Map(rows.map((row, index) => [row, index]))
  const rowOfPerson = new Map(rows.map((row) => [rowPerson(row), row]))
  const columnOfDate = new Map(columns.map((head, index) => [head.date, index]))
  const cellAt = (row: number, column: number) => rows[row]?.cells[lead + column]

  return {
    table,
    view: frame.dataset.view ?? 'doctors',
    hasDaysAcross: columns[0]?.date !== undefined,
    rowCount: rows.length,
    columnCount: columns.length,
    squareAt(row, column) {
      const td = column < 0 ? undefined : cellAt(row, column)
      if (!td) return undefined
      const [own, head] = [rows[row]?.dataset ?? {}, columns[column] ?? {}]
      return {
        td,
        date: own.date ?? head.date ?? null,
        personId: own.person ?? null,
        lineId: own.line ?? head.line ?? null,
        name: own.name ?? head.name ?? null,
      }
    },
    cellOf(personId, date) {
      const column = columnOfDate.get(date)
      return column === undefined ? undefined : rowOfPerson.get(personId)?.cells[lead + column]
    },
    cellOfLine(lineId, monday) {
      const column = columnOfDate.get(monday)
      const row = rows.find(({ dataset }) => dataset.line === lineId)
      return column === undefined ? undefined : row?.cells[lead + column]
    },
    spotOf(element) {
      const td = element.closest('td')
      if (!td || td.cellIndex < lead) return undefined
      const row = rowOf.get(td.parentElement as HTMLTableRowElement)
      if (row === undefined) return undefined
      const link = element.closest('a')
      const entry = link ? linksIn(td).indexOf(link) : 0
      return { row, column: td.cellIndex - lead, entry: Math.max(0, entry) }
    },
    elementAt({ row, column, entry }) {
      const td = cellAt(row, column)
      return td && (linksIn(td)[entry] ?? linksIn(td).at(-1) ?? td)
    },
  }
}

/** The duties in a cell that lead somewhere, from the top: on a draft those that are its own. */
export function linksIn(td: Element): HTMLAnchorElement[] {
  return [...td.querySelectorAll<HTMLAnchorElement>('a.d')]
}

export function shownBy(link: HTMLAnchorElement): Shown {
  const { cell = '', part = '', holder = '' } = link.dataset
  const at = cell.lastIndexOf('#')
  const place = { needId: cell.slice(0, at), seat: Number(cell.slice(at + 1)) }
  const [start = 0, end = 0] = part.split('-').map(Number)
  return { ...place, key: cellKey(place), part: { start, end }, holder: holder || null, link }
}

/** Null is the row of open duties. */
function rowPerson({ dataset }: HTMLTableRowElement): string | null | undefined {
  return 'open' in dataset ? null : dataset.person
}
