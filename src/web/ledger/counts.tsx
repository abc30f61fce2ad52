import type { LedgerValue } from '../../usecases/show-ledger.ts'
import { Heading } from '../heading.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

/** What the published rota shows of everybody, and nothing else of anybody. */
export function Counts({ value }: { value: LedgerValue }) {
  const { ledger, people } = useText()
  const names = new Map(value.district.persons.map((person) => [person.id, person.name]))
  return (
    <section>
      <Heading>{ledger.counts.title}</Heading>
      <p class="hint">{ledger.counts.lead}</p>
      <Scroll label={ledger.counts.title}>
        <table class="ds-table numbers figures-table">
          <thead>
            <tr>
              <th scope="col">{people.hours.doctor}</th>
              <th scope="col">{ledger.figures.duties}</th>
              <th scope="col">{ledger.figures.nights}</th>
              <th scope="col">{ledger.figures.weekendsAny}</th>
            </tr>
          </thead>
          <tbody>
            {value.counts.map((row) => (
              <tr>
                <th scope="row">{names.get(row.personId)}</th>
                <td>{ledger.amount(row.duties)}</td>
                <td>{ledger.amount(row.nights)}</td>
                <td>{ledger.amount(row.weekends)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
