/**
 * Makes an element say this, by changing the words of the text that is there: elements and texts that come and go cost the
 * styling of much of what stands around them.
 */
export function sayIn(element: Element, words: string): void {
  const { firstChild } = element
  if (firstChild instanceof Text && firstChild === element.lastChild) {
    if (firstChild.data !== words) firstChild.data = words
  } else element.textContent = words
}
