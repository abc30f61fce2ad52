import type { Agreement, AgreementEntry, ParameterName, ParameterStatus } from '../rota/agreement.ts'
import type { LineId } from '../rota/line.ts'
import type { FaultCode } from '../rota/parameter-shape.ts'
import { valueFaults } from '../rota/parameter-values.ts'
import type { MunicipalityNumber } from '../rota/person.ts'
import { holdsOn, isLocalDate, type LocalDate } from '../time/local-date.ts'
import { isClockDate } from '../time/oslo.ts'
import type { ClosedPeriod } from './closing.ts'

/** A new value from a date, or the end of the one that holds, `to` exclusive; its first date takes back one that is to come. */
export type AgreementChange =
  | { readonly kind: 'adopt'; readonly entry: AgreementEntry }
  | {
      readonly kind: 'end'
      readonly parameter: ParameterName
      readonly status: ParameterStatus
      readonly to: LocalDate
    }

export interface AgreementChangeInput {
  readonly agreement: Agreement
  readonly change: AgreementChange
  readonly closings: readonly Pick<ClosedPeriod, 'period'>[]
  readonly lineIds: readonly LineId[]
  /** Of the district's members. */
  readonly municipalities: readonly MunicipalityNumber[]
  readonly today: LocalDate
}

/** One field that stands in the way: `from`, `to`, `source`, `decidedOn`, `value` or `value.` and a place within it. */
export interface AgreementFault {
  readonly field: string
  readonly code:
    | FaultCode
    | 'unknown-line'
    | 'unknown-municipality'
    | 'in-closed-period'
    | 'before-earlier-value'
    | 'in-the-future'
    | 'not-in-force'
  /** What was given, or the date that it is held against. */
  readonly value: string
}

export type AgreementChangeResult =
  /** `from`: the first date that is counted or judged otherwise. */
  | { readonly kind: 'planned'; readonly agreement: Agreement; readonly from: LocalDate }
  | { readonly kind: 'refused'; readonly refusal: 'nothing-changed' }
  | { readonly kind: 'refused'; readonly refusal: 'invalid'; readonly faults: readonly AgreementFault[] }

/**
 * The agreement after a change. A new value holds until one that is decided already takes over. Entries are never changed but by their end, and a date that is closed, or that an earlier
 * change has begun to govern, keeps what it was judged by.
 */
export function planAgreementChange(input: AgreementChangeInput): AgreementChangeResult {
  return input.change.kind === 'adopt' ? planValue(input, input.change.entry) : planEnd(input, input.change)
}

/** The first date whose values may still change: the day after the last that is closed; null when nothing is closed. */
export function firstOpenDate(closings: AgreementChangeInput['closings']): LocalDate | null {
  return closings.reduce<LocalDate | null>(
    (last, { period }) => (last === null || period.to > last ? period.to : last),
    null,
  )
}

function planValue(input: AgreementChangeInput, entry: AgreementEntry): AgreementChangeResult {
  const { agreement } = input
  const faults = [
    ...valueFaultsOf(entry, input),
    ...dateFaults('from', entry.from, input),
    ...earlierFaults(entry, input),
    ...originFaults(entry, input.today),
  ]
  if (entry.to !== null && entry.to <= entry.from)
    faults.push({ field: 'to', code: 'ends-before-start', value: entry.to })
  if (faults.length > 0) return { kind: 'refused', refusal: 'invalid', faults }
  const added = untilNext(agreement, entry)
  if (agreement.some((old) => isSame(old, added))) return { kind: 'refused', refusal: 'nothing-changed' }
  return { kind: 'planned', agreement: [...endAt(agreement, entry, entry.from), added], from: entry.from }
}

function planEnd(
  input: AgreementChangeInput,
  change: Extract<AgreementChange, { kind: 'end' }>,
): AgreementChangeResult {
  const { to } = change
  const faults = dateFaults('to', to, input)
  const last = latestOf(input.agreement, change)
  if (faults.length === 0 && (!last || (last.to !== null && last.to <= to)))
    faults.push({ field: 'to', code: 'not-in-force', value: to })
  const isTakenBack = last !== undefined && to === last.from && isToCome(last, input)
  if (faults.length === 0 && last && to <= last.from && !isTakenBack)
    faults.push({ field: 'to', code: 'ends-before-start', value: last.from })
  if (faults.length > 0) return { kind: 'refused', refusal: 'invalid', faults }
  return { kind: 'planned', agreement: endAt(input.agreement, change, to), from: to }
}

type Place = Pick<AgreementEntry, 'parameter' | 'status'>

function isAt(entry: AgreementEntry, { parameter, status }: Place): boolean {
  return entry.parameter === parameter && entry.status === status
}

/** What holds on `to` ends there; what was to begin on `to` never does, and stays in the history with no dates of its own. */
function endAt(agreement: Agreement, place: Place, to: LocalDate): Agreement {
  return agreement.map((entry) => (isAt(entry, place) && holdsOn(entry, to) ? { ...entry, to } : entry))
}

/** Whether it was taken back before it began to hold. */
export function isWithdrawn({ from, to }: Pick<AgreementEntry, 'from' | 'to'>): boolean {
  return to === from
}

function isToCome({ from }: AgreementEntry, { today }: AgreementChangeInput): boolean {
  return from > today
}

/** The entry with the latest first date. */
function latestOf(agreement: Agreement, place: Place): AgreementEntry | undefined {
  return agreement
    .filter((entry) => isAt(entry, place) && !isWithdrawn(entry))
    .reduce<AgreementEntry | undefined>(
      (latest, entry) => (latest && latest.from > entry.from ? latest : entry),
      undefined,
    )
}

function valueFaultsOf(
  entry: AgreementEntry,
  { lineIds, municipalities }: AgreementChangeInput,
): AgreementFault[] {
  const faults = valueFaults(entry.parameter, entry.value).map(({ path, code, value }) => ({
    field: ['value', ...path].join('.'),
    code,
    value,
  }))
  if (faults.length > 0) return faults
  if (entry.parameter === 'municipalityKey')
    return unknownKeys(entry.value.shares, municipalities, 'value.shares', 'unknown-municipality')
  return entry.parameter === 'dutyClasses' ? unknownKeys(entry.value, lineIds, 'value', 'unknown-line') : []
}

function unknownKeys(
  value: object,
  known: readonly string[],
  field: string,
  code: AgreementFault['code'],
): AgreementFault[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({ field: `${field}.${key}`, code, value: key }))
}

function dateFaults(field: 'from' | 'to', date: LocalDate, input: AgreementChangeInput): AgreementFault[] {
  if (!isClockDate(date)) return [{ field, code: 'not-a-date', value: date }]
  const open = firstOpenDate(input.closings)
  return open !== null && date < open ? [{ field, code: 'in-closed-period', value: open }] : []
}

/** A value that has begun to hold is never overtaken on its own dates. */
function earlierFaults(entry: AgreementEntry, input: AgreementChangeInput): AgreementFault[] {
  const begun = latestOf(
    input.agreement.filter((old) => !isToCome(old, input)),
    entry,
  )
  return begun && entry.from <= begun.from
    ? [{ field: 'from', code: 'before-earlier-value', value: begun.from }]
    : []
}

/** The value as it holds until one that is decided already and still to come takes over: both decisions stand. */
function untilNext(agreement: Agreement, entry: AgreementEntry): AgreementEntry {
  const next = nextAfter(agreement, entry)
  return next && (entry.to === null || entry.to > next.from) ? { ...entry, to: next.from } : entry
}

/** The first entry of the same value that begins after `from`. */
export function nextAfter(
  agreement: Agreement,
  { from, ...place }: Place & Pick<AgreementEntry, 'from'>,
): AgreementEntry | undefined {
  return agreement
    .filter((entry) => isAt(entry, place) && !isWithdrawn(entry) && entry.from > from)
    .reduce<AgreementEntry | undefined>(
      (next, entry) => (next && next.from < entry.from ? next : entry),
      undefined,
    )
}

function originFaults({ status, source, decidedOn }: AgreementEntry, today: LocalDate): AgreementFault[] {
  const faults: AgreementFault[] = []
  if (source.trim() === '') faults.push({ field: 'source', code: 'missing', value: '' })
  if (decidedOn === null && status === 'adopted')
    faults.push({ field: 'decidedOn', code: 'missing', value: '' })
  if (decidedOn !== null && !isLocalDate(decidedOn))
    faults.push({ field: 'decidedOn', code: 'not-a-date', value: decidedOn })
  else if (decidedOn !== null && decidedOn > today)
    faults.push({ field: 'decidedOn', code: 'in-the-future', value: decidedOn })
  return faults
}

/** The same value from the same decision, still open. */
function isSame(old: AgreementEntry, entry: AgreementEntry): boolean {
  const told = ({ value, source, decidedOn, to }: AgreementEntry) =>
    JSON.stringify([value, source, decidedOn, to])
  return isAt(old, entry) && holdsOn(old, entry.from) && told(old) === told(entry)
}
