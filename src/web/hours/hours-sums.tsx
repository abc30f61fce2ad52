import { minutesIn } from '../../board/load-bar.ts'
import type { FairShare } from '../../core/ledger/fair-share.ts'
import { type LedgerRow, sumRows } from '../../core/ledger/hours.ts'
import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { PersonId } from '../../core/rota/person.ts'
import { LoadBar } from '../board/load-bar.tsx'
import { Heading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import type { HoursProps } from './hours.tsx'

/** One row per doctor for the whole period: clock hours by form, what they weigh, and the counts that wear. */
export function HoursSums({ value, state }: HoursProps) {
  const { people, words } = useText()
  const byPerson = Map.groupBy(value.rows, (row) => row.personId)
  return (
    <section>
      <Heading>{people.hours.perDoctor}</Heading>
      <Scroll label={people.hours.perDoctor}>
        <table class="ds-table numbers">
          <thead>
            <tr>
              <th scope="col">{people.hours.doctor}</th>
              <th scope="col">{people.hours.share}</th>
              {DUTY_FORMS.map((form) => (
                <th scope="col">{words.formTitles[form]}</th>
              ))}
              <th scope="col">{people.hours.weighted}</th>
              <th scope="col">{people.hours.duties}</th>
              <th scope="col">{people.hours.nights}</th>
              <th scope="col">{people.hours.weekends}</th>
              <th scope="col">{people.hours.holidays}</th>
              <th scope="col">{people.hours.meanTotal}</th>
            </tr>
          </thead>
          <tbody>
            {[...byPerson].map(([personId, rows]) => (
              <SumRow personId={personId} rows={rows} value={value} state={state} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

interface SumRowProps extends HoursProps {
  readonly personId: PersonId
  readonly rows: readonly LedgerRow[]
}

function SumRow({ personId, rows, value, state }: SumRowProps) {
  const { format, words } = useText()
  const person = value.district.persons.find((own) => own.id === personId)
  const sum = sumRows(rows)
  const href = withQuery(paths.hours(value.district.id), {
    from: value.weeks[0] ?? null,
    weeks: value.weeks.length,
    draft: state.draftId,
    doctor: personId,
  })
  return (
    <tr>
      <th scope="row">
        <a class="ds-link" href={href}>
          {person?.name}
        </a>
      </th>
      <td>
        <ShareBar share={value.shares.find((own) => own.personId === personId)} shares={value.shares} />
      </td>
      {DUTY_FORMS.map((form) => (
        <td>{format.hours(sum.minutes[form])}</td>
      ))}
      <td>{format.hours(sum.weightedMinutes)}</td>
      <td>{format.number(sum.duties)}</td>
      <td>{format.number(sum.nights)}</td>
      <td>{format.number(sum.weekends)}</td>
      <td>{format.number(sum.publicHolidays)}</td>
      <td>{sum.totalMinutes === null ? words.notKnown : format.hours(sum.totalMinutes / rows.length)}</td>
    </tr>
  )
}

function ShareBar({ share, shares }: { share: FairShare | undefined; shares: readonly FairShare[] }) {
  if (!share) return null
  const scaleMinutes = Math.max(
    ...shares.map((own) => Math.max(minutesIn(own.actual), minutesIn(own.target))),
  )
  return <LoadBar load={share.actual} target={share.target} scaleMinutes={scaleMinutes} />
}
