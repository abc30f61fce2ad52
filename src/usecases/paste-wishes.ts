import type { DistrictId } from '../core/rota/person.ts'
import type { Wish } from '../core/rota/wish.ts'
import { findDistrict } from '../data/district-store.ts'
import { wishWrites } from '../data/wish-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { MOST_PASTED_ROWS, readPastedWishes } from './pasted-wishes.ts'
import { done, type FieldProblem, invalid, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface PasteWishesInput {
  readonly districtId: DistrictId
  /** Rows copied from a spreadsheet, as `readPastedWishes` reads them. */
  readonly text: string
  /** False shows what would be stored; true stores it, unless a row is refused. */
  readonly isConfirmed: boolean
}

export interface PastedWishes {
  readonly wishes: readonly Wish[]
  /** One for each row that could not be read; `field` is the row's number from 1. */
  readonly problems: readonly FieldProblem[]
  /** Rows left out because the same wish stands in an earlier row or is stored already. */
  readonly repeated: number
  /** Whether the first row was taken for the names of the columns. */
  readonly hasHeading: boolean
  readonly isStored: boolean
}

/** Many wishes at once, previewed before they are stored. */
export async function pasteWishes(ctx: Context, input: PasteWishesInput): Promise<Result<PastedWishes>> {
  const { districtId, text, isConfirmed } = input
  const isRefused = gate(ctx, 'enter-wishes', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const district = await findDistrict(ctx.db, districtId)
  if (!district) return refused({ kind: 'not-found' })
  const rows = readPastedWishes(district, text)
  if (rows.length === 0) return invalid('text', 'missing')
  if (rows.length > MOST_PASTED_ROWS) return invalid('text', 'too-long', String(rows.length))
  const wishes = rows.flatMap((row) => (row.kind === 'wish' ? [{ id: ctx.newId(), ...row.wish }] : []))
  const problems = rows.flatMap((row) => (row.kind === 'problem' ? [row.problem] : []))
  const read = {
    wishes,
    problems,
    repeated: rows.filter((row) => row.kind === 'repeated').length,
    hasHeading: rows.some((row) => row.kind === 'heading'),
  }
  if (!isConfirmed) return done({ ...read, isStored: false })
  if (problems.length > 0) return refused({ kind: 'invalid', problems })
  if (wishes.length === 0) return refused({ kind: 'nothing-changed' })
  const change = { districtId, action: 'paste-wishes', subjectKind: 'district', subjectId: districtId }
  const after = { wishIds: wishes.map(({ id }) => id) }
  const failed = await save(ctx, { ...change, after }, wishWrites(districtId, wishes))
  return failed ?? done({ ...read, isStored: true })
}
