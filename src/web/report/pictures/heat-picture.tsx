import { MINUTES_PER_HOUR } from '../../../core/time/minute.ts'
import type { ReportTable } from '../../../reports/sheet.ts'
import { useText } from '../../text-context.ts'
import type { OverTime } from './over-time-view.tsx'
import { Key, NAME_WIDTH, Picture, shortName, tenth } from './picture.tsx'

type Doctor = OverTime['doctors'][number]
type Week = NonNullable<Doctor['weeks'][number]>

const HEAD = 18
const ROW = 24
/** So that a year stands whole on a screen of 1280. */
const COLUMN = 19
/** Of a digit, as CSS sets these figures. */
const DIGIT = 6.6

/** Lower ends of the shades above the lightest: of total work those that the national survey tells apart. */
const BOUNDS = {
  total: [40, 50, 60, 70].map((hours) => hours * MINUTES_PER_HOUR),
  duty: [10, 20, 30, 40].map((hours) => hours * MINUTES_PER_HOUR),
} as const

/** A square for each doctor and week: darker with more hours, and the hours written in it. */
export function HeatPicture({ value, tables }: { value: OverTime; tables: readonly ReportTable[] }) {
  const { reportTime } = useText()
  const { heat } = reportTime
  const { doctors, weeks, capMinutes } = value
  const isTotal = value.distribution.length > 0
  const minutesOf = (week: Week) => (isTotal ? week.totalMinutes : week.dutyMinutes)
  const bounds = isTotal ? BOUNDS.total : BOUNDS.duty
  const cap = isTotal ? capMinutes : null
  return (
    <Picture
      title={heat.title}
      label={useLabel(value, minutesOf)}
      lead={isTotal ? heat.ofTotal : heat.ofDuty}
      width={NAME_WIDTH + weeks.length * COLUMN + 1}
      height={HEAD + doctors.length * ROW + 1}
      tables={tables}
      keys={<HeatKeys bounds={bounds} cap={cap} value={value} isTotal={isTotal} />}
    >
      {weeks.map((week, index) => (
        <text class="axis" x={NAME_WIDTH + index * COLUMN + COLUMN / 2} y={12} text-anchor="middle">
          {Number(week.slice(6))}
        </text>
      ))}
      {doctors.map((doctor, index) => (
        <Row doctor={doctor} y={HEAD + index * ROW} minutesOf={minutesOf} bounds={bounds} cap={cap} />
      ))}
    </Picture>
  )
}

function useLabel({ doctors, weeks }: OverTime, minutesOf: (week: Week) => number | null): string {
  const { format, reportTime } = useText()
  const { heat } = reportTime
  const cells = doctors.flatMap(({ name, weeks: own }) =>
    own.flatMap((week, index) => (week ? [{ name, index, minutes: minutesOf(week) ?? 0 }] : [])),
  )
  const [first, ...rest] = cells
  const picture = heat.picture(doctors.length, weeks.length)
  if (!first) return picture
  const most = rest.reduce((top, cell) => (cell.minutes > top.minutes ? cell : top), first)
  const told = heat.most(most.name, format.week(weeks[most.index] ?? ''), format.hours(most.minutes))
  return `${picture}. ${told}`
}

interface RowProps {
  readonly doctor: Doctor
  readonly y: number
  readonly minutesOf: (week: Week) => number | null
  readonly bounds: readonly number[]
  readonly cap: number | null
}

interface Square {
  readonly x: number
  readonly shade: string
  readonly text: string
  readonly isPast: boolean
}

/** One path and one text for all squares of a shade: a year of many doctors stays a page that loads. */
function Row({ doctor, y, minutesOf, bounds, cap }: RowProps) {
  const squares = doctor.weeks.flatMap((week, index): Square[] => {
    if (week === null) return []
    const minutes = minutesOf(week)
    const x = NAME_WIDTH + index * COLUMN
    if (minutes === null) return [{ x, shade: 'unknown', text: '?', isPast: false }]
    const shade = `s${bounds.filter((bound) => minutes >= bound).length}`
    const text = String(Math.round(minutes / MINUTES_PER_HOUR))
    return [{ x, shade, text, isPast: cap !== null && minutes > cap }]
  })
  const past = squares.filter(({ isPast }) => isPast)
  return (
    <>
      <text class="name" x={0} y={y + 16}>
        {shortName(doctor.name)}
      </text>
      {[...Map.groupBy(squares, ({ shade }) => shade)].map(([shade, own]) => (
        <g class={shade}>
          <path
            class="square"
            d={own.map(({ x }) => `M${x + 0.5} ${y + 0.5}h${COLUMN - 1}v${ROW - 1}h-${COLUMN - 1}z`).join('')}
          />
          <text y={y + 16} x={own.flatMap(digitPlaces).join(' ')}>
            {own.map(({ text }) => text).join('')}
          </text>
        </g>
      ))}
      {past.length > 0 && (
        <path
          class="past"
          d={past.map(({ x }) => `M${x + 2} ${y + 2}h${COLUMN - 4}v${ROW - 4}h-${COLUMN - 4}z`).join('')}
        />
      )}
    </>
  )
}

/** Where each digit of a square's number begins, so that it stands in the middle. */
function digitPlaces({ x, text }: Square): number[] {
  const left = x + (COLUMN - text.length * DIGIT) / 2
  return [...text].map((_, index) => tenth(left + index * DIGIT))
}

interface HeatKeysProps {
  readonly bounds: readonly number[]
  readonly cap: number | null
  readonly value: OverTime
  readonly isTotal: boolean
}

function HeatKeys({ bounds, cap, value, isTotal }: HeatKeysProps) {
  const { format, reportTime } = useText()
  const { heat } = reportTime
  const weeks = value.doctors.flatMap((doctor) => doctor.weeks)
  return (
    <>
      {bounds.map((bound, index) => {
        const below = bounds[index - 1]
        return (
          <Key sign={`shade s${index}`}>
            {below === undefined ? heat.under(bound) : heat.between(below, bound)}
          </Key>
        )
      })}
      <Key sign={`shade s${bounds.length}`}>{heat.from(bounds.at(-1) ?? 0)}</Key>
      {isTotal && value.unknownWeeks > 0 && <Key sign="shade unknown">{heat.unknown}</Key>}
      {cap !== null && <Key sign="past">{heat.past(format.hours(cap))}</Key>}
      {weeks.includes(null) && <Key sign="away">{heat.away}</Key>}
    </>
  )
}
