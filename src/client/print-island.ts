/** Another sheet is shown as soon as it is chosen, and the button prints what is chosen; without script two buttons do. */
const form = document.querySelector<HTMLFormElement>('#print-choice')
const button = document.querySelector<HTMLButtonElement>('#print-now')
const date = form?.querySelector<HTMLInputElement>('input[type=date]')
const asked = location.hash.slice(1)

/** The part of the address after # is kept over the reload, and tells what to go on with. */
function show(next: string): void {
  if (!form) return
  form.action = `#${next}`
  form.requestSubmit()
}

form?.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) show(target.id)
})
if (button) {
  button.hidden = false
  button.addEventListener('click', () =>
    date && date.value !== date.defaultValue ? show(button.id) : print(),
  )
}
if (asked) {
  history.replaceState(null, '', location.pathname + location.search)
  if (asked === button?.id) print()
  else form?.querySelector<HTMLElement>(`#${CSS.escape(asked)}`)?.focus()
}
