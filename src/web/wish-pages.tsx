import type { Hono } from 'hono'
import * as z from 'zod'
import { addDays, type Weekday } from '../core/time/local-date.ts'
import { type AddWishInput, addWish } from '../usecases/add-wish.ts'
import type { AppEnv } from '../usecases/context.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import { removeWish } from '../usecases/remove-wish.ts'
import { showWishes, type WishesValue } from '../usecases/show-wishes.ts'
import { type Posted, parseFields, planDate, readForm } from './form.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'
import { NewWish, type WishForm } from './wishes/new-wish.tsx'
import { WishList } from './wishes/wish-list.tsx'

const EMPTY: WishForm = { personId: '', from: '', to: '', stance: '', weight: '2', weekdays: [] }

export function wishPages(app: Hono<AppEnv>): void {
  app.get(paths.wishes(':districtId'), async (c) => {
    const result = await showWishes(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { district } = result.value
    return page(
      c,
      { title: textOf(c).people.wishes.title, district, place: 'wishes' },
      <WishList value={result.value} />,
    )
  })
  app.get(paths.newWish(':districtId'), (c) => newWishPage(c, c.req.param('districtId'), EMPTY, []))
  app.post(paths.newWish(':districtId'), async (c) => add(c, c.req.param('districtId'), await readForm(c)))
  app.post(paths.removeWish(':districtId', ':wishId'), async (c) => {
    const { districtId, wishId } = c.req.param()
    const result = await removeWish(c.var.ctx, { districtId, wishId })
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return redirectDone(c, paths.wishes(districtId), 'wish-removed')
  })
}

const wishForm = z
  .object({
    personId: z.string().min(1, 'missing'),
    from: planDate,
    to: z.literal('').or(planDate),
    stance: z.enum(['wish', 'rather-not', 'cannot'], 'not-chosen'),
    weight: z.enum(['1', '2', '3'], 'out-of-range'),
    weekdays: z.array(z.enum(['1', '2', '3', '4', '5', '6', '7'])),
  })
  .refine((form) => form.to === '' || form.to >= form.from, { path: ['to'], message: 'ends-before-start' })

async function add(c: PageContext, districtId: string, posted: Posted) {
  const form = toWishForm(posted)
  const parsed = parseFields(wishForm, form)
  if (parsed.kind === 'invalid') return newWishPage(c, districtId, form, parsed.problems)
  const result = await addWish(c.var.ctx, toWish(districtId, parsed.value))
  if (result.kind === 'done')
    return redirectDone(c, paths.wishes(districtId), result.value.isOnDuty ? 'wish-on-duty' : 'wish-added')
  const { refusal } = result
  return refusal.kind === 'invalid'
    ? newWishPage(c, districtId, form, refusal.problems)
    : problemPage(c, refusal)
}

function toWishForm({ values, all }: Posted): WishForm {
  const { personId = '', from = '', to = '', stance = '', weight = '' } = values
  return { personId, from, to, stance, weight, weekdays: all('weekday') }
}

function toWish(districtId: string, form: z.output<typeof wishForm>): AddWishInput {
  const range = { from: form.from, to: addDays(form.to === '' ? form.from : form.to, 1) }
  const weekdays = form.weekdays.map((day) => Number(day) as Weekday)
  return {
    districtId,
    personId: form.personId,
    about: weekdays.length === 0 ? { kind: 'dates', ...range } : { kind: 'pattern', ...range, weekdays },
    stance: form.stance,
    weight: Number(form.weight) as 1 | 2 | 3,
  }
}

async function newWishPage(
  c: PageContext,
  districtId: string,
  form: WishForm,
  problems: readonly FieldProblem[],
) {
  const result = await showWishes(c.var.ctx, { districtId })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const spec = innerSpec(c, result.value, textOf(c).people.wishes.addTitle)
  const status = problems.length > 0 ? statusOf({ kind: 'invalid', problems }) : 200
  return page(c, { ...spec, status }, <NewWish value={result.value} form={form} problems={problems} />)
}

function innerSpec(c: PageContext, { district }: WishesValue, title: string) {
  const crumbs = [{ label: textOf(c).people.wishes.title, href: paths.wishes(district.id) }]
  return { title, district, place: 'wishes', crumbs } as const
}
