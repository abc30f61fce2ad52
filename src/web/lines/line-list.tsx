import { hasDuties } from '../../core/plans/set-up-state.ts'
import type { Line, TemplateVersion } from '../../core/rota/line.ts'
import { holdsOn, type LocalDate } from '../../core/time/local-date.ts'
import type { SetUpValue } from '../../usecases/show-set-up.ts'
import { ButtonLink, Empty, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { versionWords } from './line-words.ts'

/** The lines of a district with the duties that they have, had and will have. */
export function LineList({ value }: { value: SetUpValue }) {
  const { lines } = useText()
  const { district, today } = value
  return (
    <>
      <PageHeading title={lines.title} />
      <p class="lead">{lines.lead}</p>
      {district.lines.length === 0 && (
        <Empty>
          <p>{lines.none}</p>
        </Empty>
      )}
      <ul class="cards one-column">
        {district.lines.map((line) => (
          <LineCard line={line} all={district.lines} today={today} districtId={district.id} />
        ))}
      </ul>
      <p>
        <ButtonLink href={paths.newLine(district.id)}>{lines.add}</ButtonLink>
      </p>
    </>
  )
}

interface CardProps {
  readonly line: Line
  readonly all: readonly Line[]
  readonly today: LocalDate
  readonly districtId: string
}

function LineCard({ line, all, today, districtId }: CardProps) {
  const { format, lines, words } = useText()
  const behind = line.behind.map((id) => all.find((own) => own.id === id)?.name ?? id)
  return (
    <li class="ds-card">
      <h2 class="ds-heading" data-size="2xs">
        {`${line.name} (${line.code})`}
      </h2>
      <p>
        {words.formTitles[line.form]}
        {behind.length > 0 &&
          `. ${lines.behind(format.list(behind))}${line.conditional ? `, ${lines.conditional}` : ''}`}
      </p>
      {line.place !== undefined && <p>{`${lines.form.place}: ${line.place}`}</p>}
      {!hasDuties(line, today) && <p class="hint">{lines.noDuties}</p>}
      {line.templates.map((version) => (
        <Version version={version} today={today} />
      ))}
      <p>
        <a class="ds-link" href={paths.line(districtId, line.id)} aria-label={lines.changeLabel(line.name)}>
          {lines.change}
        </a>
      </p>
    </li>
  )
}

function Version({ version, today }: { version: TemplateVersion; today: LocalDate }) {
  const text = useText()
  const { format, lines } = text
  const isPast = version.to !== null && version.to <= today
  const when = holdsOn(version, today) ? lines.now : isPast ? lines.past : lines.coming
  const list = (
    <ul class="ds-list">
      {versionWords(version, text).map((sentence) => (
        <li>{sentence}</li>
      ))}
      {version.overrides.length > 0 && <li>{lines.ownDates(version.overrides.length)}</li>}
    </ul>
  )
  const title = `${format.dateRange(version)} (${when})`
  if (!isPast)
    return (
      <>
        <p>
          <b>{title}</b>
        </p>
        {list}
      </>
    )
  return (
    <details class="more">
      <summary>{title}</summary>
      {list}
    </details>
  )
}
