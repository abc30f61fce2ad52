import { holidaysHeldBefore } from '../core/ledger/holidays-held.ts'
import { type LedgerRow, ledgerOf } from '../core/ledger/hours.ts'
import type { Holding, ImportedTimeline } from '../core/plans/imported-timeline.ts'
import { parameterOn } from '../core/rota/agreement.ts'
import { type Cell, type CellKey, cellKey } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import { type Need, needsOf } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import { checkView } from '../core/rules/check.ts'
import { contextFrom } from '../core/rules/context.ts'
import { type RotaView, viewOf } from '../core/rules/view.ts'
import type { Violation } from '../core/rules/violation.ts'
import { addDays, type LocalDate } from '../core/time/local-date.ts'
import { type DistrictFile, parseDistrictFile } from '../exchange/district-file.ts'
import { writeRotaFile } from '../exchange/rota-file.ts'
import { type BuildProgress, buildRota, type OpenDuty } from '../solver/build.ts'
import { type BuildFault, faultsOf } from '../solver/build-fault.ts'
import type { Score } from '../solver/score/score.ts'
import type { FileProblem } from '../text/file-problem.ts'
import { isPlanDate } from './plan-dates.ts'

export interface PlanInput {
  /** The whole district file. */
  readonly text: string
  /** First date of the plan; duties that start on it or later are planned. */
  readonly from: LocalDate
  readonly weeks: number
  readonly seed: number
  /** Null = by the number of duties. */
  readonly iterations: number | null
  readonly onProgress?: (progress: BuildProgress) => void
}

export type PlanOption = 'from' | 'weeks' | 'seed' | 'iterations'

export interface HeavyWeek {
  readonly row: LedgerRow & { readonly totalMinutes: number }
  /** The lowest this doctor's week can be while nobody is above the week's level; null where it is not known. */
  readonly floorMinutes: number | null
}

export interface Plan {
  readonly rota: Rota
  readonly iterations: number
  readonly score: Score
  readonly open: readonly OpenDuty[]
  readonly violations: readonly Violation[]
  /** The weeks with the most hours in all, heaviest first; doctors without declared office hours are not among them. */
  readonly heaviest: readonly HeavyWeek[]
  /** Doctors who have a duty in a week whose total is not known. */
  readonly withoutTotal: readonly PersonId[]
  /** The rota file. */
  readonly text: string
}

export type PlanResult =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'file-refused'; readonly problems: readonly FileProblem[] }
  | { readonly kind: 'option-refused'; readonly option: PlanOption; readonly value: string }
  | { readonly kind: 'cannot-build'; readonly fault: BuildFault; readonly district: District }

const DAYS_PER_WEEK = 7
const MOST_WEEKS = 104
const MOST_SEED = 2 ** 31 - 1
const MOST_ITERATIONS = 1_000_000_000
/** Published duties this near the plan always count; rules that look further back decide for themselves. */
const CONTEXT_DAYS = 14
const HEAVIEST = 10
const ITERATIONS_PER_DUTY = 1000

/** Builds and judges a district's rota from its file alone: the same text, options and seed give the same rota file. */
export function planDistrict(input: PlanInput): PlanResult {
  const option = refusedOption(input)
  if (option) return { kind: 'option-refused', option, value: String(input[option]) }
  const parsed = parseDistrictFile(input.text)
  if (parsed.kind === 'refused') return { kind: 'file-refused', problems: parsed.problems }
  const { rota, locked } = toRota(parsed.file, input.from, addDays(input.from, input.weeks * DAYS_PER_WEEK))
  const { district } = rota
  const iterations = input.iterations ?? Math.max(1, rota.needs.length * ITERATIONS_PER_DUTY)
  const asked = { rota, lineIds: district.lines.map((line) => line.id), locked, iterations }
  const fault = faultsOf(asked)
  if (fault) return { kind: 'cannot-build', fault, district }
  const built = buildRota({
    ...asked,
    seed: input.seed,
    ...(input.onProgress ? { onProgress: input.onProgress } : {}),
  })
  const cells = new Map(rota.cells)
  for (const cell of built.cells) cells.set(cellKey(cell), cell)
  const { score, open } = built
  return { kind: 'planned', plan: judged({ ...rota, cells }, { score, open, iterations }, input.seed) }
}

function judged(rota: Rota, built: Pick<Plan, 'score' | 'open' | 'iterations'>, seed: number): Plan {
  const view = viewOf(rota)
  const violations = checkView(view)
  const hours = ledgerOf(rota)
  const unknown = hours.filter((row) => row.totalMinutes === null && row.dutyMinutes > 0)
  const text = writeRotaFile({
    ...built,
    rota,
    seed,
    score: { ...built.score, warnings: { ...built.score.warnings }, fairness: { ...built.score.fairness } },
    hours,
    violations,
  })
  return {
    ...built,
    rota,
    violations,
    heaviest: heaviestWeeks(view, hours),
    withoutTotal: [...new Set(unknown.map((row) => row.personId))],
    text,
  }
}

function heaviestWeeks(view: RotaView, hours: readonly LedgerRow[]): HeavyWeek[] {
  return hours
    .filter((row): row is HeavyWeek['row'] => row.totalMinutes !== null)
    .sort((a, b) => b.totalMinutes - a.totalMinutes)
    .slice(0, HEAVIEST)
    .map((row) => ({ row, floorMinutes: view.floorOf(row.week, 'total').byPerson.get(row.personId) ?? null }))
}

function refusedOption({ from, weeks, seed, iterations }: PlanInput): PlanOption | undefined {
  if (!isPlanDate(from)) return 'from'
  if (!isWithin(weeks, 1, MOST_WEEKS)) return 'weeks'
  if (!isWithin(seed, 0, MOST_SEED)) return 'seed'
  return iterations === null || isWithin(iterations, 1, MOST_ITERATIONS) ? undefined : 'iterations'
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

/** The period's needs from the templates, open; what is published on either side of it stands as it is. */
function toRota(
  { district, timeline }: DistrictFile,
  from: LocalDate,
  to: LocalDate,
): { readonly rota: Rota; readonly locked: ReadonlySet<CellKey> } {
  const back = contextFrom(district.agreement, from)
  const context = (timeline?.needs ?? []).filter((need) => isNear(need, back, from, to))
  const needs = [...context, ...district.lines.flatMap((line) => needsOf(line, from, to))].sort(
    (a, b) => a.start - b.start || (a.id < b.id ? -1 : 1),
  )
  const cells = timeline ? publishedCells(context, timeline) : new Map<CellKey, Cell>()
  const memory = parameterOn(district.agreement, 'holidayMemoryYears', from)
  const holidaysHeld = holidaysHeldBefore(timeline?.holdings ?? [], from, memory)
  const rota = { district, from, to, needs, cells, elsewhere: [], holidaysHeld }
  return { rota, locked: new Set(cells.keys()) }
}

function isNear({ date }: Need, back: LocalDate, from: LocalDate, to: LocalDate): boolean {
  const isBefore = date < from && (date >= back || date >= addDays(from, -CONTEXT_DAYS))
  return isBefore || (date >= to && date < addDays(to, CONTEXT_DAYS))
}

function publishedCells(needs: readonly Need[], timeline: ImportedTimeline): Map<CellKey, Cell> {
  const known = new Set(needs.map((need) => need.id))
  const held = Map.groupBy(
    timeline.holdings.filter((holding) => known.has(holding.needId)),
    cellKey,
  )
  return new Map([...held].map(([key, holdings]) => [key, toCell(holdings)]))
}

function toCell(holdings: readonly Holding[]): Cell {
  const [{ needId, seat, note }] = holdings as readonly [Holding, ...Holding[]]
  const slices = holdings.map(({ start, end, personId, positionId, origin, shadowing }) => ({
    start,
    end,
    personId,
    positionId,
    origin,
    shadowing,
  }))
  return { needId, seat, slices, locked: true, note }
}
