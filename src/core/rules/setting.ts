import { type FloorBasis, floorsOf, type WeeklyFloor } from '../ledger/floor.ts'
import type { Cell, CellKey } from '../rota/assignment.ts'
import type { Doctor } from '../rota/doctor.ts'
import type { Line, LineId } from '../rota/line.ts'
import type { Need, NeedId } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import { type BusyElsewhere, isInPeriod, type Rota } from '../rota/rota.ts'
import { type IsoWeek, isoWeeksIn } from '../time/iso-week.ts'
import { type Background, backgroundOf } from './background.ts'
import { type ViewWeek, viewWeek } from './view-week.ts'

/** A rota without its cells, indexed for checking: every list is sorted by start. Floors are worked out when first asked for. */
export interface Setting {
  readonly doctors: ReadonlyMap<PersonId, Doctor>
  readonly lines: ReadonlyMap<LineId, Line>
  readonly needs: ReadonlyMap<NeedId, Need>
  readonly needsByLine: ReadonlyMap<LineId, readonly Need[]>
  readonly elsewhere: ReadonlyMap<PersonId, readonly BusyElsewhere[]>
  /** Every need starts in the period: none is there as context. */
  readonly isAllPeriod: boolean
  /** The ISO weeks that the period touches. */
  readonly weeks: readonly ViewWeek[]
  readonly floorOf: (week: IsoWeek, basis: FloorBasis) => WeeklyFloor
  readonly background: Background
  /** What rules have worked out that rests on no cell, by the function that works it out. */
  readonly known: Map<unknown, unknown>
}

/** Kept for each list of needs, so that rotas that differ only in who holds what are set out once. */
const SETTINGS = new WeakMap<readonly Need[], { readonly of: Rota; readonly setting: Setting }>()

export function settingOf(rota: Rota): Setting {
  const kept = SETTINGS.get(rota.needs)
  if (kept && differOnlyInCells(kept.of, rota)) return kept.setting
  const empty = { ...rota, cells: NO_CELLS }
  const setting = setOut(empty)
  SETTINGS.set(rota.needs, { of: empty, setting })
  return setting
}

const NO_CELLS: ReadonlyMap<CellKey, Cell> = new Map()

/** All parts of a rota are values that nobody changes in place, so the same part is equal. */
function differOnlyInCells(a: Rota, b: Rota): boolean {
  const parts = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Rota>
  parts.delete('cells')
  return [...parts].every((part) => a[part] === b[part])
}

function setOut(rota: Rota): Setting {
  const { doctors, lines } = rota.district
  return {
    doctors: new Map(doctors.map((doctor) => [doctor.personId, doctor])),
    lines: new Map(lines.map((line) => [line.id, line])),
    needs: new Map(rota.needs.map((need) => [need.id, need])),
    needsByLine: Map.groupBy(rota.needs, (need) => need.lineId),
    elsewhere: Map.groupBy(rota.elsewhere, (busy) => busy.personId),
    isAllPeriod: rota.needs.every((need) => isInPeriod(rota, need)),
    weeks: isoWeeksIn(rota).map(viewWeek),
    floorOf: rememberFloors(rota),
    background: backgroundOf(rota),
    known: new Map(),
  }
}

/** Nothing is made before a floor is asked for. */
function rememberFloors(rota: Rota): Setting['floorOf'] {
  let floors: Setting['floorOf'] | undefined
  const known = { total: new Map<IsoWeek, WeeklyFloor>(), duty: new Map<IsoWeek, WeeklyFloor>() }
  return (week, basis) => {
    floors ??= floorsOf(rota)
    const floor = known[basis].get(week) ?? floors(week, basis)
    known[basis].set(week, floor)
    return floor
  }
}
