import type { EditText } from '../../text/text.ts'
import { back } from './ask.ts'
import type { CommandName, Commands } from './commands.ts'
import type { Desk } from './desk.ts'

/** The tools above the board: one tab stop, arrows between them, and the letter on a button presses it. */
export interface Tools {
  focus(): void
  /** Names what undo and redo would do; null where there is nothing. */
  nameSteps(undo: string | null, redo: string | null): void
}

/** What is used the most stands in the row; the rest is a press away, so that the row stays one. */
const NEAR: ReadonlySet<CommandName> = new Set(['pick', 'lock', 'clear', 'undo', 'redo', 'keys'])

export function toolsIn(place: Element, desk: Desk, commands: Commands, { boardEdit }: EditText): Tools {
  const bar = document.createElement('div')
  bar.className = 'tools'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', boardEdit.toolbar)
  bar.setAttribute('aria-controls', 'board-grid')
  desk.grid.table.id ||= 'board-grid'
  const more = foldOf(boardEdit.moreTools)
  const buttons = new Map<CommandName, HTMLButtonElement>()
  for (const [name, { label, key }] of Object.entries(boardEdit.commands)) {
    const button = toButton(label, key)
    button.dataset.command = name
    buttons.set(name as CommandName, button)
    if (NEAR.has(name as CommandName)) bar.append(button)
    else more.list.append(button)
  }
  bar.append(more.opener, more.list)
  const all = [...buttons.values()]
  const inReach = () => [...bar.querySelectorAll('button')].filter((button) => !button.closest('[hidden]'))
  let stop = all[0] as HTMLButtonElement
  stop.tabIndex = 0
  const go = (button: HTMLButtonElement) => {
    stop.tabIndex = -1
    stop = button
    stop.tabIndex = 0
    stop.focus()
  }
  const run = (button: HTMLButtonElement) => {
    if (button === more.opener) return more.show(more.list.hasAttribute('hidden'))
    more.show(false)
    if (stop.closest('[hidden]')) go(more.opener)
    back(desk)
    commands.run(button.dataset.command as CommandName)
  }
  bar.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button')
    if (button) run(button)
  })
  bar.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const near = inReach()
    const at = near.indexOf(stop)
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: -1,
    }
    const to = moves[event.key]
    const named = all.find((button) => button.dataset.key === event.key.toLowerCase())
    if (to !== undefined) go(near.at(to % near.length) as HTMLButtonElement)
    else if (event.key === 'Escape' && !more.list.hidden) {
      go(more.opener)
      more.show(false)
    } else if (event.key === 'Escape') back(desk)
    else if (named) run(named)
    else return
    event.preventDefault()
  })
  bar.addEventListener('focusout', ({ relatedTarget }) => {
    if (bar.contains(relatedTarget as Node | null)) return
    more.show(false)
    if (stop.closest('[hidden]')) stop = all[0] as HTMLButtonElement
    stop.tabIndex = 0
  })
  place.append(bar)
  return {
    focus: () => stop.focus(),
    nameSteps(undo, redo) {
      rename(buttons.get('undo'), undo === null ? boardEdit.commands.undo.label : boardEdit.undoStep(undo))
      rename(buttons.get('redo'), redo === null ? boardEdit.commands.redo.label : boardEdit.redoStep(redo))
    },
  }
}

/** A button, and the list that it opens and closes. */
function foldOf(label: string) {
  const opener = document.createElement('button')
  opener.type = 'button'
  opener.tabIndex = -1
  opener.textContent = label
  opener.setAttribute('aria-expanded', 'false')
  const list = document.createElement('div')
  list.className = 'more-tools'
  list.hidden = true
  const show = (isOpen: boolean) => {
    list.hidden = !isOpen
    opener.setAttribute('aria-expanded', String(isOpen))
  }
  return { opener, list, show }
}

function toButton(label: string, key: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  button.dataset.key = key
  const at = label.toLowerCase().indexOf(key)
  const letter = document.createElement('u')
  letter.textContent = label.slice(at, at + 1)
  button.append(label.slice(0, at), letter, label.slice(at + 1))
  return button
}

/** The letter stays underlined in front: the name of the step goes on after it. */
function rename(button: HTMLButtonElement | undefined, label: string): void {
  const last = button?.lastChild
  if (!button || !last || button.textContent === label) return
  const start = (button.firstChild?.textContent ?? '').length + 1
  last.textContent = label.slice(start)
  button.title = label
}
