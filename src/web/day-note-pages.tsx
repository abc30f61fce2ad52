import type { Hono } from 'hono'
import { boardStart } from '../board/board-days.ts'
import { isLocalDate } from '../core/time/local-date.ts'
import type { AppEnv } from '../usecases/context.ts'
import type { Refusal } from '../usecases/refusal.ts'
import { saveDayNote } from '../usecases/save-day-note.ts'
import { showDayNote } from '../usecases/show-day-note.ts'
import { DayNoteForm, type DayNoteValues, NoteMeanwhile } from './board/day-notes.tsx'
import { type Posted, Problems, readForm } from './form.tsx'
import { PageHeading } from './heading.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'

export function dayNotePages(app: Hono<AppEnv>): void {
  app.get(paths.dayNotes(':districtId'), (c) => {
    const { date = '', draft = '' } = c.req.query()
    return notePage(c, c.req.param('districtId'), { date, draft, text: null }, null)
  })
  app.post(paths.dayNotes(':districtId'), async (c) => save(c, c.req.param('districtId'), await readForm(c)))
}

async function save(c: PageContext, districtId: string, { values }: Posted) {
  const { date = '', text = '', draft = '' } = values
  // Of a day that the form was not opened on, nobody has seen a note.
  const seen = values['seen-date'] === date ? (values.seen ?? '') : ''
  const result = await saveDayNote(c.var.ctx, { districtId, date, text, seen })
  if (result.kind === 'done')
    return redirectDone(
      c,
      draft === '' ? paths.rota(districtId) : paths.draft(districtId, draft),
      'day-note-saved',
      {
        from: boardStart(date),
        view: values.view,
      },
    )
  const { refusal } = result
  return refusal.kind === 'invalid' || refusal.kind === 'stale-revision'
    ? notePage(c, districtId, { date, text, draft }, refusal)
    : problemPage(c, refusal)
}

/** `text` null: what stands on the day. */
async function notePage(
  c: PageContext,
  districtId: string,
  asked: Pick<DayNoteValues, 'date' | 'draft'> & { readonly text: string | null },
  refusal: Extract<Refusal, { kind: 'invalid' | 'stale-revision' }> | null,
) {
  const result = await showDayNote(c.var.ctx, { districtId, date: asked.date })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { district, note } = result.value
  const { views } = textOf(c)
  const values = { ...asked, text: asked.text ?? note, seen: note, seenDate: asked.date }
  const problems = refusal?.kind === 'invalid' ? refusal.problems : []
  const back = isLocalDate(asked.date) ? { from: boardStart(asked.date) } : {}
  const status = refusal ? statusOf(refusal) : 200
  return page(
    c,
    { title: views.notes.title, district, place: asked.draft === '' ? 'rota' : 'drafts', status },
    <>
      <PageHeading title={views.notes.title} />
      {refusal?.kind === 'stale-revision' && <NoteMeanwhile date={asked.date} note={note} />}
      <Problems problems={problems} labels={{ date: views.notes.date, text: views.notes.text }} />
      <DayNoteForm districtId={district.id} values={values} problems={problems} back={back} />
    </>,
  )
}
