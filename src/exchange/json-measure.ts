/** Where a text is nested deeper, or has more commas, than it may; nothing is said of whether it is JSON. */
export interface Excess {
  readonly kind: 'depth' | 'commas'
  readonly at: number
}

export interface JsonLimits {
  readonly depth: number
  readonly commas: number
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/** The first excess of a text, in one pass that keeps nothing: parsers spend seconds on what is nested millions deep. */
export function jsonExcess(text: string, limits: JsonLimits): Excess | undefined {
  let depth = 0
  let commas = 0
  let isString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) isString = false
    } else if (code === QUOTE) isString = true
    else if (code === COMMA) {
      if (++commas > limits.commas) return { kind: 'commas', at }
    } else if (OPENING.has(code)) {
      if (++depth > limits.depth) return { kind: 'depth', at }
    } else if (CLOSING.has(code)) depth--
  }
  return undefined
}
