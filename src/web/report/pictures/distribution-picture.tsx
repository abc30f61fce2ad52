import type { ReportTable } from '../../../reports/sheet.ts'
import { Heading } from '../../heading.tsx'
import { useText } from '../../text-context.ts'
import { ReportTableView } from '../table-view.tsx'
import type { OverTime } from './over-time-view.tsx'
import { LimitKeys, Picture, tenth } from './picture.tsx'

const LEFT = 20
const TOP = 20
const HEIGHT = 150
const FOOT = 36
const COLUMN = 48
/** Room for the words under it. */
const AXIS_WIDTH = 160

/** How many doctor-weeks there are of each length, with the cap and the line where they fall. */
export function DistributionPicture({ value, tables }: { value: OverTime; tables: readonly ReportTable[] }) {
  const { format, reportTime } = useText()
  const { distribution } = reportTime
  const { distribution: bins, capMinutes, lineMinutes } = value
  const [first] = bins
  if (!first) return <Unknown tables={tables} />
  const all = bins.reduce((sum, { weeks }) => sum + weeks, 0)
  const fullest = bins.reduce((most, bin) => (bin.weeks > most.weeks ? bin : most), first)
  const binMinutes = first.toMinutes - first.fromMinutes
  const right = LEFT + bins.length * COLUMN
  const width = Math.max(right + LEFT, AXIS_WIDTH)
  const x = (minutes: number) => tenth(LEFT + (COLUMN * (minutes - first.fromMinutes)) / binMinutes)
  const limits = [
    ['cap', capMinutes],
    ['line', capMinutes === null ? lineMinutes : null],
  ] as const
  const drawn = limits.filter(([, minutes]) => minutes !== null && isWithin(bins, minutes))
  const label = [
    distribution.picture(all),
    distribution.most(distribution.bin(fullest.fromMinutes, fullest.toMinutes), fullest.weeks),
  ].join('. ')
  return (
    <Picture
      title={distribution.title}
      lead={distribution.lead}
      label={label}
      width={width}
      height={TOP + HEIGHT + FOOT}
      tables={tables}
      keys={<LimitKeys cap={capMinutes} line={limits[1][1]} />}
    >
      {bins.map(({ fromMinutes, toMinutes, weeks }) => {
        const height = tenth((HEIGHT * weeks) / fullest.weeks)
        const y = TOP + HEIGHT - height
        return (
          <>
            <rect class="bin" x={x(fromMinutes) + 1} width={COLUMN - 2} y={tenth(y)} height={height} />
            {weeks > 0 && (
              <text
                class="value"
                x={tenth((x(fromMinutes) + x(toMinutes)) / 2)}
                y={tenth(y - 5)}
                text-anchor="middle"
              >
                {format.number(weeks)}
              </text>
            )}
            <text class="axis" x={x(fromMinutes)} y={TOP + HEIGHT + 15} text-anchor="middle">
              {format.number(fromMinutes / 60)}
            </text>
          </>
        )
      })}
      <text class="axis" x={right} y={TOP + HEIGHT + 15} text-anchor="middle">
        {format.number((bins.at(-1) ?? first).toMinutes / 60)}
      </text>
      <line class="axis-line" x1={LEFT} x2={right} y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
      <text class="axis" x={LEFT} y={TOP + HEIGHT + 31}>
        {distribution.axis}
      </text>
      {drawn.map(
        ([sign, minutes]) =>
          minutes !== null && <line class={sign} x1={x(minutes)} x2={x(minutes)} y1={4} y2={TOP + HEIGHT} />,
      )}
    </Picture>
  )
}

function isWithin(bins: OverTime['distribution'], minutes: number): boolean {
  const [first, last] = [bins[0], bins.at(-1)]
  return (
    first !== undefined && last !== undefined && minutes >= first.fromMinutes && minutes <= last.toMinutes
  )
}

/** Without any total there is nothing to draw: the table's note says so. */
function Unknown({ tables }: { tables: readonly ReportTable[] }) {
  const { distribution } = useText().reportTime
  return (
    <section class="picture">
      <Heading>{distribution.title}</Heading>
      {tables.map((table) => (
        <ReportTableView table={table} naming="caption" />
      ))}
    </section>
  )
}
