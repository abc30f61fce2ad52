import type { FieldProblem } from '../../usecases/refusal.ts'
import { InputField, SubmitButton } from '../form.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import type { PageBoard } from './page-board.ts'

interface DayNotesProps {
  readonly view: PageBoard
  readonly mayEdit: boolean
}

/** What somebody wrote on the day while this note was being written. */
export function NoteMeanwhile({ date, note }: { readonly date: string; readonly note: string }) {
  const { format, setup, views } = useText()
  return (
    <div class="ds-error-summary" role="alert">
      <h2 class="ds-heading">{setup.blocked.title}</h2>
      <p>{views.notes.meanwhile(format.date(date), note)}</p>
    </div>
  )
}

/** The notes on the board's days, and for coordinators a way to write one. */
export function DayNotes({ view, mayEdit }: DayNotesProps) {
  const { format, views } = useText()
  const { dayNotes, district, draft } = view.value
  const notes = view.days.flatMap(({ date }) => {
    const note = dayNotes?.get(date)
    return note === undefined ? [] : [{ date, note }]
  })
  const href = (date: string) => withQuery(paths.dayNotes(district.id), { date, draft: draft?.id })
  return (
    <section class="day-notes">
      {notes.length > 0 && (
        <ul>
          {notes.map(({ date, note }) => (
            <li>
              <b aria-hidden="true">{views.notes.mark}</b>{' '}
              {mayEdit ? (
                <a class="ds-link" href={href(date)}>
                  {format.shortDate(date)}
                </a>
              ) : (
                format.shortDate(date)
              )}
              {`: ${note}`}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <a class="ds-link" href={href(view.days[0]?.date ?? '')}>
          {views.notes.add}
        </a>
      )}
    </section>
  )
}

export interface DayNoteValues {
  readonly date: string
  readonly text: string
  /** Id of the draft that the form was opened from; empty for the published rota. */
  readonly draft: string
  /** The note that stood on `seenDate` when the form was opened. */
  readonly seen: string
  readonly seenDate: string
}

interface DayNoteFormProps {
  readonly districtId: string
  readonly values: DayNoteValues
  readonly problems: readonly FieldProblem[]
  readonly back: { readonly from?: string }
}

export function DayNoteForm({ districtId, values, problems, back }: DayNoteFormProps) {
  const { plans, views } = useText()
  const { notes } = views
  const rota = values.draft === '' ? paths.rota(districtId) : paths.draft(districtId, values.draft)
  return (
    <form method="post" action={paths.dayNotes(districtId)} class="stack">
      <input type="hidden" name="draft" value={values.draft} />
      <input type="hidden" name="seen" value={values.seen} />
      <input type="hidden" name="seen-date" value={values.seenDate} />
      <InputField
        name="date"
        type="date"
        label={notes.date}
        value={values.date}
        isRequired
        problems={problems}
      />
      <InputField
        name="text"
        label={notes.text}
        value={values.text}
        description={notes.hint}
        isFree
        problems={problems}
      />
      <div class="actions">
        <SubmitButton>{notes.save}</SubmitButton>
        <a class="ds-link" href={withQuery(rota, { ...back })}>
          {plans.panel.close}
        </a>
      </div>
    </form>
  )
}
