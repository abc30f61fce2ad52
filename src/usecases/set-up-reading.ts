import { firstOpenDate } from '../core/plans/agreement-change.ts'
import { changedParts, sameText } from '../core/plans/changed-parts.ts'
import { factsChangedOnClosedDates } from '../core/plans/closed-facts.ts'
import type { SetUpFault } from '../core/plans/set-up-fault.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { type ClosingHead, listClosings } from '../data/closing-store.ts'
import type { Write } from '../data/database.ts'
import { districtWrites, findDistrict, findDistrictHeads } from '../data/district-store.ts'
import { editionGuard } from '../data/edition.ts'
import { setUpChangeWrites } from '../data/set-up-store.ts'
import { districtProblems } from '../exchange/district-file.ts'
import type { FileProblem } from '../text/file-problem.ts'
import type { Context } from './context.ts'
import { demandFresh, gate } from './gate.ts'
import { takenProblems } from './import-district.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, invalid, type Refused, type Result, refused } from './refusal.ts'
import { actorId, type Change, save } from './save.ts'

/** A district as a set-up screen finds it, with the edition that it was read from. */
export interface SetUpReading {
  readonly district: District
  readonly edition: number
  /** Revision of the published rota; 0 = nothing is published. */
  readonly revision: number
  readonly closings: readonly ClosingHead[]
  /** The day after the last closed period: no fact reaches further back. Null while none is closed. */
  readonly openFrom: LocalDate | null
}

/** The district, for whoever may change what its rota is planned by. */
export async function readSetUp(ctx: Context, districtId: DistrictId): Promise<Result<SetUpReading>> {
  const isRefused = gate(ctx, 'replace-district', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  // One trip, so that the edition is that of what is read.
  const [[head], district, closings] = await Promise.all([
    findDistrictHeads(ctx.db, [districtId]),
    findDistrict(ctx.db, districtId),
    listClosings(ctx.db, districtId),
  ])
  if (!head || !district) return refused({ kind: 'not-found' })
  const { edition, revision } = head
  return done({ district, edition, revision, closings, openFrom: firstOpenDate(closings) })
}

/** The first day from which a change may hold: a date that can be planned, and none of a closed period. */
export function fromProblem({ openFrom }: SetUpReading, field: string, date: LocalDate): Refused | undefined {
  if (!isPlanDate(date)) return invalid(field, 'not-a-date', date)
  return openFrom !== null && date < openFrom ? invalid(field, 'in-closed-period', openFrom) : undefined
}

export function refusedFields(problems: readonly SetUpFault[]): Refused {
  return refused({ kind: 'invalid', problems })
}

/**
 * Stores a district that a set-up screen changed, as an import would, and keeps what it was so that it can be taken back.
 * Refused: nothing changed, anything that a file with it would be refused for (and was not before), hours of closed dates
 * that would be counted anew, another address for somebody's mail without having shown who one is, and a district that changed since it was read.
 */
export async function storeSetUp(
  ctx: Context,
  { district: before, edition, closings, openFrom }: SetUpReading,
  after: District,
  change: Pick<Change, 'action' | 'subjectKind' | 'subjectId'>,
  also: readonly Write[] = [],
): Promise<Refused | undefined> {
  const parts = changedParts(before, after)
  if (parts.length === 0) return refused({ kind: 'nothing-changed' })
  const isStale = isMailMoved(before, after) ? demandFresh(ctx) : undefined
  if (isStale) return isStale
  const problems = freshProblems(before, after)
  if (problems.length > 0) return refused({ kind: 'file-refused', problems })
  if (factsChangedOnClosedDates(before, after, closings).length > 0)
    return invalid('from', 'in-closed-period', openFrom ?? '')
  const { id } = after
  const kept = { action: change.action, at: ctx.now, by: actorId(ctx), parts }
  const writes = [
    ...editionGuard(id, edition),
    ...districtWrites(after, ctx.now),
    ...(also.length > 0 ? also : setUpChangeWrites(id, kept)),
  ]
  const logged = { after: parts.map(({ list, key }) => `${list}:${key}`) }
  const failed = await save(ctx, { districtId: id, ...change, ...logged }, writes)
  if (failed?.refusal.kind !== 'duplicate') return failed
  return refused({ kind: 'duplicate', problems: await takenProblems(ctx, after) })
}

/** Where a doctor's first account is offered goes to another address. */
function isMailMoved(before: District, after: District): boolean {
  const emails = new Map(before.persons.map(({ id, email }) => [id, email]))
  return after.persons.some(({ id, email }) => emails.has(id) && emails.get(id) !== email)
}

/** What was wrong before is not this change's to mend. */
function freshProblems(before: District, after: District): FileProblem[] {
  const found = districtProblems(after)
  if (found.length === 0) return []
  const old = new Set(districtProblems(before).map((problem) => sameText(problem)))
  return found.filter((problem) => !old.has(sameText(problem)))
}

const STAMP_CHARACTERS = 16

/** Stands for what a form was filled in from: another stamp says that somebody has changed it since. */
export async function stampOf(ctx: Context, seen: unknown): Promise<string> {
  return (await ctx.hash(sameText(seen))).slice(0, STAMP_CHARACTERS)
}
