import type { PersonLedger } from '../../core/ledger/person-ledger.ts'
import { paths, withQuery } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { COLUMNS, type Column, sortLedgers, sumOf, valueIn } from './district-sort.ts'
import type { LedgerProps } from './ledger.tsx'

/** One row a doctor, in any order that helps, and what they are together. */
export function DistrictTable({ value, state }: LedgerProps) {
  const { ledger, people } = useText()
  const { district, period } = value
  const rows = sortLedgers(value.ledgers, state)
  const names = new Map(district.persons.map((person) => [person.id, person.name]))
  const address = { kind: period.kind, date: period.from, closing: value.closing?.id }
  return (
    <>
      <p class="hint">
        {ledger.clockNote} {ledger.table.lead}
      </p>
      <Scroll label={ledger.ledger.all}>
        <table class="ds-table numbers compact">
          <thead>
            <tr>
              <th scope="col">{people.hours.doctor}</th>
              {COLUMNS.map((column) => (
                <Head column={column} value={value} state={state} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">
                  <a class="ds-link" href={withQuery(paths.doctorLedger(district.id, row.personId), address)}>
                    {names.get(row.personId)}
                  </a>
                </th>
                {COLUMNS.map((column) => (
                  <Cell column={column} value={valueIn(column, row)} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{ledger.table.sum}</th>
              {COLUMNS.map((column) => (
                <Cell column={column} value={sumOf(column, rows)} />
              ))}
            </tr>
          </tfoot>
        </table>
      </Scroll>
    </>
  )
}

/** A link that sorts by its column, and back again when it already does. */
function Head({ column, value, state }: LedgerProps & { column: Column }) {
  const { ledger } = useText()
  const { district, period, closing } = value
  const isSorted = state.sort === column
  const dir = isSorted && state.dir === 'desc' ? 'asc' : 'desc'
  const href = withQuery(paths.ledger(district.id), {
    kind: period.kind,
    date: period.from,
    closing: closing?.id,
    sort: column,
    dir,
  })
  const order = state.dir === 'asc' ? ('ascending' as const) : ('descending' as const)
  return (
    <th scope="col" aria-sort={isSorted ? order : undefined}>
      <a class="ds-link" href={href}>
        {ledger.table.columns[column]}
      </a>
      {isSorted && <span aria-hidden="true">{state.dir === 'asc' ? ' ↑' : ' ↓'}</span>}
    </th>
  )
}

const COUNTS: readonly Column[] = ['duties', 'nights', 'weekends', 'holidays', 'daysAfterNight']

interface CellProps {
  readonly column: Column
  readonly value: number | null
  readonly row?: PersonLedger
}

function Cell({ column, value, row }: CellProps) {
  const { ledger, words } = useText()
  if (column === 'everyNth') return <td>{value === null ? '–' : ledger.everyNth(value)}</td>
  if (value === null)
    return (
      <td class="unknown">
        {words.notKnown}
        {row && <small>{ledger.table.atLeast(ledger.clockHours(row.worked.knownMinutes))}</small>}
      </td>
    )
  return <td>{COUNTS.includes(column) ? ledger.amount(value) : ledger.clockHours(value)}</td>
}
