/** A button that opens the browser's own printing; without script the page says which keys do. */
const button = document.querySelector<HTMLButtonElement>('#print-now')
if (button) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
