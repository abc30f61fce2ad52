import type { Clash } from '../core/plans/rebase.ts'
import { type CellRef, cellKey } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft } from '../core/rota/draft.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { placesOf, type Rota } from '../core/rota/rota.ts'
import { findLatestBuild } from '../data/build-store.ts'
import type { NamedStep } from '../data/step-store.ts'
import { type BuildView, toBuildView } from './build-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { openPlaces } from './open-places.ts'
import { type DraftRota, readDraft } from './read-source.ts'
import { readSteps, type StepsOfDraft } from './recent-steps.ts'
import { done, type Result, refused } from './refusal.ts'
import { isOwnNeed } from './rota-reading.ts'

export interface ShowDraftInput {
  readonly districtId: DistrictId
  readonly draftId: string
}

export interface DraftValue {
  readonly district: District
  readonly draft: Draft
  /** Latest first, at most 20. */
  readonly edits: readonly NamedStep[]
  /** What one's own undo and redo would take back and bring back. */
  readonly undo: NamedStep | null
  readonly redo: NamedStep | null
  /** Of the timeline now; `draft.baseRevision` tells what the draft was last judged against. */
  readonly revision: number
  readonly places: number
  /** Places of which somebody holds at least a part. */
  readonly held: number
  /** Places that no build touches: locked, or shared by hand. */
  readonly locked: number
  /** Places of the draft of which some part is held by nobody; a backup that nobody needs is not open. */
  readonly open: readonly CellRef[]
  /** Places changed both here and on the timeline; each must be settled before it is published. */
  readonly clashes: readonly Clash[]
  /** The latest build of the draft. */
  readonly build: BuildView | null
}

/** One draft in sum: what is open, what was done, how its build goes. */
export async function showDraft(
  ctx: Context,
  { districtId, draftId }: ShowDraftInput,
): Promise<Result<DraftValue>> {
  const isRefused = gate(ctx, 'read-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [reading, steps, build] = await Promise.all([
    readDraft(ctx, districtId, draftId),
    readSteps(ctx, districtId, draftId),
    findLatestBuild(ctx.db, districtId, draftId),
  ])
  if (!reading) return refused({ kind: 'not-found' })
  return done(draftOf(ctx, { reading, steps, build }))
}

export interface DraftParts {
  readonly reading: DraftRota
  readonly steps: StepsOfDraft
  readonly build: Awaited<ReturnType<typeof findLatestBuild>>
}

/** What has been read of a draft, in sum. */
export function draftOf({ now }: Pick<Context, 'now'>, { reading, steps, build }: DraftParts): DraftValue {
  const { rota, draft, revision, clashes } = reading
  const needs = rota.needs.filter((need) => isOwnNeed(draft, need))
  const places = placesOf(needs)
  return {
    district: rota.district,
    draft,
    ...steps,
    revision,
    places: places.length,
    held: places.filter((place) => (rota.cells.get(cellKey(place))?.slices.length ?? 0) > 0).length,
    locked: needs.flatMap((need) => placesOf([need]).filter((place) => isFixed(rota, need, place))).length,
    clashes,
    open: openPlaces(rota, needs),
    build: build ? toBuildView(build, now) : null,
  }
}

function isFixed({ cells }: Rota, need: Need, place: CellRef): boolean {
  const cell = cells.get(cellKey(place))
  if (!cell) return false
  return cell.locked || cell.slices.some(({ start, end }) => start !== need.start || end !== need.end)
}
