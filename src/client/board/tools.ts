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

export function toolsIn(place: Element, desk: Desk, commands: Commands, { boardEdit }: EditText): Tools {
  const bar = document.createElement('div')
  bar.className = 'tools'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', boardEdit.toolbar)
  bar.setAttribute('aria-controls', 'board-grid')
  desk.grid.table.id ||= 'board-grid'
  const buttons = new Map<CommandName, HTMLButtonElement>()
  for (const [name, { label, key }] of Object.entries(boardEdit.commands)) {
    const button = toButton(label, key)
    button.dataset.command = name
    buttons.set(name as CommandName, button)
    bar.append(button)
  }
  const all = [...buttons.values()]
  let stop = all[0] as HTMLButtonElement
  stop.tabIndex = 0
  const go = (button: HTMLButtonElement) => {
    stop.tabIndex = -1
    stop = button
    stop.tabIndex = 0
    stop.focus()
  }
  const run = (button: HTMLButtonElement) => {
    back(desk)
    commands.run(button.dataset.command as CommandName)
  }
  bar.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button')
    if (button) run(button)
  })
  bar.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = all.indexOf(stop)
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: -1,
    }
    const to = moves[event.key]
    const named = all.find((button) => button.dataset.key === event.key.toLowerCase())
    if (to !== undefined) go(all.at(to % all.length) as HTMLButtonElement)
    else if (event.key === 'Escape') back(desk)
    else if (named) run(named)
    else return
    event.preventDefault()
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
