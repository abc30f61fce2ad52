/** Buttons that copy the field they name. They stay hidden without script: the field itself can be selected and copied. */
const SHOWN_MILLISECONDS = 4000

async function copy(button: HTMLElement, field: HTMLTextAreaElement): Promise<void> {
  field.select()
  try {
    await navigator.clipboard.writeText(field.value)
  } catch {
    // No clipboard here, as over plain http: the text stands selected, ready to be copied by hand.
    return
  }
  const said = button.parentElement?.querySelector<HTMLElement>('[data-copied]')
  if (!said) return
  said.textContent = said.dataset.copied ?? ''
  setTimeout(() => {
    said.textContent = ''
  }, SHOWN_MILLISECONDS)
}

for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const field = document.getElementById(button.dataset.copy ?? '')
  if (!(field instanceof HTMLTextAreaElement)) continue
  button.hidden = false
  button.addEventListener('click', () => copy(button, field))
}
