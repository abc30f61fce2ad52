import { type FairShare, fairShares, shareGround } from '../core/ledger/fair-share.ts'
import { heldOf, type Load } from '../core/ledger/share-load.ts'
import { type Candidate, rankCandidates, withHolder } from '../core/plans/candidates.ts'
import { type Cell, cellKey, type Slice } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import { lineOf } from '../core/rota/district.ts'
import type { Need } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import { dutiesOf, dutiesOfCell, type Rota } from '../core/rota/rota.ts'
import { viewOf, withCells } from '../core/rules/view.ts'
import type { FindingKind } from '../core/rules/violation.ts'
import { encodeRota } from '../solver/encode/encode.ts'
import { holdersOf } from '../solver/encode/holders.ts'
import { whyMe } from '../solver/explain/choice.ts'
import type { Price } from '../solver/explain/price-parts.ts'
import { NONE } from '../solver/problem.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { type PlaceAddress, readPlace } from './read-place.ts'
import { done, type Result, refused } from './refusal.ts'

export type ExplainPlaceInput = PlaceAddress

/** One doctor in the place, everything else as it stands, against the place standing open. */
export interface PlaceChoice extends Candidate {
  readonly isHolder: boolean
  /** What the rota costs more with this doctor than with the place open; null for a place that the builder does not give away. */
  readonly price: Price | null
  /** Points more than with the present holder; null where one of the two has no price or nobody holds the place alone. */
  readonly more: number | null
  readonly load: ChoiceLoad
}

/** What a doctor carries of the period without and with the duty; no target for somebody outside the sharing. */
export interface ChoiceLoad {
  readonly without: Load
  readonly with: Load
  readonly target: Load | null
}

export interface PlaceReason {
  readonly kind: FindingKind
  readonly personIds: readonly PersonId[]
}

export interface PlaceValue {
  readonly district: District
  readonly draft: { readonly id: string; readonly name: string } | null
  readonly needs: readonly Need[]
  readonly need: Need
  readonly seat: number
  readonly slices: readonly Slice[]
  /** The present holder where one person holds all of it, then those who can take it, the cheapest first, then the others. */
  readonly choices: readonly PlaceChoice[]
  /** What keeps doctors from the place, most doctors first; somebody kept away by several things stands under each. */
  readonly reasons: readonly PlaceReason[]
}

/**
 * Why a place is held by whom it is, why not by another, or why by nobody: what each doctor would break, as the rules find it,
 * and what each would cost, as the builder scores it. Of the rota as it stands now.
 */
export async function explainPlace(
  ctx: Context,
  { districtId, source, needId, seat }: ExplainPlaceInput,
): Promise<Result<PlaceValue>> {
  const action = source.kind === 'draft' ? 'edit-drafts' : 'amend-rota'
  const isRefused = gate(ctx, action, { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const found = await readPlace(ctx, { districtId, source, needId, seat })
  if (!found) return refused({ kind: 'not-found' })
  const { need } = found
  const { rota, draft } = found.reading
  const slices = rota.cells.get(cellKey({ needId, seat }))?.slices ?? []
  const choices = choicesFor(rota, need, seat, draft?.lineIds ?? rota.district.lines.map((line) => line.id))
  return done({
    district: rota.district,
    draft: draft && { id: draft.id, name: draft.name },
    needs: rota.needs,
    need,
    seat,
    slices,
    choices,
    reasons: reasonsIn(choices),
  })
}

/** Every doctor in a place of the rota, as `PlaceValue.choices`. */
function choicesFor(rota: Rota, need: Need, seat: number, lineIds: readonly string[]): PlaceChoice[] {
  const place = { needId: need.id, seat }
  const cell = rota.cells.get(cellKey(place)) ?? { ...place, slices: [], locked: false, note: '' }
  const holder = soleHolder(cell, need)
  const opened = openPlace(rota, cell)
  const prices = pricesIn(opened, need, seat, lineIds)
  const held = holder === null ? undefined : prices.get(holder)
  const loads = loadsIn(opened, need, cell)
  const view = withCells(viewOf(rota), [openCell(cell)])
  return rankCandidates(view, place, null)
    .map((candidate) => {
      const price = prices.get(candidate.personId) ?? null
      return {
        ...candidate,
        isHolder: candidate.personId === holder,
        price,
        more: price && held ? price.total - held.total : null,
        load: loads(candidate.personId),
      }
    })
    .sort(byFitness)
}

function byFitness(a: PlaceChoice, b: PlaceChoice): number {
  const rank = ({ isHolder, blocking }: PlaceChoice) => (isHolder ? 0 : blocking.length === 0 ? 1 : 2)
  return rank(a) - rank(b) || (a.price?.total ?? 0) - (b.price?.total ?? 0)
}

function soleHolder(cell: Cell, need: Need): PersonId | null {
  const counting = cell.slices.filter((slice) => !slice.shadowing)
  const [only] = counting
  const isWhole = counting.length === 1 && only?.start === need.start && only.end === need.end
  return isWhole ? only.personId : null
}

function openCell(cell: Cell): Cell {
  return { ...cell, slices: cell.slices.filter((slice) => slice.shadowing), locked: false }
}

function openPlace(rota: Rota, cell: Cell): Rota {
  return { ...rota, cells: new Map([...rota.cells, [cellKey(cell), openCell(cell)]]) }
}

/** What each doctor adds to the builder's score; nobody where the builder would not give the place away. */
function pricesIn(
  opened: Rota,
  need: Need,
  seat: number,
  lineIds: readonly string[],
): ReadonlyMap<PersonId, Price> {
  const encoding = encodeRota(opened, { lineIds, locked: new Set(), keep: 'locked' })
  const slot = encoding.slots.findIndex(
    (own) => own.kind === 'place' && own.need.id === need.id && own.seat === seat,
  )
  if (slot === NONE) return new Map()
  const choices = whyMe(encoding, holdersOf(encoding), slot)
  return new Map(choices.map(({ personId, price }) => [personId, price]))
}

function loadsIn(opened: Rota, need: Need, cell: Cell): (personId: PersonId) => ChoiceLoad {
  const shares = new Map<PersonId, FairShare>(fairShares(opened).map((share) => [share.personId, share]))
  const ground = shareGround(opened)
  const duties = Map.groupBy(dutiesOf(opened), (duty) => duty.personId)
  const { overlapClass } = lineOf(opened.district, need.lineId)
  const view = viewOf(opened)
  return (personId) => {
    const own = duties.get(personId) ?? []
    const taken = withHolder(view, openCell(cell), need, personId)
    const added = dutiesOfCell(need, taken, overlapClass).filter((duty) => duty.personId === personId)
    const all = [...own.filter((duty) => duty.needId !== need.id), ...added].sort((a, b) => a.start - b.start)
    const share = shares.get(personId)
    return {
      without: heldOf(ground, own).load,
      with: heldOf(ground, all).load,
      target: share && share.weight > 0 ? share.target : null,
    }
  }
}

function reasonsIn(choices: readonly PlaceChoice[]): PlaceReason[] {
  const found = new Map<FindingKind, PersonId[]>()
  for (const { blocking, personId } of choices) {
    for (const kind of new Set(blocking.map((violation) => violation.kind)))
      found.set(kind, [...(found.get(kind) ?? []), personId])
  }
  return [...found]
    .map(([kind, personIds]) => ({ kind, personIds }))
    .sort((a, b) => b.personIds.length - a.personIds.length || (a.kind < b.kind ? -1 : 1))
}
