import type { DutyForm } from '../core/rota/line.ts'
import type { Need } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import { minutesOf } from '../core/time/interval.ts'
import type { BoardText, EditText } from '../text/text.ts'
import { type Entry, formsOf } from './entries.ts'
import { daysOfRun, type WeekRun } from './week-runs.ts'

/** The words that a duty in a cell is told with. */
export type FaceText = Pick<BoardText, 'board' | 'words'>

/** How one duty is drawn in a cell, by the page and by the browser after an edit alike. Marks of the rules come on top. */
export interface Face {
  readonly classes: string
  readonly label: string
  /** What stands small under the label: letters of forms; '' = nothing. */
  readonly under: string
  /** That it is a part of the duty; '' for a whole one. */
  readonly part: string
  /** What the cell's row and column do not say; '' = nothing. */
  readonly title: string
}

export interface FaceContext {
  /** What the rows of the board are: a row of a doctor need not say who, and one of a line not which. */
  readonly rows: 'doctors' | 'lines'
  readonly initials: ReadonlyMap<PersonId, string>
  readonly names: ReadonlyMap<PersonId, string>
  readonly text: Pick<EditText, 'board' | 'words' | 'format' | 'views'>
}

/** The face of a duty; with `run` that of the first duty of a week's run, which stands for all of it. */
export function faceOf(entry: Entry, context: FaceContext, run?: WeekRun): Face {
  const { text, names, initials } = context
  const own = { classes: entryClass(entry), part: partLabel(entry, text) }
  if (context.rows === 'doctors') {
    const [label, under] = labelLines(dutyLabel(entry, text))
    return { ...own, label, under, title: `${entry.need.name} ${text.format.clockSpan(entry.part)}` }
  }
  const days = run && !run.isWhole ? ` ${daysOfRun(run, text.views)}` : ''
  const told = [names.get(entry.slice?.personId ?? ''), run?.isWhole && text.views.wholeWeek]
  const title = told.filter(Boolean).join(', ')
  return { ...own, label: holderLabel(entry, initials, text) + days, under: '', title }
}

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
function labelLines(label: string): readonly [first: string, under: string] {
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

/** What stands on a later day that a duty lasts into, and its classes. */
export const carriedSign = '›'

export function carriedClass(need: Need): string {
  return `d c ${formClass(formsOf(need))}`
}

/** Form, or open, or idle; locked; with a note; beside the draft. Marks of the rules come on top. */
function entryClass({ need, slice, cell, isIdle, isBeside }: Entry): string {
  const states = [
    slice === null ? (isIdle ? 'idle' : 'o') : formClass(formsOf(need)),
    cell?.locked ? 'l' : '',
    cell?.note ? 'n' : '',
    isBeside ? 'y' : '',
  ]
  return `d ${states.filter(Boolean).join(' ')}`
}
