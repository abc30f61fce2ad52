import { copyBy, counterpart, daysBetweenWeeks, placesOfWeek } from '../../board/gestures.ts'
import { layNames } from '../../board/laid-names.ts'
import type { DraftCells, Intent } from '../../core/plans/intent.ts'
import { type CellRef, cellKey } from '../../core/rota/assignment.ts'
import { isoWeekOf } from '../../core/time/iso-week.ts'
import { daysBetween, type LocalDate, mondayOf } from '../../core/time/local-date.ts'
import type { Desk, Ready } from './desk.ts'
import { finish, giveTo, giveWhole } from './give.ts'
import { linksIn, type Shown, shownBy } from './grid.ts'

/** Duties copied on the board, as they were then; and cells of a spreadsheet, in and out as text. */
export interface Clipboard {
  copy(ready: Ready, targets: readonly Shown[]): void
  /** The whole week of the cell in focus, all lines. */
  copyWeek(ready: Ready): void
  paste(ready: Ready): void
  /** What is selected, as cells of a spreadsheet. */
  text(): string
  /** Initials from a spreadsheet, laid over the cells from the one in focus; false when it is what was copied here. */
  pasteText(ready: Ready, text: string): boolean
}

interface Copied {
  readonly places: readonly CellRef[]
  readonly held: DraftCells
  /** The day that the place of pasting is reckoned from. */
  readonly from: LocalDate
  readonly isWeek: boolean
}

export function clipboardOf(desk: Desk): Clipboard {
  let copied: Copied | undefined
  let sent = ''
  const date = (): LocalDate | undefined => dateInFocus(desk)
  return {
    copy(ready, targets) {
      const places = heldPlaces(ready, targets)
      const dates = places.map((place) => ready.model.needs.get(place.needId)?.date ?? '').sort()
      if (places.length === 0) return desk.refuse(ready.words.boardEdit.noHolder)
      copied = { places, held: ready.model.cells, from: dates[0] as LocalDate, isWeek: false }
      desk.say(ready.words.boardEdit.copied(places.length))
    },
    copyWeek(ready) {
      const { boardEdit, format } = ready.words
      const on = date()
      if (on === undefined) return desk.refuse(boardEdit.noDuty)
      const monday = mondayOf(on)
      const places = heldPlaces(ready, placesOfWeek(ready.plan(), monday, null))
      if (places.length === 0) return desk.refuse(boardEdit.noHolder)
      copied = { places, held: ready.model.cells, from: monday, isWeek: true }
      desk.say(boardEdit.copiedWeek(format.week(isoWeekOf(monday)), places.length))
    },
    paste(ready) {
      const { boardEdit } = ready.words
      const on = date()
      if (!copied) return desk.refuse(boardEdit.nothingCopied)
      if (on === undefined) return desk.refuse(boardEdit.noDuty)
      if (copied.places.length === 1 && !copied.isWeek) return pasteOne(desk, ready, copied, on)
      const days = copied.isWeek ? daysBetweenWeeks(copied.from, on) : daysBetween(copied.from, on)
      const gesture = copyBy(ready.plan(), copied.places, days, copied.held)
      const told = boardEdit.pasted(gesture.intents.length)
      finish(desk, ready, copied.isWeek ? 'copy-week' : 'paste', gesture, told)
    },
    text() {
      sent = selectedText(desk)
      return sent
    },
    pasteText(ready, text) {
      if (text === '' || text === sent) return false
      pasteCells(desk, ready, text)
      return true
    },
  }
}

/** One duty goes to the duty in focus, whatever line it is of; in the row of a doctor to the same duty of that day. */
function pasteOne(desk: Desk, ready: Ready, { places, held }: Copied, on: LocalDate) {
  const [place] = places as readonly [CellRef]
  const plan = ready.plan()
  const need = plan.needs.get(place.needId)
  const { slices = [] } = held.get(cellKey(place)) ?? {}
  const square = squareInFocus(desk)
  const targets = desk.targets()
  const holder = square?.personId ?? slices.find((slice) => slice.personId !== null)?.personId
  const person = desk.persons.find((own) => own.personId === holder)
  if (!need || !person) return desk.refuse(ready.words.boardEdit.noHolder)
  if (square?.personId != null) {
    const to = counterpart(plan, need, on)
    if (!to) return desk.refuse(ready.words.boardEdit.noDuty)
    giveWhole(desk, ready, [{ needId: to.id, seat: Math.min(place.seat, to.number - 1) }], person, 'sweep')
    return
  }
  const isSplit = slices.length > 1 && targets.length === 1
  if (!isSplit) {
    giveTo(desk, ready, targets, person)
    return
  }
  const gesture = copyBy(plan, places, daysBetween(need.date, on), held)
  finish(desk, ready, 'paste', gesture, ready.words.boardEdit.pasted(gesture.intents.length))
}

function heldPlaces({ model }: Ready, targets: readonly CellRef[]): CellRef[] {
  const places = new Map(targets.map(({ needId, seat }) => [cellKey({ needId, seat }), { needId, seat }]))
  return [...places]
    .filter(([key]) => (model.cells.get(key)?.slices.length ?? 0) > 0)
    .map(([, place]) => place)
}

function squareInFocus({ grid, selection }: Desk) {
  return selection.spot && grid.squareAt(selection.spot.row, selection.spot.column)
}

function dateInFocus(desk: Desk): LocalDate | undefined {
  return squareInFocus(desk)?.date ?? undefined
}

function selectedText({ grid, selection }: Desk): string {
  const { cells, spot } = selection
  const one = spot && grid.squareAt(spot.row, spot.column)?.td
  const rows = Map.groupBy(cells.size > 0 ? cells : one ? [one] : [], (td) => td.parentElement)
  return [...rows.values()].map((own) => own.map(cellText).join('\t')).join('\n')
}

/** Names of the places in turn, as they are pasted again: 'KN/OB', and '/OB' where the first place is open. */
function cellText(td: HTMLElement): string {
  const isEmpty = ({ classList }: Element) => classList.contains('o') || classList.contains('idle')
  const names = linksIn(td).map((link) => (isEmpty(link) ? '' : (link.firstChild?.textContent ?? '')))
  return names.some(Boolean) ? names.join('/') : ''
}

/** All of it or nothing: a name that is not understood is told, and nothing is stored. */
function pasteCells(desk: Desk, ready: Ready, text: string) {
  const { grid, selection } = desk
  const { boardEdit } = ready.words
  const { spot } = selection
  if (!spot || grid.view === 'doctors') return desk.refuse(boardEdit.noDuty)
  const laid = rowsOf(text).flatMap((line, down) =>
    line.flatMap((cell, right) => {
      const td = grid.squareAt(spot.row + down, spot.column + right)?.td
      return td ? layNames(cell, placesIn(td), desk.persons) : []
    }),
  )
  const unknown = laid.flatMap((own) => (own.kind === 'unknown' ? [own.name] : []))
  if (unknown.length > 0)
    return desk.refuse(boardEdit.unknownPerson(ready.words.format.list([...new Set(unknown)].slice(0, 6))))
  const intents = laid.flatMap((own) => (own.kind === 'laid' ? [own.intent] : []))
  const isLocked = (intent: Intent) => ready.model.cells.get(cellKey(intent.cell))?.locked ?? false
  const gesture = {
    intents: intents.filter((intent) => !isLocked(intent)),
    locked: intents.filter(isLocked).map((intent) => intent.cell),
    missing: 0,
  }
  finish(desk, ready, 'paste', gesture, boardEdit.pasted(gesture.intents.length))
}

function rowsOf(text: string): string[][] {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  return lines.map((line) => line.split('\t'))
}

/** The places that stand in a cell, each once, in the order they are drawn. */
function placesIn(td: HTMLElement): CellRef[] {
  return [...new Map(linksIn(td).map((link) => [link.dataset.cell, shownBy(link)])).values()]
}
