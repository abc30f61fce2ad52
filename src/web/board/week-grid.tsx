import { raw } from 'hono/html'
import { type BoardWeek, boardWeeks } from '../../board/board-days.ts'
import { formsOf } from '../../board/entries.ts'
import { formClass } from '../../board/face.ts'
import type { WeekRun } from '../../board/week-runs.ts'
import { type WeekRow, weekRows } from '../../board/weeks.ts'
import { isoWeekStart } from '../../core/time/iso-week.ts'
import { addDays } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'
import { useText } from '../text-context.ts'
import { type Drawing, entryMarkup, faceIn } from './entry-link.tsx'
import { GridTable } from './grid-table.tsx'
import { classes, escaped } from './markup.ts'

/** More parts than this in one cell of half a year are told as numbers. */
const FEW = 3

/** Lines down, weeks across: for lines that are taken a week at a time. */
export function WeekGrid({ drawing }: { drawing: Drawing }) {
  const { board } = useText()
  const weeks = boardWeeks(drawing.view.days)
  return (
    <GridTable kind="weeks" label={board.captions.weeks}>
      <WeekHead first={board.line} drawing={drawing} />
      <tbody>
        {raw(
          weekRows(drawing.view)
            .map((row) => rowOf(row, weeks, drawing))
            .join(''),
        )}
      </tbody>
    </GridTable>
  )
}

/** Weeks as heads of columns, with their first and last day and what is special in them. */
export function WeekHead({ first, second, drawing }: { first: string; second?: string; drawing: Drawing }) {
  const { text, view } = drawing
  return (
    <thead>
      <tr>
        <th class="who" scope="col">
          {first}
        </th>
        {second !== undefined && (
          <th class="sum" scope="col">
            {second}
          </th>
        )}
        {raw(
          boardWeeks(view.days)
            .map((week) => weekHead(week, drawing, text))
            .join(''),
        )}
      </tr>
    </thead>
  )
}

function weekHead({ week }: BoardWeek, { view }: Drawing, text: Text): string {
  const monday = isoWeekStart(week)
  const days = view.days.filter(({ date }) => date >= monday && date < addDays(monday, 7))
  const special = days.flatMap(({ holiday }) => (holiday ? [text.words.holidays[holiday]] : []))
  const sign =
    special.length > 0
      ? `<span aria-hidden="true">◆</span><span class="ds-sr-only">, ${escaped(special.join(', '))}</span>`
      : ''
  const title = special.length > 0 ? ` title="${escaped(special.join(', '))}"` : ''
  return (
    `<th scope="col" data-date="${monday}" data-week="${week}"${classes(special.length > 0 && 'hd')}${title}>` +
    `${text.format.shortWeek(week)}${sign}<i>${text.format.shortDayAndMonth(monday)}</i></th>`
  )
}

function rowOf(row: WeekRow, weeks: readonly BoardWeek[], drawing: Drawing): string {
  const { line } = row
  const first = [...row.byWeek.values()][0]?.[0]?.entries[0]
  const form = first ? formClass(formsOf(first.need)) : 'm'
  const head = `<th class="who" scope="row"><b class="d ${form}">${escaped(line.code)}</b> <span>${escaped(line.name)}</span></th>`
  const cells = weeks.map(
    ({ week }) => `<td>${cellOf(row.byWeek.get(week) ?? [], weeks.length, drawing)}</td>`,
  )
  return `<tr data-row data-line="${escaped(line.id)}">${head}${cells.join('')}</tr>`
}

function cellOf(runs: readonly WeekRun[], weeks: number, drawing: Drawing): string {
  if (weeks > 6 && runs.length > FEW) return numbersOf(runs, drawing)
  return runs.map((run) => runOf(run, drawing)).join('')
}

function numbersOf(runs: readonly WeekRun[], { text }: Drawing): string {
  const entries = runs.flatMap((run) => run.entries).filter((entry) => !entry.isIdle)
  const open = entries.filter((entry) => entry.slice === null && !entry.isBeside).length
  const openText = open > 0 ? `<span class="d o">${text.views.openShort(open)}</span>` : ''
  return `<span class="few">${text.views.dutiesShort(entries.length)}</span>${openText}`
}

/** The first duty of a run stands for all of it. */
function runOf(run: WeekRun, drawing: Drawing): string {
  const [entry] = run.entries
  return entryMarkup(entry, faceIn(drawing, 'lines', entry, run), drawing)
}
