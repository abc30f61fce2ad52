import { sql } from 'kysely'
import type { BalanceEntry } from '../core/ledger/balance.ts'
import type { ClosedPeriod } from '../core/plans/closing.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { fromUtcText, toUtcText } from '../core/time/minute.ts'
import { dayInterval } from '../core/time/oslo.ts'
import { balanceEntryWrites } from './balance-store.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { editionGuard } from './edition.ts'
import { outcomeCount, type PeriodRecord, revisionsElsewhere } from './period-record.ts'
import { fromJson, guardWrite, toJsonChunks } from './rows.ts'
import type { Schema } from './schema.ts'

/** A closed period without its figures. */
export type ClosingHead = Pick<ClosedPeriod, 'id' | 'period' | 'closedAt' | 'by'>

/** The latest dates first. */
export async function listClosings(db: Database, districtId: DistrictId): Promise<ClosingHead[]> {
  const [rows] = await readAll(db, [closingsOf(districtId).orderBy('to_date', 'desc').orderBy('id')])
  return rows.map(toHead)
}

/** A closed period with the figures it had when it was closed. */
export async function findClosing(
  db: Database,
  districtId: DistrictId,
  id: string,
): Promise<ClosedPeriod | undefined> {
  const figures = compiler
    .selectFrom('closed_period_figures')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('closing_id', '=', id)
    .orderBy('chunk')
  const [[row], chunks] = await readAll(db, [closingsOf(districtId).where('id', '=', id), figures])
  if (!row) return undefined
  if (chunks.length !== row.chunks)
    throw new Error(
      `closing ${id} of ${districtId} has ${chunks.length} chunks of figures, not ${row.chunks}`,
    )
  return { ...toHead(row), ledgers: joined(chunks, 'ledgers'), shares: joined(chunks, 'shares') }
}

/** What the figures were counted from. */
export type SeenRecord = Pick<
  PeriodRecord,
  'from' | 'to' | 'revision' | 'edition' | 'outcomeEntries' | 'revisionsElsewhere'
>

/**
 * Closes a period for good, with what it carries over. Refused as `period-closed` when dates of it are closed already, in a
 * period of whatever kind, and as `stale-revision` when anything its figures were counted from has changed since it was read, as when a district that shares a doctor has published.
 */
export function closingWrites(
  districtId: DistrictId,
  closing: ClosedPeriod,
  entries: readonly BalanceEntry[],
  seen: SeenRecord,
): Write[] {
  const lists = [...listsOf('ledgers', closing.ledgers), ...listsOf('shares', closing.shares)]
  const isSeen = sql`(select revision from district where id = ${districtId}) = ${seen.revision}
    and (${outcomeCount(districtId, seen.from, seen.to)}) = ${seen.outcomeEntries}
    and (${revisionsElsewhere(districtId)}) = ${seen.revisionsElsewhere}`
  return [
    insertClosing(districtId, closing, lists.length),
    ...editionGuard(districtId, seen.edition),
    guardWrite('stale-revision', isSeen),
    ...lists.map((row, chunk) =>
      compiler
        .insertInto('closed_period_figures')
        .values({ district_id: districtId, closing_id: closing.id, chunk, ...row })
        .compile(),
    ),
    ...balanceEntryWrites(districtId, entries),
  ]
}

const closingsOf = (districtId: DistrictId) =>
  compiler.selectFrom('closed_period').selectAll().where('district_id', '=', districtId)

function insertClosing(districtId: DistrictId, { id, period, closedAt, by }: ClosedPeriod, chunks: number) {
  const row = {
    district_id: districtId,
    id,
    kind: period.kind,
    name: period.name,
    from_date: period.from,
    to_date: period.to,
    from_at: toUtcText(dayInterval(period.from).start),
    to_at: toUtcText(dayInterval(period.to).start),
    chunks,
    closed_at: toUtcText(closedAt),
    closed_by: by,
  }
  return compiler.insertInto('closed_period').values(row).compile()
}

type FiguresRow = Pick<Schema['closed_period_figures'], 'kind' | 'list'>

function listsOf(kind: FiguresRow['kind'], values: readonly unknown[]): FiguresRow[] {
  return toJsonChunks(values).map((list) => ({ kind, list }))
}

function joined<T>(chunks: readonly FiguresRow[], kind: FiguresRow['kind']): T[] {
  return chunks.filter((chunk) => chunk.kind === kind).flatMap((chunk) => fromJson<T[]>(chunk.list))
}

function toHead(row: Schema['closed_period']): ClosingHead {
  const { kind, name, from_date: from, to_date: to } = row
  return {
    id: row.id,
    period: { kind, name, from, to },
    closedAt: fromUtcText(row.closed_at),
    by: row.closed_by,
  }
}
