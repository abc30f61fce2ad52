import { isWithdrawn } from '../../core/plans/agreement-change.ts'
import type { AgreementEntry, ParameterName } from '../../core/rota/agreement.ts'
import { holdsOn } from '../../core/time/local-date.ts'
import type { AgreementView } from '../../usecases/show-agreement.ts'
import { Heading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { entryInWords, type Shown } from './standing.ts'

interface HistoryProps {
  readonly view: AgreementView
  readonly name: ParameterName
  readonly shown: Shown
}

/** All that has ever been set, the newest first. */
export function History({ view, name, shown }: HistoryProps) {
  const { agreement } = shown.text
  const entries = view.district.agreement
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => entry.parameter === name)
    .toSorted((a, b) =>
      a.entry.from === b.entry.from ? b.index - a.index : a.entry.from < b.entry.from ? 1 : -1,
    )
  return (
    <section>
      <Heading>{agreement.page.history}</Heading>
      {entries.length === 0 ? (
        <p>{agreement.page.noHistory}</p>
      ) : (
        <>
          <p class="hint">{agreement.page.historyNote}</p>
          <ul class="terms">
            {entries.map(({ entry, index }) => (
              <Former entry={entry} index={index} view={view} shown={shown} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface FormerProps {
  readonly entry: AgreementEntry
  readonly index: number
  readonly view: AgreementView
  readonly shown: Shown
}

function Former({ entry, index, view, shown }: FormerProps) {
  const { agreement, format } = shown.text
  const value = entryInWords(entry, shown)
  const href = withQuery(paths.agreementValue(view.district.id, entry.parameter), { copy: index })
  const isOver = !holdsOn(entry, view.today) && (entry.from <= view.today || isWithdrawn(entry))
  return (
    <li>
      <div>
        <p class="value-now">
          <b>{value}</b>{' '}
          <span class="ds-tag" data-color="neutral">
            {timeOf(entry, shown)}
          </span>
        </p>
        <p>{isWithdrawn(entry) ? format.dateOnly(entry.from) : format.dateRange(entry)}</p>
        {view.mayChange && isOver && (
          <p>
            <a class="ds-link" href={`${href}#new`}>
              {agreement.page.again(value)}
            </a>
          </p>
        )}
      </div>
      <div>
        <p>{entry.source}</p>
        <p class="hint">{agreement.page.enteredBy(entry.author, entry.decidedOn)}</p>
      </div>
    </li>
  )
}

/** How strongly it held, and whether it does. */
function timeOf(entry: AgreementEntry, { today, text }: Shown): string {
  const { tags } = text.agreement
  if (isWithdrawn(entry)) return tags.withdrawn
  if (entry.from > today) return `${tags[entry.status]}, ${tags.coming}`
  return holdsOn(entry, today) ? tags[entry.status] : `${tags[entry.status]}, ${tags.former}`
}
