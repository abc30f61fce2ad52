import { sql } from 'kysely'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Publication, Waiver } from '../core/rota/publication.ts'
import type { Dates, LocalDate } from '../core/time/local-date.ts'
import { fromUtcText, type Minute } from '../core/time/minute.ts'
import { compiler, type Database, readAll } from './database.ts'
import type { Schema } from './schema.ts'
import { toDifference, toPublication, toWaiver } from './timeline-rows.ts'

/** A publication without the difference per doctor, which is read when somebody asks for it. */
export type PublicationHead = Omit<Publication, 'differences'>

/** The latest first, those before revision `before` when the list goes on. */
export async function listPublications(
  db: Database,
  districtId: DistrictId,
  limit = 20,
  before = Number.MAX_SAFE_INTEGER,
): Promise<PublicationHead[]> {
  const publications = publicationsOf(districtId)
    .where('revision', '<', before)
    .orderBy('revision', 'desc')
    .limit(limit)
  const waivers = waiversOf(districtId).where('revision', 'in', publications.clearSelect().select('revision'))
  const [rows, waiverRows] = await readAll(db, [publications, waivers])
  const byRevision = Map.groupBy(waiverRows, (row) => row.revision)
  return rows.map((row) => {
    const own = (byRevision.get(row.revision) ?? []).map(toWaiver)
    const { differences: _unread, ...head } = toPublication(row, own, [])
    return head
  })
}

/** A revision by what it was about. */
export type RevisionName = Pick<Publication, 'revision' | 'kind' | 'from' | 'to' | 'lineIds'>

/** Revisions after `revision` that were about one of the dates, the first first, at most 200. */
export async function listLaterRevisions(
  db: Database,
  districtId: DistrictId,
  revision: number,
  { from, to }: Dates,
): Promise<RevisionName[]> {
  const query = publicationsOf(districtId)
    .where('revision', '>', revision)
    .where('from_date', '<', to)
    .where('to_date', '>', from)
    .orderBy('revision')
    .limit(200)
  const [rows] = await readAll(db, [query])
  return rows.map((row) => toPublication(row, [], []))
}

export async function findPublication(
  db: Database,
  districtId: DistrictId,
  revision: number,
): Promise<Publication | undefined> {
  const [[row], waivers, differences] = await readAll(db, [
    publicationsOf(districtId).where('revision', '=', revision),
    waiversOf(districtId).where('revision', '=', revision),
    differencesOf(districtId).where('revision', '=', revision).orderBy('ordinal'),
  ])
  return row && toPublication(row, waivers.map(toWaiver), differences.map(toDifference))
}

/** How many doctors and duties a revision touched. */
export interface TouchedCount {
  readonly revision: number
  readonly doctors: number
  readonly duties: number
}

/** Of the revisions from `first` to `last`, both included; one that touched nobody is left out. */
export async function countTouched(
  db: Database,
  districtId: DistrictId,
  first: number,
  last: number,
): Promise<TouchedCount[]> {
  // One walk through the three lists of a row: whatever is text in them names a duty.
  const query = sql<TouchedCount>`
    select revision, count(distinct person_id) as doctors, count(distinct named.value) as duties
    from publication_difference
      cross join json_tree(json_array(json(gained), json(lost), json(moved))) as named
    where district_id = ${districtId} and revision >= ${first} and revision <= ${last} and named.type = 'text'
    group by revision`
  const [rows] = await readAll(db, [{ compile: () => query.compile(compiler) }])
  return rows
}

/** The dates that the revisions after `before`, up to and with `after`, were about, and the number of the latest of all. */
export async function findRevisionDates(
  db: Database,
  districtId: DistrictId,
  before: number,
  after: number,
): Promise<{ readonly dates: Dates | null; readonly latest: number }> {
  const touched = compiler
    .selectFrom('publication')
    .select((row) => [row.fn.min('from_date').as('from'), row.fn.max('to_date').as('to')])
    .where('district_id', '=', districtId)
    .where('revision', '>', before)
    .where('revision', '<=', after)
  const head = compiler.selectFrom('district').select('revision').where('id', '=', districtId)
  const [[range], [district]] = await readAll(db, [touched, head])
  // Null when there is none: an aggregate has a row whatever it is of.
  const { from, to } = (range ?? { from: null, to: null }) as { from: LocalDate | null; to: LocalDate | null }
  return { dates: from !== null && to !== null ? { from, to } : null, latest: district?.revision ?? 0 }
}

/** Whether a plan, or a part of one, was published after revision `after` and up to `to` (inclusive); amendments are none. */
export async function isPlanPublished(
  db: Database,
  districtId: DistrictId,
  { after, to }: { readonly after: number; readonly to: number },
): Promise<boolean> {
  const found = compiler
    .selectFrom('publication')
    .select('revision')
    .where('district_id', '=', districtId)
    .where('revision', '>', after)
    .where('revision', '<=', to)
    .where('kind', '=', 'publication')
    .limit(1)
  const [rows] = await readAll(db, [found])
  return rows.length > 0
}

/** A waiver with the publication that gave it. */
export interface WaiverRecord extends Waiver {
  readonly revision: number
  readonly by: string
  readonly at: Minute
  /** The person behind the account that gave it, if any; null when the account is gone, or it was no account's. */
  readonly signer: { readonly personId: PersonId | null } | null
}

/**
 * What was waived of duties on dates from `from` (inclusive) to `to` (exclusive), or of these dates as a whole, the latest
 * first. A duty that has got another holder since keeps its waivers.
 */
export async function listWaivers(
  db: Database,
  districtId: DistrictId,
  from: LocalDate,
  to: LocalDate,
): Promise<WaiverRecord[]> {
  const query = sql<
    Schema['waiver'] & { at: string; by: string; account: string | null; person: string | null }
  >`
    select waiver.*, publication.at, publication.by, account.id as account, account.person_id as person from (
      select waived.revision, waived.ordinal from need
        cross join waived_duty as waived on waived.district_id = need.district_id and waived.need_id = need.id
        where need.district_id = ${districtId} and need.date >= ${from} and need.date < ${to}
      union
      select revision, ordinal from waived_dates
        where district_id = ${districtId} and to_date > ${from} and from_date < ${to}
    ) as found
      cross join waiver on waiver.district_id = ${districtId}
        and waiver.revision = found.revision and waiver.ordinal = found.ordinal
      cross join publication on publication.district_id = waiver.district_id
        and publication.revision = waiver.revision
      left join account on account.id = publication.by
    order by waiver.revision desc, waiver.ordinal`
  const [rows] = await readAll(db, [{ compile: () => query.compile(compiler) }])
  return rows.map((row) => ({
    ...toWaiver(row),
    revision: row.revision,
    by: row.by,
    at: fromUtcText(row.at),
    signer: row.account === null ? null : { personId: row.person },
  }))
}

const publicationsOf = (districtId: DistrictId) =>
  compiler.selectFrom('publication').selectAll().where('district_id', '=', districtId)

const waiversOf = (districtId: DistrictId) =>
  compiler
    .selectFrom('waiver')
    .selectAll()
    .where('district_id', '=', districtId)
    .orderBy('revision')
    .orderBy('ordinal')

const differencesOf = (districtId: DistrictId) =>
  compiler.selectFrom('publication_difference').selectAll().where('district_id', '=', districtId)
