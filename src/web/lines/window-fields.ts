import {
  BLOCKS,
  type BlockKind,
  DUTY_FORMS,
  type DutyForm,
  type TemplatePiece,
  type TemplateWindow,
} from '../../core/rota/line.ts'
import type { DayKind } from '../../core/time/day-kind.ts'
import type { Weekday } from '../../core/time/local-date.ts'
import { isLocalTime, toMinuteOfDay } from '../../core/time/local-time.ts'
import type { Posted } from '../form.tsx'
import { KIND_ORDER } from './line-words.ts'

/** One duty of a line as it is typed. */
export interface WindowForm {
  readonly key: string
  readonly name: string
  readonly kinds: readonly string[]
  readonly weekdays: readonly string[]
  readonly start: string
  readonly end: string
  readonly endDay: string
  readonly number: string
  readonly block: string
  readonly switchAt: string
  readonly switchTo: string
}

export const BLANK_WINDOW: WindowForm = {
  key: '',
  name: '',
  kinds: [],
  weekdays: [],
  start: '',
  end: '',
  endDay: '0',
  number: '1',
  block: '',
  switchAt: '',
  switchTo: '',
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
export const MOST_WINDOWS = 20

/** The windows of a posted form, `w0.name` and so on, until one is missing. */
export function readWindows({ values, all }: Posted): WindowForm[] {
  const found: WindowForm[] = []
  for (let index = 0; index < MOST_WINDOWS && values[`w${index}.start`] !== undefined; index++) {
    const at = (field: string) => (values[`w${index}.${field}`] ?? '').trim()
    found.push({
      key: at('key'),
      name: at('name'),
      kinds: all(`w${index}.kinds`),
      weekdays: all(`w${index}.weekdays`),
      start: at('start'),
      end: at('end'),
      endDay: at('endDay'),
      number: at('number'),
      block: at('block'),
      switchAt: at('switchAt'),
      switchTo: at('switchTo'),
    })
  }
  return found
}

/**
 * What the form says, as duties of a template. Pieces and paid hours that the form has no room for are kept from `former`
 * while the clock times are the same. What can't be read is left for the plan to refuse.
 */
export function toWindows(
  forms: readonly WindowForm[],
  former: readonly TemplateWindow[],
  form: DutyForm,
): TemplateWindow[] {
  const keys = new Set(forms.map(({ key }) => key))
  return forms.map((typed) => {
    const known = former.find(({ key }) => key === typed.key)
    const key = typed.key === '' ? freeKey(keys) : typed.key
    const { start, end } = typed
    const endDay = endDayOf(typed)
    const isSameTime = known?.start === start && known.end === end && known.endDay === endDay
    const weekdays = WEEKDAYS.filter((weekday) => typed.weekdays.includes(String(weekday)))
    return {
      key,
      name: typed.name,
      dayKinds: KIND_ORDER.filter((kind): kind is DayKind => typed.kinds.includes(kind)),
      ...(weekdays.length > 0 && weekdays.length < WEEKDAYS.length ? { weekdays } : {}),
      start,
      end,
      endDay,
      number: Math.max(1, Math.min(50, Number(typed.number) || 1)),
      pieces: isSameTime && hasOddPieces(known, form) ? known.pieces : piecesOf(typed, endDay, form),
      paid: isSameTime ? known.paid : null,
      block: BLOCKS.find((block): block is BlockKind => block === typed.block) ?? null,
    }
  })
}

/** The form of a template's duty, to be changed. */
export function toForm(window: TemplateWindow, form: DutyForm): WindowForm {
  const [, second] = hasOddPieces(window, form) ? [] : window.pieces
  return {
    key: window.key,
    name: window.name,
    kinds: window.dayKinds,
    weekdays: (window.weekdays ?? []).map(String),
    start: window.start,
    end: window.end,
    endDay: String(window.endDay),
    number: String(window.number),
    block: window.block ?? '',
    switchAt: second?.start ?? '',
    switchTo: second?.form ?? '',
  }
}

/** Pieces that two fields can't say: more than one change of form, or a first part of another form than the line's. */
export function hasOddPieces({ pieces }: TemplateWindow, form: DutyForm): boolean {
  return pieces.length > 2 || (pieces.length > 0 && pieces[0]?.form !== form)
}

/** An end that is not after the start is on the next day, whatever is chosen. */
function endDayOf({ start, end, endDay }: WindowForm): number {
  const days = /^[0-3]$/.test(endDay) ? Number(endDay) : 0
  return days === 0 && isLocalTime(start) && isLocalTime(end) && end <= start ? 1 : days
}

function piecesOf(
  { start, end, switchAt, switchTo }: WindowForm,
  endDay: number,
  form: DutyForm,
): TemplatePiece[] {
  const next = DUTY_FORMS.find((own) => own === switchTo)
  if (next === undefined || next === form || !isLocalTime(switchAt) || !isLocalTime(start)) return []
  const turnDay = toMinuteOfDay(switchAt) <= toMinuteOfDay(start) ? 1 : 0
  return [
    { form, startDay: 0, start, endDay: turnDay, end: switchAt },
    { form: next, startDay: turnDay, start: switchAt, endDay, end },
  ]
}

function freeKey(taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const key = `v${number}`
    if (taken.has(key)) continue
    taken.add(key)
    return key
  }
}
