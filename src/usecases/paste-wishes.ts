import type { District } from '../core/rota/district.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Wish } from '../core/rota/wish.ts'
import { findDistrict, findDistrictHeads } from '../data/district-store.ts'
import { editionGuard } from '../data/edition.ts'
import { wishWrites } from '../data/wish-store.ts'
import { cellProblem } from '../text/table-problem.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import {
  NOTHING_READ,
  type PastedSheet,
  readPaste,
  type SheetReading,
  toChosenNames,
} from './pasted-table.ts'
import { MOST_PASTED_ROWS, readPastedWishes } from './pasted-wishes.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface PasteWishesInput {
  readonly districtId: DistrictId
  readonly sheet: PastedSheet
  /** Whom somebody chose for a name that was not known; null = left out. */
  readonly names: ReadonlyMap<string, PersonId | null>
  /** False shows what would be stored; true stores it, unless a row is refused. */
  readonly isConfirmed: boolean
}

export interface PastedWishes extends SheetReading {
  readonly district: District
  readonly wishes: readonly Wish[]
  /** Whether a row was taken for the names of the columns. */
  readonly hasHeading: boolean
}

/** Many wishes at once, previewed before they are stored in one batch. */
export async function pasteWishes(ctx: Context, input: PasteWishesInput): Promise<Result<PastedWishes>> {
  const { districtId, sheet, names, isConfirmed } = input
  const isRefused = gate(ctx, 'enter-wishes', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [[head], district] = await Promise.all([
    findDistrictHeads(ctx.db, [districtId]),
    findDistrict(ctx.db, districtId),
  ])
  if (!head || !district) return refused({ kind: 'not-found' })
  const blank = { ...NOTHING_READ, district, wishes: [], hasHeading: false }
  const pasted = readPaste(sheet)
  if (pasted.kind === 'fault') return done({ ...blank, fault: pasted.fault })
  const { rows, people } = readPastedWishes(district, pasted.table, toChosenNames(names))
  const wishes = rows.flatMap((row) => (row.kind === 'wish' ? [{ id: ctx.newId(), ...row.wish }] : []))
  const tooMany =
    wishes.length > MOST_PASTED_ROWS
      ? [cellProblem('', 'too-many-rows', String(wishes.length), String(MOST_PASTED_ROWS))]
      : []
  const wrong = rows.flatMap((row) => (row.kind === 'problem' ? [row.problem] : []))
  const read = {
    ...blank,
    wishes,
    problems: [...tooMany, ...pasted.problems, ...wrong, ...people.problems],
    unknownNames: people.unknown,
    same: rows.filter(({ kind }) => kind === 'repeated').length,
    hasHeading: rows.some(({ kind }) => kind === 'heading'),
  }
  if (!isConfirmed || read.problems.length > 0 || wishes.length === 0) return done(read)
  const change = { districtId, action: 'paste-wishes', subjectKind: 'district', subjectId: districtId }
  const after = { wishIds: wishes.map(({ id }) => id) }
  const writes = [...editionGuard(districtId, head.edition), ...wishWrites(districtId, wishes)]
  const failed = await save(ctx, { ...change, after }, writes)
  return failed ?? done({ ...read, isStored: true })
}
