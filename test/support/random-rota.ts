import type { Cell, Origin, Slice } from '../../src/core/rota/assignment.ts'
import { cellKey } from '../../src/core/rota/assignment.ts'
import type { District } from '../../src/core/rota/district.ts'
import { type Doctor, factOn } from '../../src/core/rota/doctor.ts'
import { type Need, needsOf } from '../../src/core/rota/need.ts'
import type { Dates } from '../../src/core/time/local-date.ts'
import { MINUTES_PER_HOUR } from '../../src/core/time/minute.ts'

const ORIGINS: readonly Origin[] = ['share', 'ordered', 'voluntary', 'swap', 'sick-cover', 'locum']
const NOTES = ['', '', '', 'Bytt med nabodistriktet', '=1+1', '+47 000', 'To\nlinjer; "sitat"\tog tab', "'-"]

export interface FilledRota {
  readonly needs: readonly Need[]
  readonly cells: ReadonlyMap<string, Cell>
}

/** A rota with everything that a place can hold, or with nothing but whole and shared duties when `isPlain`; nobody is in two places at once. */
export function randomRota(
  district: District,
  period: Dates,
  chance: () => number,
  isPlain = false,
): FilledRota {
  const needs = district.lines
    .flatMap((line) => needsOf(line, period.from, period.to))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  const cells = new Map<string, Cell>()
  const busy = new Map<string, Need[]>()
  for (const need of needs)
    for (let seat = 0; seat < need.number; seat++) {
      const slices = randomSlices(district, need, chance, isPlain)
      if (slices.length === 0) continue
      const note = isPlain ? '' : pick(NOTES)
      cells.set(cellKey({ needId: need.id, seat }), { needId: need.id, seat, slices, locked: false, note })
    }
  return { needs, cells }

  function freeDoctor({ doctors }: District, need: Need): string | null {
    const isFree = (id: string) =>
      (busy.get(id) ?? []).every((held) => held.end <= need.start || held.start >= need.end)
    const takesAny = (doctor: Doctor) => factOn(doctor.takingPart, need.date)?.way.kind === 'by-share'
    const free = doctors.filter(
      (own) => takesAny(own) && alwaysTakesPart(district, own) && isFree(own.personId),
    )
    return free.length === 0 ? null : pick(free).personId
  }

  function randomSlices(of: District, need: Need, next: () => number, plain: boolean): Slice[] {
    const kind = next()
    if (kind < 0.15) return []
    const holder = (): Pick<Slice, 'personId' | 'positionId' | 'origin' | 'shadowing'> => {
      const position = next() < 0.1 && of.positions.length > 0 ? pick(of.positions).id : null
      const personId = position !== null && (plain || next() < 0.5) ? null : freeDoctor(of, need)
      if (personId !== null) busy.set(personId, [...(busy.get(personId) ?? []), need])
      const origin = plain ? (personId === null ? 'locum' : 'share') : pick(ORIGINS)
      // Where everybody is busy, a position whose locum is still to be named.
      const positionId = position ?? (personId === null ? pick(of.positions).id : null)
      return { personId, positionId, origin: plain && personId === null ? 'locum' : origin, shadowing: false }
    }
    if (kind < 0.7) return [{ start: need.start, end: need.end, ...holder() }]
    const hours = Math.floor((need.end - need.start) / MINUTES_PER_HOUR)
    const cut = need.start + Math.max(1, Math.floor(next() * hours)) * MINUTES_PER_HOUR
    if (cut >= need.end) return [{ start: need.start, end: need.end, ...holder() }]
    const first = { start: need.start, end: cut, ...holder() }
    if (kind < 0.8) return [first]
    const last = { start: cut, end: need.end, ...holder() }
    return kind < 0.95
      ? [first, last]
      : [first, last, { ...last, ...holder(), shadowing: true }].sort((a, b) => a.start - b.start)
  }
}

function alwaysTakesPart({ municipalities }: District, { engagements }: Doctor): boolean {
  const numbers = engagements.flatMap(({ employer }) =>
    employer.kind === 'municipality' ? employer.number : [],
  )
  const members = municipalities.filter(({ number }) => numbers.includes(number))
  return members.every(({ participation }) => participation.every(({ windows }) => windows === null))
}
