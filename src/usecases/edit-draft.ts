import { planEdit } from '../core/plans/edit.ts'
import type { Intent, Needs } from '../core/plans/intent.ts'
import { LONGEST_NOTE, MOST_PLACES, placesNamed, type Step, wantedBy } from '../core/plans/step.ts'
import { type CellKey, type CellRef, cellKey, type Slice } from '../core/rota/assignment.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { toUtcText } from '../core/time/minute.ts'
import { findAuditHead } from '../data/audit-store.ts'
import type { Sending } from '../data/draft-store.ts'
import { findSentEdit } from '../data/step-store.ts'
import type { Context } from './context.ts'
import { isOpenDraft } from './draft-on-timeline.ts'
import { freeTextProblem } from './free-text.ts'
import { gate } from './gate.ts'
import { holderProblem } from './holder-problem.ts'
import { type PlacesOfDraft, readPlaces } from './places-of-draft.ts'
import { type FieldProblem, invalid, type Result, refused } from './refusal.ts'
import { actorId } from './save.ts'
import { answerAgain, conflictAt, type StoredStep, storeStep } from './store-step.ts'

/** Who is to hold a part: a person, or a position whose locum is still to be named. */
export type WantedSlice = Slice
export type DraftChange = Intent

export interface EditDraftInput {
  readonly districtId: DistrictId
  readonly draftId: string
  readonly step: Step
  /**
   * The number of the edit that the page last showed for each place (0 = never edited); one that is left out is not checked.
   * A place touched since is refused with `cell-changed`.
   */
  readonly seen: Readonly<Record<CellKey, number>>
  /** Chosen by the sender: the same step sent again with it gets the same answer, and has one effect. */
  readonly key?: string
}

/** One step in a draft, at most 2000 places: one name in the list of steps, one undo. */
export async function editDraft(ctx: Context, input: EditDraftInput): Promise<Result<StoredStep>> {
  const { districtId, draftId, step, seen } = input
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const named = placesNamed(step)
  const most = Math.max(named.length, step.intents.length)
  if (most > MOST_PLACES) return invalid('intents', 'out-of-range', String(most))
  const by = actorId(ctx)
  const sending = await sendingOf(ctx, input.key, [step.kind, step.intents])
  const [places, sent, log] = await Promise.all([
    readPlaces(ctx, districtId, draftId, named),
    sending ? findSentEdit(ctx.db, districtId, draftId, by, sending.key) : undefined,
    findAuditHead(ctx.db, districtId),
  ])
  if (!places) return refused({ kind: 'not-found' })
  if (sent && sending) return answerAgain(sent, sending)
  if (!isOpenDraft(places.draft)) return refused({ kind: 'stale-revision' })
  const problem = stepProblem(step, places)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const { cells, needs } = places
  const planned = planEdit({
    kind: step.kind,
    wanted: wantedBy(step, cells, needs),
    cells,
    needs,
    seen: new Map(Object.entries(seen)),
    number: places.draft.edits + 1,
    by,
    at: toUtcText(ctx.now),
  })
  if (planned.kind === 'refused') {
    const { refusal } = planned
    if (refusal.kind !== 'cell-changed') return refused(refusal)
    return conflictAt(ctx, input, places, refusal, seen[cellKey(refusal)] ?? 0)
  }
  const { edit } = planned
  const after = { kind: edit.kind, cells: edit.changes.map(cellKey) }
  return storeStep(ctx, { districtId, draftId, edit, places, sending, log }, { action: 'edit-draft', after })
}

/** The key with a hash of what was asked; null without a key. */
export async function sendingOf(
  ctx: Pick<Context, 'hash'>,
  key: string | undefined,
  asked: unknown,
): Promise<Sending | null> {
  return key === undefined ? null : { key, asked: await ctx.hash(JSON.stringify(asked)) }
}

function stepProblem(step: Step, places: PlacesOfDraft): FieldProblem | undefined {
  const unknown = placesNamed(step).find((place) => !isPlace(place, places.needs))
  if (unknown) return { field: 'needId', code: 'unknown-duty', value: cellKey(unknown) }
  for (const intent of step.intents) {
    const problem = intentProblem(intent, places)
    if (problem) return problem
  }
  return undefined
}

function intentProblem(intent: Intent, places: PlacesOfDraft): FieldProblem | undefined {
  if (intent.kind === 'note') return freeTextProblem('note', intent.note, LONGEST_NOTE)
  if (intent.kind === 'assign') return holderProblem(places, [{ ...intent, positionId: null }])
  return intent.kind === 'slice' ? holderProblem(places, intent.slices) : undefined
}

function isPlace({ needId, seat }: CellRef, needs: Needs): boolean {
  const need = needs.get(needId)
  return need !== undefined && Number.isInteger(seat) && seat >= 0 && seat < need.number
}
