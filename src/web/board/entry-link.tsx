import type { Entry } from '../../board/board-view.ts'
import { entryClass, partLabel } from '../../board/face.ts'
import { heaviest } from '../../board/flags.ts'
import type { Text } from '../../text/text.ts'

import type { PageBoard } from './page-board.ts'

export type EntryHref = (entry: Entry) => string

/** What a board needs to draw its cells; handed down whole, since there are thousands of them. */
export interface Drawing {
  readonly view: PageBoard
  readonly text: Text
  readonly hrefOf: EntryHref
  /** Key of the cell whose panel is open. */
  readonly selected: string | null
}

interface EntryLinkProps {
  readonly entry: Entry
  readonly label: string
  /** What the cell's row and column do not say. */
  readonly title?: string | undefined
  readonly drawing: Drawing
}

/** One duty in a cell: a link whose pattern tells its form, with a mark when it is flagged. */
export function EntryLink({ entry, label, title, drawing }: EntryLinkProps) {
  const { view, text } = drawing
  const mark = heaviest(view.flags.of(entry.need.id, entry.slice?.personId ?? null))
  const isSelected = drawing.selected === `${entry.need.id}#${entry.seat}`
  return (
    <a
      class={`${entryClass(entry)}${mark ? ` ${mark}` : ''}`}
      href={drawing.hrefOf(entry)}
      title={title}
      aria-current={isSelected ? 'true' : undefined}
    >
      {label}
      {entry.isPart && <small>{partLabel(entry, text)}</small>}
      {mark && <sup>{text.board.marks[mark]}</sup>}
      {view.isWaived(entry.need.id, entry.slice?.personId ?? null) && <sup>{text.ledger.waivers.mark}</sup>}
    </a>
  )
}
