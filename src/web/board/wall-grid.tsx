import { raw } from 'hono/html'
import { type BoardDay, boardWeeks } from '../../board/board-days.ts'
import { type Entry, formsOf } from '../../board/entries.ts'
import { formClass, holderLabel, partLabel } from '../../board/face.ts'
import { isoWeekOf } from '../../core/time/iso-week.ts'
import { useText } from '../text-context.ts'
import type { Drawing } from './entry-link.tsx'
import { dayClass, specialOf } from './grid-head.tsx'
import { classes, escaped } from './markup.ts'

/** Half a year on one sheet: weeks down, weekdays across, in each day who has which line. */
export function WallGrid({ drawing }: { drawing: Drawing }) {
  const { board, format, views } = useText()
  const { days } = drawing.view
  const byWeek = Map.groupBy(days, (day) => isoWeekOf(day.date))
  return (
    <table class="grid wall" aria-label={board.captions.weeks}>
      <thead>
        <tr>
          <th scope="col">{views.paper.week}</th>
          {days.slice(0, 7).map(({ date }) => (
            <th scope="col">{format.weekdayName(date)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {raw(
          boardWeeks(days)
            .map(({ week }) => weekRow(week, byWeek.get(week) ?? [], drawing))
            .join(''),
        )}
      </tbody>
    </table>
  )
}

function weekRow(week: string, days: readonly BoardDay[], drawing: Drawing): string {
  const cells = days.map((day) => dayCell(day, drawing)).join('')
  return `<tr><th scope="row"><b>${Number(week.slice(6))}</b></th>${cells}</tr>`
}

function dayCell(day: BoardDay, drawing: Drawing): string {
  const { view, text } = drawing
  const own = view.entries.filter(
    ({ need, isIdle, isBeside, slice }) => need.date === day.date && !isIdle && !(isBeside && slice === null),
  )
  const note = view.value.dayNotes?.get(day.date)
  const special = [
    ...specialOf(day, text),
    ...(note === undefined ? [] : [`${text.views.notes.mark} ${note}`]),
  ].map((word) => `<small>${escaped(word)}</small>`)
  const date = `<b class="date">${text.format.shortDayAndMonth(day.date)}</b> ${special.join(' ')}`
  const name = classes(day.isWeekend && 'we', dayClass(day, view))
  return `<td${name}>${date}<br>${own.map((entry) => dutyOf(entry, drawing)).join(' ')}</td>`
}

/** 'T KN' in the pattern of the form. */
function dutyOf(entry: Entry, { view, text }: Drawing): string {
  const form = entry.slice === null ? 'o' : formClass(formsOf(entry.need))
  const label = holderLabel(entry, view.initials, text) + partLabel(entry, text)
  return `<span class="d ${form}"><small>${escaped(entry.line.code)}</small> ${escaped(label)}</span>`
}
