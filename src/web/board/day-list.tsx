import type { BoardDay } from '../../board/board-days.ts'
import { untoldForms } from '../../board/duty-names.ts'
import type { Entry } from '../../board/entries.ts'
import { holderLabel } from '../../board/face.ts'
import { useText } from '../text-context.ts'
import { type Drawing, EntryLink } from './entry-link.tsx'
import { dayClass, specialOf } from './grid-head.tsx'

/** The same duties day by day: for phones, and for whoever would rather read than scan. */
export function DayList({ drawing, isOnlyForNarrow }: { drawing: Drawing; isOnlyForNarrow: boolean }) {
  const byDate = Map.groupBy(drawing.view.entries, (entry) => entry.need.date)
  return (
    <ol class={isOnlyForNarrow ? 'day-list narrow' : 'day-list'}>
      {drawing.view.days.map((day) => (
        <Day day={day} entries={byDate.get(day.date) ?? []} drawing={drawing} />
      ))}
    </ol>
  )
}

function Day({ day, entries, drawing }: { day: BoardDay; entries: readonly Entry[]; drawing: Drawing }) {
  const { board, format } = useText()
  const shown = entries.filter((entry) => !entry.isIdle)
  const note = drawing.view.value.dayNotes?.get(day.date)
  return (
    <li class={[day.isWeekend && 'we', dayClass(day, drawing.view)].filter(Boolean).join(' ') || undefined}>
      <h2>
        {format.shortDate(day.date)}
        {specialOf(day, drawing.text).map((word) => (
          <small>{word}</small>
        ))}
      </h2>
      {note !== undefined && <p class="note">{note}</p>}
      {shown.length === 0 ? (
        <p>{board.noDuties}</p>
      ) : (
        <ul>
          {shown.map((entry) => (
            <Duty entry={entry} drawing={drawing} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Duty({ entry, drawing }: { entry: Entry; drawing: Drawing }) {
  const { format } = useText()
  const { view, text } = drawing
  const personId = entry.slice?.personId
  return (
    <li>
      <EntryLink entry={entry} rows="lines" drawing={drawing} />
      <span>
        {personId ? <b>{view.names.get(personId)}</b> : <b>{holderLabel(entry, view.initials, text)}</b>}
        <small>
          {`${format.clockSpan(entry.part)} · ${[`${entry.line.code} ${entry.need.name}`, ...untoldForms(entry.need, text)].join(', ')}`}
        </small>
      </span>
    </li>
  )
}
