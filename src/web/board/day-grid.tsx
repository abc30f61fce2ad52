import { raw } from 'hono/html'
import type { BoardDay } from '../../board/board-days.ts'
import { type LineRow, lineRows } from '../../board/board-view.ts'
import { isoWeekOf } from '../../core/time/iso-week.ts'
import { weekdayOf } from '../../core/time/local-date.ts'
import { useText } from '../text-context.ts'
import type { Drawing } from './entry-link.tsx'
import { dayClass, specialOf } from './grid-head.tsx'
import { GridTable } from './grid-table.tsx'
import { firstOf, holdersOn, lineHead } from './line-grid.tsx'
import { classes, escaped } from './markup.ts'

/** Days down, lines across: as most spreadsheets have it. */
export function DayGrid({ drawing }: { drawing: Drawing }) {
  const { board } = useText()
  const rows = lineRows(drawing.view)
  return (
    <GridTable kind="down" label={board.captions.days}>
      <thead>
        <tr>
          <th class="who" scope="col">
            {board.day}
          </th>
          {raw(rows.map((row) => columnHead(row, drawing)).join(''))}
        </tr>
      </thead>
      <tbody>{raw(drawing.view.days.map((day) => dayRow(day, rows, drawing)).join(''))}</tbody>
    </GridTable>
  )
}

function columnHead(row: LineRow, drawing: Drawing): string {
  const first = firstOf(row)
  const attributes = `data-line="${escaped(row.line.id)}" data-name="${escaped(row.name)}"`
  const time = first ? `<i>${drawing.text.format.clockSpan(first.need)}</i>` : ''
  return `<th scope="col" ${attributes}>${lineHead(row, drawing)}${time}</th>`
}

function dayRow(day: BoardDay, rows: readonly LineRow[], drawing: Drawing): string {
  const { format } = drawing.text
  const kinds = classes(day.isWeekend && 'we', dayClass(day, drawing.view), weekdayOf(day.date) === 1 && 'mo')
  const week = weekdayOf(day.date) === 1 ? ` <small>${format.shortWeek(isoWeekOf(day.date))}</small>` : ''
  const special = specialOf(day, drawing.text).map((word) => `<small>${escaped(word)}</small>`)
  const note = drawing.view.value.dayNotes?.get(day.date)
  const noted = note === undefined ? '' : `<small class="note">${escaped(note)}</small>`
  const head = `<th class="who" scope="row"><b>${format.shortDate(day.date)}</b>${week}${special.join('')}${noted}</th>`
  const cells = rows.map((row) => `<td>${holdersOn(row, day.date, drawing)}</td>`)
  return `<tr${kinds} data-date="${day.date}">${head}${cells.join('')}</tr>`
}
