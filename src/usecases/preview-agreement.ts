import { type AgreementEffect, agreementEffect } from '../core/plans/agreement-effect.ts'
import type { Agreement } from '../core/rota/agreement.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft } from '../core/rota/draft.ts'
import { checkRota } from '../core/rules/check.ts'
import type { Violation } from '../core/rules/violation.ts'
import { addDays, type Dates, type LocalDate } from '../core/time/local-date.ts'
import { dayInterval, LAST_CLOCK_DATE } from '../core/time/oslo.ts'
import { listDrafts } from '../data/draft-store.ts'
import { findNearestDutyDate } from '../data/nearest-duty.ts'
import { type ChangeInput, type ChangeReading, readChange } from './agreement-reading.ts'
import type { Context } from './context.ts'
import { isOpenDraft, judgedRota, readKnownDraft } from './draft-on-timeline.ts'
import { gate } from './gate.ts'
import { loadJudgedTimeline } from './judged-timeline.ts'
import { done, type Result } from './refusal.ts'
import { timelineRota } from './rota-reading.ts'
import { agreementStamp } from './show-agreement.ts'

/** What a change does to the published rota, over these dates. */
export interface PublishedEffect extends AgreementEffect, Dates {}

export interface DraftEffect extends AgreementEffect {
  readonly draft: Draft
}

export interface AgreementPreview {
  readonly district: District
  readonly after: Agreement
  /** The first date that is judged or counted otherwise. */
  readonly from: LocalDate
  readonly today: LocalDate
  readonly openFrom: LocalDate | null
  /** Sent back with the change: an agreement that moved meanwhile refuses it. */
  readonly stamp: string
  /** Null while nothing is published from `from` on. */
  readonly published: PublishedEffect | null
  /** Open drafts that reach `from`, the latest opened first. */
  readonly drafts: readonly DraftEffect[]
}

/** Further back, and further ahead than two whole plans, the published rota is not looked through. */
const MOST_DAYS_BACK = 366
const MOST_DAYS = 2 * 378

/** What a change of the agreement would break or mend, in what is published and in every open draft. Stores nothing. */
export async function previewAgreement(ctx: Context, input: ChangeInput): Promise<Result<AgreementPreview>> {
  const { districtId } = input
  const isRefused = gate(ctx, 'change-agreement', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [read, last, known] = await Promise.all([
    readChange(ctx, input),
    findNearestDutyDate(ctx.db, districtId, LAST_CLOCK_DATE),
    listDrafts(ctx.db, districtId),
  ])
  if (read.kind === 'refused') return read
  const { district, after, from, today, openFrom } = read.value
  const [published, drafts, stamp] = await Promise.all([
    publishedEffect(ctx, read.value, last),
    draftEffects(ctx, read.value, known),
    agreementStamp(ctx, district.agreement),
  ])
  return done({ district, after, from, today, openFrom, stamp, published, drafts })
}

async function publishedEffect(
  { db }: Context,
  { district, after, from, today }: ChangeReading,
  last: LocalDate | undefined,
): Promise<PublishedEffect | null> {
  const earliest = addDays(today, -MOST_DAYS_BACK)
  const first = from < earliest ? earliest : from
  if (last === undefined || last < first) return null
  const furthest = addDays(first, MOST_DAYS)
  const period = { from: first, to: last < furthest ? addDays(last, 1) : furthest }
  const judge = async (agreement: Agreement): Promise<Violation[]> => {
    const judged = { ...district, agreement }
    const { timeline, context, brought } = await loadJudgedTimeline(db, judged, period)
    return checkRota({ ...timelineRota(judged, timeline, period, context), ...brought })
  }
  const [before, now] = await Promise.all([judge(district.agreement), judge(after)])
  return { ...period, ...effectWithin(period, before, now) }
}

/** Weeks before a plan are read with it; what lies wholly in them is none of its breaches. */
function effectWithin({ from }: Dates, before: readonly Violation[], now: readonly Violation[]) {
  const { start } = dayInterval(from)
  const isWithin = ({ span }: Violation) => span.end > start
  return agreementEffect(before.filter(isWithin), now.filter(isWithin))
}

async function draftEffects(
  ctx: Context,
  { district, after, from, today }: ChangeReading,
  drafts: readonly Draft[],
): Promise<readonly DraftEffect[]> {
  const open = drafts.filter((draft) => isOpenDraft(draft) && draft.to > from)
  const judge = async (draft: Draft, agreement: Agreement): Promise<Violation[]> => {
    const reading = await readKnownDraft(ctx, { ...district, agreement }, draft)
    // As if it were published today: a deadline speaks of nothing else.
    return reading ? checkRota({ ...judgedRota(reading), publishing: { on: today, discussedOn: null } }) : []
  }
  return Promise.all(
    open.map(async (draft) => {
      const [before, now] = await Promise.all([judge(draft, district.agreement), judge(draft, after)])
      return { draft, ...effectWithin(draft, before, now) }
    }),
  )
}
