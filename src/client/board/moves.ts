import { type Grid, linksIn, type Spot } from './grid.ts'
import type { Selection } from './selection.ts'

const WEEK = 7

/** Arrows and the like on a board that is only read: from duty to duty, with one tab stop. */
export function listenToMoves(grid: Grid, selection: Selection): void {
  grid.table.addEventListener('keydown', (event) => {
    const next = selection.spot && moved(grid, selection.spot, event.key)
    if (!next || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    event.preventDefault()
    selection.go(next)
  })
  grid.table.addEventListener('focusin', (event) => {
    const spot = grid.spotOf(event.target as Element)
    if (spot) selection.go(spot, { isQuiet: true })
  })
}

/** Where a key leads from here; undefined for keys that do not move, and at the edges of the board. */
export function moved(grid: Grid, spot: Spot, key: string): Spot | undefined {
  const { row, column, entry } = spot
  const across = grid.hasDaysAcross
  const to = (down: number, right: number): Spot => ({
    row: Math.max(0, Math.min(grid.rowCount - 1, row + down)),
    column: Math.max(0, Math.min(grid.columnCount - 1, column + right)),
    entry: 0,
  })
  switch (key) {
    case 'ArrowLeft':
      return to(0, -1)
    case 'ArrowRight':
      return to(0, 1)
    case 'ArrowUp':
      if (entry > 0) return { row, column, entry: entry - 1 }
      return row === 0 ? spot : { ...to(-1, 0), entry: lastEntry(grid, row - 1, column) }
    case 'ArrowDown':
      return entry < lastEntry(grid, row, column) ? { row, column, entry: entry + 1 } : to(1, 0)
    case 'Home':
      return { row, column: 0, entry: 0 }
    case 'End':
      return { row, column: grid.columnCount - 1, entry: 0 }
    case 'PageUp':
      return across ? to(0, -WEEK) : to(-WEEK, 0)
    case 'PageDown':
      return across ? to(0, WEEK) : to(WEEK, 0)
  }
  return undefined
}

function lastEntry(grid: Grid, row: number, column: number): number {
  const td = grid.squareAt(row, column)?.td
  return td ? Math.max(0, linksIn(td).length - 1) : 0
}
