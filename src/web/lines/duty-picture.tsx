import type { PreviewDay, PreviewPart } from '../../core/plans/duty-preview.ts'
import type { District } from '../../core/rota/district.ts'
import type { Line } from '../../core/rota/line.ts'
import { holidayOn } from '../../core/time/holidays.ts'
import { type Interval, minutesOf } from '../../core/time/interval.ts'
import type { Text } from '../../text/text.ts'
import { Heading } from '../heading.tsx'
import { useText } from '../text-context.ts'

/** Height of one line's lane in the picture's own units; its width is the minutes of the day. */
const LANE = 100
/** Clock hours with a fine line behind. */
const MARKED_HOURS = [6, 12, 18]
const DAY_MINUTES = 24 * 60

interface DutyDaysProps {
  readonly district: Pick<District, 'lines'>
  readonly parts: readonly PreviewPart[]
}

/** The duties that lines make, day by day, as a picture with the same in words beside it. */
export function DutyDays({ district, parts }: DutyDaysProps) {
  const text = useText()
  const { preview } = text.setup
  const lines = drawnLines(district, parts)
  return (
    <>
      <p>{gapsSentence(parts, text)}</p>
      {parts.map((part) => (
        <section>
          <Heading>{preview.parts[part.name]}</Heading>
          <ol class="duty-days">
            {part.days.map((day) => (
              <Day day={day} lines={lines} />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

/** Lines without a duty on any of the days take no room. */
export function drawnLines(
  { lines }: Pick<District, 'lines'>,
  parts: readonly Pick<PreviewPart, 'days'>[],
): readonly Line[] {
  const used = new Set(
    parts.flatMap(({ days }) => days.flatMap(({ duties }) => duties.map(({ lineId }) => lineId))),
  )
  return lines.filter(({ id }) => used.has(id))
}

function gapsSentence(parts: readonly PreviewPart[], { format, setup }: Text): string {
  const days = parts.flatMap((part) =>
    part.days.filter(({ gaps }) => gaps.length > 0).map(({ date }) => date),
  )
  const named = days.slice(0, MOST_NAMED).map((date) => format.shortDate(date))
  const more = days.length - named.length
  if (days.length === 0) return setup.preview.gapsNone
  return setup.preview.gapsIn(more > 0 ? setup.overview.andMore(named.join(', '), more) : format.list(named))
}

const MOST_NAMED = 6

function Day({ day, lines }: { day: PreviewDay; lines: readonly Line[] }) {
  const text = useText()
  const { format, setup } = text
  const own = day.duties.filter(({ startsHere }) => startsHere)
  return (
    <li>
      <div class="duty-date">
        <b>{format.shortDate(day.date)}</b>
        <small class="hint">{dayName(day, text)}</small>
      </div>
      <DayPicture day={day} lines={lines} />
      <ul class="duty-words">
        {own.length === 0 && <li class="hint">{setup.preview.nothing}</li>}
        {own.map((duty) => (
          <li>
            {setup.preview.duty(
              lines.find(({ id }) => id === duty.lineId)?.code ?? '',
              format.clockSpan(duty.whole),
              duty.name,
              format.hours(minutesOf(duty.whole)),
            )}
            {duty.number > 1 && `, ${setup.preview.several(duty.number)}`}
          </li>
        ))}
        {day.gaps.length > 0 && (
          <li>
            <span class="ds-tag" data-color="danger">
              {setup.preview.gap(spans(day.gaps, text))}
            </span>
          </li>
        )}
        {day.overlaps.length > 0 && <li class="hint">{setup.preview.overlap(spans(day.overlaps, text))}</li>}
      </ul>
    </li>
  )
}

function spans(list: readonly Interval[], { format }: Text): string {
  return list.map((span) => format.clockSpan(span)).join(', ')
}

/** What the day is called where it is no ordinary one. */
function dayName({ date, kinds, span }: PreviewDay, { setup, words }: Text): string {
  const holiday = holidayOn(date)
  const [kind] = kinds
  const name = holiday ? words.holidays[holiday] : kind && !ORDINARY.has(kind) ? words.dayKinds[kind] : ''
  const minutes = minutesOf(span)
  const clock =
    minutes < DAY_MINUTES ? setup.preview.shorter : minutes > DAY_MINUTES ? setup.preview.longer : ''
  return [name, clock].filter(Boolean).join(', ')
}

const ORDINARY: ReadonlySet<string> = new Set(['weekday', 'saturday', 'sunday'])

/** One day from midnight to midnight, a lane for each line. The words beside it say the same. */
export function DayPicture({ day, lines }: { day: PreviewDay; lines: readonly Line[] }) {
  const { start } = day.span
  const width = minutesOf(day.span)
  const height = Math.max(1, lines.length) * LANE
  const x = (minute: number) => minute - start
  return (
    <svg class="duty-bar" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="night" width={width} height={height} />
      {day.gaps.map((gap) => (
        <rect class="gap" x={x(gap.start)} width={minutesOf(gap)} height={height} />
      ))}
      {day.duties.map((duty) => (
        <rect
          class={duty.form}
          x={x(duty.start)}
          y={lines.findIndex(({ id }) => id === duty.lineId) * LANE + LANE / 8}
          width={minutesOf(duty)}
          height={LANE * 0.75}
        />
      ))}
      {MARKED_HOURS.map((hour) => (
        <line class="hour" x1={(hour * width) / 24} x2={(hour * width) / 24} y1="0" y2={height} />
      ))}
    </svg>
  )
}
