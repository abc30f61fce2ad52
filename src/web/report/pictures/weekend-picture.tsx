import type { ReportTable, Trail } from '../../../reports/sheet.ts'
import { useText } from '../../text-context.ts'
import type { OverTime } from './over-time-view.tsx'
import { Key, NAME_WIDTH, Picture, shortName } from './picture.tsx'

const ROW = 24
const COLUMN = 10
const WORDS = 190

interface WeekendPictureProps {
  readonly value: OverTime
  readonly tables: readonly ReportTable[]
  readonly trailHref?: ((trail: Trail) => string) | undefined
}

/** Each weekend of each doctor, worked or free, and how often that is. */
export function WeekendPicture({ value, tables, trailHref }: WeekendPictureProps) {
  const { ledger, reportTime } = useText()
  const { weekends } = reportTime
  const { doctors, weeks } = value
  const right = NAME_WIDTH + weeks.length * COLUMN + 10
  const often = ({ weekends: { worked, of } }: OverTime['doctors'][number]) =>
    ledger.figures.everyNthWeekend(worked === 0 ? null : of / worked)
  const label = [
    weekends.picture(doctors.length),
    ...doctors.map((doctor) => `${doctor.name}: ${often(doctor)}`),
  ].join('. ')
  return (
    <Picture
      title={weekends.title}
      label={label}
      width={right + WORDS}
      height={doctors.length * ROW + 4}
      tables={tables}
      trailHref={trailHref}
      keys={
        <>
          <Key sign="worked">{weekends.key}</Key>
          <Key sign="free">{weekends.restKey}</Key>
        </>
      }
    >
      {doctors.map((doctor, index) => {
        const y = index * ROW
        const { worked, of } = doctor.weekends
        return (
          <>
            <text class="name" x={0} y={y + 17}>
              {shortName(doctor.name)}
            </text>
            <path class="worked" d={marks(doctor, true, y + 5, 14)} />
            <path class="free" d={marks(doctor, false, y + 11, 2)} />
            <text class="value" x={right} y={y + 17}>
              {`${weekends.ofAll(worked, of)}: ${often(doctor)}`}
            </text>
          </>
        )
      })}
    </Picture>
  )
}

/** One mark for each weekend that was worked, or was not. */
function marks({ weeks }: OverTime['doctors'][number], isWorked: boolean, y: number, height: number): string {
  return weeks
    .map((week, index) =>
      week?.hasWeekend === isWorked ? `M${NAME_WIDTH + index * COLUMN} ${y}h8v${height}h-8z` : '',
    )
    .join('')
}
