import type { Grid, Spot } from './grid.ts'

/** Where the focus is and which cells are selected with it: a rectangle from where the selecting began. */
export interface Selection {
  readonly spot: Spot | undefined
  /** Empty while only the cell in focus is meant. */
  readonly cells: ReadonlySet<HTMLTableCellElement>
  /** Moves the one tab stop, and the focus with it. */
  go(spot: Spot, options?: { readonly isExtending?: boolean; readonly isQuiet?: boolean }): void
  /** Everything from one corner to the other. */
  select(from: Spot, to: Spot): void
  selectAll(): void
  clear(): void
}

export function selectionOf(grid: Grid): Selection {
  let spot: Spot | undefined
  let anchor: Spot | undefined
  let stop: HTMLElement | undefined
  let cells = new Set<HTMLTableCellElement>()

  const show = (next: Set<HTMLTableCellElement>) => {
    for (const td of cells) if (!next.has(td)) td.removeAttribute('aria-selected')
    for (const td of next) if (!cells.has(td)) td.setAttribute('aria-selected', 'true')
    cells = next
  }
  const rectangle = (a: Spot, b: Spot) => {
    const next = new Set<HTMLTableCellElement>()
    const [top, bottom] = [Math.min(a.row, b.row), Math.max(a.row, b.row)]
    const [left, right] = [Math.min(a.column, b.column), Math.max(a.column, b.column)]
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const square = grid.squareAt(row, column)
        if (square) next.add(square.td)
      }
    }
    return next
  }

  return {
    get spot() {
      return spot
    },
    get cells() {
      return cells
    },
    go(next, { isExtending = false, isQuiet = false } = {}) {
      const element = grid.elementAt(next)
      if (!element) return
      spot = next
      if (element !== stop) {
        stop?.setAttribute('tabindex', '-1')
        element.setAttribute('tabindex', '0')
        stop = element
      }
      if (isExtending) show(rectangle(anchor ?? next, next))
      else {
        anchor = next
        if (cells.size > 0) show(new Set())
      }
      if (isQuiet) return
      element.focus({ preventScroll: true })
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
    select(from, to) {
      anchor = from
      show(rectangle(from, to))
    },
    selectAll() {
      const last = { row: grid.rowCount - 1, column: grid.columnCount - 1, entry: 0 }
      show(rectangle({ row: 0, column: 0, entry: 0 }, last))
    },
    clear() {
      anchor = spot
      show(new Set())
    },
  }
}
