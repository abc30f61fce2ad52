import type { DraftCells, Needs } from '../core/plans/intent.ts'
import { rebase } from '../core/plans/rebase.ts'
import { type CellRef, cellKey } from '../core/rota/assignment.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { addDays, type LocalDate } from '../core/time/local-date.ts'
import type { StoredDraft } from '../data/draft-rows.ts'
import { findStepGround, type StepGround } from '../data/step-store.ts'
import type { Context } from './context.ts'
import { dateOfNeed } from './duty-of.ts'
import type { Holders } from './holder-problem.ts'
import { isWithin } from './plan-dates.ts'
import { draftNeeds } from './rota-reading.ts'

/** Some places of a draft over the timeline as it is now. */
export interface PlacesOfDraft extends Holders {
  readonly draft: StoredDraft
  /** The needs of the places that the draft has to fill. */
  readonly needs: Needs
  readonly cells: DraftCells
}

/** Reads these places and nothing of the rest of the draft, in one trip; undefined when the draft is not there. */
export async function readPlaces(
  ctx: Pick<Context, 'db' | 'now'>,
  districtId: DistrictId,
  draftId: string,
  places: readonly CellRef[],
): Promise<PlacesOfDraft | undefined> {
  const dates = new Set(places.map(({ needId }) => dateOfNeed(needId)).filter((date) => date !== undefined))
  const ground = await findStepGround(ctx.db, districtId, draftId, places, [...dates])
  if (!ground) return undefined
  const { draft, doctors, positions, cells: stored, assignments: timeline } = ground
  for (const need of ground.published) dates.add(need.date)
  const asked = new Set(places.map((place) => place.needId))
  const needs = [...dates].flatMap((date) => needsOn(ground, date, ctx)).filter((need) => asked.has(need.id))
  const published = new Map(ground.published.map((need) => [need.id, need]))
  const { cells } = rebase({ stored, timeline, published, needs })
  const wanted = new Set(places.map(cellKey))
  return {
    draft,
    doctors,
    positions,
    needs: new Map(needs.map((need) => [need.id, need])),
    cells: new Map([...cells].filter(([key]) => wanted.has(key))),
  }
}

function needsOn(
  { draft, lines, published }: StepGround,
  date: LocalDate,
  { now }: Pick<Context, 'now'>,
): Need[] {
  if (!isWithin(draft, date)) return []
  const day = { from: date, to: addDays(date, 1), lineIds: draft.lineIds }
  return draftNeeds({ lines }, day, { needs: published }, now)
}
