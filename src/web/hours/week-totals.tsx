import type { LedgerRow } from '../../core/ledger/hours.ts'
import type { Violation } from '../../core/rules/violation.ts'
import { overlaps } from '../../core/time/interval.ts'
import { isoWeekInterval } from '../../core/time/iso-week.ts'
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
                  <Total row={row} violations={value.violations} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function Total({ row, violations }: { row: LedgerRow; violations: readonly Violation[] }) {
  const { board, format, words } = useText()
  const isOver = violations.some((violation) => isAboutWeek(violation, row))
  if (row.totalMinutes === null) return <td class="unknown">{words.notKnown}</td>
  return (
    <td class={isOver ? 'over' : undefined}>
      {format.wholeHours(row.totalMinutes)}
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
