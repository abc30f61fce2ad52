import type { ClosingPreview } from '../../usecases/close-period.ts'
import { RefusalAlert, SubmitButton } from '../form.tsx'
import { ButtonLink, Heading, PageHeading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { useAmountText } from './amount-text.ts'
import { periodName } from './period-name.ts'
import { MEASURES } from './shares.tsx'

interface PreviewProps {
  readonly preview: ClosingPreview
  /** Why the closing that was just tried did not go through. */
  readonly refusal: string | null
}

/** What would stand for good and what each doctor would carry on, and one button. */
export function ClosePeriod({ preview, refusal }: PreviewProps) {
  const text = useText()
  const { closings } = text.ledger
  const { closing, district } = preview
  const { kind, from: date } = closing.period
  return (
    <>
      <PageHeading title={closings.previewTitle(periodName(closing.period, text))} />
      {refusal !== null && <RefusalAlert>{refusal}</RefusalAlert>}
      <p class="lead">{`${text.format.dateRange(closing.period)}. ${closings.previewLead}`}</p>
      <Figures preview={preview} />
      <Carried preview={preview} />
      <form method="post" action={paths.closePeriod(district.id)} class="actions">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="date" value={date} />
        <SubmitButton>{closings.confirm}</SubmitButton>
        <ButtonLink href={withQuery(paths.ledger(district.id), { kind, date })} variant="secondary">
          {text.ledger.closings.back}
        </ButtonLink>
      </form>
    </>
  )
}

function Figures({ preview: { closing, district } }: { preview: ClosingPreview }) {
  const { format, ledger, people, words } = useText()
  const { columns } = ledger.table
  const names = new Map(district.persons.map((person) => [person.id, person.name]))
  const heads = [columns.planned, columns.duty, columns.weighted, columns.duties, columns.nights]
  const others = [columns.weekends, columns.holidays, columns.total]
  return (
    <Scroll label={ledger.ledger.all}>
      <table class="ds-table numbers">
        <thead>
          <tr>
            {[people.hours.doctor, ...heads, ...others].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {closing.ledgers.map(({ personId, planned, worked }) => (
            <tr>
              <th scope="row">{names.get(personId)}</th>
              <td>{format.hours(planned.dutyMinutes)}</td>
              <td>{format.hours(worked.dutyMinutes)}</td>
              <td>{format.hours(worked.weightedMinutes)}</td>
              <td>{ledger.amount(worked.duties)}</td>
              <td>{ledger.amount(worked.nights)}</td>
              <td>{ledger.amount(worked.weekendsAny)}</td>
              <td>{ledger.amount(worked.publicHolidays)}</td>
              <td class={worked.totalMinutes === null ? 'unknown' : undefined}>
                {worked.totalMinutes === null ? words.notKnown : format.hours(worked.totalMinutes)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Carried({ preview: { closing, entries, district } }: { preview: ClosingPreview }) {
  const { ledger, people } = useText()
  const tell = useAmountText()
  const names = new Map(district.persons.map((person) => [person.id, person.name]))
  const byPerson = Map.groupBy(entries, (entry) => entry.personId)
  const measures = MEASURES.filter((measure) => entries.some((entry) => entry.measure === measure))
  return (
    <section>
      <Heading>{ledger.closings.carried}</Heading>
      <p class="hint">{ledger.balance.lead}</p>
      {entries.length === 0 ? (
        <p>{ledger.closings.carriedNone}</p>
      ) : (
        <Scroll label={ledger.closings.carried}>
          <table class="ds-table numbers">
            <thead>
              <tr>
                <th scope="col">{people.hours.doctor}</th>
                {measures.map((measure) => (
                  <th scope="col">{ledger.share.measures[measure]}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {closing.ledgers
                .filter(({ personId }) => byPerson.has(personId))
                .map(({ personId }) => (
                  <tr>
                    <th scope="row">{names.get(personId)}</th>
                    {measures.map((measure) => {
                      const own = byPerson.get(personId)?.find((entry) => entry.measure === measure)
                      return <td>{tell.signed(measure, own?.amount ?? 0)}</td>
                    })}
                  </tr>
                ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}
