import { parameterOn } from '../../core/rota/agreement.ts'
import type { District } from '../../core/rota/district.ts'
import type { MunicipalityNumber, PersonId } from '../../core/rota/person.ts'
import { addMonths, type Dates } from '../../core/time/local-date.ts'
import { type Load, sumOfLoads } from './load.ts'
import { type LoadPart, quarterStarts } from './load-parts.ts'
import { type GroupCell, shownCells } from './suppress.ts'

/** What the published rota shows of some doctors together; weighted hours rest on told activity, which it does not. */
export type OpenLoad = Pick<
  Load,
  | 'minutes'
  | 'dutyMinutes'
  | 'duties'
  | 'nights'
  | 'weekendsAny'
  | 'weekendsFull'
  | 'weekends'
  | 'publicHolidays'
>

/** Hours that the published rota does not show, of doctors whose surgery is declared; or that too few stand behind them. */
export type HiddenSum =
  | {
      readonly kind: 'known'
      readonly doctors: number
      readonly surgeryMinutes: number
      readonly taskMinutes: number
      readonly totalMinutes: number
      /** Of these doctors' average week. */
      readonly meanTotalMinutes: number
    }
  | { readonly kind: 'hidden' }

/** The other doctors of the district together, or those of one other municipality. */
export interface OthersRow {
  /** Null for all of them. */
  readonly municipality: MunicipalityNumber | null
  readonly name: string | null
  readonly doctors: number
  readonly load: OpenLoad
  /** Null where the period is no whole quarter or year. */
  readonly hidden: HiddenSum | null
}

export interface Others {
  /** A doctor of two municipalities stands in both. */
  readonly municipalities: readonly OthersRow[]
  /** Each other doctor once, also those of no municipality. */
  readonly all: OthersRow
}

type Group = Pick<OthersRow, 'municipality' | 'name'> & { readonly parts: readonly LoadPart[] }

/**
 * Everybody's dates but those on which they were the municipality's own. Doctors of the municipalities in `known` are known to the
 * reader by name: they stand in the sums, and are no cover.
 */
export function othersLoad(
  district: District,
  municipality: MunicipalityNumber,
  period: Dates,
  parts: readonly LoadPart[],
  known: readonly MunicipalityNumber[] = [],
): Others {
  const others = parts.filter((part) => !part.municipalities.includes(municipality))
  const everybody: Group = { municipality: null, name: null, parts: others }
  const groups = district.municipalities.flatMap(({ number, name }): Group[] => {
    // Whoever is the reader's own as well is known by name, and counted there.
    const own = others.filter((part) => part.municipalities.includes(number))
    return number === municipality || own.length === 0 ? [] : [{ municipality: number, name, parts: own }]
  })
  const sums = hiddenSums(district, period, { parts, groups: [everybody, ...groups], known })
  const toRow = ({ municipality, name, parts }: Group, index: number): OthersRow => ({
    municipality,
    name,
    doctors: personsIn(parts).size,
    load: openLoad(parts),
    hidden: sums === null ? null : (sums[index] ?? { kind: 'hidden' }),
  })
  return {
    municipalities: groups.map((group, index) => toRow(group, index + 1)),
    all: toRow(everybody, 0),
  }
}

function personsIn(parts: readonly LoadPart[]): ReadonlySet<PersonId> {
  return new Set(parts.map((part) => part.personId))
}

function openLoad(parts: readonly LoadPart[]): OpenLoad {
  const sum = sumOfLoads(parts.map((part) => part.worked))
  const { minutes, dutyMinutes, duties, nights } = sum
  const { weekendsAny, weekendsFull, weekends, publicHolidays } = sum
  return {
    minutes,
    dutyMinutes,
    duties,
    nights,
    weekendsAny,
    weekendsFull,
    weekends,
    publicHolidays,
  }
}

/**
 * Of each group, in whole quarters only: sums of other dates would be told apart by subtracting one from another. A year is
 * the sum of its quarters, and stands where all four do.
 */
function hiddenSums(district: District, period: Dates, input: SumsInput): HiddenSum[] | null {
  const quarters = wholeQuarters(period)
  if (quarters === null) return null
  const byQuarter = quarters.map((quarter) => sumsOfQuarter(district, quarter, input))
  return input.groups.map((_, index) => addedUp(byQuarter.map((sums) => sums[index])))
}

/** The quarters that the dates are; null where they are no quarter and no year. */
export function wholeQuarters({ from, to }: Dates): readonly Dates[] | null {
  const starts = quarterStarts({ from, to })
  const isYear = from.slice(5) === '01-01' && to === addMonths(from, 12)
  if (starts[0] !== from || (to !== addMonths(from, 3) && !isYear)) return null
  return starts.map((start) => ({ from: start, to: addMonths(start, 3) }))
}

interface SumsInput {
  /** Everybody's, the reader's own too. */
  readonly parts: readonly LoadPart[]
  readonly groups: readonly Group[]
  readonly known: readonly MunicipalityNumber[]
}

interface QuarterSum {
  readonly parts: readonly LoadPart[]
}

function sumsOfQuarter(
  { agreement }: District,
  quarter: Dates,
  { parts, groups, known }: SumsInput,
): (QuarterSum | undefined)[] {
  const isIn = ({ dates }: LoadPart) => dates.from >= quarter.from && dates.to <= quarter.to
  const declared = knownPersons(parts.filter(isIn))
  const isCover = ({ municipalities }: LoadPart) => !municipalities.some((own) => known.includes(own))
  const own = groups.map(({ parts }) => parts.filter((part) => isIn(part) && declared.has(part.personId)))
  const cells = own.map(
    (parts, index): GroupCell => ({ id: String(index), members: parts.filter(isCover).map(memberOf) }),
  )
  const shown = shownCells(cells, parameterOn(agreement, 'leastGroup', quarter.from))
  return own.map((parts, index) => (shown.has(String(index)) && parts.length > 0 ? { parts } : undefined))
}

/**
 * Of the same persons in all sums: else surgery, tasks and totals taken from each other would give one of them away. And in the
 * reports of all municipalities, which one account may read: so dates count on which they were the reader's own.
 */
function knownPersons(parts: readonly LoadPart[]): ReadonlySet<PersonId> {
  const unknown = personsIn(parts.filter(({ worked }) => worked.totalMinutes === null))
  return new Set(parts.map((part) => part.personId).filter((personId) => !unknown.has(personId)))
}

function memberOf({ personId, dates }: LoadPart): GroupCell['members'][number] {
  return { personId, part: dates.from }
}

function addedUp(quarters: readonly (QuarterSum | undefined)[]): HiddenSum {
  if (quarters.includes(undefined)) return { kind: 'hidden' }
  const parts = quarters.flatMap((quarter) => quarter?.parts ?? [])
  const sum = (value: (load: Load) => number | null) =>
    parts.reduce((total, part) => total + (value(part.worked) ?? 0), 0)
  const totalMinutes = sum((load) => load.totalMinutes)
  return {
    kind: 'known',
    doctors: personsIn(parts).size,
    surgeryMinutes: sum((load) => load.surgeryMinutes),
    taskMinutes: sum((load) => load.taskMinutes),
    totalMinutes,
    meanTotalMinutes: (totalMinutes * 7) / sum((load) => load.days),
  }
}
