import { raw } from 'hono/html'
import { type BoardWeek, boardWeeks } from '../../board/board-days.ts'
import { type Entry, formsOf } from '../../board/entries.ts'
import { formClass } from '../../board/face.ts'
import { type DoctorWeeks, doctorWeeks } from '../../board/weeks.ts'
import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { Text } from '../../text/text.ts'
import { useText } from '../text-context.ts'
import { doctorHead, sumOf } from './doctor-grid.tsx'
import type { Drawing } from './entry-link.tsx'
import { GridTable } from './grid-table.tsx'
import { classes, escaped } from './markup.ts'
import { WeekHead } from './week-grid.tsx'

/** Doctors down, weeks across: how many duties of each form, to see who has long stretches and who has none. */
export function DoctorWeekGrid({ drawing }: { drawing: Drawing }) {
  const { board, views } = useText()
  const { view } = drawing
  const weeks = boardWeeks(view.days)
  return (
    <GridTable kind="weeks" label={views.doctorWeeks}>
      <WeekHead
        first={board.doctor}
        second={view.value.hidesHours ? board.dutyCount : board.load}
        drawing={drawing}
      />
      <tbody>
        {raw(
          doctorWeeks(view)
            .map((own) => rowOf(own, weeks, drawing))
            .join(''),
        )}
      </tbody>
    </GridTable>
  )
}

function rowOf(own: DoctorWeeks, weeks: readonly BoardWeek[], drawing: Drawing): string {
  const { text } = drawing
  const cells = weeks.map(({ week }) => {
    const isAway = own.away.has(week)
    const away = isAway ? `<span class="ds-sr-only">${escaped(text.views.away)}</span>` : ''
    return `<td${classes(isAway && 'x')}>${countsOf(own.byWeek.get(week) ?? [], text)}${away}</td>`
  })
  const sum = `<td class="sum">${sumOf(own.row, drawing)}</td>`
  return `<tr data-person="${escaped(own.row.doctor.personId)}">${doctorHead(own.row, drawing)}${sum}${cells.join('')}</tr>`
}

/** 'T2 H1': a duty of several forms counts under its first. */
function countsOf(entries: readonly Entry[], { words }: Text): string {
  return DUTY_FORMS.map((form) => {
    const amount = entries.filter(({ need }) => formsOf(need)[0] === form).length
    return amount === 0 ? '' : `<b class="d ${formClass([form])}">${words.formLetters[form]}${amount}</b>`
  }).join('')
}
