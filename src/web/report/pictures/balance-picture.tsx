import type { ReportTable } from '../../../reports/sheet.ts'
import { Heading } from '../../heading.tsx'
import { useAmountText } from '../../ledger/amount-text.ts'
import { useText } from '../../text-context.ts'
import { ReportTableView } from '../table-view.tsx'
import type { OverTime } from './over-time-view.tsx'
import { NAME_WIDTH, Picture, shortName, tenth } from './picture.tsx'

type Measure = OverTime['measures'][number]
type Balance = NonNullable<OverTime['doctors'][number]['balance']>

const HEAD = 22
const ROW = 24
const HALF = 36
const COLUMN = HALF * 2 + 100

/** Over or under the fair share, a bar for each doctor and measure: right is more, left is less, and the figure beside it. */
export function BalancePicture({ value, tables }: { value: OverTime; tables: readonly ReportTable[] }) {
  const { ledger, reportTime } = useText()
  const { balance } = reportTime
  const shared = value.doctors.flatMap((doctor) =>
    doctor.balance === null ? [] : [{ name: doctor.name, balance: doctor.balance }],
  )
  const { measures } = value
  if (shared.length === 0 || measures.length === 0) return <Nothing tables={tables} />
  const outside = value.doctors.length - shared.length
  const height = HEAD + shared.length * ROW
  return (
    <Picture
      title={balance.title}
      lead={outside > 0 ? `${balance.lead} ${balance.outside(outside)}` : balance.lead}
      label={balance.picture(shared.length)}
      width={NAME_WIDTH + measures.length * COLUMN}
      height={height + 1}
      tables={tables}
      keys={null}
    >
      {measures.map((measure, index) => {
        const x = NAME_WIDTH + index * COLUMN
        const most = Math.max(...shared.map((doctor) => Math.abs(overIn(doctor.balance, measure))))
        return (
          <>
            <text class="head" x={x} y={13}>
              {ledger.share.measures[measure]}
            </text>
            <line class="axis-line" x1={x + HALF} x2={x + HALF} y1={HEAD} y2={height} />
            {shared.map((doctor, row) => (
              <Bar
                measure={measure}
                over={overIn(doctor.balance, measure)}
                most={most}
                x={x}
                y={HEAD + row * ROW}
              />
            ))}
          </>
        )
      })}
      {shared.map(({ name }, row) => (
        <text class="name" x={0} y={HEAD + row * ROW + 16}>
          {shortName(name)}
        </text>
      ))}
    </Picture>
  )
}

function overIn(balance: Balance, measure: Measure): number {
  return balance[measure].held - balance[measure].share
}

interface BarProps {
  readonly measure: Measure
  readonly over: number
  readonly most: number
  readonly x: number
  readonly y: number
}

function Bar({ measure, over, most, x, y }: BarProps) {
  const { signed } = useAmountText()
  const length = most === 0 ? 0 : tenth((HALF * Math.abs(over)) / most)
  const left = over < 0 ? tenth(x + HALF - length) : x + HALF
  return (
    <>
      <rect class={over < 0 ? 'under' : 'over-share'} x={left} y={y + 5} width={length} height={14} />
      <text class="value" x={x + HALF * 2 + 6} y={y + 16}>
        {signed(measure, over)}
      </text>
    </>
  )
}

function Nothing({ tables }: { tables: readonly ReportTable[] }) {
  const { balance } = useText().reportTime
  return (
    <section class="picture">
      <Heading>{balance.title}</Heading>
      {tables.map((table) => (
        <ReportTableView table={table} naming="caption" />
      ))}
    </section>
  )
}
