import { factsChangedOnClosedDates } from '../core/plans/closed-facts.ts'
import { changedOnClosedDates } from '../core/plans/closed-values.ts'
import { planImportedTimeline } from '../core/plans/imported-timeline.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { membershipWrites } from '../data/account-store.ts'
import { listClosings } from '../data/closing-store.ts'
import type { Write } from '../data/database.ts'
import { type DistrictHead, districtWrites, findDistrict, findDistrictHeads } from '../data/district-store.ts'
import { editionGuard } from '../data/edition.ts'
import { findTakenPersons } from '../data/person-store.ts'
import { needWrites, publicationWrites } from '../data/rota-store.ts'
import { type DistrictFile, parseDistrictFile } from '../exchange/district-file.ts'
import { problemAt } from '../exchange/problem-place.ts'
import { may } from '../identity/policy.ts'
import type { FileProblem } from '../text/file-problem.ts'
import type { Context } from './context.ts'
import { demandFresh, gate } from './gate.ts'
import { done, type Refused, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'

export interface ImportDistrictInput {
  /** The whole district file as text. */
  readonly text: string
  /** Whether whoever makes a new district coordinates it too; left out, nobody does until somebody is invited. */
  readonly isCoordinating?: boolean
}

/**
 * Stores a district file: a new district for an administrator, one's own district anew for its coordinator. The published
 * rota in it becomes the first revision of a district that has none; what is published already always stays, and so do
 * wishes that the file does not name. A district that changes while its file is read in is refused (`stale-revision`), and
 * so is a file by which closed periods would be judged anew.
 */
export async function importDistrict(
  ctx: Context,
  { text, isCoordinating = false }: ImportDistrictInput,
): Promise<Result<{ readonly districtId: DistrictId; readonly isNew: boolean }>> {
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  // A file says at which address each doctor is let in, and which municipality is home to them.
  const isStale = demandFresh(ctx)
  if (isStale) return isStale
  const parsed = parseDistrictFile(text)
  if (parsed.kind === 'refused') return refused({ kind: 'file-refused', problems: parsed.problems })
  const { district, timeline } = parsed.file
  const [known] = await findDistrictHeads(ctx.db, [district.id])
  const isRefused = importGate(ctx, district.id, known !== undefined)
  if (isRefused) return isRefused
  const closed = known ? await closedProblems(ctx, district) : []
  if (closed.length > 0) return refused({ kind: 'file-refused', problems: closed })
  const file = { district, timeline: (known?.revision ?? 0) === 0 ? timeline : null }
  const failed = await saveDistrict(ctx, file, known, isCoordinating)
  if (failed?.refusal.kind === 'duplicate')
    return refused({ kind: 'duplicate', problems: await takenProblems(ctx, district) })
  return failed ?? done({ districtId: district.id, isNew: known === undefined })
}

/** Only an administrator learns that an id is taken by a district they have no place in. */
function importGate(ctx: Context, id: DistrictId, isKnown: boolean): Refused | undefined {
  if (isKnown && may(ctx.actor, 'replace-district', { kind: 'district', id })) return undefined
  const isRefused = gate(ctx, 'create-district', { kind: 'installation' })
  if (isRefused || !isKnown) return isRefused
  return refused({ kind: 'not-allowed' })
}

async function saveDistrict(
  ctx: Context,
  { district, timeline }: Pick<DistrictFile, 'district' | 'timeline'>,
  known: DistrictHead | undefined,
  isCoordinating: boolean,
): Promise<Refused | undefined> {
  const { id } = district
  const action = known ? 'replace-district' : 'create-district'
  const writes = [
    ...editionGuard(id, known?.edition ?? 0),
    ...districtWrites(district, ctx.now),
    ...timelineWrites(ctx, id, timeline),
  ]
  // To make a district is no right to read it: whoever plans in it is said to, in its log.
  const coordinator = { scopeKind: 'district', scopeId: id, role: 'coordinator' } as const
  const isGranted = !known && isCoordinating && ctx.actor.kind === 'account'
  const grants = isGranted ? membershipWrites(actorId(ctx), coordinator, actorId(ctx), ctx.now) : []
  const after = known ? null : { coordinator: isGranted ? actorId(ctx) : null }
  const change = { districtId: id, action, subjectKind: 'district', subjectId: id, after }
  return save(ctx, change, [...writes, ...grants])
}

/** Values of the agreement by which closed dates would be judged anew, and facts by which their hours would be counted anew. */
async function closedProblems({ db }: Context, district: District): Promise<FileProblem[]> {
  const { id, agreement, doctors } = district
  const [standing, closings] = await Promise.all([findDistrict(db, id), listClosings(db, id)])
  const changed = changedOnClosedDates(standing?.agreement ?? [], agreement, closings)
  const facts = standing ? factsChangedOnClosedDates(standing, district, closings) : []
  const placeOf = (personId: PersonId) => doctors.findIndex((own) => own.personId === personId)
  return [
    ...changed.map(({ parameter, date, entry }) => {
      const place = entry ? ['district', 'agreement', agreement.indexOf(entry)] : ['district', 'agreement']
      return problemAt(place, 'in-closed-period', parameter, date)
    }),
    ...facts.map(({ personId, fact, date }) => {
      const index = placeOf(personId)
      const place = index < 0 ? ['district', 'doctors'] : ['district', 'doctors', index, fact]
      return problemAt(place, 'in-closed-period', index < 0 ? personId : fact, date)
    }),
  ]
}

/** What is taken, in words that are the same whoever has it. */
export async function takenProblems(ctx: Context, { id, persons }: District): Promise<FileProblem[]> {
  const taken = await findTakenPersons(ctx.db, id, persons)
  const place = (index: number, key: string) => ['district', 'persons', index, key]
  return [
    ...taken.ids.map((index) => problemAt(place(index, 'id'), 'taken-person', persons[index]?.id)),
    ...taken.hprNumbers.map((index) =>
      problemAt(place(index, 'hprNumber'), 'taken-hpr-number', persons[index]?.hprNumber),
    ),
  ]
}

function timelineWrites(ctx: Context, districtId: DistrictId, timeline: DistrictFile['timeline']): Write[] {
  if (!timeline) return []
  const stamp = { by: actorId(ctx), now: ctx.now, reason: '', newId: ctx.newId }
  const plan = planImportedTimeline(timeline, stamp)
  return plan
    ? [...needWrites(districtId, timeline.needs, ctx.now), ...publicationWrites(districtId, 0, plan)]
    : []
}
