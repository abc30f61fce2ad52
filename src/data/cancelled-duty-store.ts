import { sql } from 'kysely'
import { type NeedForm, type Presence, standingSince } from '../core/plans/standing.ts'
import { LONGEST_NEED_MINUTES } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import type { Stamp } from '../core/time/stamp.ts'
import { PUBLICATION_STAMP, publicationStamp } from './change-clock.ts'
import { type Database, readAll } from './database.ts'
import {
  type AssignmentRow,
  keyOf,
  LINE_COLUMNS,
  type LineRow,
  linesByKey,
  type PersonDuty,
  query,
} from './person-duty-store.ts'
import type { Schema } from './schema.ts'
import { toAssignment, toNeed } from './timeline-rows.ts'

/** A duty that its last holder was to have and nobody works; the need as it was then. */
export interface CancelledDuty extends PersonDuty {
  /** Whether it still stands open for somebody else to take. */
  readonly isOpen: boolean
}

/**
 * What a person was the last to hold and nobody works any more, in any district, of which some minute lies in [from, to): the
 * duty was withdrawn, or its place left open. One that somebody has taken since, or that the person still has in part or on
 * the same line at those hours, is none. Each with its need as it was then, and stamped when it fell away, or came to be open or asked for no
 * more since. A doctor who only learned loses the duty with it, not with its holder.
 */
export async function cancelledOfPerson(
  db: Database,
  personId: PersonId,
  from: Minute,
  to: Minute,
): Promise<CancelledDuty[]> {
  const dropped = sql`assignment cross join need
      on need.district_id = assignment.district_id and need.id = assignment.need_id
    cross join publication on publication.district_id = assignment.district_id
      and publication.revision = assignment.revision_to
    cross join line on line.district_id = need.district_id and line.id = need.line_id
    cross join district on district.id = line.district_id
    where assignment.person_id = ${personId}
      and assignment.start_at > ${toUtcText(from - LONGEST_NEED_MINUTES)}
      and assignment.start_at < ${toUtcText(to)} and assignment.end_at > ${toUtcText(from)}
      and assignment.revision_to is not null
      and (assignment.shadowing = 0 or need.withdrawn_in = assignment.revision_to)
      and not exists (select 1 from assignment as other
        where other.district_id = assignment.district_id and other.need_id = assignment.need_id
          and other.seat = assignment.seat and other.id <> assignment.id
          and (other.revision_to is null or other.revision_from >= assignment.revision_to)
          and (other.chain_id = assignment.chain_id or (other.shadowing = 0
            and other.start_at < assignment.end_at and other.end_at > assignment.start_at)))
      and not exists (select 1 from booking cross join assignment as held
          on held.district_id = booking.district_id and held.id = booking.assignment_id
        cross join need as other on other.district_id = held.district_id and other.id = held.need_id
        where booking.person_id = ${personId}
          and booking.start_at > strftime('%Y-%m-%dT%H:%MZ', assignment.start_at, '-72 hours')
          and booking.start_at < assignment.end_at and booking.end_at > assignment.start_at
          and other.district_id = need.district_id and other.line_id = need.line_id)`
  const found = sql`(select distinct need.district_id, need.id from ${dropped}) as found`
  const [rows, needs, forms, lines, stood] = await readAll(db, [
    query<AssignmentRow>(
      sql`select assignment.*, ${PUBLICATION_STAMP} as stamp from ${dropped}
        order by assignment.start_at, assignment.id`,
    ),
    query<Schema['need']>(sql`select distinct need.* from ${dropped}`),
    query<FormRow>(sql`select form.*, ${PUBLICATION_STAMP} as until_stamp
      from ${found} cross join need_version as form on form.district_id = found.district_id and form.id = found.id
      left join publication
        on publication.district_id = form.district_id and publication.revision = form.revision_to
      order by form.revision_to`),
    query<LineRow>(sql`select distinct ${LINE_COLUMNS} from ${dropped}`),
    query<StoodRow>(sql`select stood.district_id, stood.need_id, stood.revision_from, stood.revision_to,
        ${publicationStamp('came')} as from_stamp, ${publicationStamp('went')} as to_stamp
      from ${found} cross join need_presence as stood
        on stood.district_id = found.district_id and stood.need_id = found.id
      left join publication as came
        on came.district_id = stood.district_id and came.revision = stood.revision_from
      left join publication as went
        on went.district_id = stood.district_id and went.revision = stood.revision_to`),
  ])
  const lineOf = linesByKey(lines)
  return rows.flatMap((row) => {
    const need = needThen(row, needs, forms)
    const line = need && lineOf.get(keyOf(need.district_id, need.line_id))
    if (!line) return []
    const standing = standingOf(row, needs, forms, stood)
    return [{ line, need: toNeed(need), assignment: toAssignment(row), ...standing }]
  })
}

/** The stamps are null where nothing was published with the revision, as on a timeline that was read in. */
type FormRow = Schema['need_version'] & { until_stamp: Stamp | null }

interface StoodRow {
  district_id: string
  need_id: string
  revision_from: number
  revision_to: number | null
  from_stamp: Stamp | null
  to_stamp: Stamp | null
}

function standingOf(
  row: AssignmentRow,
  needs: readonly Schema['need'][],
  forms: readonly FormRow[],
  stood: readonly StoodRow[],
): Pick<CancelledDuty, 'isOpen' | 'stamp'> {
  const { district_id, need_id, revision_to, seat } = row
  const presences = stood.filter((own) => own.district_id === district_id && own.need_id === need_id)
  const former = forms.filter((own) => own.district_id === district_id && own.id === need_id)
  const now = needs.find((own) => own.district_id === district_id && own.id === need_id)
  const { isOpen, turns } = standingSince(
    revision_to ?? 0,
    { seat, start: fromUtcText(row.start_at), end: fromUtcText(row.end_at) },
    presences.map((own): Presence => ({ from: own.revision_from, to: own.revision_to })),
    [...former.map((own) => toForm(own, own.revision_to)), ...(now ? [toForm(now, null)] : [])],
  )
  const stampOf = new Map([
    ...former.map((own) => [own.revision_to, own.until_stamp] as const),
    ...presences.flatMap((own) => [
      [own.revision_from, own.from_stamp] as const,
      [own.revision_to, own.to_stamp] as const,
    ]),
  ])
  return { isOpen, stamp: Math.max(row.stamp, ...turns.map((turn) => stampOf.get(turn) ?? 0)) }
}

function toForm(
  { number, start_at, end_at }: Pick<Schema['need'], 'number' | 'start_at' | 'end_at'>,
  until: number | null,
): NeedForm {
  return { number, start: fromUtcText(start_at), end: fromUtcText(end_at), until }
}

type NeedRow = Omit<Schema['need'], 'withdrawn_in'>

/** What a need asked for while an assignment of it held. `forms` by their ends: the first that ended with it or later, else the need as it is. */
export function needThen(
  { district_id, need_id, revision_to }: Schema['assignment'],
  needs: readonly NeedRow[],
  forms: readonly Schema['need_version'][],
): NeedRow | undefined {
  const isIts = (need: NeedRow) => need.district_id === district_id && need.id === need_id
  const form =
    revision_to === null ? undefined : forms.find((row) => isIts(row) && row.revision_to >= revision_to)
  return form ?? needs.find(isIts)
}
