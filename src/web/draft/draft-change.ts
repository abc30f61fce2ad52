import type { CellRef } from '../../core/rota/assignment.ts'
import type { Interval } from '../../core/time/interval.ts'
import { isPlainText } from '../../text/plain-text.ts'
import type { DraftChange, WantedSlice } from '../../usecases/edit-draft.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import { replacePart } from '../duty/amendment.ts'
import type { Posted } from '../form.tsx'
import { readInstant } from '../instant-field.tsx'

/** What one of the panel's forms asks for. A part is turned into slices once it is known what stands there. */
export type AskedChange = Exclude<DraftChange, { kind: 'slice' }> | AskedPart

export interface AskedPart {
  readonly kind: 'part'
  readonly cell: CellRef
  readonly part: Interval
  readonly personId: string
}

export type ReadChange =
  | { readonly kind: 'asked'; readonly change: AskedChange; readonly seenEdit: number | null }
  | { readonly kind: 'invalid'; readonly cell: CellRef | null; readonly problems: readonly FieldProblem[] }

const LONGEST_NOTE = 300

export function readChange({ values }: Posted): ReadChange {
  const cell = readCell(values.cell ?? '')
  if (!cell) return refuse(null, 'cell', 'unknown-duty', values.cell ?? '')
  const seenEdit = /^\d+$/.test(values.seen ?? '') ? Number(values.seen) : null
  const change = changeOf(values, cell)
  return 'problems' in change ? change : { kind: 'asked', change, seenEdit }
}

/** A cell as the address and the forms name it: `<need>#<seat>`. */
export function readCell(text: string): CellRef | undefined {
  const match = /^(.{1,200})#(\d{1,2})$/.exec(text)
  return match ? { needId: match[1] as string, seat: Number(match[2]) } : undefined
}

export function toSlices(asked: AskedPart, held: readonly WantedSlice[]): DraftChange {
  const { cell, part, personId } = asked
  const wanted: WantedSlice = { ...part, personId, positionId: null, origin: 'share', shadowing: false }
  return { kind: 'slice', cell, slices: replacePart(held, part, [wanted]) }
}

function changeOf(
  values: Posted['values'],
  cell: CellRef,
): AskedChange | Extract<ReadChange, { kind: 'invalid' }> {
  const { change, personId = '', note = '' } = values
  switch (change) {
    case 'clear':
    case 'lock':
    case 'unlock':
      return { kind: change, cell }
    case 'note':
      if (note.length > LONGEST_NOTE) return refuse(cell, 'note', 'too-long', note)
      if (!isPlainText(note)) return refuse(cell, 'note', 'hidden-character', note)
      return { kind: 'note', cell, note: note.trim() }
    case 'move': {
      const to = readCell(values.to ?? '')
      return to ? { kind: 'move', cell, to } : refuse(cell, 'to', 'missing', '')
    }
    case 'part':
      return partOf(values, cell)
    default:
      return personId === ''
        ? refuse(cell, 'personId', 'unknown-doctor', personId)
        : { kind: 'assign', cell, personId }
  }
}

function partOf(
  values: Posted['values'],
  cell: CellRef,
): AskedPart | Extract<ReadChange, { kind: 'invalid' }> {
  const { personId = '', start: startText = '', end: endText = '' } = values
  const start = readInstant(startText)
  const end = readInstant(endText)
  if (start === undefined) return refuse(cell, 'start', 'not-a-time', startText)
  if (end === undefined) return refuse(cell, 'end', 'not-a-time', endText)
  if (end <= start) return refuse(cell, 'end', 'ends-before-start', endText)
  return { kind: 'part', cell, part: { start, end }, personId }
}

function refuse(
  cell: CellRef | null,
  field: string,
  code: FieldProblem['code'],
  value: string,
): Extract<ReadChange, { kind: 'invalid' }> {
  return { kind: 'invalid', cell, problems: [{ field, code, value }] }
}
