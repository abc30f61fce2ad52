import type { Hono } from 'hono'
import * as z from 'zod'
import { type ClaimedRight, type ClaimRightInput, claimRight, proposeClaim } from '../usecases/claim-right.ts'
import type { AppEnv } from '../usecases/context.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import { showMyExemptions } from '../usecases/show-my-exemptions.ts'
import { withdrawRight } from '../usecases/withdraw-right.ts'
import { type ClaimForm, ClaimLookOver, ClaimStart, RIGHTS, seenOf } from './exemptions/claim-form.tsx'
import { endAfter, lastBefore, lastDay } from './exemptions/date-fields.ts'
import { MyExemptions } from './exemptions/my-exemptions.tsx'
import { SCOPES } from './exemptions/scope-choice.tsx'
import { parseFields, planDate, readForm } from './form.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { notFoundPage, problemPage, statusOf } from './problem.tsx'

const EMPTY: ClaimForm = {
  districtId: '',
  right: '',
  bornOn: '',
  scope: 'out-of-hours',
  from: '',
  to: '',
  decider: '',
}

/** A doctor's own exemptions: what they are, and claiming and withdrawing rights. */
export function exemptionPages(app: Hono<AppEnv>): void {
  app.get(paths.myExemptions, (c) => myPage(c, null))
  app.post(paths.withdrawRight(':districtId', ':exemptionId'), async (c) => {
    const { exemptionId, districtId } = c.req.param()
    const on = (await readForm(c)).values.on ?? ''
    const result = await withdrawRight(c.var.ctx, { districtId, exemptionId, on })
    if (result.kind === 'done') return redirectDone(c, paths.myExemptions, 'exemption-withdrawn')
    const { refusal } = result
    return refusal.kind === 'invalid'
      ? myPage(c, { exemptionId, on, problems: refusal.problems })
      : problemPage(c, refusal)
  })
  app.get(paths.claimRight, (c) => startPage(c, EMPTY, []))
  app.post(paths.claimRight, async (c) => {
    const { values } = await readForm(c)
    const form = { ...EMPTY, ...pick(values) }
    return values.step === 'look-over' ? lookOver(c, form, values) : propose(c, form)
  })
}

function pick(values: Readonly<Record<string, string>>): Partial<ClaimForm> {
  const known = Object.entries(values).filter(([name]) => Object.hasOwn(EMPTY, name))
  return Object.fromEntries(known)
}

const rightField = z.enum(RIGHTS, 'missing')

const startForm = z.object({ districtId: z.string(), right: rightField, bornOn: lastDay })

async function propose(c: PageContext, form: ClaimForm) {
  const parsed = parseFields(startForm, form)
  if (parsed.kind === 'invalid') return startPage(c, form, parsed.problems)
  const { districtId, right, bornOn } = parsed.value
  const asked = { districtId, right, bornOn: bornOn === '' ? null : bornOn }
  const result = await proposeClaim(c.var.ctx, asked)
  if (result.kind === 'refused') {
    const { refusal } = result
    return refusal.kind === 'invalid' ? startPage(c, form, refusal.problems) : problemPage(c, refusal)
  }
  const { from, to } = result.value
  return lookOver(c, { ...form, from, to: lastBefore(to) }, {})
}

const claimForm = z.object({
  districtId: z.string(),
  right: rightField,
  decider: z.string(),
  scope: z.string().refine((name) => Object.hasOwn(SCOPES, name), 'not-chosen'),
  from: planDate,
  to: lastDay,
})

/** Claims what was looked over and confirmed; anything else is shown with what it would do. */
async function lookOver(c: PageContext, form: ClaimForm, said: Readonly<Record<string, string>>) {
  const parsed = parseFields(claimForm, form)
  if (parsed.kind === 'invalid') return lookOverPage(c, form, parsed.problems, null)
  const isConfirmed = said.again === undefined && said.seen === seenOf(form)
  const result = await claimRight(c.var.ctx, { ...toClaim(parsed.value), isConfirmed })
  if (result.kind === 'refused') {
    const { refusal } = result
    return refusal.kind === 'invalid'
      ? lookOverPage(c, form, refusal.problems, null)
      : problemPage(c, refusal)
  }
  if (result.value.isStored) return redirectDone(c, paths.myExemptions, 'exemption-claimed')
  return lookOverPage(c, form, [], result.value)
}

function toClaim(form: z.output<typeof claimForm>): Omit<ClaimRightInput, 'isConfirmed'> {
  const { districtId, right, scope, from, to, decider } = form
  const told = decider === '' ? {} : { decider }
  return {
    ...told,
    districtId,
    right,
    scope: SCOPES[scope] ?? { kind: 'out-of-hours' },
    from,
    to: endAfter(to),
  }
}

async function myPage(c: PageContext, refused: Parameters<typeof MyExemptions>[0]['refused']) {
  const result = await showMyExemptions(c.var.ctx, {})
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { exemptions, people } = textOf(c)
  const crumbs = [{ label: people.myDuties.title, href: paths.myDuties }]
  const status = refused ? statusOf({ kind: 'invalid', problems: refused.problems }) : 200
  return page(
    c,
    { title: exemptions.mine.title, crumbs, status },
    <MyExemptions value={result.value} refused={refused} />,
  )
}

async function startPage(c: PageContext, form: ClaimForm, problems: readonly FieldProblem[]) {
  return claimPage(c, problems, (places) => <ClaimStart places={places} form={form} problems={problems} />)
}

async function lookOverPage(
  c: PageContext,
  form: ClaimForm,
  problems: readonly FieldProblem[],
  seen: ClaimedRight | null,
) {
  return claimPage(c, problems, (places) => (
    <ClaimLookOver places={places} form={form} problems={problems} seen={seen} />
  ))
}

type Places = Parameters<typeof ClaimStart>[0]['places']

async function claimPage(
  c: PageContext,
  problems: readonly FieldProblem[],
  content: (places: Places) => ReturnType<typeof ClaimStart>,
) {
  const result = await showMyExemptions(c.var.ctx, {})
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const places = result.value.places.filter((place) => place.isGp)
  if (places.length === 0) return notFoundPage(c)
  const { exemptions, people } = textOf(c)
  const crumbs = [
    { label: people.myDuties.title, href: paths.myDuties },
    { label: exemptions.mine.title, href: paths.myExemptions },
  ]
  const status = problems.length > 0 ? statusOf({ kind: 'invalid', problems }) : 200
  return page(c, { title: exemptions.claim.title, crumbs, status }, content(places))
}
