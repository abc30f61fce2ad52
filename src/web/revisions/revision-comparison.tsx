import { addDays } from '../../core/time/local-date.ts'
import type { RevisionComparison } from '../../usecases/compare-revisions.ts'
import { DifferenceTable } from '../compare/difference-table.tsx'
import { PlaceTable } from '../compare/place-table.tsx'
import { InputField, SubmitButton } from '../form.tsx'
import { Empty, Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

/** Two revisions of the published rota: per doctor, and day by day. */
export function RevisionComparisonPage({ value }: { value: RevisionComparison }) {
  const { format, history } = useText()
  const { comparison } = history
  const { district, persons, places, period } = value
  return (
    <>
      <PageHeading title={comparisonTitle(value, history)} />
      <p class="lead">{comparison.lead(format.dateRange(period))}</p>
      <ChooseForm value={value} />
      {places.length === 0 ? (
        <Empty>{comparison.nothing}</Empty>
      ) : (
        <>
          <p>{comparison.count(places.length, persons.length)}</p>
          <section>
            <Heading>{comparison.perDoctor}</Heading>
            <DifferenceTable
              district={district}
              differences={persons}
              label={comparison.perDoctor}
              heads={[comparison.gained, comparison.lost, comparison.moved]}
            />
          </section>
          <section>
            <Heading>{comparison.perDay}</Heading>
            <PlaceTable
              district={district}
              places={places}
              label={comparison.perDay}
              heads={[nameOfRevision(value.before, history), nameOfRevision(value.after, history)]}
              hrefOf={({ needId, seat }) => paths.duty(district.id, needId, seat)}
            />
          </section>
        </>
      )}
    </>
  )
}

type HistoryText = ReturnType<typeof useText>['history']

export function comparisonTitle({ before, after }: RevisionComparison, history: HistoryText): string {
  return history.comparison.title(nameOfRevision(before, history), nameOfRevision(after, history))
}

function nameOfRevision(revision: number, history: HistoryText): string {
  return revision === 0 ? history.start : history.name(revision)
}

/** Other revisions or other days, asked through the address. */
function ChooseForm({ value }: { value: RevisionComparison }) {
  const { comparison } = useText().history
  const { district, before, after, period, revision } = value
  return (
    <details class="more">
      <summary>{comparison.choose}</summary>
      <form method="get" action={paths.compareRevisions(district.id)} class="stack" novalidate>
        <div class="side-by-side">
          <InputField
            name="before"
            type="number"
            min="0"
            max={String(revision - 1)}
            label={comparison.before}
            value={String(before)}
            problems={[]}
          />
          <InputField
            name="after"
            type="number"
            min="1"
            max={String(revision)}
            label={comparison.after}
            value={String(after)}
            problems={[]}
          />
          <InputField name="from" type="date" label={comparison.from} value={period.from} problems={[]} />
          <InputField
            name="to"
            type="date"
            label={comparison.to}
            value={addDays(period.to, -1)}
            problems={[]}
          />
        </div>
        <p>
          <SubmitButton variant="secondary">{comparison.show}</SubmitButton>
        </p>
      </form>
    </details>
  )
}
