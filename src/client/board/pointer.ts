import { counterpart, wholeTarget } from '../../board/gestures.ts'
import type { NamedPerson } from '../../board/letters.ts'
import { trade } from './commands.ts'
import type { Ready } from './desk.ts'
import { giveTo } from './give.ts'
import { type Shown, type Spot, shownBy } from './grid.ts'
import { type Keyed, pickAt } from './keys.ts'

/** What a press that moves on does: selects cells, fills them with the doctor in hand, repeats, moves a duty, carries a name. */
type Kind = 'select' | 'sweep' | 'repeat' | 'duty' | 'name'

interface Gesture {
  readonly kind: Kind
  readonly from: Spot | undefined
  readonly duty: Shown | undefined
  readonly person: NamedPerson | undefined
  to: Spot | undefined
  /** Whether the pointer has left where it was pressed, or a finger has rested long enough. */
  isOn: boolean
}

const LONG_PRESS_MILLISECONDS = 400
/** Pixels that a resting finger may wander. */
const SLACK = 10

/** Mouse, pen and finger, by one listener for each event and without reading the layout while something moves. */
export function listenToPointer(keyed: Keyed): void {
  const { desk } = keyed
  const { grid, frame } = desk
  let gesture: Gesture | undefined
  let press: { readonly x: number; readonly y: number; readonly timer: number } | undefined
  let marked: Element | undefined
  let wasGesture = false

  const mark = (td: Element | undefined) => {
    marked?.classList.remove('drop')
    td?.classList.add('drop')
    marked = td
  }
  const begin = (own: Gesture) => {
    own.isOn = true
    frame.classList.add('gesture')
    if (own.from && own.kind !== 'duty' && own.kind !== 'name') desk.selection.go(own.from)
    if (own.from && own.kind === 'duty') grid.elementAt(own.from)?.classList.add('lifted')
  }
  const end = () => {
    mark(undefined)
    frame.classList.remove('gesture')
    frame.querySelector('.lifted')?.classList.remove('lifted')
    if (press) clearTimeout(press.timer)
    press = undefined
    gesture = undefined
  }

  document.addEventListener('pointerdown', (event) => {
    wasGesture = false
    if (event.button !== 0 || gesture) return
    const begun = gestureAt(keyed, event)
    if (!begun) return
    gesture = begun
    if (event.pointerType !== 'touch') return
    const timer = setTimeout(() => {
      // Else every later event would go to where the finger was put down.
      const element = event.target as Element
      if (element.hasPointerCapture(event.pointerId)) element.releasePointerCapture(event.pointerId)
      begin(begun)
    }, LONG_PRESS_MILLISECONDS)
    press = { x: event.clientX, y: event.clientY, timer }
  })
  document.addEventListener('pointerover', (event) => {
    if (!gesture || (press && !gesture.isOn)) return
    const td = (event.target as Element).closest?.('td')
    const spot = td && grid.table.contains(td) ? grid.spotOf(event.target as Element) : undefined
    if (!gesture.isOn) {
      if (spot && gesture.from && isSameCell(spot, gesture.from)) return
      begin(gesture)
    }
    gesture.to = spot
    if (!spot) return mark(undefined)
    if (gesture.kind === 'duty' || gesture.kind === 'name') mark(td ?? undefined)
    else if (gesture.from) desk.selection.select(gesture.from, spot)
  })
  document.addEventListener('pointermove', (event) => {
    if (!press || !gesture || gesture.isOn) return
    if (Math.hypot(event.clientX - press.x, event.clientY - press.y) > SLACK) end()
  })
  document.addEventListener('pointerup', () => {
    const own = gesture
    end()
    if (!own?.isOn) return
    wasGesture = true
    done(keyed, own)
  })
  document.addEventListener('pointercancel', end)
  // A finger that has picked something up does not scroll.
  frame.addEventListener('touchmove', (event) => gesture?.isOn && event.preventDefault(), { passive: false })
  frame.addEventListener('contextmenu', (event) => (gesture?.isOn || press) && event.preventDefault())
  frame.addEventListener('dragstart', (event) => event.preventDefault())
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      if (gesture?.isOn) desk.selection.clear()
      else if (desk.hand && !grid.table.contains(document.activeElement)) keyed.commands.takeInHand(undefined)
      else return
      end()
      event.stopPropagation()
    },
    { capture: true },
  )
  grid.table.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey) return
    const isDone = wasGesture
    wasGesture = false
    const spot = grid.spotOf(event.target as Element)
    if (isDone || spot) event.preventDefault()
    if (!isDone) clicked(keyed, event, spot)
  })
}

/** What a press here begins; undefined where the board has no part in it. */
function gestureAt({ desk }: Keyed, event: PointerEvent): Gesture | undefined {
  const target = event.target as Element
  if (!target.closest || event.shiftKey || event.ctrlKey || event.metaKey) return undefined
  const nothing = { from: undefined, duty: undefined, person: undefined, to: undefined, isOn: false }
  const spot = desk.grid.table.contains(target) ? desk.grid.spotOf(target) : undefined
  if (!spot) {
    const person = personAt(desk.persons, target)
    return person && { ...nothing, kind: 'name', person }
  }
  const link = target.closest('a')
  const duty = link?.dataset.cell === undefined ? undefined : shownBy(link)
  const kind = event.altKey
    ? 'repeat'
    : desk.hand
      ? 'sweep'
      : duty && duty.holder !== null
        ? 'duty'
        : 'select'
  return { ...nothing, kind, from: spot, duty, person: desk.hand }
}

/** The doctor whose name stands there: the head of a row, or a name in a list beside the board. */
function personAt(persons: readonly NamedPerson[], target: Element): NamedPerson | undefined {
  const named = target.closest<HTMLElement>('th.who, #board-panel [data-person]')
  const id = named?.dataset.person ?? named?.closest<HTMLElement>('tr[data-person]')?.dataset.person
  return persons.find((person) => person.personId === id)
}

function clicked(keyed: Keyed, event: MouseEvent, spot: Spot | undefined) {
  const { desk, commands } = keyed
  if (!spot) {
    const person = personAt(desk.persons, event.target as Element)
    if (person) commands.takeInHand(desk.hand === person ? undefined : person)
    return
  }
  const before = desk.selection.spot
  const isAgain = before !== undefined && JSON.stringify(before) === JSON.stringify(spot)
  const wasOpen = keyed.isPanelOpen()
  desk.bubble.hide()
  desk.selection.go(spot, { isExtending: event.shiftKey })
  if (desk.hand && !event.shiftKey) return fill(keyed, desk.hand)
  if (!event.shiftKey) pickAt(keyed, spot, isAgain && wasOpen)
}

function done(keyed: Keyed, { kind, from, to, duty, person }: Gesture) {
  const { desk, commands } = keyed
  if (kind === 'select') {
    if (desk.words) desk.say(desk.words.boardEdit.selected(Math.max(1, desk.selection.cells.size)))
    return
  }
  if (kind === 'sweep' && person) return fill(keyed, person)
  if (!to) return
  if (kind === 'name' && person) return drop(keyed, person, to)
  if (kind === 'duty' && duty && from) return move(keyed, duty, from, to)
  if (kind !== 'repeat' || !from) return
  const dates = [from, to].map((spot) => desk.grid.squareAt(spot.row, spot.column)?.date ?? '').sort()
  desk.selection.go(from)
  commands.repeat({ from: dates[0] as string, to: dates[1] as string })
}

/** Gives what is selected to the doctor in hand. */
function fill({ desk }: Keyed, person: NamedPerson) {
  const targets = desk.targets()
  desk.whenReady((ready) => {
    if (targets.length > 0) giveTo(desk, ready, targets, person)
    else desk.refuse(ready.words.boardEdit.noDuty)
  })
}

function drop(keyed: Keyed, person: NamedPerson, to: Spot) {
  keyed.desk.selection.go(to)
  fill(keyed, person)
}

/**
 * A duty carried onto another trades holders with it. Onto an empty cell of another doctor it is given to that doctor; onto
 * another day of its own doctor it trades with the same duty of that day.
 */
function move({ desk }: Keyed, duty: Shown, from: Spot, to: Spot) {
  const { grid } = desk
  const [start, goal] = [grid.squareAt(from.row, from.column), grid.squareAt(to.row, to.column)]
  const element = grid.elementAt(to)
  if (!start || !goal || start.td === goal.td) return
  desk.whenReady((ready) => {
    const other = element instanceof HTMLAnchorElement ? shownBy(element) : undefined
    if (other) trade(desk, ready, duty, other)
    else if (goal.personId === null) desk.refuse(ready.words.boardEdit.noDuty)
    else if (goal.date === start.date) hand(ready, goal.personId)
    else if (goal.personId === start.personId && goal.date) shift(ready, goal.date)
    else desk.refuse(ready.words.boardEdit.dragApart)
    desk.selection.go(to)
  })
  function hand(ready: Ready, personId: string) {
    const person = desk.persons.find((own) => own.personId === personId)
    if (person) giveTo(desk, ready, [duty], person)
  }
  function shift(ready: Ready, date: string) {
    const plan = ready.plan()
    const need = plan.needs.get(duty.needId)
    const same = need && counterpart(plan, need, date)
    if (!same) return desk.refuse(ready.words.boardEdit.noDuty)
    trade(
      desk,
      ready,
      duty,
      wholeTarget(plan, { needId: same.id, seat: Math.min(duty.seat, same.number - 1) }),
    )
  }
}

function isSameCell(a: Spot, b: Spot): boolean {
  return a.row === b.row && a.column === b.column
}
