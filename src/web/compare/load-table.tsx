import type { Load } from '../../core/ledger/fair-share.ts'
import type { District } from '../../core/rota/district.ts'
import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { Text } from '../../text/text.ts'
import type { LoadChange } from '../../usecases/doctor-loads.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { nameOf } from './difference-table.tsx'

interface LoadTableProps {
  readonly district: Pick<District, 'persons'>
  readonly loads: readonly LoadChange[]
  readonly label: string
  /** One more column, such as wishes met: its head, and what stands there for a doctor. */
  readonly beside?: { readonly head: string; readonly of: (personId: string) => string }
}

interface Column {
  readonly head: string
  readonly of: (load: Load) => number
  readonly tell: (amount: number) => string
}

/** What each doctor carries in one plan and in another: one figure where nothing changes, two where it does. */
export function LoadTable({ district, loads, label, beside }: LoadTableProps) {
  const text = useText()
  const columns = columnsOf(text).filter(({ of }) =>
    loads.some(({ before, after }) => of(before) + of(after) > 0),
  )
  return (
    <Scroll label={label}>
      <table class="ds-table numbers">
        <thead>
          <tr>
            <th scope="col">{text.publishing.load.doctor}</th>
            {columns.map(({ head }) => (
              <th scope="col">{head}</th>
            ))}
            {beside && <th scope="col">{beside.head}</th>}
          </tr>
        </thead>
        <tbody>
          {loads.map(({ personId, before, after }) => (
            <tr>
              <th scope="row">{nameOf(district, personId)}</th>
              {columns.map(({ of, tell }) => (
                <Change before={tell(of(before))} after={tell(of(after))} />
              ))}
              {beside && <td>{beside.of(personId)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** Read out in words, since an arrow says nothing to whoever listens. */
function Change({ before, after }: { before: string; after: string }) {
  const { load } = useText().publishing
  if (before === after) return <td>{after}</td>
  return (
    <td>
      <b aria-hidden="true">{load.change(before, after)}</b>
      <span class="ds-sr-only">{load.changeSaid(before, after)}</span>
    </td>
  )
}

function columnsOf({ publishing, words, format }: Text): Column[] {
  const { load } = publishing
  return [
    ...DUTY_FORMS.map((form) => ({
      head: words.formTitles[form],
      of: ({ minutes }: Load) => minutes[form],
      tell: format.hours,
    })),
    { head: load.nights, of: ({ nights }) => nights, tell: format.number },
    { head: load.weekends, of: ({ weekends }) => weekends, tell: format.number },
    { head: load.holidays, of: ({ holidays }) => holidays, tell: format.number },
  ]
}
