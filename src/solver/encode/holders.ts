import { cellKey } from '../../core/rota/assignment.ts'
import { NONE } from '../problem.ts'
import type { Encoding } from './encode.ts'

/** Who holds each slot in the rota as it stands, by number of person; NONE where a place is open, or held by a locum to be named. */
export function holdersOf({ rota, slots, staff }: Encoding): Int16Array {
  const numbers = new Map(staff.map((personId, index) => [personId, index]))
  return Int16Array.from(slots, (slot) => {
    if (slot.kind !== 'place') return numbers.get(slot.personId) ?? NONE
    const cell = rota.cells.get(cellKey({ needId: slot.need.id, seat: slot.seat }))
    const counting = cell?.slices.find((slice) => !slice.shadowing)
    return counting?.personId ? (numbers.get(counting.personId) ?? NONE) : NONE
  })
}
