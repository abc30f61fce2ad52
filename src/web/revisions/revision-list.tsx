import type { RevisionHead, RevisionsValue } from '../../usecases/list-revisions.ts'
import { SelectField, SubmitButton } from '../form.tsx'
import { Empty, Heading, PageHeading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

interface ListProps {
  readonly value: RevisionsValue
}

/** What has entered the published rota, the latest first, and two of them to be held against each other. */
export function RevisionList({ value }: ListProps) {
  const { history } = useText()
  return (
    <>
      <PageHeading title={history.title} />
      <p class="lead">{history.lead}</p>
      {value.revisions.length === 0 ? (
        <Empty>{history.none}</Empty>
      ) : (
        <>
          <CompareForm value={value} />
          <RevisionTable value={value} />
        </>
      )}
      {value.next !== null && (
        <p>
          <a class="ds-link" href={withQuery(paths.revisions(value.districtId), { before: value.next })}>
            {history.older}
          </a>
        </p>
      )}
    </>
  )
}

function CompareForm({ value }: ListProps) {
  const { history } = useText()
  const revisions = value.revisions.map(({ revision }) => revision)
  const latest = revisions[0] ?? 0
  return (
    <section>
      <Heading>{history.compareLead}</Heading>
      <RevisionChoice
        action={paths.compareRevisions(value.districtId)}
        revisions={[...revisions, ...(revisions.at(-1) === 1 ? [0] : [])]}
        before={latest - 1}
        after={latest}
      />
    </section>
  )
}

interface ChoiceProps {
  readonly action: string
  readonly revisions: readonly number[]
  readonly before: number
  readonly after: number
}

/** Two revisions, asked through the address, since nothing is stored by it. */
export function RevisionChoice({ action, revisions, before, after }: ChoiceProps) {
  const { history } = useText()
  const label = (revision: number) => (revision === 0 ? history.start : history.name(revision))
  const options = revisions.map((revision) => [String(revision), label(revision)] as const)
  return (
    <form method="get" action={action} class="side-by-side in-row" novalidate>
      <SelectField
        name="before"
        label={history.comparison.before}
        value={String(before)}
        options={options}
        problems={[]}
      />
      <SelectField
        name="after"
        label={history.comparison.after}
        value={String(after)}
        options={options.filter(([revision]) => revision !== '0')}
        problems={[]}
      />
      <SubmitButton variant="secondary">{history.compare}</SubmitButton>
    </form>
  )
}

function RevisionTable({ value }: ListProps) {
  const { table, title } = useText().history
  return (
    <Scroll label={title}>
      <table class="ds-table">
        <thead>
          <tr>
            {[
              table.revision,
              table.when,
              table.who,
              table.what,
              table.lines,
              table.period,
              table.changed,
              table.reason,
            ].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.revisions.map((revision) => (
            <Row revision={revision} value={value} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Row({ revision: own, value }: ListProps & { revision: RevisionHead }) {
  const { format, history } = useText()
  const codes = value.lines.filter(({ id }) => own.lineIds.includes(id)).map(({ code }) => code)
  return (
    <tr>
      <th scope="row">
        <a class="ds-link" href={paths.revision(value.districtId, String(own.revision))}>
          {history.name(own.revision)}
        </a>
        {own.revision === value.revision && <small class="hint">{` ${history.isLatest}`}</small>}
      </th>
      <td>{format.dateTime(own.at)}</td>
      <td>{own.byName ?? history.unknown}</td>
      <td>{history.kind[own.kind]}</td>
      <td>{codes.join(', ')}</td>
      <td>{format.dateRange(own)}</td>
      <td>{history.changes(own.doctors, own.duties)}</td>
      <td>{own.reason}</td>
    </tr>
  )
}
