import type { Slice } from '../../src/core/rota/assignment.ts'
import type { DutyForm, Line } from '../../src/core/rota/line.ts'
import type { Need } from '../../src/core/rota/need.ts'
import { isInPeriod, placesOf, type Rota } from '../../src/core/rota/rota.ts'
import { type Interval, overlaps, subtractIntervals } from '../../src/core/time/interval.ts'
import type { LiveRota } from './live-rota.ts'

/** A duty as the published board shows it, or part of one. */
export interface BoardDuty extends Interval {
  readonly need: Need
  readonly line: Line
  /** One form: no line here changes it inside a duty. */
  readonly form: DutyForm
  /** Null where nobody holds it. */
  readonly holder: { readonly personId: string; readonly name: string; readonly initials: string } | null
  /** The chain that its holder's rows belong to, of which calendars make their ids; empty where nobody holds it. */
  readonly chainId: string
}

/** Every duty on the published board of 2027, held and open. */
export async function boardDuties(rota: LiveRota): Promise<BoardDuty[]> {
  const duties: BoardDuty[] = []
  for (const board of await rota.boards())
    for (const need of board.needs.filter((own) => isInPeriod(board, own) && rota.isPublished(own.date)))
      for (const place of placesOf([need])) {
        const slices = board.cells.get(`${place.needId}#${place.seat}`)?.slices ?? []
        for (const slice of slices) {
          const chainId = await rota.chainOf(place, slice)
          duties.push({ ...dutyOf(board, need, slice), holder: holderOf(board, slice), chainId })
        }
        for (const hole of subtractIntervals([need], slices))
          duties.push({ ...dutyOf(board, need, hole), holder: null, chainId: '' })
      }
  return duties
}

function dutyOf({ district }: Rota, need: Need, { start, end }: Interval) {
  const line = district.lines.find(({ id }) => id === need.lineId)
  const forms = new Set(
    need.pieces.filter((piece) => overlaps(piece, { start, end })).map(({ form }) => form),
  )
  const [form, ...others] = forms
  if (!line || !form || others.length > 0) throw new Error(`${need.id} has ${forms.size} forms`)
  return { start, end, need, line, form }
}

function holderOf({ district }: Rota, { personId }: Slice): BoardDuty['holder'] {
  const named = district.persons.find(({ id }) => id === personId)
  const doctor = district.doctors.find((own) => own.personId === personId)
  if (!named || !doctor) throw new Error(`the board names nobody for ${personId}`)
  return { personId: named.id, name: named.name, initials: doctor.initials }
}
