import type { Child } from 'hono/jsx'
import { doctorRow } from '../../board/board-view.ts'
import { useText } from '../text-context.ts'
import { DayGrid } from './day-grid.tsx'
import { DoctorGrid } from './doctor-grid.tsx'
import { DoctorLoad } from './doctor-load.tsx'
import type { Drawing } from './entry-link.tsx'
import { PaperLegend } from './legend.tsx'
import { LineGrid } from './line-grid.tsx'
import { DutyMonths } from './one-doctor.tsx'
import type { PrintPageProps } from './print-page.tsx'
import { EVERY_DOCTOR, type PrintState } from './print-state.ts'
import { WallGrid } from './wall-grid.tsx'

/** The paper itself. Each sheet is a table whose head and foot come again on every page. */
export function Sheets(props: PrintPageProps) {
  const text = useText()
  const drawing: Drawing = { view: props.view, text, hrefOf: () => '', selected: null, isPaper: true }
  const { state } = props
  if (state.what === 'doctor') return <DoctorSheets {...props} drawing={drawing} />
  return (
    <Sheet {...props} kind={state.what} title={titleOf(props)}>
      <section class="board paper">
        <SheetGrid drawing={drawing} state={state} />
      </section>
      <PaperLegend drawing={drawing} />
    </Sheet>
  )
}

function SheetGrid({ drawing, state }: { drawing: Drawing; state: PrintState }) {
  if (state.what === 'wall') return <WallGrid drawing={drawing} />
  if (state.layout === 'lines') return <LineGrid drawing={drawing} />
  return state.layout === 'days' ? <DayGrid drawing={drawing} /> : <DoctorGrid drawing={drawing} />
}

function titleOf({ view }: PrintPageProps): string {
  const { district, rota } = view.value
  return `${district.name} · ${useText().format.dateRange({ from: rota.from, to: rota.to })}`
}

interface SheetProps extends PrintPageProps {
  readonly kind: PrintState['what']
  readonly title: string
  readonly children?: Child
}

function Sheet({ kind, title, view, now, children }: SheetProps) {
  const { format, views } = useText()
  const { draft, revision } = view.value
  const when = format.dateTime(now)
  const foot = draft ? views.paper.footDraft(draft.name, when) : views.paper.footPublished(revision, when)
  return (
    <section class={`sheet ${kind}`} aria-label={title} tabindex={0}>
      <table>
        <thead>
          <tr>
            <th class="sheet-head">{title}</th>
          </tr>
        </thead>
        <tfoot>
          <tr>
            <td class="sheet-foot">{foot}</td>
          </tr>
        </tfoot>
        <tbody>
          <tr>
            <td>{children}</td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function DoctorSheets(props: PrintPageProps & { drawing: Drawing }) {
  const { view, state, drawing } = props
  const { doctors } = view.value.district
  const chosen = doctors.filter(({ personId }) => personId === state.doctor)
  const all = state.doctor === EVERY_DOCTOR ? doctors : chosen.length > 0 ? chosen : doctors.slice(0, 1)
  return (
    <>
      {all.map((doctor) => {
        const row = doctorRow(view, doctor)
        return (
          <Sheet {...props} kind="doctor" title={`${row.name} · ${titleOf(props)}`}>
            <DoctorLoad drawing={drawing} row={row} />
            <DutyMonths row={row} drawing={drawing} />
          </Sheet>
        )
      })}
    </>
  )
}
