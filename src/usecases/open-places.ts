import type { CellRef } from '../core/rota/assignment.ts'
import { lineOf } from '../core/rota/district.ts'
import type { Need } from '../core/rota/need.ts'
import { openParts, placesOf, type Rota } from '../core/rota/rota.ts'

/** Places of which some part is held by nobody. A conditional backup is left out: whether it is missing is a rule's to say. */
export function openPlaces(rota: Rota, needs: readonly Need[]): CellRef[] {
  const firm = needs.filter((need) => !lineOf(rota.district, need.lineId).conditional)
  const byId = new Map(firm.map((need) => [need.id, need]))
  return placesOf(firm).filter(({ needId, seat }) => {
    const need = byId.get(needId)
    return need !== undefined && openParts(rota, need, seat).length > 0
  })
}
