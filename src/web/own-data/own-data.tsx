import { OWN_FIELDS, OWN_GROUPS, type OwnGroup, type OwnRow } from '../../core/plans/own-data.ts'
import { fromUtcText } from '../../core/time/minute.ts'
import type { OwnDataValue } from '../../usecases/read-own-data.ts'
import { SubmitButton } from '../form.tsx'
import { ButtonLink, Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

/** The latest rows of a list that the page shows; all are in the file. */
const MOST_SHOWN = 50

/** Everything that is kept of the reader, list by list. */
export function OwnDataPage({ value }: { value: OwnDataValue }) {
  const { ownData, privacy } = useText()
  const { page: text } = ownData
  const held = OWN_GROUPS.filter((group) => value.data[group].length > 0)
  const empty = OWN_GROUPS.filter((group) => value.data[group].length === 0)
  return (
    <>
      <PageHeading title={text.title} />
      <p class="lead">{text.lead}</p>
      <div class="actions">
        <ButtonLink href={paths.myDataFile}>{text.file}</ButtonLink>
        {value.isDoctor && (
          <ButtonLink href={paths.myCalendar} variant="secondary">
            {text.calendar}
          </ButtonLink>
        )}
        <ButtonLink href={paths.privacy} variant="tertiary">
          {privacy.page.title}
        </ButtonLink>
      </div>
      <section class="stack">
        <Heading>{text.correctTitle}</Heading>
        <p>{text.correct}</p>
        <p>{text.patients}</p>
      </section>
      {held.map((group) => (
        <Rows group={group} rows={value.data[group]} />
      ))}
      {empty.length > 0 && <p>{text.nothing(empty.map((group) => ownData.groups[group]).join(' · '))}</p>}
      {value.isDoctor && <Erase value={value} />}
    </>
  )
}

function Rows({ group, rows }: { group: OwnGroup; rows: readonly OwnRow[] }) {
  const { groups, page: text } = useText().ownData
  const shown = rows.slice(-MOST_SHOWN).reverse()
  return (
    <details class="ds-details">
      <summary>{`${groups[group]} (${rows.length})`}</summary>
      <div class="stack">
        {rows.length > shown.length && <p>{text.latest(shown.length)}</p>}
        {shown.map((row) => (
          <Row row={row} />
        ))}
      </div>
    </details>
  )
}

function Row({ row }: { row: OwnRow }) {
  const { fields } = useText().ownData
  const shown = useShown()
  return (
    <dl class="facts">
      {OWN_FIELDS.filter((field) => row[field] !== undefined).map((field) => (
        <div>
          <dt>{fields[field]}</dt>
          <dd>{shown(`${row[field]}`)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Days and instants as people write them; what is a structure of its own is read in the file. */
function useShown(): (text: string) => string {
  const { format, ownData } = useText()
  return (text) => {
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(text)) return format.dateTime(fromUtcText(text))
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return format.date(text)
    return /^[[{]/.test(text) ? ownData.page.inFile : text
  }
}

function Erase({ value }: { value: OwnDataValue }) {
  const { format, ownData } = useText()
  const { page: text } = ownData
  const asked = value.erasures.find(({ doneAt }) => doneAt === null)?.askedAt ?? null
  return (
    <section class="stack">
      <Heading>{text.eraseTitle}</Heading>
      <p>{text.eraseLead}</p>
      {asked === null ? (
        <form method="post" action={paths.askErasure}>
          <SubmitButton variant="secondary">{text.ask}</SubmitButton>
        </form>
      ) : (
        <form method="post" action={paths.withdrawErasure}>
          <p>{text.asked(format.dateTime(asked))}</p>
          <SubmitButton variant="secondary">{text.withdraw}</SubmitButton>
        </form>
      )}
    </section>
  )
}
