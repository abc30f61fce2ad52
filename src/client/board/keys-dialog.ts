import type { EditText } from '../../text/text.ts'
import { back } from './ask.ts'
import type { Desk } from './desk.ts'

/** All keys of the board and what they do; Escape closes it. */
export function showKeys(desk: Desk, { boardEdit }: EditText): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'ds-dialog board-keys'
  dialog.setAttribute('aria-labelledby', 'board-keys-title')
  const title = document.createElement('h2')
  title.className = 'ds-heading'
  title.dataset.size = 'xs'
  title.id = 'board-keys-title'
  title.textContent = boardEdit.keysTitle
  const list = document.createElement('dl')
  const commands = Object.values(boardEdit.commands).map(
    ({ label, key }) => [`${boardEdit.spaceThen} ${key.toUpperCase()}`, label] as const,
  )
  for (const [key, meaning] of [...boardEdit.keys, ...commands]) {
    const term = document.createElement('dt')
    term.textContent = key
    const told = document.createElement('dd')
    told.textContent = meaning
    list.append(term, told)
  }
  const close = document.createElement('button')
  close.className = 'ds-button'
  close.dataset.variant = 'secondary'
  close.textContent = boardEdit.close
  close.addEventListener('click', () => dialog.close())
  dialog.append(title, list, close)
  dialog.addEventListener('close', () => {
    dialog.remove()
    back(desk)
  })
  desk.frame.append(dialog)
  dialog.showModal()
  close.focus()
}
