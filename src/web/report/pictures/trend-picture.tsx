import { isoWeekStart } from '../../../core/time/iso-week.ts'
import { MINUTES_PER_HOUR } from '../../../core/time/minute.ts'
import type { ReportTable } from '../../../reports/sheet.ts'
import { useText } from '../../text-context.ts'
import type { OverTime } from './over-time-view.tsx'
import { Key, LimitKeys, Picture, tenth, ticks } from './picture.tsx'

type Week = OverTime['trend'][number]
type Spread = NonNullable<Week['duty']>

const LEFT = 44
const TOP = 8
const HEIGHT = 200
const FOOT = 22
/** Hours at the top at least: a light period must not look heavy. */
const LEAST_HOURS = 70
const HOUR_STEPS = [20, 50, 100].map((hours) => hours * MINUTES_PER_HOUR)

/** Total and duty week by week: the mean as a line, from the least to the most as a bar behind it. */
export function TrendPicture({ value, tables }: { value: OverTime; tables: readonly ReportTable[] }) {
  const { format, reportTime } = useText()
  const { trend } = reportTime
  const { trend: weeks, capMinutes: cap, lineMinutes } = value
  const line = cap === null ? lineMinutes : null
  const spreads = weeks.flatMap(({ duty, total }) => [duty, total].filter((own) => own !== null))
  const most = Math.max(LEAST_HOURS * MINUTES_PER_HOUR, cap ?? 0, ...spreads.map((own) => own.most))
  const levels = ticks(most, HOUR_STEPS, 7)
  const top = levels.at(-1) ?? most
  const column = Math.max(18, Math.min(48, Math.floor(640 / weeks.length)))
  const width = LEFT + weeks.length * column
  const y = (minutes: number) => tenth(TOP + (HEIGHT * (top - minutes)) / top)
  const x = (index: number) => LEFT + index * column + column / 2
  const label = [
    trend.picture(weeks.length),
    ...spoken(
      weeks.flatMap(({ total }) => total ?? []),
      trend.total,
      format.hours,
    ),
    ...spoken(
      weeks.flatMap(({ duty }) => duty ?? []),
      trend.duty,
      format.hours,
    ),
  ].join('. ')
  return (
    <Picture
      title={trend.title}
      label={label}
      width={width + 4}
      height={TOP + HEIGHT + FOOT}
      tables={tables}
      keys={
        <>
          {weeks.some(({ total }) => total !== null) && (
            <>
              <Key sign="total">{trend.totalKey}</Key>
              <Key sign="range">{trend.totalRangeKey}</Key>
            </>
          )}
          <Key sign="duty-line">{trend.dutyKey}</Key>
          <Key sign="duty-range">{trend.dutyRangeKey}</Key>
          <LimitKeys cap={cap} line={line} />
        </>
      }
    >
      {levels.map((level) => (
        <>
          <line class="grid-line" x1={LEFT} x2={width} y1={y(level)} y2={y(level)} />
          <text class="axis" x={LEFT - 6} y={y(level) + 4} text-anchor="end">
            {format.wholeHours(level)}
          </text>
        </>
      ))}
      <Series weeks={weeks} of="duty" x={x} y={y} bar={Math.min(12, column * 0.3)} />
      <Series weeks={weeks} of="total" x={x} y={y} bar={Math.min(12, column * 0.3)} />
      {cap !== null && <line class="cap" x1={LEFT} x2={width} y1={y(cap)} y2={y(cap)} />}
      {line !== null && line <= top && <line class="line" x1={LEFT} x2={width} y1={y(line)} y2={y(line)} />}
      {weeks.map(({ week }, index) => (
        <text class="axis" x={x(index)} y={TOP + HEIGHT + 15} text-anchor="middle">
          {column >= 18 || index % 2 === 0 ? Number(week.slice(6)) : ''}
          <title>{format.dateOnly(isoWeekStart(week))}</title>
        </text>
      ))}
    </Picture>
  )
}

function spoken(
  spreads: readonly Spread[],
  words: (mean: string, least: string, most: string) => string,
  hours: (minutes: number) => string,
): string[] {
  if (spreads.length === 0) return []
  const mean = spreads.reduce((sum, own) => sum + own.mean, 0) / spreads.length
  const least = Math.min(...spreads.map((own) => own.least))
  const most = Math.max(...spreads.map((own) => own.most))
  return [words(hours(mean), hours(least), hours(most))]
}

interface SeriesProps {
  readonly weeks: readonly Week[]
  readonly of: 'duty' | 'total'
  readonly x: (index: number) => number
  readonly y: (minutes: number) => number
  readonly bar: number
}

/** The line is broken where nothing is known. */
function Series({ weeks, of, x, y, bar }: SeriesProps) {
  const points = weeks.flatMap((week, index) => {
    const spread = week[of]
    return spread ? [{ index, spread }] : []
  })
  const path = points
    .map(({ index, spread }, at) => {
      const isOn = at > 0 && points[at - 1]?.index === index - 1
      return `${isOn ? 'L' : 'M'}${tenth(x(index))} ${y(spread.mean)}`
    })
    .join('')
  return (
    <g class={of}>
      {points.map(({ index, spread }) => (
        <rect
          class="range"
          x={tenth(of === 'duty' ? x(index) - bar - 0.5 : x(index) + 0.5)}
          width={tenth(bar)}
          y={y(spread.most)}
          height={tenth(Math.max(1, y(spread.least) - y(spread.most)))}
        />
      ))}
      <path class="mean" d={path} />
      {points.map(({ index, spread }) => (
        <circle class="dot" cx={tenth(x(index))} cy={y(spread.mean)} r="3" />
      ))}
    </g>
  )
}
