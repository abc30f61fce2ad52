import type { Hono } from 'hono'
import * as z from 'zod'
import { toWall } from '../core/time/oslo.ts'
import type { AppEnv } from '../usecases/context.ts'
import { decideExemption } from '../usecases/decide-exemption.ts'
import type { DecisionKey, ExemptionKeyOfDecider } from '../usecases/deciding.ts'
import { endExemption } from '../usecases/end-exemption.ts'
import type { DutiesInside } from '../usecases/exemption-reading.ts'
import { handOverGround } from '../usecases/hand-over-ground.ts'
import { recordAppeal } from '../usecases/record-appeal.ts'
import type { FieldProblem, Result } from '../usecases/refusal.ts'
import { releaseGround, type SeenAccount } from '../usecases/release-ground.ts'
import {
  type OwnExemption,
  type OwnGp,
  showMunicipalityExemptions,
} from '../usecases/show-municipality-exemptions.ts'
import { tellGround } from '../usecases/tell-ground.ts'
import { endAfter, lastDay } from './exemptions/date-fields.ts'
import { DecidedExemption, type DecidedForm } from './exemptions/decided-exemption.tsx'
import { type DecisionForm, NewDecision, seenOf } from './exemptions/decision-form.tsx'
import { type GroundForm, readGround } from './exemptions/ground-fields.tsx'
import { MunicipalityExemptions } from './exemptions/municipality-exemptions.tsx'
import { SCOPES } from './exemptions/scope-choice.tsx'
import { parseFields, planDate, readForm } from './form.tsx'
import { type DoneCode, type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { notFoundPage, problemPage, statusOf } from './problem.tsx'

/** A municipality's exemptions: coming rights for who reads, and for who decides all the rest. */
export function municipalityPages(app: Hono<AppEnv>): void {
  app.get(paths.municipalityExemptions(':number'), async (c) => {
    const result = await showMunicipalityExemptions(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { exemptions, pages } = textOf(c)
    const crumbs = [{ label: pages.districts.title, href: paths.home }]
    const title = exemptions.municipality.of(result.value.name)
    return page(c, { title, crumbs }, <MunicipalityExemptions value={result.value} />)
  })
  const decide = paths.decideExemption(':number', ':districtId', ':personId')
  app.get(decide, (c) => newPage(c, keyOf(c.req.param()), EMPTY, []))
  app.post(decide, async (c) => {
    const { values } = await readForm(c)
    return enter(c, keyOf(c.req.param()), { ...EMPTY, ...known(values) }, values)
  })
  const place = [':number', ':districtId', ':personId', ':exemptionId'] as const
  app.get(paths.decidedExemption(...place), (c) => decidedPage(c, oneOf(c.req.param()), NOTHING, []))
  app.post(paths.endExemption(...place), async (c) => {
    const { on = '', agreed } = (await readForm(c)).values
    const key = oneOf(c.req.param())
    const result = await endExemption(c.var.ctx, { ...key, on, isAgreed: agreed === 'yes' })
    return answer(c, key, { ...NOTHING, on: on === '' ? ' ' : on }, result, 'exemption-ended')
  })
  app.post(paths.recordAppeal(...place), async (c) => {
    const { on = '', appeal = '' } = (await readForm(c)).values
    const key = oneOf(c.req.param())
    const step = APPEALS.find((known) => known === appeal) ?? 'none'
    const result = await recordAppeal(c.var.ctx, { ...key, appeal: step, on })
    return answer(c, key, { ...NOTHING, on, appeal: step }, result, 'appeal-recorded')
  })
  app.post(paths.tellGround(...place), async (c) => {
    const key = oneOf(c.req.param())
    const { values } = await readForm(c)
    const { ground = '', toldOn = '', engagementId = '', keepBack = '' } = values
    const form = { ...NOTHING, ground, toldOn, engagementId, keepBack }
    const told = readGround(form)
    if ('field' in told) return decidedPage(c, key, form, [told])
    const readBy = keepBack === 'yes' ? undefined : accountSeen(values)
    return answer(c, key, form, await tellGround(c.var.ctx, { ...key, ground: told, readBy }), 'ground-told')
  })
  handingPages(app)
}

/** Who else reads a ground: the doctor's account that is let, and the municipality that it is handed over to. */
function handingPages(app: Hono<AppEnv>): void {
  const place = [':number', ':districtId', ':personId', ':exemptionId'] as const
  app.post(paths.releaseGround(...place), async (c) => {
    const account = accountSeen((await readForm(c)).values) ?? { accountId: '', email: null }
    const key = oneOf(c.req.param())
    return answer(c, key, NOTHING, await releaseGround(c.var.ctx, { ...key, account }), 'ground-released')
  })
  app.post(paths.handOverGround(...place), async (c) => {
    const { receiver: to = '' } = (await readForm(c)).values
    const key = oneOf(c.req.param())
    return answer(c, key, NOTHING, await handOverGround(c.var.ctx, { ...key, to }), 'ground-handed-over')
  })
}

/** The doctor's account that a form showed; undefined where it showed none. */
function accountSeen({
  accountId = '',
  email = '',
}: Readonly<Record<string, string>>): SeenAccount | undefined {
  return accountId === '' ? undefined : { accountId, email: email === '' ? null : email }
}

const APPEALS = ['pending', 'upheld', 'reversed'] as const
const NO_GROUND: GroundForm = { ground: '', toldOn: '', engagementId: '' }
const NOTHING: DecidedForm = { ...NO_GROUND, keepBack: '', on: '', appeal: '' }
const EMPTY: DecisionForm = { ...NO_GROUND, keepBack: '', scope: 'out-of-hours', from: '', to: '' }

interface DoctorPlace {
  readonly number: string
  readonly districtId: string
  readonly personId: string
}

function keyOf({ number, districtId, personId }: DoctorPlace): DecisionKey {
  return { municipality: number, districtId, personId }
}

function oneOf(place: DoctorPlace & { readonly exemptionId: string }): ExemptionKeyOfDecider {
  return { ...keyOf(place), exemptionId: place.exemptionId }
}

function known(values: Readonly<Record<string, string>>): Partial<DecisionForm> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(EMPTY, name)))
}

const datesForm = z.object({
  scope: z.string().refine((name) => Object.hasOwn(SCOPES, name), 'not-chosen'),
  from: planDate,
  to: lastDay,
})

/** Decides what was looked over and confirmed; anything else is shown with the duties that it reaches. */
async function enter(
  c: PageContext,
  key: DecisionKey,
  form: DecisionForm,
  said: Readonly<Record<string, string>>,
) {
  const { scope, from, to } = form
  const ground = readGround(form)
  const dates = parseFields(datesForm, { scope, from, to })
  if ('field' in ground || dates.kind === 'invalid') {
    const problems = dates.kind === 'invalid' ? dates.problems : []
    return newPage(c, key, form, 'field' in ground ? [ground, ...problems] : problems)
  }
  const readBy = form.keepBack === 'yes' ? undefined : accountSeen(said)
  const wanted = {
    scope: SCOPES[scope] ?? { kind: 'out-of-hours' as const },
    from,
    to: endAfter(to),
    readBy,
  }
  const isConfirmed = said.again === undefined && said.seen === seenOf(form)
  const result = await decideExemption(c.var.ctx, { ...key, ...wanted, ground, isConfirmed })
  if (result.kind === 'done' && !result.value.isStored) return newPage(c, key, form, [], result.value.duties)
  if (result.kind === 'done')
    return redirectDone(c, paths.municipalityExemptions(key.municipality), 'exemption-entered')
  const { refusal } = result
  return refusal.kind === 'invalid' ? newPage(c, key, form, refusal.problems) : problemPage(c, refusal)
}

async function answer(
  c: PageContext,
  key: ExemptionKeyOfDecider,
  form: DecidedForm,
  result: Result<unknown>,
  done: DoneCode,
) {
  if (result.kind === 'done') return redirectDone(c, paths.municipalityExemptions(key.municipality), done)
  const { refusal } = result
  return refusal.kind === 'invalid' ? decidedPage(c, key, form, refusal.problems) : problemPage(c, refusal)
}

async function newPage(
  c: PageContext,
  key: DecisionKey,
  form: DecisionForm,
  problems: readonly FieldProblem[],
  duties: DutiesInside | null = null,
) {
  return innerPage(c, key, problems, (doctor) => (
    <NewDecision number={key.municipality} doctor={doctor} form={form} problems={problems} duties={duties} />
  ))
}

async function decidedPage(
  c: PageContext,
  key: ExemptionKeyOfDecider,
  form: DecidedForm,
  problems: readonly FieldProblem[],
) {
  const today = toWall(c.var.ctx.now).date
  return innerPage(c, key, problems, (doctor) => {
    const held = heldOf(doctor, key.exemptionId)
    return (
      held && (
        <DecidedExemption
          number={key.municipality}
          doctor={doctor}
          held={held}
          today={today}
          form={form}
          problems={problems}
        />
      )
    )
  })
}

function heldOf({ exemptions }: OwnGp, id: string): OwnExemption | undefined {
  return exemptions.find(({ exemption }) => exemption.id === id)
}

/** A page about one of the municipality's own doctors; whoever does not decide, and any other doctor, finds none. */
async function innerPage(
  c: PageContext,
  { municipality, districtId, personId }: DecisionKey,
  problems: readonly FieldProblem[],
  content: (doctor: OwnGp) => ReturnType<typeof NewDecision> | undefined,
) {
  const result = await showMunicipalityExemptions(c.var.ctx, { number: municipality })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const doctor = result.value.doctors?.find(
    (own) => own.districtId === districtId && own.personId === personId,
  )
  const inner = doctor && content(doctor)
  if (!inner) return notFoundPage(c)
  const { exemptions, pages } = textOf(c)
  const crumbs = [
    { label: pages.districts.title, href: paths.home },
    {
      label: exemptions.municipality.of(result.value.name),
      href: paths.municipalityExemptions(municipality),
    },
  ]
  const status = problems.length > 0 ? statusOf({ kind: 'invalid', problems }) : 200
  return page(c, { title: doctor.name, crumbs, status }, inner)
}
