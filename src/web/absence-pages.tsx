import type { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../usecases/context.ts'
import { type EnteredUnavailability, enterUnavailability } from '../usecases/enter-unavailability.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import { showAbsences } from '../usecases/show-absences.ts'
import { type AbsenceForm, Absences, seenOf, WEEK_CHOICES } from './absences/absences.tsx'
import { endAfter, lastDay } from './exemptions/date-fields.ts'
import { type Posted, parseFields, planDate, readForm } from './form.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'

const EMPTY: AbsenceForm = { doctor: '', from: '', to: '', certainFrom: '' }
const USUAL_WEEKS = 26

export function absencePages(app: Hono<AppEnv>): void {
  app.get(paths.absences(':districtId'), (c) => {
    const { from = null, weeks } = c.req.query()
    return absencesPage(
      c,
      { districtId: c.req.param('districtId'), from, weeks: weeksOf(weeks) },
      { form: EMPTY },
    )
  })
  app.post(paths.absences(':districtId'), async (c) => enter(c, c.req.param('districtId'), await readForm(c)))
}

interface Shown {
  readonly districtId: string
  readonly from: string | null
  readonly weeks: number
}

interface AbsenceState {
  readonly form: AbsenceForm
  readonly problems?: readonly FieldProblem[]
  readonly duties?: EnteredUnavailability['duties']
}

function weeksOf(text: string | undefined): number {
  return WEEK_CHOICES.find((weeks) => String(weeks) === text) ?? USUAL_WEEKS
}

async function absencesPage(c: PageContext, shown: Shown, { form, problems = [], duties }: AbsenceState) {
  const result = await showAbsences(c.var.ctx, shown)
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { setup, people } = textOf(c)
  const { district } = result.value
  const crumbs = [{ label: people.doctors.title, href: paths.doctors(district.id) }]
  return page(
    c,
    {
      title: setup.absences.title,
      district,
      place: 'doctors',
      crumbs,
      width: 'board',
      status: problems.length > 0 ? 422 : 200,
    },
    <Absences value={result.value} form={form} problems={problems} duties={duties ?? null} />,
  )
}

const absenceForm = z
  .object({
    doctor: z.string().min(1, 'missing'),
    from: planDate,
    to: lastDay,
    certainFrom: lastDay,
  })
  .refine((form) => form.to === '' || form.to >= form.from, { path: ['to'], message: 'ends-before-start' })

async function enter(c: PageContext, districtId: string, { values }: Posted) {
  const at = (name: string) => (values[name] ?? '').trim()
  const form = { doctor: at('doctor'), from: at('from'), to: at('to'), certainFrom: at('certainFrom') }
  const shown = { districtId, from: at('show'), weeks: weeksOf(values.weeks) }
  const parsed = parseFields(absenceForm, form)
  if (parsed.kind === 'invalid') return absencesPage(c, shown, { form, problems: parsed.problems })
  const { doctor: personId, from, to, certainFrom } = parsed.value
  const away = {
    kind: 'absence',
    from,
    certainFrom: certainFrom === '' ? from : certainFrom,
    to: endAfter(to),
  } as const
  const input = { districtId, personId, away }
  const isSeen = values.seen === seenOf(form)
  const looked = await enterUnavailability(c.var.ctx, { ...input, isConfirmed: isSeen })
  // Where no published duty is reached there is nothing to look over.
  const result =
    looked.kind === 'done' && !isSeen && looked.value.duties.length === 0
      ? await enterUnavailability(c.var.ctx, { ...input, isConfirmed: true })
      : looked
  if (result.kind === 'refused')
    return result.refusal.kind === 'invalid'
      ? absencesPage(c, shown, { form, problems: result.refusal.problems })
      : problemPage(c, result.refusal)
  if (!result.value.isStored) return absencesPage(c, shown, { form, duties: result.value.duties })
  return redirectDone(c, paths.absences(districtId), 'away-entered', { from: shown.from, weeks: shown.weeks })
}
