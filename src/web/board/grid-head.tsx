import { type BoardDay, boardWeeks } from '../../board/board-days.ts'
import type { Text } from '../../text/text.ts'

interface GridHeadProps {
  readonly first: string
  readonly second: string
  readonly days: readonly BoardDay[]
  readonly text: Text
}

/** Weeks above days. What is special about a day is told in words to those who do not see its colour. */
export function GridHead({ first, second, days, text }: GridHeadProps) {
  return (
    <thead>
      <tr>
        <th class="who" scope="col" rowspan={2}>
          {first}
        </th>
        <th class="sum" scope="col" rowspan={2}>
          {second}
        </th>
        {boardWeeks(days).map((week) => (
          <th scope="colgroup" colspan={week.days}>
            {text.format.shortWeek(week.week)}
            <small>{` ${text.format.shortMonth(weekMonth(week.week, days))}`}</small>
          </th>
        ))}
      </tr>
      <tr>
        {days.map((day) => (
          <th scope="col" class={dayClass(day)}>
            <span aria-hidden="true">
              {text.format.weekdayLetter(day.date)}
              <b>{Number(day.date.slice(8))}</b>
              {day.clockChange && <i>{text.board.clockChangeShort[day.clockChange]}</i>}
            </span>
            <span class="ds-sr-only">{dayInWords(day, text)}</span>
          </th>
        ))}
      </tr>
    </thead>
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

export function dayClass(day: BoardDay): string | undefined {
  if (day.holiday !== undefined) return 'hd'
  return day.isEve ? 'ev' : undefined
}

function weekMonth(week: string, days: readonly BoardDay[]): string {
  const index = boardWeeks(days).findIndex((own) => own.week === week)
  return days[index * 7]?.date ?? ''
}
