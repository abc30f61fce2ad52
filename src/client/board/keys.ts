import { closeForm } from './ask.ts'
import type { Commands } from './commands.ts'
import { type Desk, shownAt } from './desk.ts'
import type { Spot } from './grid.ts'
import { moved } from './moves.ts'
import type { Typing } from './typing.ts'

export interface Keyed {
  readonly desk: Desk
  readonly typing: Typing
  readonly commands: Commands
  /** Puts the focus among the tools above the board. */
  readonly goToTools: () => void
  readonly closePanel: () => void
  readonly isPanelOpen: () => boolean
}

/** Keys of the grid, by the grid pattern of the ARIA guide. Letters type; what is done to a duty is reached by the space bar. */
export function listenToKeys(keyed: Keyed): void {
  const { desk, typing, commands } = keyed
  const { table } = desk.grid
  table.addEventListener('keydown', (event) => {
    if (onKey(keyed, event)) event.preventDefault()
  })
  table.addEventListener('focusin', (event) => {
    const spot = desk.grid.spotOf(event.target as Element)
    const own = desk.selection.spot
    if (spot && (!own || desk.grid.elementAt(own) !== event.target))
      desk.selection.go(spot, { isQuiet: true })
  })
  table.addEventListener('focusout', () => {
    if (typing.letters !== '') typing.cancel()
    desk.bubble.hide()
  })
  const isHere = () => table.contains(document.activeElement)
  document.addEventListener('copy', (event) => {
    if (!isHere()) return
    event.clipboardData?.setData('text/plain', commands.clipboard.text())
    event.preventDefault()
    commands.run('copy')
  })
  document.addEventListener('paste', (event) => {
    if (!isHere()) return
    event.preventDefault()
    const text = event.clipboardData?.getData('text/plain') ?? ''
    desk.whenReady((ready) => {
      if (!commands.clipboard.pasteText(ready, text)) commands.run('paste')
    })
  })
}

/** True when the key was the grid's own. */
function onKey(keyed: Keyed, event: KeyboardEvent): boolean {
  const { desk, typing, commands } = keyed
  const { key, shiftKey } = event
  if (event.isComposing || event.altKey) return false
  if (event.ctrlKey || event.metaKey) return onControl(keyed, key, shiftKey)
  if (typing.letters !== '') {
    if (key === 'Enter') return did(typing.commit)
    if (key === 'Escape') return did(typing.cancel)
    if (key === 'Backspace') return did(typing.erase)
  }
  const next = desk.selection.spot && moved(desk.grid, desk.selection.spot, key)
  if (next) {
    if (typing.letters !== '') typing.cancel()
    desk.bubble.hide()
    desk.selection.go(next, { isExtending: shiftKey })
    if (shiftKey && desk.words) desk.say(desk.words.boardEdit.selected(desk.selection.cells.size))
    return true
  }
  if (/^[\p{L}\p{N}]$/u.test(key)) return did(() => typing.add(key))
  switch (key) {
    case 'Enter':
    case 'F2':
      return did(() => commands.run('pick'))
    case 'Delete':
    case 'Backspace':
      return did(() => commands.run('clear'))
    case ' ':
    case 'F10':
    case 'ContextMenu':
      return did(keyed.goToTools)
    case '?':
      return did(() => commands.run('keys'))
    case 'Escape':
      return did(() => letGo(keyed))
  }
  return false
}

function onControl({ desk, commands, typing }: Keyed, key: string, isShift: boolean): boolean {
  const { selection, grid } = desk
  const last = { row: grid.rowCount - 1, column: grid.columnCount - 1, entry: 0 }
  switch (key.toLowerCase()) {
    case 'a':
      selection.selectAll()
      if (desk.words) desk.say(desk.words.boardEdit.selected(selection.cells.size))
      return true
    case 'z':
      return did(() => commands.run(isShift ? 'redo' : 'undo'))
    case 'y':
      return did(() => commands.run('redo'))
    case 'home':
    case 'end':
      if (typing.letters !== '') typing.cancel()
      selection.go(key === 'Home' ? { row: 0, column: 0, entry: 0 } : last, { isExtending: isShift })
      return true
  }
  return false
}

/** One thing at a time: what was being said, a doctor in hand, what is selected, the panel. */
function letGo({ desk, commands, closePanel }: Keyed): void {
  desk.bubble.hide()
  closeForm(desk)
  if (desk.hand) commands.takeInHand(undefined)
  else if (desk.selection.cells.size > 0) {
    desk.selection.clear()
    if (desk.words) desk.say(desk.words.boardEdit.selectionGone)
  } else closePanel()
}

function did(work: () => void): true {
  work()
  return true
}

/** Opens what can be done with a duty of the board without taking the keyboard there. */
export function pickAt({ desk, commands }: Keyed, spot: Spot, isFocused: boolean): void {
  const shown = shownAt(desk.grid, spot)
  if (shown) commands.pick(shown, isFocused)
}
