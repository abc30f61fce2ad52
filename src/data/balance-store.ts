import type { BalanceEntry } from '../core/ledger/balance.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { fromUtcText, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { raiseEditionWrite } from './edition.ts'
import { insertRows } from './rows.ts'
import type { Schema } from './schema.ts'

/** What has been carried over and corrected, by the date from which it counts; dates after `until` are left out when it is told. */
export async function listBalanceEntries(
  db: Database,
  districtId: DistrictId,
  until?: LocalDate,
): Promise<BalanceEntry[]> {
  const all = compiler.selectFrom('balance_entry').selectAll().where('district_id', '=', districtId)
  const query = until === undefined ? all : all.where('on_date', '<=', until)
  const [rows] = await readAll(db, [query.orderBy('on_date').orderBy('at').orderBy('id')])
  return rows.map(toBalanceEntry)
}

/** Entries are appended; none is ever changed or taken out. The next plan is judged by them, so they raise the edition. */
export function balanceEntryWrites(districtId: DistrictId, entries: readonly BalanceEntry[]): Write[] {
  const rows = entries.map((entry) => ({
    district_id: districtId,
    id: entry.id,
    person_id: entry.personId,
    measure: entry.measure,
    amount: entry.amount,
    on_date: entry.on,
    kind: entry.kind,
    closing_id: entry.closingId,
    reason: entry.reason,
    by: entry.by,
    at: toUtcText(entry.at),
  }))
  return [...insertRows('balance_entry', rows), raiseEditionWrite(districtId)]
}

function toBalanceEntry(row: Schema['balance_entry']): BalanceEntry {
  return {
    id: row.id,
    personId: row.person_id,
    measure: row.measure,
    amount: row.amount,
    on: row.on_date,
    kind: row.kind,
    closingId: row.closing_id,
    reason: row.reason,
    by: row.by,
    at: fromUtcText(row.at),
  }
}
