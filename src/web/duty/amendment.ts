import type { Origin } from '../../core/rota/assignment.ts'
import { type Interval, subtractIntervals } from '../../core/time/interval.ts'
import { isPlainText } from '../../text/plain-text.ts'
import type { AmendDutyInput } from '../../usecases/amend-duty.ts'
import type { WantedSlice } from '../../usecases/edit-draft.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { DutyValue } from '../../usecases/show-duty.ts'
import { isRevision, type Posted } from '../form.tsx'
import { readInstant } from '../instant-field.tsx'

/** Why one published duty is changed, in the order they happen most. */
export const AMEND_ORIGINS = ['sick-cover', 'swap', 'voluntary', 'locum', 'ordered'] as const
export type AmendOrigin = (typeof AMEND_ORIGINS)[number] & Origin

/** Stands where a person's id would, when the duty is to be left open. */
export const NOBODY = 'none'

export interface AmendForm {
  readonly person: string
  readonly origin: AmendOrigin
  /** As given, so that the form can come back unchanged. */
  readonly originText: string
  readonly note: string
  readonly revision: number
  readonly waives: boolean
  /** Null for the whole duty. */
  readonly part: Interval | null
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

export const EMPTY_AMENDMENT: AmendForm = {
  person: '',
  origin: 'sick-cover',
  originText: '',
  note: '',
  revision: 0,
  waives: false,
  part: null,
  values: {},
  problems: [],
}

const LONGEST_NOTE = 300

export function readAmendment({ values }: Posted): AmendForm {
  const { person = '', origin: originText = '', note = '', revision = '', start = '', end = '' } = values
  const origin = AMEND_ORIGINS.find((known) => known === originText)
  const from = readInstant(start)
  const to = readInstant(end)
  const hasPart = values['is-part'] === 'yes'
  const problems: FieldProblem[] = []
  if (person === '') problems.push({ field: 'person', code: 'missing', value: '' })
  if (!origin) problems.push({ field: 'origin', code: 'missing', value: '' })
  if (note.length > LONGEST_NOTE) problems.push({ field: 'note', code: 'too-long', value: '' })
  if (!isPlainText(note)) problems.push({ field: 'note', code: 'hidden-character', value: note })
  if (!isRevision(revision)) problems.push({ field: 'revision', code: 'out-of-range', value: revision })
  if (hasPart && from === undefined) problems.push({ field: 'start', code: 'not-a-time', value: start })
  if (hasPart && to === undefined) problems.push({ field: 'end', code: 'not-a-time', value: end })
  return {
    person,
    origin: origin ?? 'sick-cover',
    originText,
    note: note.trim(),
    revision: isRevision(revision) ? Number(revision) : 0,
    waives: values.waives === 'yes',
    part: hasPart && from !== undefined && to !== undefined ? { start: from, end: to } : null,
    values,
    problems,
  }
}

/** The holder that the form asks for: one person throughout, nobody, or one person for a part beside those who hold the rest. */
export function toHolder(form: AmendForm, value: DutyValue, seat: number): AmendDutyInput['holder'] {
  const { person: personId, origin, part } = form
  if (part === null && personId !== NOBODY) return { kind: 'person', personId, origin }
  const held = value.seats.find((own) => own.seat === seat)?.assignments ?? []
  const wanted: WantedSlice[] =
    personId === NOBODY || part === null
      ? []
      : [{ ...part, personId, positionId: null, origin, shadowing: false }]
  return { kind: 'slices', slices: replacePart(held, part ?? value.need, wanted) }
}

/** `held` without what lies in `part`, and `wanted` in its place; learners beside are left as they are. */
export function replacePart(
  held: readonly WantedSlice[],
  part: Interval,
  wanted: readonly WantedSlice[],
): WantedSlice[] {
  const kept = held.flatMap((slice) => {
    const rest = slice.shadowing ? [slice] : subtractIntervals([slice], [part])
    return rest.map((span) => toWanted(slice, span))
  })
  return [...kept, ...wanted].sort((a, b) => a.start - b.start)
}

function toWanted(slice: WantedSlice, { start, end }: Interval): WantedSlice {
  const { personId, positionId, origin, shadowing } = slice
  return { start, end, personId, positionId, origin, shadowing }
}
