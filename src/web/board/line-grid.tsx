import { type LineRow, lineRows } from '../../board/board-view.ts'
import { untoldForms } from '../../board/duty-names.ts'
import { formClass, holderLabel } from '../../board/face.ts'
import { useText } from '../text-context.ts'
import { type Drawing, EntryLink } from './entry-link.tsx'
import { dayClass, GridHead } from './grid-head.tsx'

/** Lines down, days across: who covers what. */
export function LineGrid({ drawing }: { drawing: Drawing }) {
  const { board } = useText()
  return (
    <table class="grid lines">
      <caption class="ds-sr-only">{board.captions.lines}</caption>
      <GridHead first={board.line} second={board.time} days={drawing.view.days} text={drawing.text} />
      <tbody>
        {lineRows(drawing.view).map((row) => (
          <Row row={row} drawing={drawing} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, drawing }: { row: LineRow; drawing: Drawing }) {
  const { format } = useText()
  const [first] = [...row.byDate.values()][0] ?? []
  const untold = first ? untoldForms(first.need, drawing.text) : []
  return (
    <tr>
      <th class="who" scope="row">
        <b class={`d ${formClass(row.forms)}`}>{row.line.code}</b>{' '}
        <span>
          {row.name}
          {untold.length > 0 && <small>{format.list(untold)}</small>}
        </span>
      </th>
      <td class="sum">{first && format.clockSpan(first.need)}</td>
      {drawing.view.days.map((day) => (
        <td class={dayClass(day)}>
          {(row.byDate.get(day.date) ?? []).map((entry) => (
            <EntryLink
              entry={entry}
              label={holderLabel(entry, drawing.view.initials, drawing.text)}
              title={drawing.view.names.get(entry.slice?.personId ?? '')}
              drawing={drawing}
            />
          ))}
        </td>
      ))}
    </tr>
  )
}
