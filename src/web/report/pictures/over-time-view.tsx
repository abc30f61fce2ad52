import type { ReportTable, Trail } from '../../../reports/sheet.ts'
import type { ReportTimeValue } from '../../../usecases/show-report-time.ts'
import { Empty } from '../../heading.tsx'
import { useText } from '../../text-context.ts'
import { BalancePicture } from './balance-picture.tsx'
import { DistributionPicture } from './distribution-picture.tsx'
import { HeatPicture } from './heat-picture.tsx'
import { TrendPicture } from './trend-picture.tsx'
import { WeekendPicture } from './weekend-picture.tsx'

export type OverTime = ReportTimeValue['overTime']

interface OverTimeProps {
  readonly value: OverTime
  readonly tables: readonly ReportTable[]
  readonly trailHref?: ((trail: Trail) => string) | undefined
}

/** The load of some doctors week by week in five pictures, each with the table that says the same. */
export function OverTimeView({ value, tables, trailHref }: OverTimeProps) {
  const { reportTime } = useText()
  const ofIds = (...ids: readonly string[]) => tables.filter(({ id }) => ids.includes(id))
  const weekends = <WeekendPicture value={value} tables={ofIds('weekends')} trailHref={trailHref} />
  if (value.trend.every(({ doctors }) => doctors === 0))
    return (
      <>
        <Empty>{reportTime.none}</Empty>
        {value.doctors.length > 0 && weekends}
      </>
    )
  return (
    <>
      <p class="hint">{reportTime.lead}</p>
      <TrendPicture value={value} tables={ofIds('weeks')} />
      <HeatPicture value={value} tables={ofIds('week-totals', 'week-duty')} />
      <DistributionPicture value={value} tables={ofIds('week-distribution')} />
      {weekends}
      <BalancePicture value={value} tables={ofIds('balance-hours', 'balance-counts')} />
    </>
  )
}
