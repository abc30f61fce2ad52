import type { PersonLedger } from '../../core/ledger/person-ledger.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

/** Minutes by everything that pay asks for, folded: few read it, and they read it all. */
export function Segments({ ledger: { segments } }: { ledger: PersonLedger }) {
  const { format, ledger, words } = useText()
  const { figures } = ledger
  if (segments.length === 0) return null
  return (
    <details class="more">
      <summary>{figures.segments}</summary>
      <p class="hint">{figures.segmentsLead}</p>
      <Scroll label={figures.segments}>
        <table class="ds-table numbers">
          <thead>
            <tr>
              <th scope="col">{figures.form}</th>
              <th scope="col">{figures.dutyClass}</th>
              <th scope="col" class="words">
                {figures.day}
              </th>
              <th scope="col">{figures.window}</th>
              <th scope="col" class="words">
                {figures.calendars}
              </th>
              <th scope="col">{figures.minutes}</th>
            </tr>
          </thead>
          <tbody>
            {segments.map((segment) => (
              <tr>
                <th scope="row">{words.formTitles[segment.form]}</th>
                <td>{segment.dutyClass ?? '–'}</td>
                <td class="words">{words.dayKinds[segment.dayKind]}</td>
                <td>{segment.window}</td>
                <td class="words">
                  {segment.calendars.length === 0
                    ? '–'
                    : format.list(segment.calendars.map((name) => figures.calendarNames[name]))}
                </td>
                <td>{format.hours(segment.minutes)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colspan={5}>
                {ledger.table.sum}
              </th>
              <td>{format.hours(segments.reduce((sum, { minutes }) => sum + minutes, 0))}</td>
            </tr>
          </tfoot>
        </table>
      </Scroll>
    </details>
  )
}
