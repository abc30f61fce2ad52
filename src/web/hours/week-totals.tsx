import type { LedgerRow } from '../../core/ledger/hours.ts'
import { parameterOn } from '../../core/rota/agreement.ts'
import type { Violation } from '../../core/rules/violation.ts'
import { overlaps } from '../../core/time/interval.ts'
import { isoWeekInterval, isoWeekStart } from '../../core/time/iso-week.ts'
import { Heading } from '../heading.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import type { HoursProps } from './hours.tsx'

/** Doctor by week: the whole week's work where it is known, else that it is not. */
export function WeekTotals({ value }: HoursProps) {
  const { format, people } = useText()
  const byPerson = Map.groupBy(value.rows, (row) => row.personId)
  return (
    <section>
      <Heading>{people.hours.perWeek}</Heading>
      <p class="hint">
        {people.hours.perWeekNote} {people.hours.notKnownNote}
      </p>
      <Scroll label={people.hours.perWeek}>
        <table class="ds-table numbers weeks">
          <thead>
            <tr>
              <th scope="col">{people.hours.doctor}</th>
              {value.weeks.map((week) => (
                <th scope="col">{format.shortWeek(week)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...byPerson].map(([personId, rows]) => (
              <tr>
                <th scope="row">{value.district.persons.find((own) => own.id === personId)?.name}</th>
                {rows.map((row) => (
                  <Total row={row} value={value} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

/** Nearer the cap than this, in minutes, a total is told to the minute: rounded it could seem to be on the other side. */
const NEAR_CAP = 60

function Total({ row, value }: { row: LedgerRow; value: HoursProps['value'] }) {
  const { board, format, words } = useText()
  const isOver = value.violations.some((violation) => isAboutWeek(violation, row))
  if (row.totalMinutes === null) return <td class="unknown">{words.notKnown}</td>
  const cap = parameterOn(value.district.agreement, 'weeklyTotalMinutes', isoWeekStart(row.week))
  const isNearCap = cap !== undefined && Math.abs(row.totalMinutes - cap) < NEAR_CAP
  return (
    <td class={isOver ? 'over' : undefined}>
      {isOver || isNearCap ? format.hours(row.totalMinutes) : format.wholeHours(row.totalMinutes)}
      {isOver && <sup>{board.marks.warns}</sup>}
    </td>
  )
}

function isAboutWeek(violation: Violation, row: LedgerRow): boolean {
  const isWeekly = violation.rule === 'weekly-total' || violation.rule === 'weekly-duty'
  return (
    isWeekly && violation.personId === row.personId && overlaps(violation.span, isoWeekInterval(row.week))
  )
}
