import { overlaps } from '../../core/time/interval.ts'
import type { DutyNowValue, DutyPart, LineNow } from '../../usecases/show-duty-now.ts'
import { Empty, PageHeading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'

/** Who is on duty at this minute and who is next, line by line, to be read at a glance. */
export function DutyNow({ value, isRefreshed }: { value: DutyNowValue; isRefreshed: boolean }) {
  const { dutyNow, format } = useText()
  const { district, lines, now } = value
  const here = paths.dutyNow(district.id)
  return (
    <div class="page-now">
      <PageHeading title={dutyNow.title} />
      <p class="hint">
        {dutyNow.asOf(format.dateTime(now))} {isRefreshed ? dutyNow.refreshing : dutyNow.stopped}{' '}
        <a class="ds-link" href={isRefreshed ? withQuery(here, { refresh: 'no' }) : here}>
          {isRefreshed ? dutyNow.stop : dutyNow.start}
        </a>
      </p>
      {lines.length === 0 ? (
        <Empty>{dutyNow.none}</Empty>
      ) : (
        <ul class="cards">
          {lines.map((line) => (
            <LineCard line={line} value={value} />
          ))}
        </ul>
      )}
    </div>
  )
}

function LineCard({ line, value }: { line: LineNow; value: DutyNowValue }) {
  const { dutyNow } = useText()
  const areas = line.areas.length > 0 ? line.areas : [value.district.name]
  return (
    <li class="ds-card">
      <h2 class="ds-heading" data-size="xs">
        {`${line.code} ${line.name}`.trim()}
      </h2>
      <p class="hint">{[areas.join(', '), ...(line.place === '' ? [] : [line.place])].join(' · ')}</p>
      <dl class="facts">
        <dt>{dutyNow.now}</dt>
        <dd>
          {line.now.length === 0 && dutyNow.noneNow}
          {line.now.map((part) => (
            <Part part={part} hasPhones={value.hasPhones} />
          ))}
        </dd>
        <dt>{dutyNow.next}</dt>
        <dd>
          {line.next.length === 0 && dutyNow.noneNext}
          {line.next.map((part) => (
            <Part part={part} hasPhones={value.hasPhones} />
          ))}
        </dd>
      </dl>
    </li>
  )
}

function Part({ part, hasPhones }: { part: DutyPart; hasPhones: boolean }) {
  const { dutyNow, format, words } = useText()
  const { holder, need } = part
  const forms = need.pieces.filter((piece) => overlaps(piece, part)).map(({ form }) => words.forms[form])
  return (
    <div>
      {holder.kind === 'open' && (
        <span class="ds-tag" data-color="danger">
          {dutyNow.open}
        </span>
      )}
      {holder.kind === 'locum' && <span class="holder">{dutyNow.locum}</span>}
      {holder.kind === 'doctor' && <span class="holder">{holder.name}</span>}
      {holder.kind === 'doctor' && hasPhones && (
        <p>
          {holder.phone === null ? (
            <span class="hint">{dutyNow.noPhone}</span>
          ) : (
            <a class="ds-link" href={`tel:${holder.phone.replaceAll(/[^\d+]/g, '')}`}>
              {holder.phone}
            </a>
          )}
        </p>
      )}
      <p class="hint">
        {format.timeSpan(part)}
        <br />
        {[...new Set([need.name, ...forms])].join(', ')}
      </p>
    </div>
  )
}
