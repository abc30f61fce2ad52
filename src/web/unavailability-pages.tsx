import type { Hono } from 'hono'
import * as z from 'zod'
import type { Absence } from '../core/rota/doctor.ts'
import { changeAbsence } from '../usecases/change-absence.ts'
import type { AppEnv } from '../usecases/context.ts'
import { endUnavailability } from '../usecases/end-unavailability.ts'
import {
  type EnteredUnavailability,
  enterUnavailability,
  type WantedUnavailability,
} from '../usecases/enter-unavailability.ts'
import type { DoctorKey } from '../usecases/exemption-reading.ts'
import type { FieldProblem, Result } from '../usecases/refusal.ts'
import { showUnavailability, type UnavailabilityValue } from '../usecases/show-unavailability.ts'
import { ChangeAbsence } from './exemptions/change-absence.tsx'
import { endAfter, lastBefore, lastDay } from './exemptions/date-fields.ts'
import { SCOPES } from './exemptions/scope-choice.tsx'
import { type AwayForm, seenOf, UnavailabilityList } from './exemptions/unavailability.tsx'
import { parseFields, planDate, readForm } from './form.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { notFoundPage, problemPage, statusOf } from './problem.tsx'

const EMPTY: AwayForm = { what: 'away', from: '', certainFrom: '', to: '' }

/** When a doctor of the district is not available: entered, changed and ended by whoever plans. */
export function unavailabilityPages(app: Hono<AppEnv>): void {
  const list = paths.unavailable(':districtId', ':personId')
  app.get(list, (c) => listPage(c, c.req.param(), {}))
  app.post(list, async (c) => enter(c, c.req.param(), (await readForm(c)).values))
  const one = paths.absence(':districtId', ':personId', ':absenceId')
  app.get(one, (c) => changePage(c, c.req.param(), {}))
  app.post(one, async (c) => change(c, c.req.param(), (await readForm(c)).values))
  app.post(paths.endUnavailable(':districtId', ':personId', ':kind', ':awayId'), async (c) => {
    const { awayId: id, kind, ...key } = c.req.param()
    const on = (await readForm(c)).values.on ?? ''
    if (kind !== 'exemption' && kind !== 'absence') return notFoundPage(c)
    const result = await endUnavailability(c.var.ctx, { ...key, kind, id, on })
    if (result.kind === 'done') return redirectDone(c, listOf(key), 'away-ended')
    const { refusal } = result
    return refusal.kind === 'invalid'
      ? listPage(c, key, { end: { id, on }, problems: refusal.problems })
      : problemPage(c, refusal)
  })
}

type Values = Readonly<Record<string, string>>

const awayForm = z
  .object({
    what: z.string().refine((name) => name === 'away' || Object.hasOwn(SCOPES, name), 'not-chosen'),
    from: planDate,
    certainFrom: lastDay,
    to: lastDay,
  })
  .refine((form) => form.to === '' || form.to >= form.from, { path: ['to'], message: 'ends-before-start' })

async function enter(c: PageContext, key: DoctorKey, values: Values) {
  const form = { ...EMPTY, ...known(values) }
  const parsed = parseFields(awayForm, form)
  if (parsed.kind === 'invalid') return listPage(c, key, { form, problems: parsed.problems })
  const isConfirmed = values.again === undefined && values.seen === seenOf(form)
  const result = await enterUnavailability(c.var.ctx, { ...key, away: toWanted(parsed.value), isConfirmed })
  return answer(c, result, listOf(key), 'away-entered', (said) => listPage(c, key, { form, ...said }))
}

async function change(c: PageContext, place: AbsencePlace, values: Values) {
  const form = { ...EMPTY, ...known(values), what: 'away' }
  const parsed = parseFields(awayForm, form)
  if (parsed.kind === 'invalid') return changePage(c, place, { form, problems: parsed.problems })
  const isConfirmed = values.again === undefined && values.seen === seenOf(form)
  const dates = toDates(parsed.value)
  const result = await changeAbsence(c.var.ctx, { ...place, dates, isConfirmed })
  return answer(c, result, listOf(place), 'away-changed', (said) => changePage(c, place, { form, ...said }))
}

interface Said {
  readonly problems?: readonly FieldProblem[]
  readonly duties?: EnteredUnavailability['duties']
}

/** On after what is stored; the same page with what was refused, or with what it would do. */
function answer(
  c: PageContext,
  result: Result<EnteredUnavailability>,
  next: string,
  done: 'away-entered' | 'away-changed',
  again: (said: Said) => Response | Promise<Response>,
): Response | Promise<Response> {
  if (result.kind === 'done')
    return result.value.isStored ? redirectDone(c, next, done) : again({ duties: result.value.duties })
  const { refusal } = result
  return refusal.kind === 'invalid' ? again({ problems: refusal.problems }) : problemPage(c, refusal)
}

function known(values: Values): Partial<AwayForm> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(EMPTY, name)))
}

function toWanted(form: z.output<typeof awayForm>): WantedUnavailability {
  const scope = SCOPES[form.what]
  if (scope === undefined) return { kind: 'absence', ...toDates(form) }
  return { kind: 'exemption', scope, from: form.from, to: endAfter(form.to) }
}

function toDates({ from, certainFrom, to }: z.output<typeof awayForm>): Omit<Absence, 'id'> {
  return { from, certainFrom: certainFrom === '' ? from : certainFrom, to: endAfter(to) }
}

function listOf({ districtId, personId }: DoctorKey): string {
  return paths.unavailable(districtId, personId)
}

interface ListState extends Said {
  readonly form?: AwayForm
  readonly end?: { readonly id: string; readonly on: string }
}

async function listPage(c: PageContext, key: DoctorKey, state: ListState) {
  const { form = EMPTY, end = null, problems = [], duties = null } = state
  const { title } = textOf(c).exemptions.away
  return doctorPage(c, { ...key, title }, problems, (value) => (
    <UnavailabilityList value={value} form={form} end={end} problems={problems} duties={duties} />
  ))
}

interface AbsencePlace extends DoctorKey {
  readonly absenceId: string
}

async function changePage(c: PageContext, place: AbsencePlace, state: Omit<ListState, 'end'>) {
  const { problems = [], duties = null } = state
  const title = textOf(c).exemptions.away.change
  return doctorPage(c, { ...place, title }, problems, (value) => {
    const absence = absenceIn(value, place.absenceId)
    if (!absence) return undefined
    const form = state.form ?? formOf(absence)
    const { absenceId } = place
    return (
      <ChangeAbsence value={value} absenceId={absenceId} form={form} problems={problems} duties={duties} />
    )
  })
}

function absenceIn({ times }: UnavailabilityValue, id: string): Absence | undefined {
  return times
    .flatMap(({ away }) => (away.kind === 'absence' ? away.absence : []))
    .find((own) => own.id === id)
}

function formOf({ from, certainFrom, to }: Absence): AwayForm {
  return { what: 'away', from, certainFrom: certainFrom === from ? '' : certainFrom, to: lastBefore(to) }
}

async function doctorPage(
  c: PageContext,
  { title, ...key }: DoctorKey & { readonly title: string },
  problems: readonly FieldProblem[],
  content: (value: UnavailabilityValue) => ReturnType<typeof UnavailabilityList> | undefined,
) {
  const result = await showUnavailability(c.var.ctx, key)
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { district, person } = result.value
  const inner = content(result.value)
  if (!inner) return notFoundPage(c)
  const { people } = textOf(c)
  const crumbs = [
    { label: people.doctors.title, href: paths.doctors(district.id) },
    { label: person.name, href: paths.doctor(district.id, person.id) },
  ]
  const status = problems.length > 0 ? statusOf({ kind: 'invalid', problems }) : 200
  return page(c, { title, district, place: 'doctors', crumbs, status }, inner)
}
