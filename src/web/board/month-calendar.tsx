import { raw } from 'hono/html'
import { type BoardDay, boardDays } from '../../board/board-days.ts'
import type { DoctorRow } from '../../board/board-view.ts'
import { formsOf } from '../../board/entries.ts'
import { carriedSign, formClass } from '../../board/face.ts'
import { addDays, daysBetween, type LocalDate, weekdayOf } from '../../core/time/local-date.ts'
import type { Drawing } from './entry-link.tsx'
import { dayClass } from './grid-head.tsx'
import { classes, escaped } from './markup.ts'

interface MonthCalendarProps {
  /** The first day of the month. */
  readonly month: LocalDate
  readonly row: DoctorRow
  readonly drawing: Drawing
}

/** A month of one doctor as a small picture; the list beside it says the same in words. */
export function MonthCalendar({ month, row, drawing }: MonthCalendarProps) {
  const { text } = drawing
  const next = `${addDays(month, 31).slice(0, 7)}-01`
  const blanks = Array.from({ length: weekdayOf(month) - 1 }, () => '<td></td>')
  const days = boardDays(month, daysBetween(month, next)).map((day) => dayCell(day, row, drawing))
  const cells = [...blanks, ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, index) =>
    cells.slice(7 * index, 7 * index + 7).join(''),
  )
  return (
    <table class="mini">
      <caption>{text.format.month(month)}</caption>
      <tbody>{raw(weeks.map((week) => `<tr>${week}</tr>`).join(''))}</tbody>
    </table>
  )
}

function dayCell(day: BoardDay, row: DoctorRow, { view }: Drawing): string {
  const { date } = day
  const entries = row.byDate.get(date) ?? []
  const name = classes(
    day.isWeekend && 'we',
    dayClass(day, view),
    row.unavailable.has(date) && 'x',
    !row.unavailable.has(date) && row.atRisk.has(date) && 'q',
  )
  const duties = entries.map(
    ({ need, line }) => `<b class="d ${formClass(formsOf(need))}">${escaped(line.code)}</b>`,
  )
  const carried = row.carried.has(date) && entries.length === 0 ? `<b>${carriedSign}</b>` : ''
  return `<td${name}>${Number(date.slice(8))}${duties.join('')}${carried}</td>`
}
