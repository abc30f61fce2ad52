import type { LedgerRow } from '../../core/ledger/hours.ts'
import { MINUTES_PER_HOUR } from '../../core/time/minute.ts'
import { useText } from '../text-context.ts'

interface WeekChartProps {
  readonly rows: readonly LedgerRow[]
  readonly floorOf: (row: LedgerRow) => number | null
  /** A line that is drawn and flags nothing; undefined where there is none. */
  readonly line: number | undefined
  readonly label: string
}

const HEIGHT = 120
const COLUMN = 24
const BAR = 16
const FOOT = 16
/** Hours at the top of the picture at least: a light period must not look heavy. */
const LEAST_HOURS = 70

/** One doctor's weekly totals as columns, duty below and other work above, with the lowest possible and the line. The table says the same. */
export function WeekChart({ rows, floorOf, line, label }: WeekChartProps) {
  const { format, ledger } = useText()
  const most = Math.max(
    LEAST_HOURS * MINUTES_PER_HOUR,
    ...rows.map((row) => row.totalMinutes ?? row.dutyMinutes),
  )
  const y = (minutes: number) => Math.round((HEIGHT * (most - minutes) * 10) / most) / 10
  const width = rows.length * COLUMN
  return (
    <figure class="week-chart">
      <svg viewBox={`0 0 ${width} ${HEIGHT + FOOT}`} role="img" aria-label={label}>
        {rows.map((row, index) => {
          const x = index * COLUMN + (COLUMN - BAR) / 2
          const floor = floorOf(row)
          const total = row.totalMinutes
          return (
            <>
              {total !== null && (
                <rect class="other" x={x} y={y(total)} width={BAR} height={HEIGHT - y(total)} />
              )}
              <rect
                class="duty"
                x={x}
                y={y(row.dutyMinutes)}
                width={BAR}
                height={HEIGHT - y(row.dutyMinutes)}
              />
              {floor !== null && <rect class="floor" x={x - 2} y={y(floor) - 1} width={BAR + 4} height="2" />}
              <text x={x + BAR / 2} y={HEIGHT + 12}>
                {Number(row.week.slice(6))}
              </text>
            </>
          )
        })}
        {line !== undefined && <line class="line" x1="0" x2={width} y1={y(line)} y2={y(line)} />}
      </svg>
      <figcaption>
        <span class="key duty">{ledger.chart.duty}</span>
        <span class="key other">{ledger.chart.other}</span>
        {rows.some((row) => floorOf(row) !== null) && <span class="key floor">{ledger.chart.floor}</span>}
        {line !== undefined && <span class="key line">{ledger.lines.named(format.hours(line))}</span>}
      </figcaption>
    </figure>
  )
}
