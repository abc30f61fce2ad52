import type { FairShare } from '../core/ledger/fair-share.ts'
import { freshBreaches } from '../core/plans/fresh-breaches.ts'
import { type Cell, cellKey } from '../core/rota/assignment.ts'
import { DUTY_FORMS } from '../core/rota/line.ts'
import type { Need } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import { recheck } from '../core/rules/check.ts'
import { type RotaView, viewOf } from '../core/rules/view.ts'
import { isBlocking, type Violation } from '../core/rules/violation.ts'
import {
  cellsAfter,
  changesIn,
  personsIn,
  placeAt,
  type RepairCase,
  type RepairChange,
} from '../solver/repair/away.ts'
import { type Repair, repairRota } from '../solver/repair/repair.ts'
import { repairPartly } from '../solver/repair/repair-partly.ts'

export type { RepairChange } from '../solver/repair/away.ts'

/** What a repair means for one doctor, over the whole plan: minutes of duty, and minutes above the fair share (below zero: below it). */
export interface RepairEffect {
  readonly personId: PersonId
  readonly minutesBefore: number
  readonly minutesAfter: number
  readonly overBefore: number
  readonly overAfter: number
}

export interface RepairOption {
  /** In order of start. */
  readonly changes: readonly RepairChange[]
  /** Everybody who gets or loses a duty. */
  readonly effects: readonly RepairEffect[]
  /** What it newly warns of; nothing that blocks. */
  readonly warnings: readonly Violation[]
}

/** A place that a repair leaves to nobody. */
export interface OpenPlace {
  readonly need: Need
  readonly seat: number
}

export type RepairOutcome =
  /** The doctor has no duty in the dates that can be moved. */
  | { readonly kind: 'nothing' }
  /** `isFewest`: it is proved that fewer changes do not suffice, of what the case lets change. */
  | { readonly kind: 'repaired'; readonly isFewest: boolean; readonly options: readonly RepairOption[] }
  /** `isProved`: no full repair exists that changes only what the case lets change. The duties in `open` are left to nobody in every option. */
  | {
      readonly kind: 'partly'
      readonly isProved: boolean
      readonly options: readonly RepairOption[]
      readonly open: readonly OpenPlace[]
    }

const ALTERNATIVES = 4
/** Steps of the search: ordinary repairs take hundreds, and all of them about 0.3 CPU seconds. */
const BUDGET = 40_000

/** The repairs of a case, each judged by the rules. The same case gives the same options. */
export function repairOptions(
  rota: Rota,
  found: RepairCase,
  sharesOf: (rota: Rota) => readonly FairShare[],
): RepairOutcome {
  const { encoding, holder, reached, stays, now } = found
  if (reached.length === 0) return { kind: 'nothing' }
  const options = { alternatives: ALTERNATIVES, budget: BUDGET, from: now, stays }
  const full = repairRota(encoding.problem, holder, options)
  const view = viewOf(found.judged)
  const judge = (repairs: readonly Repair[]) =>
    toOptions({ rota, found, view, sharesOf, before: sharesOf(rota) }, repairs)
  if (full.kind === 'repaired') {
    const judged = judge(full.repairs)
    if (judged.length > 0) return { kind: 'repaired', isFewest: full.isFewest, options: judged }
  }
  const { result, open } = repairPartly(encoding.problem, holder, options)
  return {
    kind: 'partly',
    isProved: full.kind === 'impossible',
    options: result.kind === 'repaired' ? judge(result.repairs) : [],
    open: open.map((slot) => {
      const { need, seat } = placeAt(encoding, slot)
      return { need, seat }
    }),
  }
}

interface Setting {
  readonly rota: Rota
  readonly found: RepairCase
  readonly view: RotaView
  readonly sharesOf: (rota: Rota) => readonly FairShare[]
  readonly before: readonly FairShare[]
}

/** Those that break nothing new: fewest changes first, and of those with as many, fewest new warnings. */
function toOptions(setting: Setting, repairs: readonly Repair[]): RepairOption[] {
  const { found, view } = setting
  const options = repairs.flatMap((repair): RepairOption[] => {
    const cells = cellsAfter(found, repair)
    const fresh = freshIn(view, cells)
    if (fresh.some(isBlocking)) return []
    const effects = effectsOf(setting, repair, cells)
    return [{ changes: changesIn(found, repair), effects, warnings: fresh.filter(isWarning) }]
  })
  return options.sort((a, b) => a.changes.length - b.changes.length || a.warnings.length - b.warnings.length)
}

/** What the cells newly break, or make worse. */
export function freshIn(view: RotaView, cells: readonly Cell[]): Violation[] {
  const { before, after } = recheck(view, cells)
  return freshBreaches(before, after, (needId) => view.needs.get(needId)?.blockId)
}

/** The fair share is told as hours of its own. */
function isWarning({ grade, kind }: Violation): boolean {
  return grade === 'warns' && kind !== 'far-from-share'
}

function effectsOf(
  { rota, found, sharesOf, before }: Setting,
  repair: Repair,
  cells: readonly Cell[],
): RepairEffect[] {
  const after = sharesOf({
    ...rota,
    cells: new Map([...rota.cells, ...cells.map((cell) => [cellKey(cell), cell] as const)]),
  })
  return personsIn(found, repair).map((personId) => {
    const then = minutesIn(before, personId)
    const now = minutesIn(after, personId)
    return {
      personId,
      minutesBefore: then.actual,
      minutesAfter: now.actual,
      overBefore: then.actual - then.target,
      overAfter: now.actual - now.target,
    }
  })
}

function minutesIn(shares: readonly FairShare[], personId: PersonId): { actual: number; target: number } {
  const share = shares.find((own) => own.personId === personId)
  const sum = (load: FairShare['actual'] | undefined) =>
    DUTY_FORMS.reduce((minutes, form) => minutes + (load?.minutes[form] ?? 0), 0)
  return { actual: sum(share?.actual), target: sum(share?.target) }
}
