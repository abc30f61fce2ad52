import type { District } from '../core/rota/district.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { FindingKind } from '../core/rules/violation.ts'
import { type ClashElement, type ClashRule, findClash, type Relaxation } from '../solver/clash/clash.ts'
import { REFUSALS } from '../solver/encode/eligibility.ts'
import { type Encoding, encodeRota } from '../solver/encode/encode.ts'
import { holdersOf } from '../solver/encode/holders.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { readDraft } from './read-source.ts'
import { done, type Result, refused } from './refusal.ts'

export interface ExplainClashInput {
  readonly districtId: DistrictId
  readonly draftId: string
}

/** A place of a clash, or of a way out of it. */
export interface ClashPlace {
  readonly need: Need
  readonly seat: number
}

/** What stands against the places being held. `not-available` is one sign, whatever lies behind it. */
export type ClashGround =
  | { readonly kind: 'rule'; readonly rule: ClashRule['kind'] }
  | { readonly kind: 'fact'; readonly finding: FindingKind; readonly personIds: readonly PersonId[] }
  | { readonly kind: 'lock'; readonly place: ClashPlace; readonly personId: PersonId }

export type ClashChange =
  | { readonly kind: 'leave-open' | 'no-backup' | 'unlock'; readonly place: ClashPlace }
  /** A doctor asked for more than was offered. */
  | { readonly kind: 'ask'; readonly personId: PersonId; readonly places: readonly ClashPlace[] }
  | { readonly kind: 'exceed-quota'; readonly personId: PersonId; readonly by: number }
  | {
      readonly kind: 'shorter-rest'
      readonly personId: PersonId
      readonly before: ClashPlace
      readonly after: ClashPlace
    }

export interface ClashValue {
  readonly district: District
  readonly draft: { readonly id: string; readonly name: string }
  readonly found:
    | { readonly kind: 'none' }
    | { readonly kind: 'undecided' }
    | {
        readonly kind: 'clash'
        readonly places: readonly ClashPlace[]
        /** Doctors whom nothing of their own keeps from every one of the places. */
        readonly able: readonly PersonId[]
        /** Whether it was proved of each place and ground that the places without it can all be held. */
        readonly isIrreducible: boolean
        readonly grounds: readonly ClashGround[]
        /** Each tried on the whole draft; the changes of one belong together. */
        readonly waysOut: readonly (readonly ClashChange[])[]
      }
}

/** Steps of the search for a clash: some seconds. */
const BUDGET = 3_000_000

/** Why a draft as it stands cannot be filled: as few duties and rules as can be that clash, and the cheapest ways out. Nothing is stored. */
export async function explainClash(
  ctx: Context,
  { districtId, draftId }: ExplainClashInput,
): Promise<Result<ClashValue>> {
  const isRefused = gate(ctx, 'build-rota', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const reading = await readDraft(ctx, districtId, draftId)
  if (!reading) return refused({ kind: 'not-found' })
  const { rota, draft } = reading
  const encoding = encodeRota(rota, { lineIds: draft.lineIds, locked: new Set(), keep: 'locked' })
  return done({
    district: rota.district,
    draft: { id: draft.id, name: draft.name },
    found: toFound(encoding, findClash(encoding.problem, holdersOf(encoding), BUDGET, mayAsk)),
  })
}

export function toFound(encoding: Encoding, found: ReturnType<typeof findClash>): ClashValue['found'] {
  if (found.kind !== 'clash') return { kind: found.kind }
  return {
    kind: 'clash',
    places: found.slots.flatMap((slot) => placeAt(encoding, slot) ?? []),
    able: ableTo(encoding, found.slots),
    isIrreducible: found.isIrreducible,
    grounds: groundsOf(encoding, found.elements),
    waysOut: found.relaxations.map(({ changes, holder }) =>
      changes.flatMap((change) => toChange(encoding, change, holder)),
    ),
  }
}

/** A doctor can be asked for a day more than was offered; absence, exemption and what somebody may not do stand. */
export function mayAsk(_: number, bit: number): boolean {
  return REFUSALS[bit] === 'outside-offer'
}

function placeAt({ slots }: Encoding, slot: number): ClashPlace | undefined {
  const own = slots[slot]
  return own === undefined || own.kind === 'elsewhere' ? undefined : { need: own.need, seat: own.seat }
}

/** Numbers of persons in a problem are places in the staff it was made with. */
function personAt({ staff }: Encoding, person: number | undefined): PersonId {
  return staff[person ?? -1] as PersonId
}

function ableTo({ problem, staff }: Encoding, slots: readonly number[]): PersonId[] {
  return staff.filter((_, person) =>
    slots.some((slot) => problem.refusal[person * problem.slots + slot] === 0),
  )
}

function groundsOf(encoding: Encoding, elements: readonly ClashElement[]): ClashGround[] {
  const rules = elements.flatMap((own) =>
    own.kind === 'rule' ? [{ kind: 'rule', rule: own.rule.kind } as const] : [],
  )
  const facts = Map.groupBy(
    elements.flatMap((own) => (own.kind === 'fact' ? [own] : [])),
    (own) => REFUSALS[own.bit] as FindingKind,
  )
  const locks = elements.flatMap((own) => {
    const place = own.kind === 'lock' ? placeAt(encoding, own.slot) : undefined
    if (own.kind !== 'lock' || !place) return []
    return [
      { kind: 'lock', place, personId: personAt(encoding, encoding.problem.fixedTo[own.slot]) } as const,
    ]
  })
  return [
    ...rules,
    ...[...facts].map(([finding, own]) => ({
      kind: 'fact' as const,
      finding,
      personIds: own.map(({ person }) => personAt(encoding, person)),
    })),
    ...locks,
  ]
}

/** Only what a coordinator can do; nobody is asked to give up an absence or an exemption, which are one sign here. */
function toChange(encoding: Encoding, change: Relaxation, holder: Int16Array): ClashChange[] {
  if (change.kind === 'forget-fact') {
    const taken = change.slots.filter((slot) => holder[slot] === change.person)
    const places = taken.flatMap((slot) => placeAt(encoding, slot) ?? [])
    return [{ kind: 'ask', personId: personAt(encoding, change.person), places }]
  }
  if (change.kind === 'leave-open' || change.kind === 'no-backup' || change.kind === 'unlock') {
    const place = placeAt(encoding, change.slot)
    return place ? [{ kind: change.kind, place }] : []
  }
  if (change.kind === 'exceed-quota')
    return [{ kind: 'exceed-quota', personId: personAt(encoding, change.person), by: change.by }]
  if (change.kind !== 'shorter-rest') return []
  const [before, after] = [placeAt(encoding, change.before), placeAt(encoding, change.after)]
  return before && after
    ? [{ kind: 'shorter-rest', personId: personAt(encoding, change.person), before, after }]
    : []
}
