import { type DateRange, holdsOn, type LocalDate } from '../time/local-date.ts'
import type { MunicipalityNumber, PersonId } from './person.ts'

export type PositionId = string

export type PositionHolder = DateRange &
  (
    | { readonly kind: 'person'; readonly personId: PersonId }
    | { readonly kind: 'vacant' }
    | { readonly kind: 'locum-to-be-named' }
  )

/** A place in the rota ("Askvoll 3"). Fair share follows the position; hours follow the person. */
export interface Position {
  readonly id: PositionId
  readonly name: string
  readonly municipality: MunicipalityNumber
  /** Weight of a full place; 1 = one ordinary share. */
  readonly share: number
  readonly holders: readonly PositionHolder[]
}

export function holderOn(position: Position, date: LocalDate): PositionHolder | undefined {
  return position.holders.find((holder) => holdsOn(holder, date))
}

/** The positions a person holds on `date`. */
export function positionsHeldBy(
  positions: readonly Position[],
  personId: PersonId,
  date: LocalDate,
): Position[] {
  return positionsEverHeldBy(positions, personId).filter((position) => isHeldBy(position, personId, date))
}

export function isHeldBy(position: Position, personId: PersonId, date: LocalDate): boolean {
  const holder = holderOn(position, date)
  return holder?.kind === 'person' && holder.personId === personId
}

/** The positions that a person holds on some date. */
export function positionsEverHeldBy(positions: readonly Position[], personId: PersonId): readonly Position[] {
  return everHeld(positions).get(personId) ?? NONE
}

const NONE: readonly Position[] = []

/** Kept for each list, since rules ask at every duty. A list of positions is never changed in place. */
const EVER_HELD = new WeakMap<readonly Position[], ReadonlyMap<PersonId, readonly Position[]>>()

/** The positions that each person holds on some date, in the order of the list. */
function everHeld(positions: readonly Position[]): ReadonlyMap<PersonId, readonly Position[]> {
  const known = EVER_HELD.get(positions)
  if (known) return known
  const held = new Map<PersonId, Position[]>()
  for (const position of positions)
    for (const personId of new Set(position.holders.map((holder) => personOf(holder))))
      if (personId !== null) held.set(personId, [...(held.get(personId) ?? []), position])
  EVER_HELD.set(positions, held)
  return held
}

function personOf(holder: PositionHolder): PersonId | null {
  return holder.kind === 'person' ? holder.personId : null
}
