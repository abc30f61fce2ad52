import type { Target } from '../../board/gestures.ts'
import { wholeTarget } from '../../board/gestures.ts'
import {
  type Meaning,
  type NamedPerson,
  type NamedPlace,
  personOfLetters,
  placeOfLetters,
} from '../../board/letters.ts'
import { type CellRef, cellKey } from '../../core/rota/assignment.ts'
import { lineOf } from '../../core/rota/district.ts'
import type { PersonId } from '../../core/rota/person.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { type Desk, nameOf, type Ready } from './desk.ts'
import { giveTo } from './give.ts'
import { linksIn, type Spot } from './grid.ts'

/** Letters typed into a cell: whom they mean, or in the row of a doctor which duty, is told as they come, and done at Enter. */
export interface Typing {
  readonly letters: string
  add(letter: string): void
  erase(): void
  commit(): void
  cancel(): void
}

export function typingOn(desk: Desk): Typing {
  let letters = ''
  const end = () => {
    letters = ''
    desk.bubble.hide()
  }
  const hint = () => {
    const at = desk.selection.spot && desk.grid.elementAt(desk.selection.spot)
    if (!at) return
    const told = meaningInWords(desk, letters)
    desk.bubble.show(at, told ?? letters.toUpperCase(), 'hint')
    if (told) desk.say(told)
  }
  return {
    get letters() {
      return letters
    },
    add(letter) {
      letters += letter
      hint()
    },
    erase() {
      letters = letters.slice(0, -1)
      if (letters === '') end()
      else hint()
    },
    commit() {
      const typed = letters
      end()
      commit(desk, typed)
    },
    cancel() {
      end()
      if (desk.words) desk.say(desk.words.boardEdit.typingOver)
    },
  }
}

/** The doctor whose row the focus is in; null in rows of lines and in the row of open duties. */
export function rowPerson({ grid, selection }: Desk): PersonId | null {
  const { spot } = selection
  return (spot && grid.squareAt(spot.row, spot.column)?.personId) ?? null
}

function commit(desk: Desk, letters: string): void {
  const { spot, cells } = desk.selection
  if (!spot) return
  // What is typed before the facts are there is taken to be right, and is told later where it was not.
  let isDone = true
  const work = workOf(desk, letters, spot)
  const isTaken = desk.whenReady((ready) => {
    isDone = work(ready)
  })
  if (isTaken && isDone && cells.size < 2) goToNextDay(desk, spot)
}

function workOf(desk: Desk, letters: string, spot: Spot): (ready: Ready) => boolean {
  const personId = rowPerson(desk)
  if (personId === null) {
    const targets = desk.targets()
    return (ready) => giveLetters(desk, ready, letters, targets)
  }
  const dates = datesIn(desk, spot)
  const person = desk.persons.find((own) => own.personId === personId)
  return (ready) => {
    if (dates !== undefined && person) return giveDuties(desk, ready, letters, person, dates)
    desk.refuse(ready.words.boardEdit.oneRow)
    return false
  }
}

function giveLetters(desk: Desk, ready: Ready, letters: string, targets: readonly Target[]): boolean {
  const meaning = personOfLetters(letters, desk.persons)
  if (targets.length > 0 && meaning.kind === 'one') return giveTo(desk, ready, targets, meaning.meant)
  const { noDuty } = ready.words.boardEdit
  desk.refuse(targets.length === 0 ? noDuty : personMeaning(ready.words, letters, meaning))
  return false
}

function giveDuties(
  desk: Desk,
  ready: Ready,
  letters: string,
  person: NamedPerson,
  dates: readonly LocalDate[],
): boolean {
  const { boardEdit } = ready.words
  const meanings = dates.map((date) => placeOfLetters(letters, placesOn(ready, date)))
  const places = meanings.flatMap((meaning) => (meaning.kind === 'one' ? [meaning.meant] : []))
  const [first] = places
  const unclear = meanings.find((meaning) => meaning.kind === 'several')
  if (first && !unclear) {
    const plan = ready.plan()
    const targets = places.map((place) => wholeTarget(plan, place))
    return giveTo(desk, ready, targets, person)
  }
  desk.refuse(unclear ? placeMeaning(ready, letters, unclear) : boardEdit.unknownDuty(letters.toUpperCase()))
  return false
}

function placesOn(ready: Ready, date: LocalDate): NamedPlace[] {
  const { byDate, cells } = ready.plan()
  const { district } = ready.model.facts.rota
  return (byDate.get(date) ?? []).flatMap((need) =>
    Array.from({ length: need.number }, (_, seat) => ({
      needId: need.id,
      seat,
      code: lineOf(district, need.lineId).code,
      name: need.name,
      isOpen: (cells.get(cellKey({ needId: need.id, seat }))?.slices.length ?? 0) === 0,
    })),
  )
}

function meaningInWords(desk: Desk, letters: string): string | undefined {
  const { words, ready, selection } = desk
  if (!words) return undefined
  if (rowPerson(desk) === null) {
    if (desk.targets().length === 0) return words.boardEdit.noDuty
    return personMeaning(words, letters, personOfLetters(letters, desk.persons))
  }
  const [date] = (selection.spot && datesIn(desk, selection.spot)) ?? []
  return ready && date
    ? placeMeaning(ready, letters, placeOfLetters(letters, placesOn(ready, date)))
    : undefined
}

function personMeaning(words: Ready['words'], letters: string, meaning: Meaning<NamedPerson>): string {
  const { boardEdit } = words
  const typed = letters.toUpperCase()
  if (meaning.kind === 'one') return boardEdit.means(meaning.meant.initials, meaning.meant.name)
  if (meaning.kind === 'none') return boardEdit.unknownPerson(typed)
  return boardEdit.several(
    typed,
    meaning.among.map((person) => person.initials),
  )
}

function placeMeaning(ready: Ready, letters: string, meaning: Meaning<NamedPlace>): string {
  const { boardEdit } = ready.words
  const typed = letters.toUpperCase()
  if (meaning.kind === 'none') return boardEdit.unknownDuty(typed)
  if (meaning.kind === 'several')
    return boardEdit.several(
      typed,
      meaning.among.map((place) => `${place.code} ${place.name}`),
    )
  return boardEdit.meansDuty(typed, nameOf(ready, meaning.meant.needId), holderOf(ready, meaning.meant))
}

function holderOf({ model }: Ready, place: CellRef): string | null {
  const slices = model.cells.get(cellKey(place))?.slices ?? []
  const holders = slices.flatMap((slice) => (slice.personId === null ? [] : [slice.personId]))
  const { doctors } = model.facts.rota.district
  return doctors.find((doctor) => holders.includes(doctor.personId))?.initials ?? null
}

/** The dates of what is selected; undefined where they lie in more rows than the one in focus. */
function datesIn({ grid, selection }: Desk, spot: Spot): LocalDate[] | undefined {
  const squares = [...selection.cells].map((td) => {
    const at = grid.spotOf(td)
    return at && { row: at.row, date: grid.squareAt(at.row, at.column)?.date }
  })
  if (squares.some((square) => square?.row !== spot.row)) return undefined
  const own = grid.squareAt(spot.row, spot.column)?.date
  const dates = squares.length > 0 ? squares.map((square) => square?.date) : [own]
  return dates.filter((date) => date != null)
}

/** Duty after duty is typed along the days: past days on which the row asks for nobody. */
function goToNextDay({ grid, selection }: Desk, spot: Spot): void {
  const [down, right] = grid.hasDaysAcross ? [0, 1] : [1, 0]
  const isDoctors = grid.view === 'doctors'
  for (let row = spot.row + down, column = spot.column + right; ; row += down, column += right) {
    const square = grid.squareAt(row, column)
    if (!square) return
    if (!isDoctors && linksIn(square.td).length === 0) continue
    selection.go({ row, column, entry: 0 })
    return
  }
}
