import type { FairShare, Load } from '../../core/ledger/fair-share.ts'
import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { ShareMeasure } from '../../core/rota/rota.ts'
import type { LedgerValue } from '../../usecases/show-ledger.ts'
import { Heading } from '../heading.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { useAmountText } from './amount-text.ts'

export const MEASURES: readonly ShareMeasure[] = [...DUTY_FORMS, 'nights', 'weekends', 'holidays']

/** One doctor's load against the fair share: bars for the forms, and a table that says the same and more. */
export function Shares({ value }: { value: LedgerValue }) {
  const { ledger } = useText()
  const [share] = value.shares
  if (!share) return null
  const isOutside = share.weight === 0
  return (
    <section>
      <Heading>{ledger.share.title}</Heading>
      {isOutside ? <p>{ledger.share.outside}</p> : <p class="hint">{ledger.share.lead}</p>}
      {!isOutside && <Bars share={share} />}
      <Table share={share} value={value} />
    </section>
  )
}

const WIDTH = 300
const HEIGHT = 14

/** A row a form: the bar is what is carried, the stroke the share. */
function Bars({ share: { actual, target } }: { share: FairShare }) {
  const { format, ledger, words } = useText()
  const forms = DUTY_FORMS.filter((form) => actual.minutes[form] + target.minutes[form] > 0)
  const most = Math.max(1, ...forms.flatMap((form) => [actual.minutes[form], target.minutes[form]]))
  const x = (minutes: number) => Math.round((WIDTH * 10 * minutes) / most) / 10
  return (
    <>
      <table class="bars share-bars">
        <tbody>
          {forms.map((form) => {
            const [held, due] = [actual.minutes[form], target.minutes[form]]
            const label = ledger.share.bar(words.formTitles[form], format.hours(held), format.hours(due))
            return (
              <tr>
                <th scope="row">{words.formTitles[form]}</th>
                <td>
                  <svg
                    class="load"
                    viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                    preserveAspectRatio="none"
                    role="img"
                    aria-label={label}
                  >
                    <rect class={CLASSES[form]} x="0" y="2" width={x(held)} height={HEIGHT - 4} />
                    <rect class="share" x={Math.min(WIDTH - 3, x(due))} y="0" width="3" height={HEIGHT} />
                  </svg>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p class="hint">{ledger.share.strokes}</p>
    </>
  )
}

const CLASSES = { home: 'h', 'on-site': 't', backup: 'b' } as const

function Table({ share, value }: { share: FairShare; value: LedgerValue }) {
  const { ledger } = useText()
  const tell = useAmountText()
  const brought = new Map(value.brought.map(({ measure, amount }) => [measure, amount]))
  return (
    <Scroll label={ledger.share.title}>
      <table class="ds-table numbers figures-table">
        <thead>
          <tr>
            <th scope="col">{ledger.share.measure}</th>
            <th scope="col">{ledger.share.actual}</th>
            <th scope="col">{ledger.share.brought}</th>
            {share.weight > 0 && <th scope="col">{ledger.share.target}</th>}
            {share.weight > 0 && <th scope="col">{ledger.share.difference}</th>}
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => {
            const [held, due] = [amountOf(share.actual, measure), amountOf(share.target, measure)]
            return (
              <tr>
                <th scope="row">{ledger.share.measures[measure]}</th>
                <td>{tell.amount(measure, held)}</td>
                <td>{tell.signed(measure, brought.get(measure) ?? 0)}</td>
                {share.weight > 0 && <td>{tell.amount(measure, due)}</td>}
                {share.weight > 0 && <td>{tell.difference(measure, held - due)}</td>}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}

function amountOf(load: Load, measure: ShareMeasure): number {
  if (measure === 'nights' || measure === 'weekends' || measure === 'holidays') return load[measure]
  return load.minutes[measure]
}
