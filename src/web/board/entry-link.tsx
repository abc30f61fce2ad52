import { raw } from 'hono/html'
import type { Entry } from '../../board/entries.ts'
import { type Face, type FaceContext, faceOf } from '../../board/face.ts'
import { heaviest } from '../../board/flags.ts'
import type { WeekRun } from '../../board/week-runs.ts'
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
  readonly rows: FaceContext['rows']
  readonly drawing: Drawing
}

/** One duty in a list, which tells the rest beside it: a link whose pattern tells its form, with a mark when it is flagged. */
export function EntryLink({ entry, rows, drawing }: EntryLinkProps) {
  return raw(entryMarkup(entry, { ...faceIn(drawing, rows, entry), title: '' }, drawing))
}

/** On paper nobody sees what is locked or noted. */
export function faceIn(drawing: Drawing, rows: FaceContext['rows'], entry: Entry, run?: WeekRun): Face {
  const { view, text } = drawing
  const shown = drawing.isPaper ? { ...entry, cell: undefined } : entry
  return faceOf(shown, { rows, initials: view.initials, names: view.names, text }, run)
}

/**
 * As `EntryLink`, for grids. On a draft it carries what edits need: its place, its part in epoch minutes and its holder. What
 * stands beside the draft leads nowhere.
 */
export function entryMarkup(entry: Entry, face: Face, drawing: Drawing): string {
  const { view, text } = drawing
  const holder = entry.slice?.personId ?? null
  const isPlain = entry.isBeside || drawing.isPaper === true
  const mark = isPlain ? undefined : heaviest(view.flags.of(entry.need.id, holder))
  const { classes, label, under, part, title } = face
  const name = `class="${classes}${mark ? ` ${mark}` : ''}"${title ? ` title="${escaped(title)}"` : ''}`
  const inner =
    escaped(label) +
    (under ? `<small class="f">${escaped(under)}</small>` : '') +
    (part ? `<small>${escaped(part)}</small>` : '') +
    (mark ? `<sup>${text.board.marks[mark]}</sup>` : '') +
    (!isPlain && view.isWaived(entry.need.id, holder) ? `<sup>${text.ledger.waivers.mark}</sup>` : '')
  if (isPlain) return `<span ${name}>${inner}</span>`
  const key = `${entry.need.id}#${entry.seat}`
  const data = view.value.draft
    ? ` data-cell="${escaped(key)}" data-part="${entry.part.start}-${entry.part.end}" data-holder="${escaped(holder ?? '')}"`
    : ''
  const current = drawing.selected === key ? ' aria-current="true"' : ''
  return `<a ${name} href="${escaped(drawing.hrefOf(entry))}"${data}${current}>${inner}</a>`
}
