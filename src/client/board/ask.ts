import type { Desk, Ready } from './desk.ts'

/** One field of a small form. */
export interface Asked {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly value?: string
  readonly kind?: 'text' | 'number' | 'date'
  readonly longest?: number
}

/** What is wrong with the answers, to be said under the fields; undefined takes them. */
type Taken = (answers: Readonly<Record<string, string>>) => string | undefined

/**
 * Asks for a few words in a small form over the top of the board. Enter gives them, Escape leaves all as it was; then the
 * focus is back in the grid.
 */
export function ask(desk: Desk, { words }: Ready, fields: readonly Asked[], take: Taken): void {
  closeForm(desk)
  const { forms } = words.boardEdit
  const form = document.createElement('form')
  form.className = 'board-ask'
  const problem = document.createElement('p')
  problem.className = 'problem'
  problem.setAttribute('role', 'alert')
  form.append(...fields.map(toField), problem, button(forms.ok, 'submit'), button(forms.cancel, 'button'))
  const close = () => {
    form.remove()
    back(desk)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const answers = new FormData(form)
    const found = take(
      Object.fromEntries(fields.map(({ name }) => [name, String(answers.get(name) ?? '').trim()])),
    )
    problem.textContent = found ?? ''
    if (found === undefined) close()
  })
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  })
  form.lastElementChild?.addEventListener('click', close)
  desk.frame.prepend(form)
  const [first] = form.elements
  if (first instanceof HTMLInputElement) first.select()
}

export function closeForm(desk: Desk): void {
  desk.frame.querySelector('.board-ask')?.remove()
}

/** The focus to the cell it came from. */
export function back({ selection }: Desk): void {
  if (!selection.spot) return
  const { cells, spot } = selection
  const isMany = cells.size > 1
  selection.go(spot, { isExtending: isMany })
}

function toField({ name, label, help, value = '', kind = 'text', longest }: Asked): HTMLElement {
  const field = document.createElement('label')
  const input = document.createElement('input')
  input.className = 'ds-input'
  input.name = name
  input.value = value
  input.autocomplete = 'off'
  // A number field takes digits on every keyboard and refuses nothing silently.
  if (kind === 'number') input.inputMode = 'numeric'
  else input.type = kind
  if (longest !== undefined) input.maxLength = longest
  const told = document.createElement('span')
  told.textContent = label
  field.append(told, input)
  if (help !== undefined) {
    const small = document.createElement('small')
    small.id = `ask-${name}-help`
    small.textContent = help
    input.setAttribute('aria-describedby', small.id)
    field.append(small)
  }
  return field
}

function button(label: string, type: 'submit' | 'button'): HTMLButtonElement {
  const made = document.createElement('button')
  made.className = 'ds-button'
  made.type = type
  made.dataset.variant = type === 'submit' ? 'primary' : 'tertiary'
  made.textContent = label
  return made
}
