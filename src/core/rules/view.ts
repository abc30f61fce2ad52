import { agreedWeeks } from '../ledger/agreed-week.ts'
import { byWeek, type LedgerRow, ledgerRows } from '../ledger/hours.ts'
import { type NightHeld, nightsHeld } from '../ledger/night-duty.ts'
import { remember } from '../ledger/remember.ts'
import { type Cell, cellKey } from '../rota/assignment.ts'
import type { Line, LineId } from '../rota/line.ts'
import type { NeedId } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import {
  type BusyElsewhere,
  type Duty,
  dutiesByPlace,
  dutiesOfCell,
  isInPeriod,
  type Rota,
} from '../rota/rota.ts'
import type { IsoWeek } from '../time/iso-week.ts'
import { type Facts, forget, noFacts, ofPerson, ofPersonInPassing } from './facts.ts'
import { replaceIn } from './layered-map.ts'
import { type Setting, settingOf } from './setting.ts'

/** A rota indexed for checking: every list is sorted by start. What no cell moves is its setting. */
export interface RotaView extends Setting {
  readonly rota: Rota
  readonly dutiesByPerson: ReadonlyMap<PersonId, readonly Duty[]>
  readonly dutiesByLine: ReadonlyMap<LineId, readonly Duty[]>
  /** @throws for a person who is no doctor of the district. */
  readonly rowOf: (personId: PersonId, week: IsoWeek) => LedgerRow
  readonly facts: Facts
}

export function viewOf(rota: Rota): RotaView {
  const setting = settingOf(rota)
  const duties = dutiesByPlace(rota)
  return withRows({
    ...setting,
    rota,
    dutiesByPerson: grouped(duties, (duty) => duty.personId),
    dutiesByLine: grouped(duties, (duty) => duty.lineId),
    facts: noFacts(setting.doctors.keys(), setting.lines.keys()),
  })
}

/** Needs come by start, so that the duties of one person or line are mostly in order already. */
function grouped(duties: readonly Duty[], keyOf: (duty: Duty) => string): Map<string, Duty[]> {
  const groups = Map.groupBy(duties, keyOf)
  for (const own of groups.values())
    if (own.some((duty, index) => index > 0 && inOrder(own[index - 1] as Duty, duty) > 0)) own.sort(inOrder)
  return groups
}

/** The view after some cells were replaced; only the persons and lines they touch are indexed anew. The floor does not move. */
export function withCells(view: RotaView, cells: readonly Cell[]): RotaView {
  const added = cells.flatMap((cell) => dutiesIn(view, cell))
  const removed = cells.flatMap((cell) => dutiesIn(view, view.rota.cells.get(cellKey(cell)) ?? cell))
  const touched = [...removed, ...added]
  const replaced = new Set(cells.map(cellKey))
  const needIds = new Set(cells.map((cell) => cell.needId))
  const isReplaced = (duty: Duty) => needIds.has(duty.needId) && replaced.has(cellKey(duty))
  const regroup = (
    groups: ReadonlyMap<string, readonly Duty[]>,
    keyOf: (duty: Duty) => string,
  ): ReadonlyMap<string, readonly Duty[]> => {
    const next = new Map(groups)
    for (const key of new Set(touched.map(keyOf))) {
      const kept = (groups.get(key) ?? []).filter((duty) => !isReplaced(duty))
      next.set(key, [...kept, ...added.filter((duty) => keyOf(duty) === key)].sort(inOrder))
    }
    return next
  }
  return withRows({
    ...view,
    rota: {
      ...view.rota,
      cells: replaceIn(
        view.rota.cells,
        cells.map((cell) => [cellKey(cell), cell]),
      ),
    },
    dutiesByPerson: regroup(view.dutiesByPerson, (duty) => duty.personId),
    dutiesByLine: regroup(view.dutiesByLine, (duty) => duty.lineId),
    facts: forget(view.facts, personsOf(touched), linesTouched(view, cells)),
  })
}

/** The duties of one cell, as the rota would have them. */
export function dutiesIn(view: RotaView, cell: Cell): Duty[] {
  const need = view.needs.get(cell.needId)
  if (!need || cell.seat >= need.number) return []
  return dutiesOfCell(need, cell, lineIn(view, need.lineId).overlapClass)
}

export function personsOf(duties: readonly Duty[]): PersonId[] {
  return [...new Set(duties.map((duty) => duty.personId))]
}

/** The lines of these cells, and the first lines that they stand behind. */
export function linesTouched(view: RotaView, cells: readonly Cell[]): LineId[] {
  const lines = cells.flatMap((cell) => {
    const need = view.needs.get(cell.needId)
    return need ? [need.lineId, ...lineIn(view, need.lineId).behind] : []
  })
  return [...new Set(lines)]
}

export function dutiesHeldBy(view: RotaView, personId: PersonId): readonly Duty[] {
  return view.dutiesByPerson.get(personId) ?? []
}

export function elsewhereOf(view: RotaView, personId: PersonId): readonly BusyElsewhere[] {
  return view.elsewhere.get(personId) ?? []
}

/** True unless all of these duties are only there as context of the period. */
export function concernsPeriod(view: RotaView, needIds: readonly NeedId[]): boolean {
  if (needIds.length === 0 || view.isAllPeriod) return true
  for (const needId of needIds) {
    const need = view.needs.get(needId)
    if (need !== undefined && isInPeriod(view.rota, need)) return true
  }
  return false
}

/** @throws for a line that is not the district's: ids inside a rota are trusted. */
export function lineIn(view: RotaView, lineId: LineId): Line {
  const line = view.lines.get(lineId)
  if (!line) throw new Error(`district ${view.rota.district.id} has no line ${lineId}`)
  return line
}

/** A line that stands behind another, or whose form is backup, does not answer first. */
export function isBackupLine(line: Line): boolean {
  return line.form === 'backup' || line.behind.length > 0
}

function withRows(view: Omit<RotaView, 'rowOf'>): RotaView {
  const whole: RotaView = { ...view, rowOf: (personId, week) => rowsOf(whole, personId)(week) }
  return whole
}

const rowsOf = ofPerson((view, personId) => {
  const { district } = view.rota
  const doctor = view.doctors.get(personId)
  if (!doctor) throw new Error(`district ${district.id} has no doctor ${personId}`)
  return remember(ledgerRows(district, doctor, dutiesHeldBy(view, personId), elsewhereOf(view, personId)))
})

/** The nights that a person holds in this district. */
export const nightsHeldBy = ofPerson((view, personId): readonly NightHeld<Duty>[] =>
  nightsHeld(dutiesHeldBy(view, personId), agreedWeeks(view.rota.district.agreement)),
)

const dutiesByWeek = ofPersonInPassing((view, personId) => byWeek(dutiesHeldBy(view, personId)))

/** A person's duties that reach into the week of a Monday, told as a day number, with some that lie next to it. */
export function dutiesNear(view: RotaView, personId: PersonId, monday: number): readonly Duty[] {
  return dutiesByWeek(view, personId).get(monday) ?? []
}

/** By start and end; ties by place, so that a view that was edited is the one that would have been made anew. */
function inOrder(a: Duty, b: Duty): number {
  const byTime = a.start - b.start || a.end - b.end
  if (byTime !== 0) return byTime
  return a.needId === b.needId ? a.seat - b.seat : a.needId < b.needId ? -1 : 1
}
