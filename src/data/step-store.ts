import { sql } from 'kysely'
import type { Assignment, CellRef } from '../core/rota/assignment.ts'
import type { DraftCell, DraftEdit } from '../core/rota/draft.ts'
import type { Line } from '../core/rota/line.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { compiler, type Database, readAll } from './database.ts'
import { toLines } from './district-rows.ts'
import { type StoredDraft, toCell, toDraft, toEdit } from './draft-rows.ts'
import { notOvertaken } from './overtaken.ts'
import { toJson } from './rows.ts'
import type { Schema } from './schema.ts'
import { toAssignment, toNeed } from './timeline-rows.ts'

/** What a few places of a draft are judged by, and nothing of the rest of it. */
export interface StepGround {
  readonly draft: StoredDraft
  readonly lines: readonly Line[]
  readonly doctors: readonly { readonly personId: PersonId }[]
  readonly positions: readonly { readonly id: string }[]
  /** What the draft stores in the places, with who edited them last. */
  readonly cells: readonly DraftCell[]
  /** Everything published on the dates of the places. */
  readonly published: readonly Need[]
  /** Who holds the needs of the places on the timeline. */
  readonly assignments: readonly Assignment[]
}

/** The ground of a step on these places; `dates` are those of their needs as far as the ids tell them. */
export async function findStepGround(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  places: readonly CellRef[],
  dates: readonly LocalDate[],
): Promise<StepGround | undefined> {
  const needIds = toJson([...new Set(places.map((place) => place.needId))])
  const [[draft], lines, served, templates, doctors, positions, cells, published, assignments] =
    await readAll(db, [
      draftQuery(districtId, draftId),
      ofDistrict('line', districtId),
      ofDistrict('line_served', districtId),
      ofDistrict('line_template', districtId),
      compiler.selectFrom('doctor').select('person_id').where('district_id', '=', districtId),
      compiler.selectFrom('position').select('id').where('district_id', '=', districtId),
      cellsQuery(districtId, draftId, places),
      publishedQuery(districtId, needIds, toJson(dates)),
      assignmentsQuery(districtId, needIds),
    ])
  return (
    draft && {
      draft: toDraft(draft),
      lines: toLines(lines, served, templates),
      doctors: doctors.map((row) => ({ personId: row.person_id })),
      positions,
      cells: cells.map(toCell),
      published: published.map(toNeed),
      assignments: assignments.map(toAssignment),
    }
  )
}

export interface SentEdit {
  readonly edit: DraftEdit
  readonly named: NamedStep
  /** Hash of what was asked. */
  readonly asked: string | null
}

/** The edit that an account has stored under a key. */
export async function findSentEdit(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  by: string,
  key: string,
): Promise<SentEdit | undefined> {
  const edits = editsOf(districtId, draftId).where('by', '=', by).where('key', '=', key)
  const [found, [row]] = await Promise.all([
    findEdit(db, districtId, draftId, edits),
    readAll(db, [namedQuery(districtId, draftId, edits)]).then(([rows]) => rows),
  ])
  return found && row && { ...found, named: toNamedStep(row) }
}

/** One's own latest step that stands and that nobody has overtaken, with its changes: what undo takes back. */
export async function findStepToUndo(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  by: string,
): Promise<DraftEdit | undefined> {
  return (await findEdit(db, districtId, draftId, toUndoQuery(districtId, draftId, by)))?.edit
}

/** One's own latest undo that stands and that nobody has overtaken, unless one has done something new since: what redo takes back. */
export async function findStepToRedo(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  by: string,
): Promise<DraftEdit | undefined> {
  return (await findEdit(db, districtId, draftId, toRedoQuery(districtId, draftId, by)))?.edit
}

/** One's own step that stands, overtaken or not: the one of that number, or else the latest. */
export async function findStandingStep(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  by: string,
  kind: 'undo' | 'redo',
  number: number | undefined,
): Promise<DraftEdit | undefined> {
  const steps = kind === 'undo' ? doneQuery(districtId, draftId, by) : undoneQuery(districtId, draftId, by)
  const meant = number === undefined ? steps : steps.where('number', '=', number)
  return (await findEdit(db, districtId, draftId, meant))?.edit
}

/** A step without its changes. */
export interface NamedStep extends Pick<DraftEdit, 'number' | 'by' | 'at'> {
  /** What was first done: what is undone and done again still is that. */
  readonly kind: DraftEdit['kind']
  /** Whether it takes that back, or brings it back. */
  readonly as: 'step' | 'undo' | 'redo'
  readonly places: number
  /** One of the places. */
  readonly first: CellRef
}

/** The draft's latest edit, to be asked in the batch that writes it: the database numbers it. */
export function latestStepQuery(districtId: DistrictId, draftId: string) {
  const latest = compiler
    .selectFrom('draft')
    .select('edit_count')
    .where('district_id', '=', districtId)
    .where('id', '=', draftId)
  return namedQuery(districtId, draftId, editsOf(districtId, draftId).where('number', '=', latest))
}

/** What undo and redo would take back, in one trip. */
export async function findReversible(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  by: string,
): Promise<{ readonly undo: NamedStep | null; readonly redo: NamedStep | null }> {
  const [undo, redo] = await readAll(db, [
    namedQuery(districtId, draftId, toUndoQuery(districtId, draftId, by)),
    namedQuery(districtId, draftId, toRedoQuery(districtId, draftId, by)),
  ])
  return { undo: undo.map(toNamedStep)[0] ?? null, redo: redo.map(toNamedStep)[0] ?? null }
}

/** A draft's latest steps, latest first. Without their changes: a build alone has thousands. */
export async function listRecentSteps(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  limit = 20,
): Promise<NamedStep[]> {
  const latest = editsOf(districtId, draftId).orderBy('number', 'desc').limit(limit)
  const [rows] = await readAll(db, [namedQuery(districtId, draftId, latest)])
  return rows.map(toNamedStep).sort((a, b) => b.number - a.number)
}

export interface ChangesSince {
  readonly draft: StoredDraft
  /** Of the timeline. */
  readonly revision: number
  /** As stored, those whose latest edit came after. */
  readonly cells: readonly DraftCell[]
  /** The oldest first, the latest 100 at most; called by what was done. */
  readonly steps: readonly NamedStep[]
}

const MOST_STEPS = 100

/** What has happened to a draft after its edit number `after`, in one trip. */
export async function findChangesSince(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  after: number,
): Promise<ChangesSince | undefined> {
  const steps = editsOf(districtId, draftId)
    .where('number', '>', after)
    .orderBy('number', 'desc')
    .limit(MOST_STEPS)
  const [[draft], [district], cells, rows] = await readAll(db, [
    draftQuery(districtId, draftId),
    compiler.selectFrom('district').select('revision').where('id', '=', districtId),
    compiler
      .selectFrom('draft_cell')
      .selectAll()
      .where('district_id', '=', districtId)
      .where('draft_id', '=', draftId)
      .where('edit', '>', after),
    namedQuery(districtId, draftId, steps),
  ])
  if (!draft || !district) return undefined
  return {
    draft: toDraft(draft),
    revision: district.revision,
    cells: cells.map(toCell),
    steps: rows.map(toNamedStep).sort((a, b) => a.number - b.number),
  }
}

export interface LastEdit {
  readonly by: string
  /** UTC text. */
  readonly at: string
}

/** Who made an edit, and when. */
export async function findEditor(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  number: number,
): Promise<LastEdit | undefined> {
  const [rows] = await readAll(db, [editsOf(districtId, draftId).where('number', '=', number)])
  return rows[0]
}

/** The people that a district calls by name. */
export async function listPersonNames(
  db: Database,
  districtId: DistrictId,
): Promise<{ readonly id: PersonId; readonly name: string }[]> {
  const query = compiler.selectFrom('district_person').select(['person_id', 'name'])
  const [rows] = await readAll(db, [query.where('district_id', '=', districtId)])
  return rows.map((row) => ({ id: row.person_id, name: row.name }))
}

const draftQuery = (districtId: DistrictId, draftId: string) =>
  compiler.selectFrom('draft').selectAll().where('district_id', '=', districtId).where('id', '=', draftId)

const ofDistrict = <T extends 'line' | 'line_served' | 'line_template'>(
  table: T,
  districtId: DistrictId,
) => ({
  compile: () =>
    sql<Schema[T]>`select * from ${sql.table(table)} where district_id = ${districtId}
      order by ordinal`.compile(compiler),
})

const editsOf = (districtId: DistrictId, draftId: string) =>
  compiler
    .selectFrom('draft_edit')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('draft_id', '=', draftId)

const cellsQuery = (districtId: DistrictId, draftId: string, places: readonly CellRef[]) => {
  const wanted = toJson(places.map(({ needId, seat }) => [needId, seat]))
  return {
    compile: () =>
      sql<Schema['draft_cell']>`
        select cell.* from json_each(${wanted}) as wanted cross join draft_cell as cell
          on cell.district_id = ${districtId} and cell.draft_id = ${draftId}
            and cell.need_id = wanted.value ->> 0 and cell.seat = wanted.value ->> 1`.compile(compiler),
  }
}

/** A published need may stand on another date than its id says, where it was brought in from elsewhere. */
const publishedQuery = (districtId: DistrictId, needIds: string, dates: string) => ({
  compile: () =>
    sql<Schema['need']>`
      select need.* from (
        select value as date from json_each(${dates})
        union
        select named.date from json_each(${needIds}) as wanted cross join need as named
          on named.district_id = ${districtId} and named.id = wanted.value
      ) as day cross join need on need.district_id = ${districtId} and need.date = day.date
      where need.withdrawn_in is null
      order by need.start_at, need.id`.compile(compiler),
})

const assignmentsQuery = (districtId: DistrictId, needIds: string) => ({
  compile: () =>
    sql<Schema['assignment']>`
      select assignment.* from json_each(${needIds}) as wanted
        cross join need on need.district_id = ${districtId} and need.id = wanted.value
        cross join assignment on assignment.district_id = need.district_id and assignment.need_id = need.id
      where need.withdrawn_in is null and assignment.revision_to is null
      order by assignment.start_at, assignment.id`.compile(compiler),
})

type EditQuery = ReturnType<typeof editsOf>

function toUndoQuery(districtId: DistrictId, draftId: string, by: string): EditQuery {
  return doneQuery(districtId, draftId, by).where(notOvertaken(districtId, draftId))
}

function toRedoQuery(districtId: DistrictId, draftId: string, by: string): EditQuery {
  return undoneQuery(districtId, draftId, by).where(notOvertaken(districtId, draftId))
}

function doneQuery(districtId: DistrictId, draftId: string, by: string): EditQuery {
  return standing(districtId, draftId, by).where('kind', '<>', 'undo')
}

function undoneQuery(districtId: DistrictId, draftId: string, by: string): EditQuery {
  const latestNew = editsOf(districtId, draftId)
    .clearSelect()
    .select('number')
    .where('by', '=', by)
    .where('kind', 'not in', ['undo', 'redo'])
    .orderBy('number', 'desc')
    .limit(1)
  return standing(districtId, draftId, by)
    .where('kind', '=', 'undo')
    .where(sql<boolean>`number > coalesce((${latestNew}), 0)`)
}

/** The latest first; only the one that a further condition leaves on top is wanted. */
function standing(districtId: DistrictId, draftId: string, by: string): EditQuery {
  return editsOf(districtId, draftId)
    .where('by', '=', by)
    .where(
      sql<boolean>`not exists (select 1 from draft_edit as later
        where later.district_id = ${districtId} and later.draft_id = ${draftId}
          and later.undoes = draft_edit.number)`,
    )
    .orderBy('number', 'desc')
    .limit(1)
}

async function findEdit(
  db: Database,
  districtId: DistrictId,
  draftId: string,
  edits: EditQuery,
): Promise<{ readonly edit: DraftEdit; readonly asked: string | null } | undefined> {
  const number = edits.clearSelect().select('number')
  const changes = compiler
    .selectFrom('draft_edit_change')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('draft_id', '=', draftId)
    .where('number', '=', number)
    .orderBy('ordinal')
  const [[row], changeRows] = await readAll(db, [edits, changes])
  return row && { edit: toEdit(row, changeRows), asked: row.asked }
}

type NamedRow = Schema['draft_edit'] & {
  readonly first_kind: DraftEdit['kind']
  readonly places: number
  readonly need_id: string
  readonly seat: number
}

/** An undone undo is the step it took back: the kind is that of the one at the end of the chain. */
function namedQuery(districtId: DistrictId, draftId: string, edits: EditQuery) {
  return {
    compile: () =>
      sql<NamedRow>`
        select step.*, change.need_id, change.seat,
          (select count(*) from draft_edit_change as counted
            where counted.district_id = step.district_id and counted.draft_id = step.draft_id
              and counted.number = step.number) as places,
          (with recursive origin (number, kind, undoes) as (
              select step.number, step.kind, step.undoes
              union all
              select former.number, former.kind, former.undoes from origin cross join draft_edit as former
                on former.district_id = ${districtId} and former.draft_id = ${draftId}
                  and former.number = origin.undoes)
            select kind from origin where undoes is null) as first_kind
        from (${edits}) as step cross join draft_edit_change as change
          on change.district_id = step.district_id and change.draft_id = step.draft_id
            and change.number = step.number and change.ordinal = 0`.compile(compiler),
  }
}

export function toNamedStep(row: NamedRow): NamedStep {
  const { number, kind, first_kind, by, at, places, need_id, seat } = row
  const as = kind === 'undo' || kind === 'redo' ? kind : 'step'
  return { number, kind: first_kind, as, by, at, places, first: { needId: need_id, seat } }
}
