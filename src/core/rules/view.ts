import { type FloorBasis, type WeeklyFloor, weeklyFloor } from '../ledger/floor.ts'
import { type LedgerRow, ledgerRow } from '../ledger/hours.ts'
import { type Cell, cellKey } from '../rota/assignment.ts'
import type { Doctor } from '../rota/doctor.ts'
import type { Line, LineId } from '../rota/line.ts'
import type { Need, NeedId } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import { type BusyElsewhere, type Duty, dutiesOf, type Rota } from '../rota/rota.ts'
import type { Interval } from '../time/interval.ts'
import { type IsoWeek, isoWeekInterval, isoWeekStart, isoWeeksIn } from '../time/iso-week.ts'
import type { LocalDate } from '../time/local-date.ts'
import { type Background, backgroundOf } from './background.ts'

export interface ViewWeek {
  readonly week: IsoWeek
  readonly monday: LocalDate
  readonly span: Interval
}

/** A rota indexed for checking: every list is sorted by start. Rows and floors are worked out when first asked for. */
export interface RotaView {
  readonly rota: Rota
  readonly doctors: ReadonlyMap<PersonId, Doctor>
  readonly lines: ReadonlyMap<LineId, Line>
  readonly needs: ReadonlyMap<NeedId, Need>
  readonly needsByLine: ReadonlyMap<LineId, readonly Need[]>
  readonly dutiesByPerson: ReadonlyMap<PersonId, readonly Duty[]>
  readonly dutiesByLine: ReadonlyMap<LineId, readonly Duty[]>
  readonly elsewhere: ReadonlyMap<PersonId, readonly BusyElsewhere[]>
  /** The ISO weeks that the period touches. */
  readonly weeks: readonly ViewWeek[]
  /** @throws for a person who is no doctor of the district. */
  readonly rowOf: (personId: PersonId, week: IsoWeek) => LedgerRow
  readonly floorOf: (week: IsoWeek, basis: FloorBasis) => WeeklyFloor
  readonly background: Background
}

export function viewOf(rota: Rota): RotaView {
  const duties = dutiesOf(rota).sort(inOrder)
  const view = {
    rota,
    doctors: new Map(rota.district.doctors.map((doctor) => [doctor.personId, doctor])),
    lines: new Map(rota.district.lines.map((line) => [line.id, line])),
    needs: new Map(rota.needs.map((need) => [need.id, need])),
    needsByLine: Map.groupBy(rota.needs, (need) => need.lineId),
    dutiesByPerson: Map.groupBy(duties, (duty) => duty.personId),
    dutiesByLine: Map.groupBy(duties, (duty) => duty.lineId),
    elsewhere: Map.groupBy(rota.elsewhere, (busy) => busy.personId),
    weeks: isoWeeksIn(rota).map((week) => ({
      week,
      monday: isoWeekStart(week),
      span: isoWeekInterval(week),
    })),
    floorOf: floorsOf(rota),
    background: backgroundOf(rota),
  }
  return { ...view, rowOf: rowsOf(view) }
}

/** The view after some cells were replaced; only the persons and lines they touch are indexed anew. The floor does not move. */
export function withCells(view: RotaView, cells: readonly Cell[]): RotaView {
  const rotaCells = new Map(view.rota.cells)
  for (const cell of cells) rotaCells.set(cellKey(cell), cell)
  const keys = new Set(cells.map(cellKey))
  const added = cells.flatMap((cell) => dutiesIn(view, cell))
  const removed = cells.flatMap((cell) => dutiesIn(view, view.rota.cells.get(cellKey(cell)) ?? cell))
  const touched = [...removed, ...added]
  const regroup = (
    groups: ReadonlyMap<string, readonly Duty[]>,
    keyOf: (duty: Duty) => string,
  ): ReadonlyMap<string, readonly Duty[]> => {
    const next = new Map(groups)
    for (const key of new Set(touched.map(keyOf))) {
      const kept = (groups.get(key) ?? []).filter((duty) => !keys.has(cellKey(duty)))
      next.set(key, [...kept, ...added.filter((duty) => keyOf(duty) === key)].sort(inOrder))
    }
    return next
  }
  const persons = new Set(touched.map((duty) => duty.personId))
  const next = {
    ...view,
    rota: { ...view.rota, cells: rotaCells },
    dutiesByPerson: regroup(view.dutiesByPerson, (duty) => duty.personId),
    dutiesByLine: regroup(view.dutiesByLine, (duty) => duty.lineId),
  }
  const fresh = rowsOf(next)
  return {
    ...next,
    rowOf: (personId, week) => (persons.has(personId) ? fresh : view.rowOf)(personId, week),
  }
}

/** The duties of one cell, as the rota would have them. */
export function dutiesIn(view: RotaView, cell: Cell): Duty[] {
  const need = view.needs.get(cell.needId)
  if (!need) return []
  return dutiesOf({ ...view.rota, needs: [need], cells: new Map([[cellKey(cell), cell]]) })
}

export function dutiesHeldBy(view: RotaView, personId: PersonId): readonly Duty[] {
  return view.dutiesByPerson.get(personId) ?? []
}

export function elsewhereOf(view: RotaView, personId: PersonId): readonly BusyElsewhere[] {
  return view.elsewhere.get(personId) ?? []
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

function rowsOf(view: Omit<RotaView, 'rowOf'>): RotaView['rowOf'] {
  const rowOf = remember((key: string) => {
    const [personId = '', week = ''] = key.split('\n')
    const doctor = view.doctors.get(personId)
    if (!doctor) throw new Error(`district ${view.rota.district.id} has no doctor ${personId}`)
    const duties = view.dutiesByPerson.get(personId) ?? []
    return ledgerRow(view.rota, doctor, week, duties, view.elsewhere.get(personId) ?? [])
  })
  return (personId, week) => rowOf(`${personId}\n${week}`)
}

function floorsOf(rota: Rota): RotaView['floorOf'] {
  const total = remember((week: IsoWeek) => weeklyFloor(rota, week, 'total'))
  const duty = remember((week: IsoWeek) => weeklyFloor(rota, week, 'duty'))
  return (week, basis) => (basis === 'total' ? total : duty)(week)
}

function remember<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const value = known.has(key) ? (known.get(key) as V) : work(key)
    known.set(key, value)
    return value
  }
}

/** By start and end; ties by place, so that a view that was edited is the one that would have been made anew. */
function inOrder(a: Duty, b: Duty): number {
  const byTime = a.start - b.start || a.end - b.end
  if (byTime !== 0) return byTime
  return a.needId === b.needId ? a.seat - b.seat : a.needId < b.needId ? -1 : 1
}
