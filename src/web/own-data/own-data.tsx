import { OWN_FIELDS, OWN_GROUPS, type OwnGroup, type OwnRow } from '../../core/plans/own-data.ts'
import type { DistrictObstacles, OwnDataValue } from '../../usecases/read-own-data.ts'
import { SubmitButton } from '../form.tsx'
import { ButtonLink, Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { fieldWord, valueWord } from './own-words.ts'

/** The latest rows of a list that the page shows; all are in the file. */
const MOST_SHOWN = 50

/** Everything that is kept of the reader, list by list. */
export function OwnDataPage({ value }: { value: OwnDataValue }) {
  const { ownData, privacy, reportPages } = useText()
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
        {value.isDoctor && (
          <ButtonLink href={paths.myReports} variant="secondary">
            {reportPages.mine.title}
          </ButtonLink>
        )}
        <ButtonLink href={paths.privacy} variant="tertiary">
          {privacy.page.title}
        </ButtonLink>
      </div>
      <section>
        <Heading>{text.correctTitle}</Heading>
        <p>{text.correct}</p>
        <p>
          <a class="ds-link" href={paths.contact}>
            {ownData.contact.title}
          </a>
        </p>
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
          <Row group={group} row={row} />
        ))}
      </div>
    </details>
  )
}

function Row({ group, row }: { group: OwnGroup; row: OwnRow }) {
  const text = useText()
  const told = OWN_FIELDS.flatMap((field) => {
    const word = valueWord(text, group, field, row)
    return word === undefined ? [] : [{ label: fieldWord(text, group, field), word }]
  })
  return (
    <dl class="facts">
      {told.map(({ label, word }) => (
        <>
          <dt>{label}</dt>
          <dd>{word}</dd>
        </>
      ))}
    </dl>
  )
}

function Erase({ value }: { value: OwnDataValue }) {
  const { format, ownData } = useText()
  const { page: text } = ownData
  const asked = value.erasures.find(({ doneAt }) => doneAt === null)?.askedAt ?? null
  return (
    <section>
      <Heading>{text.eraseTitle}</Heading>
      <p>{text.eraseLead}</p>
      {value.inTheWay.map((own) => (
        <InTheWay own={own} />
      ))}
      {asked === null ? (
        <form class="stack" method="post" action={paths.askErasure}>
          <SubmitButton variant="secondary">{text.ask}</SubmitButton>
        </form>
      ) : (
        <form class="stack" method="post" action={paths.withdrawErasure}>
          <p>{text.asked(format.dateTime(asked))}</p>
          <p>{text.answer}</p>
          <SubmitButton variant="secondary">{text.withdraw}</SubmitButton>
        </form>
      )}
    </section>
  )
}

/** What the coordinator of one district would be told stands in the way, in the doctor's own words. */
function InTheWay({ own: { districtName, obstacles } }: { own: DistrictObstacles }) {
  const { page: text } = useText().ownData
  if (obstacles.length === 0) return <p>{text.nothingInTheWay(districtName)}</p>
  return (
    <>
      <p>{text.inTheWay(districtName)}</p>
      <ul class="ds-list">
        {obstacles.flatMap(({ code, value }) =>
          code in text.obstacles ? (
            <li>{text.obstacles[code as keyof typeof text.obstacles](Number(value))}</li>
          ) : (
            []
          ),
        )}
      </ul>
    </>
  )
}
