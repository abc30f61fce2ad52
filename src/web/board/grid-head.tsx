import { raw } from 'hono/html'
import { type BoardDay, boardWeeks } from '../../board/board-days.ts'
import { weekdayOf } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'
import type { Drawing } from './entry-link.tsx'
import { classes, escaped } from './markup.ts'
import type { PageBoard } from './page-board.ts'

interface GridHeadProps {
  readonly first: string
  readonly second: string
  readonly days: readonly BoardDay[]
  readonly drawing: Drawing
}

/** Weeks above days. What is special about a day is told in words to those who do not see its colour. */
export function GridHead({ first, second, days, drawing }: GridHeadProps) {
  const { text } = drawing
  let shown = 0
  return (
    <thead>
      <tr>
        <th class="who" scope="col" rowspan={2}>
          {first}
        </th>
        <th class="sum" scope="col" rowspan={2}>
          {second}
        </th>
        {boardWeeks(days).map((week) => {
          const monday = days[shown]?.date ?? ''
          shown += week.days
          return (
            <th scope="colgroup" colspan={week.days}>
              {text.format.shortWeek(week.week)}
              <small>{` ${text.format.shortMonth(monday)}`}</small>
            </th>
          )
        })}
      </tr>
      <tr>{raw(days.map((day) => dayHead(day, drawing)).join(''))}</tr>
    </thead>
  )
}

function dayHead(day: BoardDay, { text, view }: Drawing): string {
  const change = day.clockChange ? `<i>${text.board.clockChangeShort[day.clockChange]}</i>` : ''
  const note = view.value.dayNotes?.get(day.date)
  const sign = note === undefined ? '' : `<i class="note">${text.views.notes.mark}</i>`
  const short = `${text.format.weekdayLetter(day.date)}<b>${Number(day.date.slice(8))}</b>${change}${sign}`
  const said = [dayInWords(day, text), ...(note === undefined ? [] : [text.views.notes.said(note)])].join(
    ', ',
  )
  const title = note === undefined ? '' : ` title="${escaped(note)}"`
  return (
    `<th scope="col"${classes(dayClass(day, view))} data-date="${day.date}"${title}>` +
    `<span aria-hidden="true">${short}</span>` +
    `<span class="ds-sr-only">${escaped(said)}</span></th>`
  )
}

/** 'man. 17. mai: 17. mai, 2. pinsedag': the date and what is special about it. */
export function dayInWords(day: BoardDay, text: Text): string {
  const special = specialOf(day, text)
  const date = text.format.shortDate(day.date)
  return special.length === 0 ? date : `${date}: ${special.join(', ')}`
}

export function specialOf(day: BoardDay, text: Text): string[] {
  return [
    ...(day.holiday ? [text.words.holidays[day.holiday]] : []),
    ...(day.isEve ? [text.words.dayKinds.eve] : []),
    ...(day.clockChange ? [text.board.clockChange[day.clockChange]] : []),
  ]
}

/** Public holiday or eve; outside the dates of the draft. Where weeks do not stand in the same columns, weekends too. */
export function dayClass(day: BoardDay, { value: { draft }, days }: PageBoard): string | undefined {
  const kind = day.holiday !== undefined ? 'hd' : day.isEve ? 'ev' : undefined
  const isBeside = draft !== null && (day.date < draft.from || day.date >= draft.to)
  const isLoose = day.isWeekend && days[0] !== undefined && weekdayOf(days[0].date) !== 1
  if (!isBeside && !isLoose) return kind
  return [kind, isLoose && 'we', isBeside && 'y'].filter(Boolean).join(' ')
}
