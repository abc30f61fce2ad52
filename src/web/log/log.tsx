import type { LogActor, LogEntry, LogInput, LogValue } from '../../usecases/show-log.ts'
import { InputField, Problems, SelectField, SubmitButton } from '../form.tsx'
import { Empty, PageHeading } from '../heading.tsx'
import { withQuery } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

interface LogProps {
  readonly value: LogValue
  /** What the address asks for. */
  readonly asked: LogInput
  readonly path: string
}

/** Who did what when, the latest first, with ways to narrow it down and to go back in time. */
export function Log({ value, asked, path }: LogProps) {
  const { page } = useText().audit
  const { entries, older, problems } = value
  return (
    <>
      <PageHeading title={page.title} />
      <p>{leadOf(value, page)}</p>
      <Problems problems={problems} labels={{ from: page.from, to: page.to }} />
      <Narrow value={value} asked={asked} path={path} />
      {entries.length === 0 ? <Empty>{page.none}</Empty> : <Entries entries={entries} />}
      <nav class="actions" aria-label={page.title}>
        {asked.before !== null && (
          <a class="ds-link" href={withQuery(path, queryOf({ ...asked, before: null }))}>
            {page.newest}
          </a>
        )}
        {older !== null && (
          <a class="ds-link" rel="next" href={withQuery(path, queryOf({ ...asked, before: older }))}>
            {page.older}
          </a>
        )}
      </nav>
    </>
  )
}

function leadOf(
  { district, municipality }: LogValue,
  page: ReturnType<typeof useText>['audit']['page'],
): string {
  if (district) return page.lead
  return municipality === null ? page.installationLead : page.municipalityLead
}

function Narrow({ value, asked, path }: LogProps) {
  const { page } = useText().audit
  const words = useText()
  const actors = value.actors
    .map(({ id, actor }) => [id, actorText(actor, words)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, words.language))
  return (
    <form method="get" action={path} class="filter in-row" novalidate>
      <InputField
        name="from"
        type="date"
        label={page.from}
        value={asked.from ?? ''}
        problems={value.problems}
      />
      <InputField name="to" type="date" label={page.to} value={asked.to ?? ''} problems={value.problems} />
      <SelectField
        name="by"
        label={page.by}
        value={asked.actor ?? ''}
        options={[['', page.everybody], ...actors]}
        problems={[]}
      />
      <SubmitButton variant="secondary">{page.show}</SubmitButton>
    </form>
  )
}

function Entries({ entries }: { entries: readonly LogEntry[] }) {
  const { page } = useText().audit
  return (
    <Scroll label={page.entries}>
      <table class="ds-table log">
        <thead>
          <tr>
            {[page.when, page.who, page.what, page.whom].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Entry entry={entry} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Entry({ entry }: { entry: LogEntry }) {
  const text = useText()
  const { actions, page } = text.audit
  return (
    <tr>
      <td class="log-when">{text.format.dateTime(entry.at)}</td>
      <td class="log-who">{actorText(entry.actor, text)}</td>
      <td class="log-what">{entry.action === null ? page.unknown : actions[entry.action]}</td>
      <td class="log-whom" data-label={page.whom}>
        {entry.subject}
      </td>
    </tr>
  )
}

function actorText(actor: LogActor, { audit }: ReturnType<typeof useText>): string {
  const words = kindText(actor, audit.page)
  return actor.number === undefined ? words : `${words} (${actor.number})`
}

function kindText(actor: LogActor, page: ReturnType<typeof useText>['audit']['page']): string {
  if (actor.kind === 'person') return actor.name
  if (actor.kind === 'address') return actor.email
  return actor.kind === 'system' ? page.jobs[actor.job] : page[actor.kind]
}

function queryOf({ from, to, actor, before }: LogInput) {
  return { from, to, by: actor, before }
}
