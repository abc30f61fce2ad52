import type { ClosingsValue } from '../../usecases/show-closings.ts'
import { Empty, Heading, PageHeading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { periodName } from './period-name.ts'

/** Periods that are closed, and those that a coordinator may close. */
export function Closings({ value }: { value: ClosingsValue }) {
  const { ledger } = useText()
  const { closings } = ledger
  return (
    <>
      <PageHeading title={closings.title} />
      <p class="lead">{closings.lead}</p>
      {value.mayClose && <Closable value={value} />}
      {value.closings.length === 0 ? <Empty>{closings.none}</Empty> : <Closed value={value} />}
    </>
  )
}

function Closable({ value: { district, closable } }: { value: ClosingsValue }) {
  const text = useText()
  const { closings } = text.ledger
  return (
    <section>
      <Heading>{closings.can}</Heading>
      {closable.length === 0 ? (
        <p>{closings.canNone}</p>
      ) : (
        <ul class="duty-list">
          {closable.map((period) => (
            <li>
              <a
                class="ds-link"
                href={withQuery(paths.closePeriod(district.id), { kind: period.kind, date: period.from })}
              >
                {periodName(period, text)}
              </a>
              <span class="hint">{text.format.dateRange(period)}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="ds-link" href={paths.ledger(district.id)}>
          {closings.other}
        </a>
      </p>
    </section>
  )
}

function Closed({ value: { district, closings: closed } }: { value: ClosingsValue }) {
  const text = useText()
  const { closings } = text.ledger
  return (
    <Scroll label={closings.title}>
      <table class="ds-table">
        <thead>
          <tr>
            {[closings.period, closings.dates, closings.closedAt, closings.by].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {closed.map(({ id, period, closedAt, by }) => (
            <tr>
              <th scope="row">
                <a class="ds-link" href={withQuery(paths.ledger(district.id), { closing: id })}>
                  {periodName(period, text)}
                </a>
              </th>
              <td>{text.format.dateRange(period)}</td>
              <td>{text.format.dateTime(closedAt)}</td>
              <td>{by ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
