import { raw } from 'hono/html'
import type { BoardDay } from '../../board/board-days.ts'
import { type DoctorRow, doctorRows, type Entry, formsOf } from '../../board/board-view.ts'
import { dutyLabel, formClass } from '../../board/face.ts'
import { useText } from '../text-context.ts'
import { type Drawing, EntryLink } from './entry-link.tsx'
import { dayClass, GridHead } from './grid-head.tsx'
import { LoadBar, minutesIn } from './load-bar.tsx'

/** Doctors down, days across: who works when, and how much of it each one carries. */
export function DoctorGrid({ drawing }: { drawing: Drawing }) {
  const { board } = useText()
  const { view } = drawing
  const rows = doctorRows(view)
  return (
    <table class="grid">
      <caption class="ds-sr-only">{board.captions.doctors}</caption>
      <GridHead
        first={board.doctor}
        second={view.value.hidesHours ? board.dutyCount : board.load}
        days={view.days}
        text={drawing.text}
      />
      <tbody>
        {view.open.length > 0 && <OpenRow drawing={drawing} />}
        {rows.map((row) => (
          <Row row={row} drawing={drawing} />
        ))}
      </tbody>
    </table>
  )
}

function OpenRow({ drawing }: { drawing: Drawing }) {
  const { board, format } = useText()
  const byDate = Map.groupBy(drawing.view.open, (entry) => entry.need.date)
  return (
    <tr class="open">
      <th class="who" scope="row">
        {board.openDuties}
      </th>
      <td class="sum">{format.number(drawing.view.open.length)}</td>
      {drawing.view.days.map((day) => (
        <td class={dayClass(day)}>
          <Entries entries={byDate.get(day.date)} drawing={drawing} />
        </td>
      ))}
    </tr>
  )
}

function Row({ row, drawing }: { row: DoctorRow; drawing: Drawing }) {
  const isOwn = row.doctor.personId === drawing.view.value.ownPersonId
  return (
    <tr class={isOwn ? 'mine' : undefined}>
      <th class="who" scope="row">
        <b>{row.doctor.initials}</b> <span>{row.name}</span>
      </th>
      <td class="sum">
        <Sum row={row} drawing={drawing} />
      </td>
      {drawing.view.days.map((day) =>
        isBlank(row, day) ? blankCell(day) : <Day day={day} row={row} drawing={drawing} />,
      )}
    </tr>
  )
}

/** Most cells are, and drawing each as an element of its own would be most of the page's work. */
function isBlank({ byDate, carried, unavailable, atRisk }: DoctorRow, { date }: BoardDay): boolean {
  return !byDate.has(date) && !carried.has(date) && !unavailable.has(date) && !atRisk.has(date)
}

function blankCell(day: BoardDay) {
  const name = dayClass(day)
  return raw(name === undefined ? '<td></td>' : `<td class="${name}"></td>`)
}

function Day({ day, row, drawing }: { day: BoardDay; row: DoctorRow; drawing: Drawing }) {
  const { words } = drawing.text
  const entries = row.byDate.get(day.date)
  const carried = row.carried.get(day.date)
  const isUnavailable = row.unavailable.has(day.date)
  const isAtRisk = !isUnavailable && row.atRisk.has(day.date)
  const classes = [dayClass(day), isUnavailable && 'x', isAtRisk && 'q'].filter(Boolean).join(' ')
  return (
    <td class={classes || undefined}>
      {carried && <i class={`d c ${formClass(formsOf(carried.need))}`}>›</i>}
      <Entries entries={entries} drawing={drawing} />
      {isUnavailable && <span class="ds-sr-only">{words.notAvailable}</span>}
      {isAtRisk && <span class="ds-sr-only">{words.atRisk}</span>}
    </td>
  )
}

function Entries({ entries, drawing }: { entries: readonly Entry[] | undefined; drawing: Drawing }) {
  return (
    <>
      {(entries ?? []).map((entry) => (
        <EntryLink
          entry={entry}
          label={dutyLabel(entry, drawing.text)}
          title={`${entry.need.name} ${drawing.text.format.clockSpan(entry.part)}`}
          drawing={drawing}
        />
      ))}
    </>
  )
}

/** Coordinators see hours against the fair share; a colleague sees the number of duties, which anybody can count. */
function Sum({ row, drawing }: { row: DoctorRow; drawing: Drawing }) {
  const { board, format } = useText()
  const { value } = drawing.view
  const share = value.shares.find((own) => own.personId === row.doctor.personId)
  if (value.hidesHours || !share) {
    const duties = [...row.byDate.values()].reduce((sum, entries) => sum + entries.length, 0)
    return <>{board.duties(duties)}</>
  }
  const scaleMinutes = Math.max(
    ...value.shares.map((own) => Math.max(minutesIn(own.actual), minutesIn(own.target))),
  )
  return (
    <>
      {format.wholeHours(minutesIn(share.actual))}
      <LoadBar load={share.actual} target={share.target} scaleMinutes={scaleMinutes} />
    </>
  )
}
