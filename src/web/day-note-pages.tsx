import type { Hono } from 'hono'
import { boardStart } from '../board/board-days.ts'
import { isLocalDate } from '../core/time/local-date.ts'
import type { AppEnv } from '../usecases/context.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import { saveDayNote } from '../usecases/save-day-note.ts'
import { showDayNote } from '../usecases/show-day-note.ts'
import { DayNoteForm, type DayNoteValues } from './board/day-notes.tsx'
import { type Posted, Problems, readForm } from './form.tsx'
import { PageHeading } from './heading.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'

export function dayNotePages(app: Hono<AppEnv>): void {
  app.get(paths.dayNotes(':districtId'), (c) => {
    const { date = '', draft = '' } = c.req.query()
    return notePage(c, c.req.param('districtId'), { date, draft, text: null }, [])
  })
  app.post(paths.dayNotes(':districtId'), async (c) => save(c, c.req.param('districtId'), await readForm(c)))
}

async function save(c: PageContext, districtId: string, { values }: Posted) {
  const { date = '', text = '', draft = '' } = values
  const result = await saveDayNote(c.var.ctx, { districtId, date, text })
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
  return refusal.kind === 'invalid'
    ? notePage(c, districtId, { date, text, draft }, refusal.problems)
    : problemPage(c, refusal)
}

/** `text` null: what stands on the day. */
async function notePage(
  c: PageContext,
  districtId: string,
  asked: Omit<DayNoteValues, 'text'> & { readonly text: string | null },
  problems: readonly FieldProblem[],
) {
  const result = await showDayNote(c.var.ctx, { districtId, date: asked.date })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { district, note } = result.value
  const { views } = textOf(c)
  const values = { ...asked, text: asked.text ?? note }
  const back = isLocalDate(asked.date) ? { from: boardStart(asked.date) } : {}
  const status = problems.length > 0 ? statusOf({ kind: 'invalid', problems }) : 200
  return page(
    c,
    { title: views.notes.title, district, place: asked.draft === '' ? 'rota' : 'drafts', status },
    <>
      <PageHeading title={views.notes.title} />
      <Problems problems={problems} labels={{ date: views.notes.date, text: views.notes.text }} />
      <DayNoteForm districtId={district.id} values={values} problems={problems} back={back} />
    </>,
  )
}
