import { type PreviewPart, preview } from '../core/plans/duty-preview.ts'
import { type LineEntry, planLine, planLineEnd } from '../core/plans/line-change.ts'
import type { District } from '../core/rota/district.ts'
import type { LineId } from '../core/rota/line.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { isPlainLine } from '../text/plain-text.ts'
import type { Context } from './context.ts'
import { freeTextProblem } from './free-text.ts'
import { done, type FieldProblem, invalid, type Result, refused } from './refusal.ts'
import {
  fromProblem,
  readSetUp,
  refusedFields,
  type SetUpReading,
  stampOf,
  storeSetUp,
} from './set-up-reading.ts'

export interface SaveLineInput {
  readonly districtId: DistrictId
  /** Its id null for a new line. */
  readonly line: Omit<LineEntry, 'id'> & { readonly id: LineId | null }
  /** `lineStamp` of the line that the form was filled in from; empty for a new one. */
  readonly seen: string
}

export interface LinePreview {
  /** As it would be. */
  readonly district: District
  readonly lineId: LineId
  readonly parts: readonly PreviewPart[]
  /** Duties are published that start on the day of the change or later; they stay as they are. */
  readonly isPublished: boolean
}

/** The duties that a line would make over the coming feasts, beside those of the other lines. Nothing is stored. */
export async function previewLine(ctx: Context, input: SaveLineInput): Promise<Result<LinePreview>> {
  const change = await readLine(ctx, input)
  if (change.kind === 'refused') return change
  const { reading, after, lineId } = change.value
  const { from } = input.line
  const { date: today } = toWall(ctx.now)
  const parts = preview(after, from > today ? from : today)
  return done({ district: after, lineId, parts, isPublished: reading.revision > 0 })
}

/**
 * Enters a line or changes it from a date. Refused as `stale-revision` when the line is no longer as seen. Published duties
 * stay as they are; drafts get the new ones.
 */
export async function saveLine(
  ctx: Context,
  input: SaveLineInput,
): Promise<Result<{ readonly lineId: LineId }>> {
  const change = await readLine(ctx, input)
  if (change.kind === 'refused') return change
  const { reading, after, lineId } = change.value
  const subject = { action: 'save-line', subjectKind: 'line', subjectId: lineId }
  const failed = await storeSetUp(ctx, reading, after, subject)
  return failed ?? done({ lineId })
}

export interface EndLineInput {
  readonly districtId: DistrictId
  readonly lineId: LineId
  /** The first day without duties. */
  readonly on: LocalDate
}

/** A line makes no more duties from a date; one that never made any, and that no open draft plans, is gone. */
export async function endLine(ctx: Context, { districtId, lineId, on }: EndLineInput): Promise<Result<null>> {
  const reading = await readSetUp(ctx, districtId)
  if (reading.kind === 'refused') return reading
  const isRefused = fromProblem(reading.value, 'on', on)
  if (isRefused) return isRefused
  const { district, revision } = reading.value
  if (!district.lines.some(({ id }) => id === lineId)) return refused({ kind: 'not-found' })
  const subject = { action: 'end-line', subjectKind: 'line', subjectId: lineId }
  const plan = planLineEnd(district, lineId, on, revision > 0)
  if (plan.kind === 'refused') return refusedFields(plan.problems)
  const failed = await storeSetUp(ctx, reading.value, plan.after, subject)
  if (failed?.refusal.kind !== 'still-used') return failed ?? done(null)
  // Open drafts plan it: it stays, without duties.
  const kept = planLineEnd(district, lineId, on, true)
  if (kept.kind === 'refused') return refusedFields(kept.problems)
  return (await storeSetUp(ctx, reading.value, kept.after, subject)) ?? done(null)
}

/** Of the line that a form is filled in from; empty for one that is not there. */
export async function lineStamp(ctx: Context, { lines }: District, lineId: LineId | null): Promise<string> {
  const line = lines.find(({ id }) => id === lineId)
  return line ? stampOf(ctx, line) : ''
}

interface LineReading {
  readonly reading: SetUpReading
  readonly after: District
  readonly lineId: LineId
}

async function readLine(
  ctx: Context,
  { districtId, line, seen }: SaveLineInput,
): Promise<Result<LineReading>> {
  const read = await readSetUp(ctx, districtId)
  if (read.kind === 'refused') return read
  const { district, revision } = read.value
  const known = district.lines.find(({ id }) => id === line.id)
  if (line.id !== null && !known) return refused({ kind: 'not-found' })
  if (seen !== (await lineStamp(ctx, district, line.id))) return refused({ kind: 'stale-revision' })
  const isRefused = fromProblem(read.value, 'from', line.from)
  if (isRefused) return isRefused
  const place = placeProblem(line.place ?? '')
  if (place) return refused({ kind: 'invalid', problems: [place] })
  // The form of duties that are published is part of what was agreed.
  if (known && known.form !== line.form && revision > 0) return invalid('form', 'form-published', line.form)
  const lineId = line.id ?? freeLineId(district, line.code)
  const plan = planLine(district, { ...line, id: lineId })
  if (plan.kind === 'refused') return refusedFields(plan.problems)
  return done({ reading: read.value, after: plan.after, lineId })
}

const LONGEST_PLACE = 120

/** One line, as a district file takes it. */
function placeProblem(place: string): FieldProblem | undefined {
  if (!isPlainLine(place)) return { field: 'place', code: 'hidden-character', value: place }
  return freeTextProblem('place', place.trim(), LONGEST_PLACE)
}

/** Part of every need's id: short, and never one that the district has. */
function freeLineId({ lines }: District, code: string): LineId {
  const stem = code.toLowerCase().replace(/[^a-z0-9]/g, '') || 'linje'
  const taken = new Set(lines.map(({ id }) => id))
  if (!taken.has(stem)) return stem
  for (let number = 2; ; number++) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`
}
