import type { DraftCells } from '../core/plans/intent.ts'
import { type Assignment, type Cell, type CellKey, cellKey } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft } from '../core/rota/draft.ts'
import { type Need, type NeedId, needsOf } from '../core/rota/need.ts'
import { type Rota, sliceOf } from '../core/rota/rota.ts'
import { addDays, type Dates, datesIn } from '../core/time/local-date.ts'
import type { Minute } from '../core/time/minute.ts'
import type { Timeline } from '../data/rota-store.ts'
import { isWithin } from './plan-dates.ts'

/**
 * The published rota of a period. Days of `context` that are not yet published stand as the templates ask; what the timeline
 * holds further back stands as it was published.
 */
export function timelineRota(district: District, timeline: Timeline, period: Dates, context: Dates): Rota {
  return {
    district,
    ...period,
    ...timelineNeeds(district, timeline, context),
    cells: cellsOf(timeline.assignments),
    elsewhere: timeline.elsewhere,
  }
}

export interface DraftReading {
  readonly draft: Pick<Draft, 'from' | 'to' | 'lineIds'>
  /** What the draft is to fill; others are left out. */
  readonly needs: readonly Need[]
  readonly cells: DraftCells
}

/** A draft as if it were published: its own lines and days as the draft has them, everything else as the timeline has it. */
export function draftRota(
  district: District,
  timeline: Timeline,
  { draft, needs, cells }: DraftReading,
  context: Dates,
): Rota {
  const own = needs.filter((need) => isOwnNeed(draft, need))
  const { needs: others, unpublished } = timelineNeeds(district, timeline, context, draft)
  const otherIds = new Set(others.map((need) => need.id))
  const ownIds = new Set(own.map((need) => need.id))
  const merged = cellsOf(timeline.assignments.filter((row) => otherIds.has(row.needId)))
  for (const [key, cell] of cells) if (ownIds.has(cell.needId)) merged.set(key, cell)
  const { from, to } = draft
  return {
    district,
    from,
    to,
    needs: [...others, ...own].sort(byStart),
    unpublished,
    cells: merged,
    elsewhere: timeline.elsewhere,
  }
}

/** Whether a need is the draft's to fill: on its lines and days. */
export function isOwnNeed({ lineIds, from, to }: DraftReading['draft'], need: Need): boolean {
  return isWithin({ from, to }, need.date) && lineIds.includes(need.lineId)
}

/**
 * What a draft is to fill: its lines and days as the templates ask today. A line's day on which a published duty has begun
 * stays as it was published: a template changed since does not rewrite the past.
 */
export function draftNeeds(
  district: Pick<District, 'lines'>,
  draft: DraftReading['draft'],
  timeline: Pick<Timeline, 'needs'>,
  now: Minute,
): Need[] {
  const published = timeline.needs.filter((need) => isOwnNeed(draft, need))
  const begun = new Set(published.filter((need) => need.start <= now).map(dayOf))
  return [
    ...published.filter((need) => begun.has(dayOf(need))),
    ...templateNeeds(district, draft).filter((need) => !begun.has(dayOf(need))),
  ].sort(byStart)
}

/** What the templates ask today on a draft's lines and days. */
export function templateNeeds(district: Pick<District, 'lines'>, draft: DraftReading['draft']): Need[] {
  return district.lines
    .filter((line) => draft.lineIds.includes(line.id))
    .flatMap((line) => needsOf(line, draft.from, draft.to))
}

/** The cells that assignments stand in, unlocked. */
export function cellsOf(assignments: readonly Assignment[]): Map<CellKey, Cell> {
  const rows = Map.groupBy(assignments, cellKey)
  return new Map([...rows].map(([key, own]) => [key, toCell(own)]))
}

function toCell(rows: readonly Assignment[]): Cell {
  const [{ needId, seat, note }] = rows as readonly [Assignment, ...Assignment[]]
  const slices = rows.map(sliceOf).sort((a, b) => a.start - b.start)
  return { needId, seat, slices, locked: false, note }
}

/** Published needs, and the templates' where a line has published nothing for a day; none that are the draft's own. */
function timelineNeeds(
  district: District,
  timeline: Timeline,
  context: Dates,
  draft: DraftReading['draft'] | null = null,
): { readonly needs: readonly Need[]; readonly unpublished: ReadonlySet<NeedId> } {
  const published = new Set(timeline.needs.map(dayOf))
  const dates = datesIn(context)
  const expected = district.lines.flatMap((line) => {
    const own = draft?.lineIds.includes(line.id) ? draft : null
    return dates
      .filter((date) => !(own && isWithin(own, date)) && !published.has(dayOf({ lineId: line.id, date })))
      .flatMap((date) => needsOf(line, date, addDays(date, 1)))
  })
  const others = draft ? timeline.needs.filter((need) => !isOwnNeed(draft, need)) : timeline.needs
  return {
    needs: [...others, ...expected].sort(byStart),
    unpublished: new Set(expected.map((need) => need.id)),
  }
}

function dayOf({ lineId, date }: Pick<Need, 'lineId' | 'date'>): string {
  return `${lineId} ${date}`
}

function byStart(a: Need, b: Need): number {
  return a.start - b.start || (a.id < b.id ? -1 : 1)
}
