import { type AskedCut, instantInside, readCut } from '../../board/cut.ts'
import { placesOfBlock, placesOfHalfBlock, repeatWeekly } from '../../board/gestures.ts'
import { type NamedPerson, personOfLetters } from '../../board/letters.ts'
import { handOver } from '../../core/plans/hand-over.ts'
import { LONGEST_NOTE } from '../../core/plans/step.ts'
import { type CellRef, cellKey } from '../../core/rota/assignment.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { addDays, isLocalDate } from '../../core/time/local-date.ts'
import type { EditText } from '../../text/text.ts'
import { ask } from './ask.ts'
import { type Clipboard, clipboardOf } from './clipboard.ts'
import { type Desk, nameOf, type Ready } from './desk.ts'
import { clearAll, finish, giveWhole } from './give.ts'
import type { Shown } from './grid.ts'
import { showKeys } from './keys-dialog.ts'

export type CommandName = keyof EditText['boardEdit']['commands']

/** What stands outside the grid and is reached from it. */
export interface Outside {
  pick(shown: Shown, isFocused: boolean): void
  undo(): void
  redo(): void
}

export interface Commands extends Outside {
  readonly clipboard: Clipboard
  run(name: CommandName): void
  /** Asks how often, and until when, the selected duties come again. */
  repeat(range?: { readonly from: LocalDate; readonly to: LocalDate }): void
  takeInHand(person: NamedPerson | undefined): void
}

export function commandsOf(desk: Desk, outside: Outside): Commands {
  const clipboard = clipboardOf(desk)
  let chosen: CellRef | undefined
  let every = '1'
  const withTargets = (work: (ready: Ready, targets: readonly [Shown, ...Shown[]]) => void) => {
    const [first, ...rest] = desk.targets()
    desk.whenReady((ready) => {
      if (first) work(ready, [first, ...rest])
      else desk.refuse(ready.words.boardEdit.noDuty)
    })
  }
  const personOf = (shown: Shown) =>
    desk.persons.find((person) => person.personId === shown.holder) ?? desk.hand
  /** Whoever holds the duty or is in hand, else whom somebody names. */
  const withPerson = (ready: Ready, shown: Shown, work: (person: NamedPerson) => void) => {
    const person = personOf(shown)
    if (person) work(person)
    else askPerson(desk, ready, work)
  }
  const block = (isHalf: boolean) =>
    withTargets((ready, [shown]) => {
      if (ready.model.needs.get(shown.needId)?.blockId == null)
        return desk.refuse(ready.words.boardEdit.noBlock)
      const places = (isHalf ? placesOfHalfBlock : placesOfBlock)(ready.plan(), shown)
      withPerson(ready, shown, (person) => giveWhole(desk, ready, places, person, 'block'))
    })
  const swap = () =>
    withTargets((ready, targets) => {
      const places = [...new Map(targets.map((shown) => [cellKey(shown), shown])).values()]
      const [one, other] = places.length === 1 && chosen ? [chosen, places[0]] : places
      if (places.length > 2) return desk.refuse(ready.words.boardEdit.chooseTwo)
      if (!one || !other || cellKey(one) === cellKey(other)) {
        chosen = one
        if (one) desk.say(ready.words.boardEdit.chosenForSwap(nameOf(ready, one.needId)))
        return
      }
      chosen = undefined
      trade(desk, ready, one, other)
    })
  const takeInHand = (person: NamedPerson | undefined) => {
    desk.hand = person
    desk.frame.classList.toggle('in-hand', person !== undefined)
    const { boardEdit } = desk.words ?? {}
    if (boardEdit) desk.say(person ? boardEdit.inHand(person.name) : boardEdit.handEmpty)
  }
  const hand = () => {
    if (desk.hand) return takeInHand(undefined)
    const [first] = desk.targets()
    const person = first && personOf(first)
    if (person) takeInHand(person)
    else desk.whenReady((ready) => askPerson(desk, ready, takeInHand))
  }
  const repeat: Commands['repeat'] = (range) =>
    withTargets((ready, targets) => {
      const { forms, repeated, noHolder } = ready.words.boardEdit
      if (targets.every((shown) => shown.holder === null)) return desk.refuse(noHolder)
      const last = addDays(ready.model.facts.rota.to, -1)
      const [{ needId }] = targets
      const first = range?.from ?? ready.model.needs.get(needId)?.date ?? ''
      const fields = [
        { name: 'every', label: forms.every, help: forms.everyHelp, value: every, kind: 'number' },
        { name: 'from', label: forms.from, value: first, kind: 'date' },
        { name: 'to', label: forms.to, value: range?.to ?? last, kind: 'date' },
      ] as const
      ask(desk, ready, fields, (answers) => {
        const { from = '', to = '' } = answers
        const weeks = Number(answers.every)
        if (!Number.isInteger(weeks) || weeks < 1 || weeks > 26) return forms.badNumber
        if (!isLocalDate(from) || !isLocalDate(to) || from > to) return forms.badDate
        every = String(weeks)
        const gesture = repeatWeekly(ready.plan(), targets, { every: weeks, from, to })
        finish(desk, ready, 'repeat', gesture, repeated(gesture.intents.length))
        return undefined
      })
    })

  const run: Readonly<Record<CommandName, () => void>> = {
    pick: () => withTargets((_, [shown]) => outside.pick(shown, true)),
    lock: () => withTargets((ready, targets) => lockOrUnlock(desk, ready, targets)),
    clear: () => withTargets((ready, targets) => clearAll(desk, ready, targets)),
    slice: () => withTargets((ready, [shown]) => askCut(desk, ready, shown)),
    swap,
    block: () => block(false),
    half: () => block(true),
    repeat: () => repeat(),
    copy: () => withTargets((ready, targets) => clipboard.copy(ready, targets)),
    week: () => desk.whenReady(clipboard.copyWeek),
    paste: () => desk.whenReady(clipboard.paste),
    hand,
    note: () => withTargets((ready, [shown]) => askNote(desk, ready, shown)),
    undo: outside.undo,
    redo: outside.redo,
    keys: () => desk.words && showKeys(desk, desk.words),
  }
  return { ...outside, clipboard, run: (name) => run[name](), repeat, takeInHand }
}

/** Two places change holders. */
export function trade(desk: Desk, ready: Ready, one: CellRef, other: CellRef): boolean {
  const [a, b] = [one, other].map(({ needId, seat }) => ({ needId, seat })) as [CellRef, CellRef]
  const told = ready.words.boardEdit.swapped(nameOf(ready, a.needId), nameOf(ready, b.needId))
  return desk.act({ kind: 'move', intents: [{ kind: 'move', cell: a, to: b }] }, told)
}

/** Locks what is not locked; where all is, unlocks it. */
function lockOrUnlock(desk: Desk, { model, words }: Ready, targets: readonly Shown[]): void {
  const cells = [...new Map(targets.map(({ needId, seat, key }) => [key, { needId, seat }])).values()]
  const isLocked = (cell: CellRef) => model.cells.get(cellKey(cell))?.locked ?? false
  const unlocked = cells.filter((cell) => !isLocked(cell))
  const kind = unlocked.length > 0 ? 'lock' : 'unlock'
  const own = kind === 'lock' ? unlocked : cells
  const { boardEdit } = words
  const told = kind === 'lock' ? boardEdit.locked(own.length) : boardEdit.unlocked(own.length)
  desk.act({ kind, intents: own.map((cell) => ({ kind, cell })) }, told)
}

function askPerson(desk: Desk, ready: Ready, work: (person: NamedPerson) => void): void {
  const { forms, unknownPerson, several } = ready.words.boardEdit
  const field = { name: 'letters', label: forms.hand, help: forms.handHelp }
  ask(desk, ready, [field], ({ letters = '' }) => {
    const meaning = personOfLetters(letters, desk.persons)
    if (meaning.kind === 'none') return unknownPerson(letters)
    if (meaning.kind === 'several')
      return several(
        letters,
        meaning.among.map((person) => person.initials),
      )
    work(meaning.meant)
    return undefined
  })
}

function askNote(desk: Desk, ready: Ready, { needId, seat, key }: Shown): void {
  const { forms, noted } = ready.words.boardEdit
  const value = ready.model.cells.get(key)?.note ?? ''
  const field = { name: 'note', label: forms.note, help: forms.noteHelp, value, longest: LONGEST_NOTE }
  ask(desk, ready, [field], ({ note = '' }) => {
    const cell = { needId, seat }
    desk.act({ kind: 'note', intents: [{ kind: 'note', cell, note }] }, noted(nameOf(ready, needId)))
    return undefined
  })
}

function askCut(desk: Desk, ready: Ready, shown: Shown): void {
  const { forms } = ready.words.boardEdit
  const field = { name: 'cut', label: forms.slice, help: forms.sliceHelp }
  ask(desk, ready, [field], ({ cut = '' }) => cutPlace(desk, ready, shown, cut))
}

/** What is wrong with the text, or nothing once the duty is cut by it. */
function cutPlace(desk: Desk, ready: Ready, shown: Shown, text: string): string | undefined {
  const { boardEdit, format } = { ...ready.words }
  const cut = readCut(text, { until: boardEdit.untilWords, from: boardEdit.fromWords })
  if (!cut) return boardEdit.notATime
  const at = instantInside(shown.part, cut.minuteOfDay)
  if (at === undefined) return boardEdit.timeOutside(clockOf(cut))
  const meaning = cut.letters === '' ? undefined : personOfLetters(cut.letters, desk.persons)
  if (meaning && meaning.kind !== 'one') return boardEdit.unknownPerson(cut.letters.toUpperCase())
  const { needId, seat, part, key } = shown
  const span = cut.side === 'before' ? { start: part.start, end: at } : { start: at, end: part.end }
  const now = ready.model.cells.get(key)?.slices ?? []
  const slices = handOver(now, span, meaning?.meant.personId ?? null)
  const told = boardEdit.cut(nameOf(ready, needId), format.time(at))
  desk.act({ kind: 'slice', intents: [{ kind: 'slice', cell: { needId, seat }, slices }] }, told)
  return undefined
}

function clockOf({ minuteOfDay }: AskedCut): string {
  const [hours, minutes] = [Math.floor(minuteOfDay / 60), minuteOfDay % 60]
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
