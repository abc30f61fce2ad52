import { type Comparison, comparePlans } from '../core/plans/comparison.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft, EditKind } from '../core/rota/draft.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { isInPeriod, type Rota } from '../core/rota/rota.ts'
import { checkRota } from '../core/rules/check.ts'
import type { Dates } from '../core/time/local-date.ts'
import { findContentBefore } from '../data/draft-life-store.ts'
import { listEditHeads } from '../data/draft-store.ts'
import { findStepToUndo } from '../data/step-store.ts'
import type { Context } from './context.ts'
import { type LoadChange, loadChanges } from './doctor-loads.ts'
import { type JudgedDraft, judgedRota, readJudgedDraft } from './draft-on-timeline.ts'
import { gate } from './gate.ts'
import { openPlaces } from './open-places.ts'
import { type RuleCount, ruleCounts, wishAnswers } from './plan-quality.ts'
import { done, type Result, refused } from './refusal.ts'
import { timelineRota } from './rota-reading.ts'
import { actorId } from './save.ts'

/** What a draft is held against: what is published, another draft, or itself before one of its steps. */
export type ComparedWith =
  | { readonly kind: 'published' }
  | { readonly kind: 'draft'; readonly draftId: string }
  | { readonly kind: 'before-step'; readonly number: number }

export interface CompareDraftsInput {
  readonly districtId: DistrictId
  readonly draftId: string
  readonly with: ComparedWith
}

/** From the other plan (`before`) to the draft (`after`). */
export interface DraftComparison extends Comparison {
  readonly district: District
  readonly draft: Draft
  readonly with: ComparedWith
  /** The other draft, where it is one. */
  readonly other: Draft | null
  /** Dates that both cover; null = none, and then nothing is compared. */
  readonly period: Dates | null
  readonly before: PlanSum
  readonly after: PlanSum
  /** Doctors who carry something in either. */
  readonly loads: readonly LoadChange[]
  readonly wishes: readonly WishChange[]
  /** The step that is looked back past, and whether it is the actor's to take back. */
  readonly step: { readonly number: number; readonly kind: EditKind; readonly isOwnLatest: boolean } | null
}

export interface PlanSum {
  readonly open: number
  readonly rules: readonly RuleCount[]
}

/** Wishes of one doctor about duties of the dates, and how many each plan meets. */
export interface WishChange {
  readonly personId: PersonId
  readonly all: number
  readonly metBefore: number
  readonly metAfter: number
}

/** A draft beside what is published, another draft, or what it was before a step: who gains and loses, and what breaks where. */
export async function compareDrafts(
  ctx: Context,
  input: CompareDraftsInput,
): Promise<Result<DraftComparison>> {
  const { districtId, draftId } = input
  const isRefused = gate(ctx, 'read-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const reading = await readJudgedDraft(ctx, districtId, draftId)
  if (!reading) return refused({ kind: 'not-found' })
  const other = await readOther(ctx, reading, input.with)
  if (!other) return refused({ kind: 'not-found' })
  const { district, draft } = reading
  const { step } = other
  const period = commonDates(draft, other.draft ?? draft)
  const known = { district, draft, with: input.with, other: other.draft, period, step }
  if (!period) return done({ ...known, ...NOTHING })
  const before: Rota = { ...other.rota, ...period }
  const after: Rota = { ...judgedRota(reading), ...period }
  return done({
    ...known,
    ...comparePlans(before, after, period),
    before: sumOf(before),
    after: sumOf(after),
    loads: loadChanges(before, after),
    wishes: wishChanges(before, after),
  })
}

const NOTHING = {
  persons: [],
  places: [],
  before: { open: 0, rules: [] },
  after: { open: 0, rules: [] },
  loads: [],
  wishes: [],
}

interface OtherPlan extends Pick<DraftComparison, 'step'> {
  readonly rota: Rota
  readonly draft: Draft | null
}

async function readOther(
  ctx: Context,
  reading: JudgedDraft,
  compared: ComparedWith,
): Promise<OtherPlan | undefined> {
  const { district, draft, timeline, context, brought } = reading
  switch (compared.kind) {
    case 'published': {
      const period = { from: draft.from, to: draft.to }
      const rota = { ...timelineRota(district, timeline, period, context), ...brought }
      return { rota, draft: null, step: null }
    }
    case 'draft': {
      if (compared.draftId === draft.id) return undefined
      const other = await readJudgedDraft(ctx, district.id, compared.draftId)
      return other && { rota: judgedRota(other), draft: other.draft, step: null }
    }
    case 'before-step':
      return beforeStep(ctx, reading, compared.number)
  }
}

/** How far back a step is looked for. */
const MOST_STEPS = 500

async function beforeStep(
  ctx: Context,
  reading: JudgedDraft,
  number: number,
): Promise<OtherPlan | undefined> {
  const { district, draft, cells } = reading
  const [heads, contents, toUndo] = await Promise.all([
    listEditHeads(ctx.db, district.id, draft.id, MOST_STEPS),
    findContentBefore(ctx.db, district.id, draft.id, number),
    findStepToUndo(ctx.db, district.id, draft.id, actorId(ctx)),
  ])
  const head = heads.find((own) => own.number === number)
  if (!head) return undefined
  const former = new Map(cells)
  for (const [key, { cell, content }] of contents) former.set(key, { ...cell, ...content, edit: 0 })
  const step = { number, kind: head.kind, isOwnLatest: toUndo?.number === number }
  return { rota: judgedRota({ ...reading, cells: former }), draft: null, step }
}

function commonDates(a: Dates, b: Dates): Dates | null {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from < to ? { from, to } : null
}

function sumOf(rota: Rota): PlanSum {
  const needs = rota.needs.filter((need) => isInPeriod(rota, need))
  return { open: openPlaces(rota, needs).length, rules: ruleCounts(checkRota(rota)) }
}

function wishChanges(before: Rota, after: Rota): WishChange[] {
  const had = Map.groupBy(wishAnswers(before), ({ personId }) => personId)
  const has = Map.groupBy(wishAnswers(after), ({ personId }) => personId)
  const met = (answers: ReturnType<typeof wishAnswers> = []) => answers.filter(({ isMet }) => isMet).length
  return [...new Set([...had.keys(), ...has.keys()])].map((personId) => ({
    personId,
    all: Math.max(had.get(personId)?.length ?? 0, has.get(personId)?.length ?? 0),
    metBefore: met(had.get(personId)),
    metAfter: met(has.get(personId)),
  }))
}
