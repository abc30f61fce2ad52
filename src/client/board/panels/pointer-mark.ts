import type { CellKey } from '../../../core/rota/assignment.ts'

/** Marks the duties of one place on the board and brings them into sight, without taking the keyboard there. */
export function point(frame: HTMLElement, cell: CellKey | null): void {
  for (const link of frame.querySelectorAll('.pointed')) link.classList.remove('pointed')
  if (cell === null) return
  const links = frame.querySelectorAll(`[data-cell="${CSS.escape(cell)}"]`)
  for (const link of links) link.classList.add('pointed')
  links[0]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
