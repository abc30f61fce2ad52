import { count, ended, list, number } from './format.ts'
import { nothingOfHealth } from './free-text.ts'

export const toolbar = 'Tools for the selected duties'

export const commands = {
  pick: { label: 'Choose doctor', key: 'd' },
  lock: { label: 'Lock', key: 'l' },
  clear: { label: 'Clear', key: 'c' },
  slice: { label: 'Split', key: 's' },
  swap: { label: 'Swap places', key: 'w' },
  block: { label: 'Whole block', key: 'b' },
  half: { label: 'Half block', key: 'h' },
  repeat: { label: 'Repeat', key: 'r' },
  copy: { label: 'Copy', key: 'o' },
  week: { label: 'Copy week', key: 'k' },
  paste: { label: 'Paste', key: 'p' },
  hand: { label: 'Pick up', key: 'i' },
  note: { label: 'Note', key: 'n' },
  undo: { label: 'Undo', key: 'u' },
  redo: { label: 'Redo', key: 'e' },
  keys: { label: 'Keys?', key: '?' },
}

export const moreTools = 'More'
export const undoStep = (step: string) => `Undo: ${step}`
export const redoStep = (step: string) => `Redo: ${step}`
export const stepOnMany = (kind: string, amount: number) => `${kind} (${number(amount)})`

export const given = (name: string, duty: string) => ended(`${name} has ${duty}`)
export const givenMany = (name: string, amount: number) =>
  `${name} was given ${count(amount, 'duty', 'duties')}.`
export const cleared = (duty: string) => `${duty} is open.`
export const clearedMany = (amount: number) => `${count(amount, 'duty', 'duties')} cleared.`
export const locked = (amount: number) => `${count(amount, 'duty', 'duties')} locked.`
export const unlocked = (amount: number) => `${count(amount, 'duty', 'duties')} unlocked.`
export const swapped = (one: string, other: string) => `${one} and ${other} have changed places.`
export const noted = (duty: string) => `The note on ${duty} is changed.`
export const cut = (duty: string, time: string) => `${duty} is split at ${time}.`
export const repeated = (amount: number) => `Repeated on ${count(amount, 'duty', 'duties')}.`
export const copied = (amount: number) =>
  `${count(amount, 'duty', 'duties')} copied. Go to another day and paste.`
export const copiedWeek = (week: string, amount: number) =>
  `${week} is copied, ${count(amount, 'duty', 'duties')}. Go to another week and paste.`
export const pasted = (amount: number) => `Pasted on ${count(amount, 'duty', 'duties')}.`
export const leftLocked = (amount: number) =>
  amount === 1 ? 'One locked duty was left alone.' : `${number(amount)} locked duties were left alone.`
export const leftMissing = (amount: number) =>
  `${count(amount, 'duty does', 'duties do')} not exist on the new day.`
export const selected = (amount: number) => `${number(amount)} cells selected.`
export const selectionGone = 'No cells selected.'
export const inHand = (name: string) =>
  `${name} is picked up. Drag across duties to fill them. Escape lets go.`
export const handEmpty = 'Nobody is picked up.'
export const chosenForSwap = (duty: string) =>
  `${duty} is chosen. Go to the other duty and press “Swap places” again.`

export const means = (letters: string, name: string) => `${letters}: ${name}. Enter assigns.`
export const meansDuty = (letters: string, duty: string, holder: string | null) =>
  holder === null
    ? `${letters}: ${duty}. Enter assigns.`
    : `${letters}: ${duty}, taken from ${holder}. Enter assigns.`
export const several = (letters: string, among: readonly string[]) =>
  `${letters} may be ${among.length > 6 ? `${list(among.slice(0, 6))} …` : list(among)}. Type more.`
export const unknownPerson = (letters: string) => `No doctor is called ${letters}. Nothing is changed.`
export const unknownDuty = (letters: string) => `No duty is called ${letters} this day. Nothing is changed.`
export const typingOver = 'Typing cancelled.'

export const refused = {
  'cell-changed': 'Somebody else has changed the duty. See what is there now.',
  'invalid-slices': 'The parts do not fit the duty.',
  locked: 'The duty is locked. Unlock it first.',
  'nothing-changed': 'It is so already.',
}
export const allLocked = 'Everything selected is locked. Unlock it first.'
export const noDuty = 'No duty here.'
export const noHolder = 'Nobody has the duty, so there is nothing to repeat or copy.'
export const noBlock = 'The duty is not part of a block.'
export const nothingCopied = 'Nothing is copied.'
export const chooseTwo = 'Select two duties to change places.'
export const oneRow = 'Select days in one row only.'
export const dragApart =
  'Drag the duty to another doctor on the same day, or to another day of the same doctor.'
export const notATime = 'Write a time, for example 20, 20:30 or 20 KN.'
export const timeOutside = (time: string) => `${time} is not within the duty.`
export const waiting = (amount: number) =>
  `The board is fetching the duties. ${count(amount, 'change is', 'changes are')} waiting.`
export const ready = 'The board is ready.'
export const notLoaded =
  'The duties could not be fetched, so nothing can be changed here now. The board tries again.'
/** Beside that, where something waits. */
export const notLoadedYet = (amount: number) =>
  `${count(amount, 'change is', 'changes are')} waiting, and will be lost if you leave the page.`
export const notOpen = 'The draft can no longer be changed. Reload the page.'
export const notJudged =
  'The board could not fetch all it needs to show breaches and suggestions. What you change is saved. The board tries again.'
export const nothingToUndo = 'Nothing to undo.'
export const nothingToRedo = 'Nothing to redo.'

export const untilWords = ['to', 'until', 'til']
export const fromWords = ['from']

export const forms = {
  ok: 'Apply',
  cancel: 'Cancel',
  slice: 'Split the duty at',
  sliceHelp: '20 splits, 20 KN gives the rest to KN, KN to 20 gives the first part.',
  note: 'Note on the duty',
  noteHelp: nothingOfHealth,
  hand: 'Doctor to pick up',
  handHelp: 'Initials or name.',
  every: 'Every … weeks',
  everyHelp: '1 is every week, 5 is every fifth.',
  from: 'From',
  to: 'To and including',
  badNumber: 'Write a number from 1 to 26.',
  badDate: 'Write a date in the plan.',
}

export const keysTitle = 'Keys on the board'
export const spaceThen = 'Space,'
export const close = 'Close'
export const keys: readonly (readonly [string, string])[] = [
  ['Arrow keys', 'move between cells'],
  ['Home, End', 'first and last day of the row; with Ctrl: of the whole board'],
  ['Page Up, Page Down', 'a week back or forth'],
  ['Letters, then Enter', 'assign a doctor (initials), or a duty (code of the line) in the row of a doctor'],
  ['Enter or F2', 'see who can take the duty'],
  ['Shift + arrow keys, Ctrl + A', 'select several cells'],
  ['Delete or Backspace', 'clear'],
  ['Ctrl + C, Ctrl + V', 'copy and paste'],
  ['Ctrl + Z, Ctrl + Y', 'undo and redo'],
  ['Space or F10', 'go to the tools; then press the letter on the button'],
  ['Escape', 'cancel, let go, close'],
  ['?', 'show this list'],
]
