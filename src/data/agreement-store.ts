import { sql } from 'kysely'
import type { Agreement, AgreementEntry } from '../core/rota/agreement.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { compiler, type Write } from './database.ts'
import { agreementRow } from './district-rows.ts'
import { raiseEditionWrite } from './edition.ts'
import { openDatesGuard } from './open-dates.ts'
import { guardWrite, insertRows, toJson } from './rows.ts'

/**
 * Moves a district's agreement from `before` to `after`: entries that end, and new ones behind them. Refused as
 * `stale-revision` when the agreement is no longer `before`, and as `period-closed` when a new value would hold in a closed
 * period. @throws when an entry of `before` is changed otherwise than by its end.
 */
export function agreementWrites(districtId: DistrictId, before: Agreement, after: Agreement): Write[] {
  const ended = before.flatMap((entry, ordinal) => {
    const to = endOf(entry, after[ordinal], `${districtId}[${ordinal}]`)
    return to === entry.to ? [] : [{ ordinal, to, was: entry.to }]
  })
  const added = after.slice(before.length)
  const rows = added.map((entry, index) => agreementRow(districtId, entry, before.length + index))
  const dates = [...added.map((entry) => entry.from), ...ended.flatMap(({ to }) => to ?? [])]
  return [
    ...seenGuards(districtId, before.length, ended),
    ...(dates.length > 0
      ? [
          openDatesGuard(
            districtId,
            dates.reduce((a, b) => (a < b ? a : b)),
          ),
        ]
      : []),
    ...ended.map(({ ordinal, to }) =>
      compiler
        .updateTable('agreement_entry')
        .set({ to_date: to })
        .where('district_id', '=', districtId)
        .where('ordinal', '=', ordinal)
        .compile(),
    ),
    ...insertRows('agreement_entry', rows),
    raiseEditionWrite(districtId),
  ]
}

interface Ended {
  readonly ordinal: number
  readonly was: string | null
}

/** Entries keep their place in the list, so how many there are tells whether somebody has added one. */
function seenGuards(districtId: DistrictId, count: number, ended: readonly Ended[]): Write[] {
  const isCounted = sql`(select count(*) from agreement_entry where district_id = ${districtId}) = ${count}`
  const seen = toJson(ended.map(({ ordinal, was }) => [ordinal, was]))
  const isUnended = sql`not exists (
    select 1 from json_each(${seen}) as seen left join agreement_entry as entry
      on entry.district_id = ${districtId} and entry.ordinal = seen.value ->> 0
    where entry.ordinal is null or entry.to_date is not (seen.value ->> 1))`
  return [guardWrite('stale-revision', isCounted), guardWrite('stale-revision', isUnended)]
}

function endOf(entry: AgreementEntry, next: AgreementEntry | undefined, place: string): string | null {
  if (!next || toJson({ ...next, to: entry.to }) !== toJson({ ...entry }))
    throw new Error(`agreement entry ${place} (${entry.parameter}) may only end, not change`)
  return next.to
}
