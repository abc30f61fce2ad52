import { raw } from 'hono/html'
import { type LineRow, lineRows } from '../../board/board-view.ts'
import { untoldForms } from '../../board/duty-names.ts'
import { formClass } from '../../board/face.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { useText } from '../text-context.ts'
import { type Drawing, entryMarkup, faceIn } from './entry-link.tsx'
import { dayClass, GridHead } from './grid-head.tsx'
import { GridTable } from './grid-table.tsx'
import { classes, escaped } from './markup.ts'

/** Lines down, days across: who covers what. */
export function LineGrid({ drawing }: { drawing: Drawing }) {
  const { board } = useText()
  return (
    <GridTable kind="lines" label={board.captions.lines}>
      <GridHead first={board.line} second={board.time} days={drawing.view.days} drawing={drawing} />
      <tbody>
        {raw(
          lineRows(drawing.view)
            .map((row) => rowOf(row, drawing))
            .join(''),
        )}
      </tbody>
    </GridTable>
  )
}

function rowOf(row: LineRow, drawing: Drawing): string {
  const { view, text } = drawing
  const days = view.days.map(
    (day) => `<td${classes(dayClass(day, view))}>${holdersOn(row, day.date, drawing)}</td>`,
  )
  const attributes = `data-row data-line="${escaped(row.line.id)}" data-name="${escaped(row.name)}"`
  const head = `<th class="who" scope="row">${lineHead(row, drawing)}</th>`
  const first = firstOf(row)
  const time = `<td class="sum">${first ? text.format.clockSpan(first.need) : ''}</td>`
  return `<tr ${attributes}>${head}${time}${days.join('')}</tr>`
}

/** The line's sign in the pattern of its form, the kind of duty, and the forms that this does not tell. */
export function lineHead(row: LineRow, { text }: Drawing): string {
  const first = firstOf(row)
  const untold = first ? untoldForms(first.need, text) : []
  const forms = untold.length > 0 ? `<small>${escaped(text.format.list(untold))}</small>` : ''
  return `<b class="d ${formClass(row.forms)}">${escaped(row.line.code)}</b> <span>${escaped(row.name)}${forms}</span>`
}

export function firstOf(row: LineRow) {
  return [...row.byDate.values()][0]?.[0]
}

/** Who holds the duties of a row on a date, by initials; the name is told beside them. */
export function holdersOn(row: LineRow, date: LocalDate, drawing: Drawing): string {
  return (row.byDate.get(date) ?? [])
    .map((entry) => entryMarkup(entry, faceIn(drawing, 'lines', entry), drawing))
    .join('')
}
