import { type AgreementChange, firstOpenDate, planAgreementChange } from '../core/plans/agreement-change.ts'
import type { Agreement, AgreementEntry, ParameterName, ParameterStatus } from '../core/rota/agreement.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { listClosings } from '../data/closing-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { isPlainLine } from '../text/plain-text.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
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
  const planned = planAgreementChange({
    agreement,
    change: change.kind === 'end' ? change : { kind: 'adopt', entry: toEntry(ctx, district, change) },
    closings,
    lineIds: district.lines.map((line) => line.id),
    today,
  })
  if (planned.kind === 'planned')
    return done({
      district,
      after: planned.agreement,
      from: planned.from,
      openFrom: firstOpenDate(closings),
      today,
    })
  return planned.refusal === 'invalid'
    ? refused({ kind: 'invalid', problems: planned.faults })
    : refused({ kind: 'nothing-changed' })
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
