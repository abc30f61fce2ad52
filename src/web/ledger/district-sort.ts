import type { Figures, PersonLedger } from '../../core/ledger/person-ledger.ts'
import { DUTY_FORMS, type DutyForm } from '../../core/rota/line.ts'

/** A column of the district's table. */
export const COLUMNS = [
  'planned',
  'duty',
  ...DUTY_FORMS,
  'weighted',
  'duties',
  'nights',
  'weekends',
  'everyNth',
  'holidays',
  'daysAfterNight',
  'total',
] as const

export type Column = (typeof COLUMNS)[number]

export interface LedgerSort {
  /** Null for the order of the district's doctors. */
  readonly sort: Column | null
  readonly dir: 'asc' | 'desc'
}

/** Reads the order from an address; what makes no sense there is the district's own order, and the most first. */
export function toSort(sort: string | undefined, dir: string | undefined): LedgerSort {
  return { sort: COLUMNS.find((column) => column === sort) ?? null, dir: dir === 'asc' ? 'asc' : 'desc' }
}

/** The value of a column; null where it is not known. As worked, but for the one that says planned. */
export function valueIn(column: Column, { planned, worked }: PersonLedger): number | null {
  const isForm = (DUTY_FORMS as readonly string[]).includes(column)
  return isForm ? worked.minutes[column as DutyForm] : OTHERS[column as OtherColumn](worked, planned)
}

type OtherColumn = Exclude<Column, DutyForm>

const OTHERS: Readonly<Record<OtherColumn, (worked: Figures, planned: Figures) => number | null>> = {
  duty: (worked) => worked.dutyMinutes,
  planned: (_, planned) => planned.dutyMinutes,
  weighted: (worked) => worked.weightedMinutes,
  duties: (worked) => worked.duties,
  nights: (worked) => worked.nights,
  weekends: (worked) => worked.weekendsAny,
  everyNth: (worked) => worked.everyNthWeekend,
  holidays: (worked) => worked.publicHolidays,
  daysAfterNight: (worked) => worked.daysAfterNight,
  total: (worked) => worked.totalMinutes,
}

/** The ledgers in this order; those not known stand last whichever way it goes. */
export function sortLedgers(
  ledgers: readonly PersonLedger[],
  { sort, dir }: LedgerSort,
): readonly PersonLedger[] {
  if (sort === null) return ledgers
  const sign = dir === 'asc' ? 1 : -1
  return ledgers.toSorted((a, b) => {
    const [first, second] = [valueIn(sort, a), valueIn(sort, b)]
    if (first === null || second === null) return Number(first === null) - Number(second === null)
    return sign * (first - second)
  })
}

/** The sum of a column; null while some part of it is not known, and for what cannot be added. */
export function sumOf(column: Column, ledgers: readonly PersonLedger[]): number | null {
  if (column === 'everyNth') return null
  return ledgers.reduce<number | null>((sum, ledger) => {
    const value = valueIn(column, ledger)
    return sum === null || value === null ? null : sum + value
  }, 0)
}
