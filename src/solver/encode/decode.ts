import { type Cell, cellKey } from '../../core/rota/assignment.ts'
import { wholeSlice } from '../../core/rota/rota.ts'
import { NONE } from '../problem.ts'
import type { Encoding } from './encode.ts'

/** The cells of every place that was to be filled, held or open, in order of start; what nobody built is not among them. */
export function decode(encoding: Encoding, holder: Int16Array): Cell[] {
  const { rota, slots, staff } = encoding
  return slots.flatMap((slot, index) => {
    if (slot.kind !== 'place') return []
    const place = { needId: slot.need.id, seat: slot.seat }
    const former = rota.cells.get(cellKey(place))
    const shadows = (former?.slices ?? []).filter((slice) => slice.shadowing)
    const person = holder[index]!
    const held = person === NONE ? [] : [wholeSlice(slot.need, staff[person]!)]
    return [{ ...place, slices: [...held, ...shadows], locked: false, note: former?.note ?? '' }]
  })
}
