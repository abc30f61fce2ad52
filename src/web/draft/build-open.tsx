import { dutyNameOfId, needOfId } from '../../board/duty-names.ts'
import { addDays } from '../../core/time/local-date.ts'
import type { BuildValue } from '../../usecases/show-build.ts'
import type { DraftValue } from '../../usecases/show-draft.ts'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { WhyLink } from '../why/why-link.tsx'
import { type OpenGroup, type OpenSpan, openGroups } from './open-groups.ts'

const SHOWN = 20

interface OpenProps {
  readonly build: BuildValue
  readonly draft: DraftValue
}

/** Why nobody could be found: each set of reasons once, with the days it holds on. */
export function Open({ build, draft }: OpenProps) {
  const { building, why } = useText()
  const { district } = draft
  const groups = openGroups(build.open, district)
  return (
    <section>
      <p>
        {building.build.open(build.open.length)}{' '}
        <a class="ds-link" href={paths.whyClash(district.id, build.draftId)}>
          {why.clash.link}
        </a>
      </p>
      <ul class="ds-list">
        {groups.slice(0, SHOWN).map((group) => (
          <li>
            <p>
              <Reasons group={group} /> <Why group={group} draft={draft} />
            </p>
            <Spans spans={group.spans} draft={draft} />
          </li>
        ))}
      </ul>
      {groups.length > SHOWN && <p>{building.build.more(dutiesIn(groups.slice(SHOWN)))}</p>}
    </section>
  )
}

function Spans({ spans, draft }: { spans: readonly OpenSpan[]; draft: DraftValue }) {
  const { building } = useText()
  const rest = spans.slice(SHOWN).reduce((sum, { duties }) => sum + duties, 0)
  return (
    <>
      {spans.slice(0, SHOWN).map((span) => (
        <div>
          <a
            class="ds-link"
            href={withQuery(paths.draft(draft.district.id, draft.draft.id), {
              from: dateIn(span.first.needId),
              cell: `${span.first.needId}#${span.first.seat}`,
            })}
          >
            <SpanName span={span} draft={draft} />
          </a>{' '}
          {span.duties > 1 && building.build.duties(span.duties)}
        </div>
      ))}
      {rest > 0 && <div>{building.build.more(rest)}</div>}
    </>
  )
}

function SpanName({ span: { first, from, last }, draft }: { span: OpenSpan; draft: DraftValue }) {
  const text = useText()
  const { district } = draft
  const need = needOfId(district, first.needId)
  if (!need || from === null || last === null || from === last)
    return <>{dutyNameOfId(district, first.needId, text)}</>
  const code = district.lines.find((line) => line.id === need.lineId)?.code ?? ''
  return (
    <>{text.board.shortDutyName(code, need.name, text.format.dateRange({ from, to: addDays(last, 1) }))}</>
  )
}

function Reasons({ group: { reasons } }: { group: OpenGroup }) {
  const { building, violations, format } = useText()
  const { build: text } = building
  if (reasons.length === 0) return <>{text.noReason}</>
  return (
    <>{format.list(reasons.map(({ doctors, kind }) => text.reason(doctors, violations.findings[kind])))}</>
  )
}

/** One duty of the group stands for all: what keeps the doctors away is the same. */
function Why({ group: { spans }, draft: { district, draft } }: { group: OpenGroup; draft: DraftValue }) {
  const text = useText()
  const first = spans[0]?.first
  if (!first) return null
  const href = paths.whyInDraft(district.id, draft.id, first.needId, first.seat)
  return <WhyLink href={href} duty={dutyNameOfId(district, first.needId, text)} />
}

function dutiesIn(groups: readonly OpenGroup[]): number {
  return groups.flatMap(({ spans }) => spans).reduce((sum, { duties }) => sum + duties, 0)
}

/** The date that stands in a need's id (`<line>.<date>.<window>`). */
function dateIn(needId: string): string | undefined {
  return /\.(\d{4}-\d{2}-\d{2})\./.exec(needId)?.[1]
}
