import { button, element } from './element.ts'
import type { PanelDesk } from './panel-desk.ts'

/** The frame that every panel has: a heading that takes the focus, a way out by button and by Escape, and what is in it. */
export function panelFrame(
  { words }: PanelDesk,
  title: string,
  close: () => void,
  ...content: readonly (Node | string | false | undefined)[]
): { readonly panel: HTMLElement; readonly heading: HTMLElement } {
  const heading = element(
    'h2',
    { class: 'ds-heading', 'data-size': 'xs', id: 'panel-title', tabindex: -1 },
    title,
  )
  const panel = element(
    'div',
    { class: 'panel ds-card', role: 'group', 'aria-labelledby': 'panel-title', keydown: onEscape(close) },
    element('header', {}, heading, button(words.boardPanels.close, close, { 'data-variant': 'tertiary' })),
    ...content,
  )
  return { panel, heading }
}

function onEscape(close: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
}

/** Moves the focus among buttons by arrows, Home and End; false where the key is none of these. */
export function moveAmong(buttons: readonly HTMLElement[], event: KeyboardEvent): boolean {
  const at = buttons.indexOf(event.target as HTMLElement)
  const last = buttons.length - 1
  const places: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(last, at + 1),
    ArrowUp: Math.max(0, at - 1),
    Home: 0,
    End: last,
  }
  const next = places[event.key]
  if (at === -1 || next === undefined || event.altKey || event.ctrlKey || event.metaKey) return false
  event.preventDefault()
  buttons[next]?.focus()
  return true
}
