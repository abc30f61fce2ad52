import type { DutyForm } from '../core/rota/line.ts'
import type { PersonId } from '../core/rota/person.ts'
import { minutesOf } from '../core/time/interval.ts'
import type { BoardText } from '../text/text.ts'
import { type Entry, formsOf } from './entries.ts'

/** The words that a duty in a cell is told with. */
export type FaceText = Pick<BoardText, 'board' | 'words'>

/** Initials of the holder, or what stands there instead. */
export function holderLabel(
  entry: Entry,
  initials: ReadonlyMap<PersonId, string>,
  { board }: FaceText,
): string {
  if (entry.slice === null) return entry.isIdle ? board.idle : board.open
  const { personId, shadowing } = entry.slice
  if (personId === null) return board.locumShort
  const own = initials.get(personId) ?? '?'
  return shadowing ? `(${own})` : own
}

/** The line's code, with the letters of the duty's forms where the code does not begin with its only one. */
export function dutyLabel({ need, line }: Pick<Entry, 'need' | 'line'>, { words }: FaceText): string {
  const letters = formsOf(need)
    .map((form) => words.formLetters[form])
    .join('')
  return line.code.startsWith(letters) ? line.code : `${line.code}·${letters}`
}

/** A label's first line and what may stand small under it: 'N' and '·H'. */
export function labelLines(label: string): readonly [first: string, under: string] {
  const at = label.indexOf('·')
  return at === -1 ? [label, ''] : [label.slice(0, at), label.slice(at)]
}

/** What is added to the label of a part of a duty; nothing for a whole one. */
export function partLabel(entry: Entry, { board }: FaceText): string {
  if (!entry.isPart) return ''
  return 2 * minutesOf(entry.part) === minutesOf(entry.need) ? board.half : board.part
}

const FORM_CLASSES: Readonly<Record<DutyForm, string>> = { home: 'h', 'on-site': 't', backup: 'b' }

export function formClass(forms: readonly DutyForm[]): string {
  return forms.length === 1 ? FORM_CLASSES[forms[0] as DutyForm] : 'm'
}

/** Form, or open, or idle; locked; with a note; beside the draft. Marks of the rules come on top. */
export function entryClass({ need, slice, cell, isIdle, isBeside }: Entry): string {
  const states = [
    slice === null ? (isIdle ? 'idle' : 'o') : formClass(formsOf(need)),
    cell?.locked ? 'l' : '',
    cell?.note ? 'n' : '',
    isBeside ? 'y' : '',
  ]
  return `d ${states.filter(Boolean).join(' ')}`
}
