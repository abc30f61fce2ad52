import { sayIn } from './words-in.ts'

/** A few words beside a cell: what letters mean so far, or why nothing was done. Read aloud it is not; the live region says the same. */
export interface Bubble {
  show(at: HTMLElement, text: string, kind: 'hint' | 'refused'): void
  hide(): void
}

/** Most of the width that a bubble takes, so that it can be turned at the right edge without being measured. */
const WIDEST = 320
const TALLEST = 64

export function bubbleIn(frame: HTMLElement): Bubble {
  const element = document.createElement('div')
  element.className = 'bubble'
  element.hidden = true
  element.setAttribute('aria-hidden', 'true')
  frame.append(element)
  return {
    show(at, text, kind) {
      // One reading, before anything is written; it stands outside the table, which is so not laid out anew.
      const { left, right, top, bottom } = at.getBoundingClientRect()
      const isRight = left + WIDEST > innerWidth
      const isLow = bottom + TALLEST > innerHeight
      sayIn(element, text)
      element.className = `bubble ${kind}`
      element.style.left = isRight ? 'auto' : `${left}px`
      element.style.right = isRight ? `${Math.max(0, innerWidth - right)}px` : 'auto'
      element.style.top = isLow ? 'auto' : `${bottom + 2}px`
      element.style.bottom = isLow ? `${innerHeight - top + 2}px` : 'auto'
      element.hidden = false
    },
    hide() {
      if (!element.hidden) element.hidden = true
    },
  }
}
