import { raw } from 'hono/html'
import type { Entry } from '../../board/entries.ts'
import { entryClass, labelLines, partLabel } from '../../board/face.ts'
import { heaviest } from '../../board/flags.ts'
import type { Text } from '../../text/text.ts'
import { escaped } from './markup.ts'
import type { PageBoard } from './page-board.ts'

export type EntryHref = (entry: Entry) => string

/** What a board needs to draw its cells; handed down whole, since there are thousands of them. */
export interface Drawing {
  readonly view: PageBoard
  readonly text: Text
  readonly hrefOf: EntryHref
  /** Key of the cell whose panel is open. */
  readonly selected: string | null
  /** On paper nothing leads anywhere. */
  readonly isPaper?: boolean
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
  return raw(entryMarkup(entry, label, title, drawing))
}

/**
 * As `EntryLink`, for grids. On a draft it carries what edits need: its place, its part in epoch minutes and its holder. What
 * stands beside the draft leads nowhere.
 */
export function entryMarkup(
  entry: Entry,
  label: string,
  title: string | undefined,
  drawing: Drawing,
  more = '',
): string {
  const { view, text } = drawing
  const holder = entry.slice?.personId ?? null
  const isPlain = entry.isBeside || drawing.isPaper === true
  const mark = isPlain ? undefined : heaviest(view.flags.of(entry.need.id, holder))
  const shown = drawing.isPaper ? { ...entry, cell: undefined } : entry
  const name = `class="${entryClass(shown)}${mark ? ` ${mark}` : ''}"${title ? ` title="${escaped(title)}"` : ''}`
  const [first, under] = labelLines(label)
  const inner =
    escaped(first) +
    (under ? `<small class="f">${escaped(under)}</small>` : '') +
    (entry.isPart ? `<small>${partLabel(entry, text)}</small>` : '') +
    (mark ? `<sup>${text.board.marks[mark]}</sup>` : '') +
    (!isPlain && view.isWaived(entry.need.id, holder) ? `<sup>${text.ledger.waivers.mark}</sup>` : '')
  if (isPlain) return `<span ${name}>${inner}</span>`
  const key = `${entry.need.id}#${entry.seat}`
  const data = view.value.draft
    ? ` data-cell="${escaped(key)}" data-part="${entry.part.start}-${entry.part.end}" data-holder="${escaped(holder ?? '')}"`
    : ''
  const current = drawing.selected === key ? ' aria-current="true"' : ''
  return `<a ${name} href="${escaped(drawing.hrefOf(entry))}"${data}${more}${current}>${inner}</a>`
}
