import type { DutyForm } from '../../core/rota/line.ts'
import { minutesOf } from '../../core/time/interval.ts'
import type { Text } from '../../text/text.ts'
import { type BoardView, type Entry, formsOf } from './board-view.ts'
import { heaviest } from './flags.ts'

export type EntryHref = (entry: Entry) => string

/** What a board needs to draw its cells; handed down whole, since there are thousands of them. */
export interface Drawing {
  readonly view: BoardView
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
      class={`d ${classOf(entry)}${mark ? ` ${mark}` : ''}`}
      href={drawing.hrefOf(entry)}
      title={title}
      aria-current={isSelected ? 'true' : undefined}
    >
      {label}
      {entry.isPart && <small>{isHalf(entry) ? text.board.half : text.board.part}</small>}
      {mark && <sup>{text.board.marks[mark]}</sup>}
      {view.isWaived(entry.need.id, entry.slice?.personId ?? null) && <sup>{text.ledger.waivers.mark}</sup>}
    </a>
  )
}

function isHalf({ need, part }: Entry): boolean {
  return 2 * minutesOf(part) === minutesOf(need)
}

/** Initials of the holder, or what stands there instead. */
export function holderLabel(entry: Entry, view: BoardView, text: Text): string {
  if (entry.slice === null) return entry.isIdle ? text.board.idle : text.board.open
  const { personId, shadowing } = entry.slice
  if (personId === null) return text.board.locumShort
  const initials = view.initials.get(personId) ?? '?'
  return shadowing ? `(${initials})` : initials
}

/** The line's code, with the letters of the duty's forms where the code does not begin with its only one. */
export function dutyLabel(entry: Entry, text: Text): string {
  const letters = formsOf(entry.need)
    .map((form) => text.words.formLetters[form])
    .join('')
  return entry.line.code.startsWith(letters) ? entry.line.code : `${entry.line.code}·${letters}`
}

const FORM_CLASSES: Readonly<Record<DutyForm, string>> = { home: 'h', 'on-site': 't', backup: 'b' }

export function formClass(forms: readonly DutyForm[]): string {
  return forms.length === 1 ? FORM_CLASSES[forms[0] as DutyForm] : 'm'
}

function classOf(entry: Entry): string {
  const states = [
    entry.slice === null ? (entry.isIdle ? 'idle' : 'o') : formClass(formsOf(entry.need)),
    entry.cell?.locked ? 'l' : '',
    entry.cell?.note ? 'n' : '',
  ]
  return states.filter(Boolean).join(' ')
}
