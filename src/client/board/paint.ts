import { carriedDates, type Entry } from '../../board/entries.ts'
import { carriedClass, carriedSign } from '../../board/face.ts'
import type { FlagIndex } from '../../board/flags.ts'
import { runsOf } from '../../board/week-runs.ts'
import { type CellRef, cellKey } from '../../core/rota/assignment.ts'
import type { DraftCell } from '../../core/rota/draft.ts'
import { LONGEST_NEED_DAYS } from '../../core/rota/need.ts'
import type { PersonId } from '../../core/rota/person.ts'
import { addDays, type LocalDate, mondayOf } from '../../core/time/local-date.ts'
import { type Canvas, canvasOf, entriesAt, entriesOn, fill, remark, signOf } from './canvas.ts'
import type { Desk, Ready } from './desk.ts'
import { type Grid, linksIn, shownBy } from './grid.ts'
import { weekOf } from './runs.ts'

/** Keeps the table like the draft: only the cells that an edit touches are drawn anew. */
export interface Painter {
  paint(changed: readonly DraftCell[]): void
  /** The marks of every duty in sight, as the rules have found them. */
  mark(flags: FlagIndex): void
}

export function painterOf(desk: Desk, ready: Ready): Painter {
  const { grid } = desk
  const canvas = canvasOf(desk, ready)
  const paint = (changed: readonly CellRef[]) => {
    for (const cell of changed) {
      if (canvas.isDoctors) paintByPerson(canvas, grid, cell)
      else if (grid.view === 'weeks') paintWeek(canvas, grid, cell)
      else paintByPlace(canvas, cell)
    }
    paintOpenCount(grid.table)
  }
  return {
    paint,
    mark(flags) {
      canvas.flags = flags
      for (const own of canvas.links.values()) for (const link of own) remark(canvas, link)
      paint(conditionalPlaces(canvas))
    },
  }
}

/** In rows of lines a place stands in one cell, whoever holds it. */
function paintByPlace(canvas: Canvas, cell: CellRef): void {
  const [link] = canvas.links.get(cellKey(cell)) ?? []
  const td = link?.closest('td')
  if (!td) return
  const places = [...new Map(linksIn(td).map((own) => [own.dataset.cell, shownBy(own)])).values()]
  fill(
    canvas,
    td,
    places.flatMap((place) => entriesAt(canvas, place)).map((entry) => ({ entry })),
  )
}

/** In a cell of a week the duties of one holder stand as one, and a cell of half a year that only tells numbers is left so. */
function paintWeek(canvas: Canvas, grid: Grid, { needId }: CellRef): void {
  const need = canvas.ready.model.needs.get(needId)
  const monday = need && mondayOf(need.date)
  const td = need && monday && grid.cellOfLine(need.lineId, monday)
  if (!td || td.querySelector('.few')) return
  const entries = weekOf(monday)
    .flatMap((date) => entriesOn(canvas, date))
    .filter((entry) => entry.need.lineId === need.lineId)
  fill(
    canvas,
    td,
    runsOf(entries).map((run) => ({ entry: run.entries[0], run })),
  )
}

/** In rows of doctors a duty leaves the rows of those who held it, and comes into those of who hold it now. */
function paintByPerson(canvas: Canvas, grid: Grid, cell: CellRef): void {
  const { model } = canvas.ready
  const need = model.needs.get(cell.needId)
  if (!need) return
  const key = cellKey(cell)
  const before = [...(canvas.links.get(key) ?? [])].map((link) => link.dataset.holder || null)
  const now = (model.cells.get(key)?.slices ?? []).map((slice) => slice.personId)
  const people = new Set<PersonId | null>([...before, ...now, null])
  const entries = entriesOn(canvas, need.date)
  for (const person of people) {
    const td = grid.cellOf(person, need.date)
    const own = person === null ? isToFill : (entry: Entry) => isHeldBy(entry, person)
    if (td)
      fill(
        canvas,
        td,
        entries.filter(own).map((entry) => ({ entry })),
      )
  }
  for (const date of carriedDates({ need, part: need }))
    for (const person of people) if (person !== null) paintCarried(canvas, grid, person, date)
}

/** The sign of a duty begun on an earlier day. */
function paintCarried(canvas: Canvas, grid: Grid, person: PersonId, date: LocalDate): void {
  const td = grid.cellOf(person, date)
  if (!td) return
  td.querySelector(':scope > i.c')?.remove()
  const before = Array.from({ length: LONGEST_NEED_DAYS }, (_, back) => addDays(date, -1 - back))
  const from = before
    .flatMap((own) => entriesOn(canvas, own))
    .find((entry) => isHeldBy(entry, person) && carriedDates(entry).includes(date))
  if (!from) return
  const sign = signOf('i', carriedSign)
  sign.className = carriedClass(from.need)
  td.prepend(sign)
}

/** Places of conditional backups that nobody holds: whether they stand open is for the rules to say, which have just spoken. */
function conditionalPlaces({ ready, links }: Canvas): CellRef[] {
  const { facts, needs, cells } = ready.model
  const lines = facts.rota.district.lines.filter((line) => line.conditional).map((line) => line.id)
  if (lines.length === 0) return []
  return [...links.values()].flatMap(([link]) => {
    const place = link && shownBy(link)
    const lineId = place && needs.get(place.needId)?.lineId
    if (!place || lineId === undefined || !lines.includes(lineId)) return []
    return (cells.get(place.key)?.slices.length ?? 0) === 0 ? [place] : []
  })
}

/** The row of open duties tells how many there are in sight. */
function paintOpenCount(table: HTMLTableElement): void {
  const row = table.querySelector<HTMLTableRowElement>('tr[data-open]')
  const sum = row?.querySelector('td.sum')
  if (!row || !sum) return
  const count = String(linksIn(row).length)
  if (sum.textContent !== count) sum.textContent = count
}

function isToFill(entry: Entry): boolean {
  return entry.slice === null && !entry.isIdle
}

function isHeldBy(entry: Entry, person: PersonId): boolean {
  return entry.slice?.personId === person
}
