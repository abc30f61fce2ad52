import type { Line, TemplateVersion, TemplateWindow } from '../../core/rota/line.ts'
import type { DayKind } from '../../core/time/day-kind.ts'
import { holdsOn, type LocalDate } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'

/** The duties of a line as they hold on a date, or will first hold after it. */
export function lineWords(line: Line, today: LocalDate, text: Text): string[] {
  const version =
    line.templates.find((candidate) => holdsOn(candidate, today)) ??
    line.templates.find(({ from }) => from > today)
  return version ? versionWords(version, text) : [text.lines.noDuties]
}

export function versionWords({ windows }: TemplateVersion, text: Text): string[] {
  return windows.map((window) => windowWords(window, text))
}

function windowWords(window: TemplateWindow, text: Text): string {
  const { lines } = text
  const said = [
    lines.window(window.name, dayWords(window, text), spanWords(window, text)),
    window.number > 1 ? lines.several(window.number) : '',
    window.block === null ? '' : lines.blocks[window.block],
    ...window.pieces.slice(1).map(({ start, form }) => lines.pieces(start, text.words.forms[form])),
  ]
  return said.filter(Boolean).join(', ')
}

function dayWords({ dayKinds, weekdays }: TemplateWindow, { format, lines, words }: Text): string {
  const only = weekdays?.map((weekday) => words.weekdays[weekday - 1] ?? '')
  const kinds = KIND_ORDER.filter((kind) => dayKinds.includes(kind)).map((kind) => lines.days[kind])
  return only ? `${format.list(kinds)} (${only.join(', ')})` : format.list(kinds)
}

export function spanWords({ start, end, endDay }: TemplateWindow, { lines }: Text): string {
  // Until the same hour or earlier, the next day goes without saying.
  const day = endDay === 1 && end <= start ? '' : (lines.nextDays[endDay] ?? '')
  return `${start}–${end}${day === '' ? '' : ` ${day}`}`
}

/** As a week and then a year has them. */
export const KIND_ORDER: readonly DayKind[] = [
  'weekday',
  'saturday',
  'sunday',
  'public-holiday',
  'eve',
  'early-close',
  'bridge-day',
  'summer',
]
