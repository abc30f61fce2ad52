import type { DoctorRow } from '../../board/board-view.ts'
import { minutesIn } from '../../board/load-bar.ts'
import type { FairShare } from '../../core/ledger/fair-share.ts'
import { useText } from '../text-context.ts'
import type { Drawing } from './entry-link.tsx'
import { LoadBar } from './load-bar.tsx'

/** Hours, nights, weekends and holidays against the fair share; a colleague is told the number of duties only. */
export function DoctorLoad({ drawing, row }: { drawing: Drawing; row: DoctorRow }) {
  const { board } = useText()
  const { value } = drawing.view
  const share = value.shares.find((own) => own.personId === row.doctor.personId)
  if (!share) return <p>{board.duties([...row.byDate.values()].flat().length)}</p>
  return <ShareTable share={share} />
}

function ShareTable({ share }: { share: FairShare }) {
  const { format, views } = useText()
  const { oneDoctor } = views
  const { actual, target } = share
  const number = (value: number) => format.decimal(value, 1)
  const rows = [
    [oneDoctor.hours, minutesIn(actual), minutesIn(target), format.wholeHours],
    [oneDoctor.nights, actual.nights, target.nights, number],
    [oneDoctor.weekends, actual.weekends, target.weekends, number],
    [oneDoctor.holidays, actual.holidays, target.holidays, number],
  ] as const
  return (
    <table class="ds-table numbers">
      <caption>{oneDoctor.load}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{oneDoctor.held}</th>
          <th scope="col">{oneDoctor.share}</th>
          <th scope="col">{oneDoctor.gap}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, held, fair, told]) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{told(held)}</td>
            <td>{told(fair)}</td>
            <td>{`${held > fair ? '+' : ''}${told(held - fair)}`}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colspan={4}>
            <LoadBar
              load={actual}
              target={target}
              scaleMinutes={Math.max(minutesIn(actual), minutesIn(target)) * 1.1}
            />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
