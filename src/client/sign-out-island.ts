import { hasUnsent } from './unsent.ts'

/** Signing out clears what this browser keeps, edits of a board that are not stored yet with it: whoever has some is asked first. */
for (const form of document.querySelectorAll<HTMLFormElement>('[data-sign-out]')) {
  form.addEventListener('submit', (event) => {
    if (hasUnsent() && !window.confirm(form.dataset.signOut)) event.preventDefault()
  })
}
