type Value = string | number | boolean | undefined | ((event: never) => void)

/** An element with its attributes, listeners (functions, by the name of the event) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  values: Readonly<Record<string, Value>> = {},
  ...children: readonly (Node | string | false | null | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  setValues(made, values)
  made.append(...children.filter((child) => child !== false && child !== null && child !== undefined))
  return made
}

/** The same for pictures, which have no listeners. */
export function drawn(
  tag: 'svg' | 'rect',
  values: Readonly<Record<string, string | number>>,
  ...children: readonly Node[]
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
  setValues(made, values)
  made.append(...children)
  return made
}

export function button(
  label: string,
  click: () => void,
  values: Readonly<Record<string, Value>> = {},
): HTMLButtonElement {
  const own = {
    class: 'ds-button',
    type: 'button',
    'data-variant': 'secondary',
    'data-size': 'sm',
    ...values,
    click,
  }
  return element('button', own, label)
}

/** A word in a coloured box, told apart by its words and not by colour alone. */
export function tag(word: string, color: 'danger' | 'warning' | 'success' | 'info' | 'neutral'): HTMLElement {
  return element('span', { class: 'ds-tag', 'data-color': color }, word)
}

function setValues(made: Element, values: Readonly<Record<string, Value>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'function') made.addEventListener(name, value as EventListener)
    else if (typeof value === 'boolean') made.toggleAttribute(name, value)
    else if (value !== undefined) made.setAttribute(name, String(value))
  }
}
