import type { Cell } from '../core/rota/assignment.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { addDays, type Dates } from '../core/time/local-date.ts'
import { FIRST_CLOCK_DATE, LAST_CLOCK_DATE, toWall } from '../core/time/oslo.ts'
import { findDistrict } from '../data/district-store.ts'
import { loadTimeline } from '../data/rota-store.ts'
import { toCsvFile } from '../exchange/sheets/csv-file.ts'
import { absencesSheet, doctorsSheet, wishesSheet } from '../exchange/sheets/facts-out.ts'
import type { OutSheet } from '../exchange/sheets/out-table.ts'
import { type RotaOut, rotaGrid, rotaList } from '../exchange/sheets/rota-out.ts'
import { toXlsxFile } from '../exchange/sheets/xlsx-file.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { readDraftOnTimeline } from './draft-on-timeline.ts'
import { findTemplateNeed } from './duty-of.ts'
import { gateFresh } from './gate.ts'
import { limitExports } from './limit-exports.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, type Result, refused } from './refusal.ts'
import { cellsOf } from './rota-reading.ts'

export const TABLES = ['doctors', 'absences', 'wishes', 'rota-list', 'rota-grid'] as const
export type TableName = (typeof TABLES)[number]

export interface ExportTableInput {
  readonly districtId: DistrictId
  readonly table: TableName
  readonly form: 'csv' | 'xlsx'
  /** Whose rota; null = what is published. */
  readonly draftId: string | null
  /** Of a published rota: the days it is about (`to` exclusive); null = all that is published. */
  readonly dates: Dates | null
}

export interface ExportedTable {
  readonly fileName: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A spreadsheet of what a district has, for whoever may take it out; never the ground of an exemption. */
export async function exportTable(ctx: Context, input: ExportTableInput): Promise<Result<ExportedTable>> {
  const { districtId, form } = input
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = gateFresh(ctx, 'export-district', scope) ?? (await limitExports(ctx))
  if (isRefused) return isRefused
  const sheet = await sheetOf(ctx, input)
  if (!sheet) return refused({ kind: 'not-found' })
  const bytes =
    form === 'csv' ? new Uint8Array(new TextEncoder().encode(toCsvFile(sheet))) : await toXlsxFile(sheet)
  return done({ fileName: `${districtId}-${input.table}.${form}`, bytes })
}

async function sheetOf(ctx: Context, input: ExportTableInput): Promise<OutSheet | undefined> {
  const { districtId, table } = input
  const words = textFor(ctx.language).tables
  if (table === 'rota-list' || table === 'rota-grid') {
    const rota = await (input.draftId === null
      ? publishedRota(ctx, input)
      : draftOf(ctx, districtId, input.draftId))
    return rota && (table === 'rota-list' ? rotaList : rotaGrid)(rota, words.rota)
  }
  const district = await findDistrict(ctx.db, districtId)
  if (!district) return undefined
  if (table === 'doctors') return doctorsSheet(district, toWall(ctx.now).date, words.doctors)
  if (table === 'absences') return absencesSheet(district, words.absences)
  return wishesSheet(district, (needId) => findTemplateNeed(district, needId), words.wishes)
}

/** Days that a file of a published rota covers at most, and as many as its grid has rows. */
const MOST_DAYS = 4000

async function publishedRota(
  ctx: Context,
  { districtId, dates }: ExportTableInput,
): Promise<RotaOut | undefined> {
  const isKnown = dates !== null && isPlanDate(dates.from) && isPlanDate(dates.to) && dates.from < dates.to
  const { from, to } = isKnown ? dates : { from: FIRST_CLOCK_DATE, to: LAST_CLOCK_DATE }
  const [district, timeline] = await Promise.all([
    findDistrict(ctx.db, districtId),
    loadTimeline(ctx.db, districtId, from, to),
  ])
  if (!district) return undefined
  const needs = timeline.needs.filter(({ date }) => from <= date && date < to)
  const all = needs.map(({ date }) => date).sort()
  const first = isKnown ? from : (all[0] ?? toWall(ctx.now).date)
  const last = isKnown ? to : addDays(all.at(-1) ?? first, 1)
  const most = addDays(first, MOST_DAYS)
  const period = { from: first, to: last < most ? last : most }
  return { district, needs, cells: cellsOf(timeline.assignments), period }
}

async function draftOf(ctx: Context, districtId: DistrictId, draftId: string): Promise<RotaOut | undefined> {
  const reading = await readDraftOnTimeline(ctx, districtId, draftId)
  if (!reading) return undefined
  const { district, needs, draft } = reading
  const cells: ReadonlyMap<string, Cell> = reading.cells
  return { district, needs, cells, period: { from: draft.from, to: draft.to } }
}
