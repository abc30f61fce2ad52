import type { Hono } from 'hono'
import { amendDuty } from '../usecases/amend-duty.ts'
import type { AppEnv } from '../usecases/context.ts'
import { recordOutcome } from '../usecases/record-outcome.ts'
import type { FieldProblem, Refusal } from '../usecases/refusal.ts'
import { showCandidates } from '../usecases/show-candidates.ts'
import { type DutyValue, showDuty } from '../usecases/show-duty.ts'
import { Amend } from './duty/amend.tsx'
import { type AmendForm, EMPTY_AMENDMENT, readAmendment, toHolder } from './duty/amendment.ts'
import { Duty } from './duty/duty.tsx'
import { type OutcomeForm, readOutcome } from './duty/outcome-form.ts'
import { type Posted, readForm } from './form.tsx'
import { Heading, PageHeading } from './heading.tsx'
import { Told } from './notices/banners.tsx'
import { toldOf } from './notices/unconfirmed.ts'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { notFoundPage, problemPage, statusOf } from './problem.tsx'
import { useText } from './text-context.ts'

interface Place {
  readonly districtId: string
  readonly needId: string
  readonly seat: number
}

export function dutyPages(app: Hono<AppEnv>): void {
  app.get(paths.duty(':districtId', ':needId', ':seat'), (c) => {
    const { districtId, needId, seat } = c.req.param()
    return dutyPage(c, { districtId, needId, seat: Number(seat) }, NOTHING_SENT)
  })
  app.post(paths.amendDuty(':districtId', ':needId', ':seat'), async (c) => {
    const { districtId, needId, seat } = c.req.param()
    const place = { districtId, needId, seat: Number(seat) }
    return amend(c, place, readAmendment(await readForm(c)))
  })
  app.post(paths.recordOutcome(':districtId', ':needId', ':seat'), async (c) => {
    const { districtId, needId, seat } = c.req.param()
    return record(c, { districtId, needId, seat: Number(seat) }, await readForm(c))
  })
}

/** What was sent and refused: the form of the amendment or of the outcome, with why. */
interface Sent {
  readonly form: AmendForm
  readonly outcome: OutcomeForm | null
  readonly refusal: Refusal | null
}

const NOTHING_SENT: Sent = { form: EMPTY_AMENDMENT, outcome: null, refusal: null }

async function amend(c: PageContext, place: Place, form: AmendForm) {
  const again = (refusal: Refusal) => dutyPage(c, place, { form, outcome: null, refusal })
  if (form.problems.length > 0) return again({ kind: 'invalid', problems: form.problems })
  const duty = await showDuty(c.var.ctx, place)
  if (duty.kind === 'refused') return problemPage(c, duty.refusal)
  if (!hasSeat(duty.value, place)) return notFoundPage(c)
  const result = await amendDuty(c.var.ctx, {
    ...place,
    expectedRevision: form.revision,
    holder: toHolder(form, duty.value, place.seat),
    reason: textOf(c).plans.amend.reasonText(form.origin, form.note),
    waivesBlocking: form.waives,
  })
  if (result.kind === 'refused') return again(result.refusal)
  const { districtId, needId, seat } = place
  return redirectDone(c, paths.duty(districtId, needId, seat), 'amended', { told: result.value.revision })
}

async function record(c: PageContext, place: Place, posted: Posted) {
  const { districtId, needId, seat } = place
  const { values } = posted
  const read = readOutcome(posted)
  const again = (problems: readonly FieldProblem[]) =>
    dutyPage(c, place, {
      form: EMPTY_AMENDMENT,
      outcome: { assignmentId: values.assignment ?? '', values, problems },
      refusal: { kind: 'invalid', problems },
    })
  if (read.kind === 'invalid') return again(read.problems)
  const result = await recordOutcome(c.var.ctx, { districtId, needId, ...read.outcome })
  if (result.kind === 'refused')
    return result.refusal.kind === 'invalid' ? again(result.refusal.problems) : problemPage(c, result.refusal)
  return redirectDone(c, paths.duty(districtId, needId, seat), 'outcome-recorded')
}

/** The duty, and for those who may amend it the doctors who could take it. */
async function dutyPage(c: PageContext, place: Place, { form, outcome, refusal }: Sent) {
  const { ctx } = c.var
  const [duty, told] = await Promise.all([
    showDuty(ctx, place),
    toldOf(c, place.districtId, c.req.query('told')),
  ])
  if (duty.kind === 'refused') return problemPage(c, duty.refusal)
  const { value } = duty
  if (!hasSeat(value, place)) return notFoundPage(c)
  const mayAmend = value.mayAmend && !value.isClosed
  const candidates = mayAmend
    ? await showCandidates(ctx, { ...place, source: { kind: 'timeline' }, part: null })
    : null
  const title = titleOf(c, value)
  const status = refusal ? statusOf(refusal) : 200
  return page(
    c,
    { title, district: value.district, place: 'rota', crumbs: crumbsTo(c, value), status },
    <>
      <PageHeading title={title} />
      {told && <Told value={told} />}
      <div class="two-columns">
        <Duty value={value} seat={place.seat} outcome={outcome} isHeld={isHeldBy(ctx.actor, value, place)} />
        {value.mayAmend && value.isClosed && <ClosedDuty />}
        {candidates?.kind === 'done' && (
          <Amend
            value={value}
            seat={place.seat}
            candidates={candidates.value}
            form={form}
            refusal={outcome === null ? refusal : null}
          />
        )}
      </div>
    </>,
  )
}

function isHeldBy(actor: PageContext['var']['ctx']['actor'], { seats }: DutyValue, { seat }: Place): boolean {
  if (actor.kind !== 'account' || actor.personId === null) return false
  const own = seats.find((one) => one.seat === seat)
  return own?.assignments.some(({ personId }) => personId === actor.personId) ?? false
}

/** Instead of the doctors who could take a duty that is settled. */
function ClosedDuty() {
  const { amend } = useText().plans
  return (
    <section class="ds-card amend" aria-labelledby="amend">
      <Heading id="amend">{amend.closedTitle}</Heading>
      <p>{amend.closed}</p>
    </section>
  )
}

function hasSeat({ seats }: DutyValue, { seat }: Place): boolean {
  return seats.some((own) => own.seat === seat)
}

function titleOf(c: PageContext, { district, need }: DutyValue): string {
  const line = district.lines.find((own) => own.id === need.lineId)
  return textOf(c).plans.duty.title(need.name, line?.code ?? '', textOf(c).format.shortDate(need.date))
}

function crumbsTo(c: PageContext, { district, need }: DutyValue) {
  const href = withQuery(paths.rota(district.id), { from: need.date })
  return [{ label: textOf(c).plans.duty.backToRota, href }]
}
