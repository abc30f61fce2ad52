import { entriesOfPlace } from '../../board/entries.ts'
import { cellKey } from '../../core/rota/assignment.ts'
import { lineOf } from '../../core/rota/district.ts'
import { addDays, type LocalDate, mondayOf } from '../../core/time/local-date.ts'
import type { Ready } from './desk.ts'
import { linksIn, type Shown, shownBy } from './grid.ts'

/** The seven days from a Monday. */
export function weekOf(monday: LocalDate): LocalDate[] {
  return Array.from({ length: 7 }, (_, day) => addDays(monday, day))
}

/** All that a duty in a week's cell stands for: what follows it in its place, up to where the next one in the cell begins. */
export function runOf({ model, plan }: Ready, first: Shown): Shown[] {
  const need = model.needs.get(first.needId)
  const td = first.link.closest('td')
  if (!need || !td) return [first]
  const { byDate, cells } = plan()
  const line = lineOf(model.facts.rota.district, need.lineId)
  const entries = weekOf(mondayOf(need.date))
    .flatMap((date) => byDate.get(date) ?? [])
    .filter((own) => own.lineId === need.lineId && first.seat < own.number)
    .flatMap((own) => {
      const place = { needId: own.id, seat: first.seat }
      const cell = cells.get(cellKey(place))
      return entriesOfPlace({ need: own, line, seat: first.seat, cell, isAsked: false, isBeside: false })
    })
  const next = linksIn(td)
    .map(shownBy)
    .filter((own) => own.seat === first.seat && own.part.start > first.part.start)
    .map((own) => own.part.start)
  const end = Math.min(...next)
  return entries
    .filter(({ part }) => part.start >= first.part.start && part.start < end)
    .map(({ need: own, seat, part, slice }) => {
      const place = { needId: own.id, seat }
      return { ...place, key: cellKey(place), part, holder: slice?.personId ?? null, link: first.link }
    })
}
