import type { LedgerRow } from '../../core/ledger/hours.ts'
import { parameterOn, referenceOn } from '../../core/rota/agreement.ts'
import type { PersonId } from '../../core/rota/person.ts'
import type { Violation } from '../../core/rules/violation.ts'
import { overlaps } from '../../core/time/interval.ts'
import { type IsoWeek, isoWeekInterval, isoWeekStart } from '../../core/time/iso-week.ts'
import type { HoursValue } from '../../usecases/show-hours.ts'
import { Heading } from '../heading.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import type { HoursProps } from './hours.tsx'

/** A quarter to a table, so that no table is wider than a page. */
const WEEKS_A_TABLE = 13

/** Doctor by week: the whole week's work where it is known, with the lowest it could be, else that it is not known. */
export function WeekTotals({ value }: HoursProps) {
  const { format, ledger, people } = useText()
  const { hours } = people
  const line = lineOf(value)
  const tables = Array.from({ length: Math.ceil(value.weeks.length / WEEKS_A_TABLE) }, (_, index) =>
    value.weeks.slice(index * WEEKS_A_TABLE, (index + 1) * WEEKS_A_TABLE),
  )
  return (
    <section>
      <Heading>{hours.perWeek}</Heading>
      <p class="hint">
        {hours.perWeekNote} {hours.notKnownNote} {hours.floorNote}
      </p>
      {line !== undefined && <p class="hint">{ledger.lines.inTable(format.hours(line))}</p>}
      {tables.map((weeks) => (
        <Weeks value={value} weeks={weeks} />
      ))}
    </section>
  )
}

/** The line of the last week shown; undefined where the district has adopted a cap in its place. */
export function lineOf({ district, weeks }: HoursValue): number | undefined {
  const monday = isoWeekStart(weeks.at(-1) as IsoWeek)
  return parameterOn(district.agreement, 'weeklyTotalMinutes', monday) === undefined
    ? referenceOn(district.agreement, 'weeklyTotalMinutes', monday)
    : undefined
}

function Weeks({ value, weeks }: { value: HoursValue; weeks: readonly IsoWeek[] }) {
  const { format, people } = useText()
  const [first = '', last = first] = [weeks[0], weeks.at(-1)]
  const label = `${people.hours.perWeek}, ${format.week(first)} – ${format.week(last)}`
  const names = new Map(value.district.persons.map((person) => [person.id, person.name]))
  const shown = new Set(weeks)
  return (
    <Scroll label={label}>
      <table class="ds-table numbers weeks">
        <thead>
          <tr>
            <th scope="col">{people.hours.doctor}</th>
            {weeks.map((week) => (
              <th scope="col">{format.shortWeek(week)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...Map.groupBy(value.rows, (row) => row.personId)].map(([personId, rows]) => (
            <tr>
              <th scope="row">{names.get(personId)}</th>
              {rows
                .filter((row) => shown.has(row.week))
                .map((row) => (
                  <Total row={row} value={value} floor={floorIn(value, row.week, personId)} />
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

export function floorIn(value: HoursValue, week: IsoWeek, personId: PersonId): number | null {
  return value.floors.find((floor) => floor.week === week)?.persons[personId] ?? null
}

/** Nearer the cap or the line than this, in minutes, a total is told to the minute: rounded it could seem to be on the other side. */
const NEAR = 60

interface TotalProps {
  readonly row: LedgerRow
  readonly value: HoursValue
  readonly floor: number | null
}

function Total({ row, value, floor }: TotalProps) {
  const { board, format, words } = useText()
  const { agreement } = value.district
  const monday = isoWeekStart(row.week)
  const isOver = value.violations.some((violation) => isAboutWeek(violation, row))
  if (row.totalMinutes === null) return <td class="unknown">{words.notKnown}</td>
  const cap = parameterOn(agreement, 'weeklyTotalMinutes', monday)
  const line = cap === undefined ? referenceOn(agreement, 'weeklyTotalMinutes', monday) : undefined
  const limit = cap ?? line
  const isNear = limit !== undefined && Math.abs(row.totalMinutes - limit) < NEAR
  const isPastLine = line !== undefined && row.totalMinutes > line
  const told = isOver || isNear ? format.hours(row.totalMinutes) : format.wholeHours(row.totalMinutes)
  return (
    <td class={isOver ? 'over' : undefined}>
      {isPastLine ? <span class="past-line">{told}</span> : told}
      {isOver && <sup>{board.marks.warns}</sup>}
      {floor !== null && floor <= row.totalMinutes && <small>{format.wholeHours(floor)}</small>}
    </td>
  )
}

function isAboutWeek(violation: Violation, row: LedgerRow): boolean {
  const isWeekly = violation.rule === 'weekly-total' || violation.rule === 'weekly-duty'
  return (
    isWeekly && violation.personId === row.personId && overlaps(violation.span, isoWeekInterval(row.week))
  )
}
