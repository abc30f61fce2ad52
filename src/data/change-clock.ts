import { type RawBuilder, sql } from 'kysely'
import type { Minute } from '../core/time/minute.ts'
import { compiler, type Write } from './database.ts'

/**
 * Goes before what a batch changes of what calendars show: whatever it stamps is later than all that was stamped before, also
 * within a minute and after the clock was set back. Where `condition` does not hold, the batch changes nothing of it.
 */
export function changeClockWrite(now: Minute, condition: RawBuilder<unknown> = sql`true`): Write {
  return sql`update change_clock set at = max(at + 1, ${now} * 60) where id = 1 and ${condition}`.compile(
    compiler,
  )
}

/** The stamp of what this batch changes. */
export const CHANGE_STAMP = sql<number>`(select at from change_clock where id = 1)`

/** Of `publication`, which the query joins; one from before stamps were kept goes by its minute. */
export const PUBLICATION_STAMP = publicationStamp('publication')

/** The same of one that the query joins by another name; null where there is none. */
export function publicationStamp(name: string): RawBuilder<unknown> {
  return sql`max(${sql.ref(`${name}.stamp`)}, unixepoch(${sql.ref(`${name}.at`)}))`
}

/** Of `assignment`: when it came to look as it does. Rows of its chain with the same sequence look the same. */
export const ASSIGNMENT_STAMP = sql`(select ${PUBLICATION_STAMP} from publication
  where publication.district_id = assignment.district_id and publication.revision = (
    select min(form.revision_from) from assignment as form
    where form.district_id = assignment.district_id and form.need_id = assignment.need_id
      and form.chain_id = assignment.chain_id and form.sequence = assignment.sequence))`
