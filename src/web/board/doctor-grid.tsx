import { raw } from 'hono/html'
import type { BoardDay } from '../../board/board-days.ts'
import { type DoctorRow, doctorRows } from '../../board/board-view.ts'
import type { Entry } from '../../board/entries.ts'
import { carriedClass, carriedSign } from '../../board/face.ts'
import { minutesIn } from '../../board/load-bar.ts'
import { useText } from '../text-context.ts'
import { type Drawing, entryMarkup, faceIn } from './entry-link.tsx'
import { dayClass, GridHead } from './grid-head.tsx'
import { GridTable } from './grid-table.tsx'
import { loadBar } from './load-bar.tsx'
import { classes, escaped } from './markup.ts'

/** Doctors down, days across: who works when, and how much of it each one carries. */
export function DoctorGrid({ drawing }: { drawing: Drawing }) {
  const { board } = useText()
  const { view } = drawing
  const rows = doctorRows(view)
  return (
    <GridTable kind={`doctors c${longestCode(drawing)}`} label={board.captions.doctors}>
      <colgroup>
        <col class="who" />
        <col class="sum" />
        <col class="day" span={view.days.length} />
      </colgroup>
      <GridHead
        first={board.doctor}
        second={view.value.hidesHours ? board.dutyCount : board.load}
        days={view.days}
        drawing={drawing}
      />
      <tbody>
        {raw(
          (view.open.length > 0 || view.value.draft ? openRow(drawing) : '') +
            rows.map((row) => rowOf(row, drawing)).join(''),
        )}
      </tbody>
    </GridTable>
  )
}

/** Letters of the longest code of a line, from 2 to 4: days are no wider than it takes to read them. */
function longestCode({ view }: Drawing): number {
  const longest = Math.max(...view.value.district.lines.map(({ code }) => code.length), 2)
  return Math.min(longest, 4)
}

function openRow(drawing: Drawing): string {
  const { view, text } = drawing
  const byDate = Map.groupBy(view.open, (entry) => entry.need.date)
  const days = view.days.map(
    (day) => `<td${classes(dayClass(day, view))}>${entriesIn(byDate.get(day.date), drawing)}</td>`,
  )
  const head = `<th class="who" scope="row">${text.board.openDuties}</th>`
  return `<tr class="open" data-open>${head}<td class="sum">${text.format.number(view.open.length)}</td>${days.join('')}</tr>`
}

function rowOf(row: DoctorRow, drawing: Drawing): string {
  const { personId } = row.doctor
  const { value, days } = drawing.view
  const name = classes(personId === value.ownPersonId && 'mine')
  const head = doctorHead(row, drawing)
  const cells = days.map((day) => dayCell(day, row, drawing))
  return `<tr${name} data-person="${escaped(personId)}">${head}<td class="sum">${sumOf(row, drawing)}</td>${cells.join('')}</tr>`
}

export function doctorHead({ doctor, name }: DoctorRow, { view }: Drawing): string {
  const initials = view.initials.get(doctor.personId) ?? ''
  return `<th class="who" scope="row" title="${escaped(name)}"><b>${escaped(initials)}</b> <span>${escaped(name)}</span></th>`
}

function dayCell(day: BoardDay, row: DoctorRow, drawing: Drawing): string {
  const { words } = drawing.text
  const { date } = day
  const carried = row.carried.get(date)
  const isAway = row.unavailable.has(date)
  const isAtRisk = !isAway && row.atRisk.has(date)
  return (
    `<td${classes(dayClass(day, drawing.view), isAway && 'x', isAtRisk && 'q')}>` +
    (carried ? `<i class="${carriedClass(carried.need)}">${carriedSign}</i>` : '') +
    entriesIn(row.byDate.get(date), drawing) +
    (isAway ? `<span class="ds-sr-only">${words.notAvailable}</span>` : '') +
    (isAtRisk ? `<span class="ds-sr-only">${words.atRisk}</span>` : '') +
    '</td>'
  )
}

function entriesIn(entries: readonly Entry[] | undefined, drawing: Drawing): string {
  if (!entries) return ''
  return entries.map((entry) => entryMarkup(entry, faceIn(drawing, 'doctors', entry), drawing)).join('')
}

/** Coordinators see hours against the fair share; a colleague sees the number of duties, which anybody can count. */
export function sumOf(row: DoctorRow, { view, text }: Drawing): string {
  const { value } = view
  const share = value.shares.find((own) => own.personId === row.doctor.personId)
  if (value.hidesHours || !share) {
    const duties = [...row.byDate.values()].reduce((sum, entries) => sum + entries.length, 0)
    return text.board.duties(duties)
  }
  const scaleMinutes = Math.max(
    ...value.shares.map((own) => Math.max(minutesIn(own.actual), minutesIn(own.target))),
  )
  const bar = loadBar({ load: share.actual, target: share.target, scaleMinutes }, text)
  return text.format.wholeHours(minutesIn(share.actual)) + bar
}
