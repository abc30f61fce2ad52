import type { Hono } from 'hono'
import { STAFFINGS } from '../core/plans/starter-district.ts'
import { toWall } from '../core/time/oslo.ts'
import type { AppEnv } from '../usecases/context.ts'
import type { FieldProblem, Refusal } from '../usecases/refusal.ts'
import { showDistricts } from '../usecases/show-districts.ts'
import { showSetUp } from '../usecases/show-set-up.ts'
import { startDistrict } from '../usecases/start-district.ts'
import { undoSetUp } from '../usecases/undo-set-up.ts'
import { type Posted, RefusalAlert, readForm } from './form.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { notFoundPage, problemPage, statusOf } from './problem.tsx'
import { Overview } from './setup/overview.tsx'
import { Start, type StartForm } from './setup/start.tsx'

/** Fields for municipalities at first, and so many more when asked for. */
const ROWS = 4
const MOST_ROWS = 30

const EMPTY: StartForm = {
  municipalities: Array(ROWS).fill(''),
  staffing: '',
  names: '',
  count: '',
  competence: '',
  coordinator: '',
  key: '',
}

export function setUpPages(app: Hono<AppEnv>): void {
  app.get(paths.startDistrict, (c) => startPage(c, { ...EMPTY, key: c.var.ctx.newId() }, []))
  app.post(paths.startDistrict, async (c) => start(c, await readForm(c)))
  app.get(paths.setUp(':districtId'), (c) => overviewPage(c, c.req.param('districtId'), null))
  app.post(paths.undoSetUp(':districtId'), async (c) => undo(c, c.req.param('districtId'), await readForm(c)))
}

async function startPage(c: PageContext, form: StartForm, problems: readonly FieldProblem[]) {
  const seen = await showDistricts(c.var.ctx, {})
  if (seen.kind === 'refused') return problemPage(c, seen.refusal)
  if (!seen.value.mayCreate) return notFoundPage(c)
  const { pages, setup } = textOf(c)
  const crumbs = [{ label: pages.districts.title, href: paths.home }]
  const { date: today } = toWall(c.var.ctx.now)
  return page(
    c,
    { title: setup.start.title, crumbs, status: problems.length > 0 ? 422 : 200 },
    <Start form={form} problems={problems} today={today} />,
  )
}

async function start(c: PageContext, { values, all }: Posted) {
  const form = { ...EMPTY, ...values, municipalities: all('municipality').slice(0, MOST_ROWS) }
  if (values.step === 'more') {
    const more = Array<string>(Math.min(ROWS, MOST_ROWS - form.municipalities.length)).fill('')
    return startPage(c, { ...form, municipalities: [...form.municipalities, ...more] }, [])
  }
  const result = await startDistrict(c.var.ctx, {
    municipalities: form.municipalities,
    staffing: STAFFINGS.find((staffing) => staffing === form.staffing) ?? null,
    names: form.names,
    count: form.count,
    isCompetent: form.competence === 'confirmed' ? true : form.competence === 'later' ? false : null,
    isCoordinating: form.coordinator === 'self' ? true : form.coordinator === 'other' ? false : null,
    key: form.key,
  })
  if (result.kind === 'done' && form.coordinator === 'other')
    return redirectDone(c, paths.installation, 'made-for-others')
  if (result.kind === 'done') return redirectDone(c, paths.setUp(result.value.districtId), 'started')
  return result.refusal.kind === 'invalid'
    ? startPage(c, form, result.refusal.problems)
    : problemPage(c, result.refusal)
}

async function overviewPage(c: PageContext, districtId: string, refusal: Refusal | null) {
  const result = await showSetUp(c.var.ctx, { districtId })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { overview } = textOf(c).setup
  const { district } = result.value
  return page(
    c,
    { title: overview.title, district, place: 'setUp', status: refusal ? statusOf(refusal) : 200 },
    <>
      {refusal && <RefusalAlert>{undoRefused(c, refusal)}</RefusalAlert>}
      <Overview value={result.value} />
    </>,
  )
}

function undoRefused(c: PageContext, { kind }: Refusal): string {
  const { overview } = textOf(c).setup
  if (kind === 'stale-revision') return overview.laterChange
  return kind === 'still-used' ? overview.inUse : overview.cannotUndo
}

const ANSWERED_IN_PLACE: ReadonlySet<Refusal['kind']> = new Set([
  'stale-revision',
  'still-used',
  'cell-changed',
  'nothing-to-undo',
  'nothing-changed',
  'invalid',
  'file-refused',
])

async function undo(c: PageContext, districtId: string, { values }: Posted) {
  const number = /^\d{1,9}$/.test(values.number ?? '') ? Number(values.number) : 0
  const result = await undoSetUp(c.var.ctx, { districtId, number })
  if (result.kind === 'done') return redirectDone(c, paths.setUp(districtId), 'set-up-undone')
  return ANSWERED_IN_PLACE.has(result.refusal.kind)
    ? overviewPage(c, districtId, result.refusal)
    : problemPage(c, result.refusal)
}
