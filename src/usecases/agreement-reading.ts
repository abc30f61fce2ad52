import { type AgreementChange, firstOpenDate, planAgreementChange } from '../core/plans/agreement-change.ts'
import {
  type Agreement,
  type AgreementEntry,
  entryOn,
  type ParameterName,
  type ParameterStatus,
} from '../core/rota/agreement.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { isLocalDate, type LocalDate } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { listClosings } from '../data/closing-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { agreementEntryProblems } from '../exchange/agreement-schema.ts'
import type { FileProblemCode } from '../text/file-problem.ts'
import { isPlainLine } from '../text/plain-text.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, type FieldProblem, invalid, type Result, refused } from './refusal.ts'
import { ownPersonId } from './wish-rights.ts'

/** A value that somebody wants to hold from a date. */
export interface ProposedValue {
  readonly kind: 'adopt'
  readonly parameter: ParameterName
  /** As entered: refused unless it is of the parameter's shape. */
  readonly value: unknown
  readonly status: ParameterStatus
  readonly from: LocalDate
  readonly source: string
  readonly decidedOn: LocalDate | null
}

export type ProposedChange = ProposedValue | Extract<AgreementChange, { kind: 'end' }>

export interface ChangeInput {
  readonly districtId: DistrictId
  readonly change: ProposedChange
}

/** A change beside what it is about. */
export interface ChangeReading {
  readonly district: District
  readonly after: Agreement
  /** The first date that is judged or counted otherwise. */
  readonly from: LocalDate
  readonly openFrom: LocalDate | null
  readonly today: LocalDate
}

const LONGEST_SOURCE = 200

/** Reads an agreement and decides whether the change may be made; nothing is stored. */
export async function readChange(
  ctx: Context,
  { districtId, change }: ChangeInput,
): Promise<Result<ChangeReading>> {
  const isRefused = gate(ctx, 'change-agreement', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [district, closings] = await Promise.all([
    findDistrict(ctx.db, districtId),
    listClosings(ctx.db, districtId),
  ])
  if (!district) return refused({ kind: 'not-found' })
  const today = toWall(ctx.now).date
  const { agreement } = district
  if (change.kind === 'adopt') {
    const { source } = change
    if (!isPlainLine(source)) return invalid('source', 'hidden-character', source)
    if (source.length > LONGEST_SOURCE) return invalid('source', 'too-long', source)
  }
  const dateOff = dateProblem(change)
  if (dateOff) return refused({ kind: 'invalid', problems: [dateOff] })
  const planned = planAgreementChange({
    agreement,
    change: change.kind === 'end' ? change : { kind: 'adopt', entry: toEntry(ctx, district, change) },
    closings,
    lineIds: district.lines.map((line) => line.id),
    municipalities: district.municipalities.map(({ number }) => number),
    today,
  })
  if (planned.kind === 'refused')
    return planned.refusal === 'invalid'
      ? refused({ kind: 'invalid', problems: planned.faults })
      : refused({ kind: 'nothing-changed' })
  const problems = carryingProblems(planned.agreement.slice(agreement.length))
  if (problems.length > 0) return refused({ kind: 'invalid', problems })
  return done({
    district,
    after: planned.agreement,
    from: planned.from,
    openFrom: firstOpenDate(closings),
    today,
  })
}

/** Whether the agreement holds the very same change already, entered by whom asks: a second press on one button. */
export async function isMade(ctx: Context, { districtId, change }: ChangeInput): Promise<boolean> {
  const district = await findDistrict(ctx.db, districtId)
  if (!district) return false
  const { agreement } = district
  const { parameter, status } = change
  if (change.kind === 'end')
    return agreement.some((e) => e.parameter === parameter && e.status === status && e.to === change.to)
  const made = entryOn(agreement, parameter, status, change.from)
  return made !== undefined && told(made) === told(toEntry(ctx, district, change))
}

function told({ value, from, source, decidedOn, author }: AgreementEntry): string {
  return JSON.stringify([value, from, source, decidedOn, author])
}

/** A value holds on dates that can be planned, so that it never stands in the way of another. */
function dateProblem(change: ProposedChange): FieldProblem | undefined {
  const [field, value] = change.kind === 'end' ? ['to', change.to] : ['from', change.from]
  return isLocalDate(value) && !isPlanDate(value) ? { field, code: 'date-out-of-range', value } : undefined
}

/** What a district file could not carry is not stored, or the district could never be sent on. */
function carryingProblems(added: Agreement): FieldProblem[] {
  return added
    .flatMap(agreementEntryProblems)
    .map((problem) => ({ ...problem, code: CODES[problem.code] ?? 'out-of-range' }))
}

const CODES: Readonly<Partial<Record<FileProblemCode, FieldProblem['code']>>> = {
  'hidden-character': 'hidden-character',
  'empty-text': 'missing',
  'missing-field': 'missing',
  'too-long': 'too-long',
  'not-a-date': 'not-a-date',
  'date-out-of-range': 'date-out-of-range',
}

function toEntry(ctx: Context, district: District, { kind: _, ...proposed }: ProposedValue): AgreementEntry {
  const origin = { to: null, author: authorOf(ctx, district), source: proposed.source.trim() }
  // The plan holds the value against the shape of its parameter before it makes anything of the entry.
  return { ...proposed, ...origin } as AgreementEntry
}

/** The agreement is read by many, so it names a person who has a place in the district, and otherwise only the role. */
function authorOf(ctx: Context, { persons, languages }: District): string {
  const own = ownPersonId(ctx)
  const name = persons.find((person) => person.id === own)?.name
  return name ?? textFor(languages[0] ?? 'nb').words.roles.coordinator
}
