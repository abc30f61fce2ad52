import { type DoctorRow, doctorRow } from '../../board/board-view.ts'
import type { Entry } from '../../board/entries.ts'
import type { Draft } from '../../core/rota/draft.ts'
import { addDays, type LocalDate } from '../../core/time/local-date.ts'
import { SelectField } from '../form.tsx'
import { Heading } from '../heading.tsx'
import { useText } from '../text-context.ts'
import { type BoardState, boardQuery } from './board-state.ts'
import { DoctorLoad } from './doctor-load.tsx'
import { type Drawing, EntryLink } from './entry-link.tsx'
import { FlagList } from './flag-list.tsx'
import { MonthCalendar } from './month-calendar.tsx'
import { flagContext } from './use-violation-text.ts'

interface OneDoctorProps {
  /** Of the whole plan. */
  readonly drawing: Drawing
  readonly state: BoardState
}

/** One doctor's part of the whole plan: what they carry, what is wrong, and every duty as a list beside a calendar. */
export function OneDoctor({ drawing, state }: OneDoctorProps) {
  const { views } = useText()
  const row = rowOf(drawing, state)
  if (!row) return <p>{views.oneDoctor.nobody}</p>
  const { personId } = row.doctor
  const flags = drawing.view.flags.flags.filter(({ violation }) => violation.personId === personId)
  const { value } = drawing.view
  return (
    <section class="one-doctor" id="board">
      <DoctorChoice drawing={drawing} state={state} chosen={personId} />
      <Heading>{views.oneDoctor.duties(row.name)}</Heading>
      <DoctorLoad drawing={drawing} row={row} />
      {flags.length > 0 && (
        <>
          <h3 class="ds-heading" data-size="2xs">
            {views.oneDoctor.near}
          </h3>
          <FlagList flags={flags} value={flagContext(value)} isPublished={value.draft === null} />
        </>
      )}
      <div class="beside">
        <DutyMonths row={row} drawing={drawing} />
        <div class="calendars" aria-hidden="true">
          {monthsOf(value.rota).map((month) => (
            <MonthCalendar month={month} row={row} drawing={drawing} />
          ))}
        </div>
      </div>
    </section>
  )
}

/** The doctor asked for, else whoever looks, else the first. */
function rowOf({ view }: Drawing, state: BoardState): DoctorRow | undefined {
  const { doctors } = view.value.district
  const find = (id: string | null) => doctors.find(({ personId }) => personId === id)
  const doctor = find(state.doctor) ?? find(view.value.ownPersonId) ?? doctors[0]
  return doctor && doctorRow(view, doctor)
}

function DoctorChoice({ drawing, state, chosen }: OneDoctorProps & { chosen: string }) {
  const { views } = useText()
  const { names, initials, value } = drawing.view
  const { view, from } = boardQuery(state)
  return (
    <form method="get" class="inline-form">
      <input type="hidden" name="view" value={view} />
      <input type="hidden" name="from" value={from} />
      <SelectField
        name="doctor"
        label={views.oneDoctor.choose}
        value={chosen}
        options={value.district.doctors.map(
          ({ personId }) => [personId, `${initials.get(personId)} ${names.get(personId) ?? ''}`] as const,
        )}
        problems={[]}
      />
      <button class="ds-button" data-variant="secondary" type="submit">
        {views.oneDoctor.show}
      </button>
    </form>
  )
}

/** Every duty by month; a list a phone and a screen reader take as it is. */
export function DutyMonths({ row, drawing }: { row: DoctorRow; drawing: Drawing }) {
  const { format, views } = useText()
  const months = Map.groupBy([...row.byDate.values()].flat(), ({ need }) => need.date.slice(0, 7))
  if (months.size === 0) return <p>{views.oneDoctor.none}</p>
  return (
    <div class="months">
      {[...months].map(([month, entries]) => (
        <section class="month">
          <h3 class="ds-heading" data-size="2xs">
            {views.oneDoctor.month(format.month(`${month}-01`), entries.length)}
          </h3>
          <ul class="duty-list">
            {entries.map((entry) => (
              <DutyItem entry={entry} drawing={drawing} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function DutyItem({ entry, drawing }: { entry: Entry; drawing: Drawing }) {
  const { format } = useText()
  return (
    <li>
      <EntryLink entry={entry} rows="doctors" drawing={drawing} />
      <span>
        {format.timeSpan(entry.part)} <small>{entry.need.name}</small>
        {entry.cell?.note && <small class="note">{entry.cell.note}</small>}
      </span>
    </li>
  )
}

function monthsOf({ from, to }: Pick<Draft, 'from' | 'to'>): LocalDate[] {
  const months: LocalDate[] = []
  for (let date = `${from.slice(0, 7)}-01`; date < to; date = `${addDays(date, 31).slice(0, 7)}-01`)
    months.push(date)
  return months
}
