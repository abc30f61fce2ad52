import type { Slice } from '../core/rota/assignment.ts'
import { DUTY_FORMS, type DutyForm, type Line } from '../core/rota/line.ts'
import type { FormPiece, Need } from '../core/rota/need.ts'
import { clip, type Interval, minutesOf } from '../core/time/interval.ts'
import type { Text } from '../text/text.ts'
import { cleanLine } from './content-line.ts'

export type FeedText = Text['feed']

/** What every calendar tells of a duty alike, whoever has it. */
export interface DutyFacts {
  readonly need: Pick<Need, 'start' | 'end' | 'pieces'>
  readonly line: Pick<Line, 'name' | 'code' | 'form'>
  readonly districtName: string
}

type Held = Pick<Slice, 'start' | 'end'>

const CODE_LIMIT = 24
const NAME_LIMIT = 60

/** A name in one short line, so that no name pushes what stands beside it out of the text. */
export function shortName(name: string): string {
  return cleanLine(name, NAME_LIMIT)
}

/** 'Hjemmevakt og legevakt på stedet (H1)': the forms inside the held time, in order. */
export function titleOf(duty: DutyFacts, held: Held, text: FeedText): string {
  return text.title(formsOf(duty, held), cleanLine(duty.line.code, CODE_LIMIT))
}

/** One category for each event: time at the station tells most of where the doctor has to be. */
export function categoryOf(duty: DutyFacts, held: Held, text: FeedText): string {
  const forms = formsOf(duty, held)
  return text.kinds[['on-site' as const, ...DUTY_FORMS].find((form) => forms.includes(form)) ?? 'home']
}

/** Forms inside the held time, by first start; the line's own where the duty names none. */
export function formsOf(duty: DutyFacts, held: Held): DutyForm[] {
  const forms = piecesOf(duty, held).map((piece) => piece.form)
  return forms.length === 0 ? [duty.line.form] : [...new Set(forms)]
}

/** Its forms with their times, unless one form is all of it. */
export function partLines(duty: DutyFacts, held: Held, text: FeedText): string[] {
  const pieces = piecesOf(duty, held)
  const [only] = pieces
  const isWhole = pieces.length === 1 && only?.start === held.start && only.end === held.end
  return isWhole ? [] : pieces.map(text.part)
}

/** Whether the held time is less than the whole duty. */
export function isPartOf({ need }: DutyFacts, held: Held): boolean {
  return held.start > need.start || held.end < need.end
}

/** How long, which line, which district: told last, in this order. */
export function closingLines(duty: DutyFacts, held: Held, text: FeedText): string[] {
  return [
    text.length(minutesOf(held)),
    text.line(shortName(duty.line.name)),
    text.district(shortName(duty.districtName)),
    text.seeApp,
  ]
}

function piecesOf({ need }: DutyFacts, held: Interval): FormPiece[] {
  return need.pieces
    .flatMap((piece) => clip([piece], held).map((part) => ({ form: piece.form, ...part })))
    .sort((a, b) => a.start - b.start)
}
