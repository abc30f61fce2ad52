import { fairShares } from '../../core/ledger/fair-share.ts'
import { type DatedHoliday, SPECIAL_HOLIDAYS, specialHolidaysOf } from '../../core/ledger/special-holiday.ts'
import { parameterOn } from '../../core/rota/agreement.ts'
import type { Rota } from '../../core/rota/rota.ts'
import { yearOf } from '../../core/time/local-date.ts'
import { toWall } from '../../core/time/oslo.ts'
import { type Turns, toTimes } from '../limits.ts'
import type { ProblemData } from '../problem.ts'
import type { EncodedSlot } from './encode.ts'

/** Special holidays that slots touch, and who held them in the years before (P27, P28). */
export function turnsOf(data: ProblemData, rota: Rota, slots: readonly EncodedSlot[]): Turns | null {
  if (data.slots === 0) return null
  const { agreement, doctors } = rota.district
  const dated = holidaysOver(data.start[0]!, Math.max(...data.end))
  if (dated.length === 0) return null
  const skipped = Uint8Array.from(slots, (slot) => Number(slot.kind === 'elsewhere' || slot.shadowing))
  const spans = {
    start: Int32Array.from(dated, ({ start }) => start),
    end: Int32Array.from(dated, ({ end }) => end),
    least: new Int32Array(dated.length).fill(1),
  }
  const memory = dated.map(({ holiday, start }) => {
    const { date } = toWall(start)
    const isCounted = parameterOn(agreement, 'specialHolidays', date).some((own) => own === holiday)
    return isCounted ? parameterOn(agreement, 'holidayMemoryYears', date) : 0
  })
  const held = [...(rota.district.holidaysHeld ?? []), ...(rota.holidaysHeld ?? [])]
  const longest = Math.max(...memory)
  const year = yearOf(rota.from)
  const heldIn = doctors.flatMap(({ personId }) =>
    dated.map((now, at) =>
      Math.max(
        0,
        ...held
          .filter((own) => own.personId === personId && own.holiday === now.holiday && own.year < now.year)
          .filter((own) => own.year >= now.year - memory[at]!)
          .map((own) => own.year),
      ),
    ),
  )
  return {
    ...toTimes(data, spans, skipped),
    year: Int32Array.from(dated, (own) => own.year),
    holiday: Int32Array.from(dated, (own) => SPECIAL_HOLIDAYS.indexOf(own.holiday)),
    memory: Int32Array.from(memory),
    heldIn: Int32Array.from(heldIn),
    before: Int32Array.from(
      doctors,
      ({ personId }) => held.filter((own) => own.personId === personId && own.year >= year - longest).length,
    ),
    share: sharesOf(rota),
  }
}

function holidaysOver(start: number, end: number): DatedHoliday[] {
  const first = yearOf(toWall(start).date) - 1
  const last = yearOf(toWall(end).date)
  return Array.from({ length: last - first + 1 }, (_, index) => specialHolidaysOf(first + index))
    .flat()
    .filter((dated) => dated.start < end && start < dated.end)
    .sort((a, b) => a.start - b.start)
}

/** Outside the sharing, a holiday is nobody's turn sooner or later than others'. */
const SMALLEST_SHARE = 0.25

function sharesOf(rota: Rota): Float64Array {
  const weights = fairShares({ ...rota, cells: new Map() }).map((share) => share.weight)
  const sharing = weights.filter((weight) => weight > 0)
  const mean = sharing.reduce((sum, weight) => sum + weight, 0) / Math.max(1, sharing.length)
  return Float64Array.from(weights, (weight) =>
    weight === 0 || mean === 0 ? 1 : Math.max(SMALLEST_SHARE, weight / mean),
  )
}
