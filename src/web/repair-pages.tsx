import type { Hono } from 'hono'
import * as z from 'zod'
import { addDays } from '../core/time/local-date.ts'
import type { AppEnv } from '../usecases/context.ts'
import { dateOfNeed } from '../usecases/duty-of.ts'
import type { FieldProblem, Refusal } from '../usecases/refusal.ts'
import { type ChosenChange, repairDraft } from '../usecases/repair-draft.ts'
import type { BoardSource } from '../usecases/show-board.ts'
import { type RepairPart, type RepairsValue, showRepairs } from '../usecases/show-repairs.ts'
import { parseFields, planDate, readForm } from './form.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'
import { RepairPage } from './repair/repair.tsx'
import type { RepairAsked } from './repair/repair-form.tsx'

interface Place {
  readonly districtId: string
  readonly source: BoardSource
}

/** Somebody falls away: who can take their duties, in the published rota or in a draft. */
export function repairPages(app: Hono<AppEnv>): void {
  const rota = paths.repair(':districtId')
  const ofRota = (districtId: string): Place => ({ districtId, source: { kind: 'timeline' } })
  app.get(rota, (c) => ask(c, ofRota(c.req.param('districtId'))))
  app.post(rota, (c) => choose(c, ofRota(c.req.param('districtId'))))
  const draft = paths.repairDraft(':districtId', ':draftId')
  const ofDraft = ({ districtId, draftId }: { districtId: string; draftId: string }): Place => ({
    districtId,
    source: { kind: 'draft', draftId },
  })
  app.get(draft, (c) => ask(c, ofDraft(c.req.param())))
  app.post(draft, (c) => choose(c, ofDraft(c.req.param())))
}

const askedForm = z
  .object({
    doctor: z.string().min(1, 'missing'),
    from: planDate,
    to: planDate,
    reach: z.string(),
  })
  .refine((form) => form.to >= form.from, { path: ['to'], message: 'ends-before-start' })

function askedIn(given: (name: string) => string | undefined): RepairAsked {
  return {
    doctor: given('doctor') ?? '',
    from: given('from') ?? '',
    to: given('to') ?? '',
    reach: given('reach') === 'forbidden' ? 'forbidden' : 'all',
  }
}

/** The address before anybody is chosen asks for nothing; one that is half filled in is refused field by field. */
async function ask(c: PageContext, place: Place) {
  const asked = askedIn((name) => c.req.query(name))
  if (c.req.query('doctor') === undefined) return shown(c, place, { asked, part: null })
  const parsed = parseFields(askedForm, asked)
  if (parsed.kind === 'invalid') return shown(c, place, { asked, part: null, problems: parsed.problems })
  return shown(c, place, { asked, part: toPart(asked) })
}

function toPart({ doctor, from, to, reach }: RepairAsked): RepairPart {
  return { personId: doctor, from, to: addDays(to, 1), reach: reach === 'forbidden' ? 'forbidden' : 'all' }
}

const changesShape = z.array(
  z.object({
    needId: z.string(),
    seat: z.number().int(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
)

async function choose(c: PageContext, place: Place) {
  const { values } = await readForm(c)
  const asked = askedIn((name) => values[name])
  const parsed = parseFields(askedForm, asked)
  if (parsed.kind === 'invalid') return shown(c, place, { asked, part: null, problems: parsed.problems })
  const changes = readChanges(values.changes ?? '')
  const part = toPart(asked)
  if (!changes) return shown(c, place, { asked, part, refusal: { kind: 'invalid', problems: [] } })
  const days = changes.flatMap(({ needId }) => dateOfNeed(needId) ?? []).sort()
  const [first = part.from] = days
  const name = textOf(c).repair.draftName({ from: first, to: addDays(days.at(-1) ?? first, 1) })
  const result = await repairDraft(c.var.ctx, { ...place, part, changes, name })
  if (result.kind === 'done') {
    const path = paths.draft(place.districtId, result.value.draftId)
    return redirectDone(c, path, 'repaired', { from: first })
  }
  return shown(c, place, { asked, part, refusal: result.refusal })
}

function readChanges(text: string): ChosenChange[] | undefined {
  try {
    return changesShape.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

interface State {
  readonly asked: RepairAsked
  readonly part: RepairPart | null
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refusal
}

/** The page with what is found; a refusal of the asking itself leaves the form as it was filled in. */
async function shown(c: PageContext, place: Place, state: State): Promise<Response> {
  const result = await showRepairs(c.var.ctx, { ...place, part: state.part })
  if (result.kind === 'done') return render(c, state, result.value)
  const { refusal } = result
  if (refusal.kind !== 'invalid') return problemPage(c, refusal)
  const unasked = await showRepairs(c.var.ctx, { ...place, part: null })
  if (unasked.kind === 'refused') return problemPage(c, unasked.refusal)
  const problems = refusal.problems.map((problem) =>
    problem.field === 'personId' ? { ...problem, field: 'doctor' } : problem,
  )
  return render(c, { ...state, problems }, unasked.value)
}

async function render(c: PageContext, state: State, value: RepairsValue): Promise<Response> {
  const { asked, problems = [], refusal = null } = state
  const { district, draft } = value
  const { pages, plans, repair } = textOf(c)
  const crumbs = draft
    ? [
        { label: plans.drafts.title, href: paths.drafts(district.id) },
        { label: draft.name, href: paths.draft(district.id, draft.id) },
      ]
    : [{ label: pages.rota.title, href: paths.rota(district.id) }]
  const fault = refusal ?? (problems.length > 0 ? ({ kind: 'invalid', problems } as const) : null)
  const spec = {
    title: repair.title,
    district,
    place: draft ? 'drafts' : 'rota',
    crumbs,
    status: fault ? statusOf(fault) : 200,
    width: 'board',
  } as const
  return page(c, spec, <RepairPage value={value} asked={asked} problems={problems} refusal={refusal} />)
}
