import type { LedgerRow } from '../../core/ledger/hours.ts'
import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { PersonId } from '../../core/rota/person.ts'
import type { HoursValue } from '../../usecases/show-hours.ts'
import { Heading } from '../heading.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { WeekChart } from './week-chart.tsx'
import { floorIn, lineOf } from './week-totals.tsx'

/** One doctor week by week, everything the ledger knows. */
export function DoctorWeeks({ value, personId }: { value: HoursValue; personId: PersonId }) {
  const { ledger, people } = useText()
  const rows = value.rows.filter((row) => row.personId === personId)
  const name = value.district.persons.find((own) => own.id === personId)?.name
  if (rows.length === 0 || !name) return null
  const hasFloors = value.floors.some((floor) => floor.persons[personId] !== undefined)
  return (
    <section>
      <Heading>{people.hours.ofDoctor(name)}</Heading>
      <WeekChart
        rows={rows}
        floorOf={(row) => floorBeside(value, row)}
        line={lineOf(value)}
        label={ledger.chart.ofWeeks(name)}
      />
      <LedgerTable
        rows={rows}
        floorOf={hasFloors ? (row) => floorBeside(value, row) : undefined}
        label={people.hours.ofDoctor(name)}
      />
    </section>
  )
}

/** The floor says how much less the week could have been: beside a lower total it would say nothing, and reads as an error. */
function floorBeside(value: HoursValue, row: LedgerRow): number | null {
  const floor = floorIn(value, row.week, row.personId)
  return floor !== null && row.totalMinutes !== null && floor <= row.totalMinutes ? floor : null
}

interface LedgerTableProps {
  readonly rows: readonly LedgerRow[]
  /** Lowest possible total of the week, null beside a total that is lower; left out where it may not be seen. */
  readonly floorOf: ((row: LedgerRow) => number | null) | undefined
  readonly label: string
}

/** The ledger's rows of one person, a week to a line. */
export function LedgerTable({ rows, floorOf, label }: LedgerTableProps) {
  const { ledger, people, words } = useText()
  const { hours } = people
  return (
    <>
      <p class="hint">{ledger.clockNote}</p>
      <Scroll label={label}>
        <table class="ds-table numbers compact">
          <thead>
            <tr>
              <th scope="col">{hours.week}</th>
              {DUTY_FORMS.map((form) => (
                <th scope="col">{words.formTitles[form]}</th>
              ))}
              <th scope="col">{hours.weighted}</th>
              <th scope="col">{hours.nights}</th>
              <th scope="col">{hours.weekends}</th>
              <th scope="col">{hours.holidays}</th>
              <th scope="col">{hours.elsewhere}</th>
              <th scope="col">{hours.surgery}</th>
              <th scope="col">{hours.tasks}</th>
              <th scope="col">{hours.total}</th>
              {floorOf && <th scope="col">{hours.floor}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Week row={row} floorOf={floorOf} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

function Week({ row, floorOf }: { row: LedgerRow; floorOf: LedgerTableProps['floorOf'] }) {
  const { format, ledger, words } = useText()
  const floor = floorOf?.(row) ?? null
  const orUnknown = (minutes: number | null) =>
    minutes === null ? words.notKnown : ledger.clockHours(minutes)
  return (
    <tr>
      <th scope="row">{format.week(row.week)}</th>
      {DUTY_FORMS.map((form) => (
        <td>{ledger.clockHours(row.minutes[form])}</td>
      ))}
      <td>{ledger.clockHours(row.weightedMinutes)}</td>
      <td>{format.number(row.nights)}</td>
      <td>{format.number(row.weekends)}</td>
      <td>{format.number(row.publicHolidays)}</td>
      <td>{ledger.clockHours(row.elsewhereMinutes)}</td>
      <td>{orUnknown(row.surgeryMinutes)}</td>
      <td>{ledger.clockHours(row.taskMinutes)}</td>
      <td>{orUnknown(row.totalMinutes)}</td>
      {floorOf && <td>{floor === null ? '–' : ledger.clockHours(floor)}</td>}
    </tr>
  )
}
