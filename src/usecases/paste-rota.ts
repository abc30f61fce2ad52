import { isSameSlices } from '../core/plans/edit.ts'
import type { DraftCells, Intent } from '../core/plans/intent.ts'
import { MOST_PLACES, type Step } from '../core/plans/step.ts'
import { type CellRef, cellKey, type Slice } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { readRotaGrid } from '../exchange/sheets/rota-grid.ts'
import { readRotaList } from '../exchange/sheets/rota-list.ts'
import type { ReadPlace, ReadRota, RotaChoices } from '../exchange/sheets/rota-table.ts'
import type { Table } from '../exchange/table.ts'
import { cellProblem } from '../text/table-problem.ts'
import type { Context } from './context.ts'
import { type DraftOnTimeline, isOpenDraft, readDraftOnTimeline } from './draft-on-timeline.ts'
import { editDraft } from './edit-draft.ts'
import { gate } from './gate.ts'
import {
  NOTHING_READ,
  type PastedSheet,
  readPaste,
  type SheetReading,
  toChosenNames,
} from './pasted-table.ts'
import { done, type Result, refused } from './refusal.ts'

export interface PasteRotaInput {
  readonly districtId: DistrictId
  readonly draftId: string
  readonly sheet: PastedSheet
  /** `names` as they were shown. */
  readonly choices: RotaChoices
  /** False shows what would be stored; true stores it in one step, unless a cell is refused. */
  readonly isConfirmed: boolean
  /** How many edits the draft had when the preview was shown; a place touched since is shown again first. Null = whatever stands. */
  readonly seenEdits: number | null
}

export interface PlaceChange extends CellRef {
  readonly need: Need
  readonly before: readonly Slice[]
  readonly after: readonly Slice[]
  readonly note: string | null
  readonly address: string
}

export interface PastedRota extends SheetReading {
  readonly district: District
  readonly draft: DraftOnTimeline['draft']
  /** Null before anything was pasted, and when nothing could be read. */
  readonly read: ReadRota | null
  /** By date. */
  readonly changes: readonly PlaceChange[]
  /** Places that are locked with other holders, and stay so. */
  readonly locked: readonly PlaceChange[]
  /** Whether somebody changed one of the places after the preview was shown. */
  readonly isMoved: boolean
}

/** What a draft has before anything is pasted into it. */
export async function showRotaPaste(
  ctx: Context,
  { districtId, draftId }: Pick<PasteRotaInput, 'districtId' | 'draftId'>,
): Promise<Result<PastedRota>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const reading = await readDraftOnTimeline(ctx, districtId, draftId)
  if (!reading) return refused({ kind: 'not-found' })
  return isOpenDraft(reading.draft) ? done(blank(reading)) : refused({ kind: 'draft-closed' })
}

/** An existing rota from a spreadsheet into a draft: previewed, then stored as one step that undo takes back. */
export async function pasteRota(ctx: Context, input: PasteRotaInput): Promise<Result<PastedRota>> {
  const { districtId, draftId, sheet, choices, isConfirmed, seenEdits } = input
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const reading = await readDraftOnTimeline(ctx, districtId, draftId)
  if (!reading) return refused({ kind: 'not-found' })
  if (!isOpenDraft(reading.draft)) return refused({ kind: 'draft-closed' })
  const pasted = readPaste(sheet)
  if (pasted.kind === 'fault') return done({ ...blank(reading), fault: pasted.fault })
  const names = toChosenNames(choices.names)
  const read = readRota(pasted.table, sheet.sheetName, reading, { ...choices, names })
  if (!read) return done({ ...blank(reading), problems: [cellProblem('', 'no-dates'), ...pasted.problems] })
  const { changes, locked, same } = compared(read.places, reading)
  const step = toStep(changes)
  const { length } = step.intents
  const tooMany =
    length > MOST_PLACES ? [cellProblem('', 'too-many-places', String(length), String(MOST_PLACES))] : []
  const problems = [...pasted.problems, ...tooMany, ...read.problems]
  const isMoved = seenEdits !== null && changes.some((place) => editOf(reading.cells, place) > seenEdits)
  const shown = {
    ...blank(reading),
    read,
    changes,
    locked,
    same,
    problems,
    unknownNames: read.unknownNames,
    isMoved,
  }
  if (!isConfirmed || isMoved || problems.length > 0 || changes.length === 0) return done(shown)
  const seen = Object.fromEntries(changes.map((place) => [cellKey(place), editOf(reading.cells, place)]))
  const stored = await editDraft(ctx, { districtId, draftId, step, seen })
  return stored.kind === 'refused' ? stored : done({ ...shown, isStored: true })
}

function blank({ district, draft }: DraftOnTimeline): PastedRota {
  return { ...NOTHING_READ, district, draft, read: null, changes: [], locked: [], isMoved: false }
}

/** A sheet whose headings name date, line and doctor is a list; every other that has dates is a grid. */
function readRota(
  table: Table,
  sheetName: string,
  { district, draft, needs }: DraftOnTimeline,
  choices: RotaChoices,
): ReadRota | undefined {
  const frame = { district, period: { from: draft.from, to: draft.to }, needs }
  return readRotaList(table, frame, choices) ?? readRotaGrid(table, sheetName, frame, choices)
}

function editOf(cells: DraftCells, place: CellRef): number {
  return cells.get(cellKey(place))?.edit ?? 0
}

function compared(
  places: readonly ReadPlace[],
  { needs, cells }: DraftOnTimeline,
): { readonly changes: PlaceChange[]; readonly locked: PlaceChange[]; readonly same: number } {
  const byId = new Map(needs.map((need) => [need.id, need]))
  const changes: PlaceChange[] = []
  const locked: PlaceChange[] = []
  let same = 0
  for (const { needId, seat, slices, note, address } of places) {
    const need = byId.get(needId)
    if (!need) throw new Error(`sheet cell ${address} was read for ${needId}, which the draft does not have`)
    const cell = cells.get(cellKey({ needId, seat }))
    const before = cell?.slices ?? []
    const isHeld = isSameSlices(before, slices)
    const newNote = note === null || note === (cell?.note ?? '') ? null : note
    const change = { needId, seat, need, before, after: slices, note: newNote, address }
    if (isHeld && newNote === null) same += 1
    else if (cell?.locked && !isHeld) locked.push(change)
    else changes.push(change)
  }
  const byDate = (a: PlaceChange, b: PlaceChange) => a.need.start - b.need.start || a.seat - b.seat
  return { changes: changes.sort(byDate), locked: locked.sort(byDate), same }
}

function toStep(changes: readonly PlaceChange[]): Step {
  const intents = changes.flatMap(({ needId, seat, before, after, note }): Intent[] => {
    const cell = { needId, seat }
    return [
      ...(isSameSlices(before, after)
        ? []
        : [
            after.length === 0
              ? ({ kind: 'clear', cell } as const)
              : ({ kind: 'slice', cell, slices: after } as const),
          ]),
      ...(note === null ? [] : [{ kind: 'note', cell, note } as const]),
    ]
  })
  return { kind: 'paste', intents }
}
