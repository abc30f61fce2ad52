/** Where a text stops being JSON. `isCut` when it is JSON so far and only ends too early. */
export interface JsonFault {
  readonly line: number
  readonly column: number
  readonly isCut: boolean
}

/**
 * The first fault of a text that the JSON parser has refused; the engines' own messages differ and may name no place.
 * Iterative, so that no depth of nesting can exhaust the stack.
 */
export function jsonFault(text: string): JsonFault {
  const offset = faultOffset(text)
  const before = text.slice(0, offset)
  return {
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
    isCut: offset >= text.trimEnd().length,
  }
}

type Expected = 'value' | 'item-or-end' | 'key-or-end' | 'key' | 'colon' | 'comma-or-end'

const LONGEST_SCALAR = 400
const SPACE = /[ \t\r\n]*/y
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y
const PLAIN = /[^"\\\p{Cc}]{1,1000}/uy
const CUT_ESCAPE = /^\\(?:u[0-9a-fA-F]{0,3})?$/
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

function faultOffset(text: string): number {
  const open: string[] = []
  let expected: Expected = 'value'
  let at = skip(SPACE, text, 0)
  while (at < text.length) {
    const next = step(text, at, expected, open)
    if (next === undefined) return at
    if (next.end > text.length) return text.length
    expected = next.expected
    at = skip(SPACE, text, next.end)
    if (open.length === 0) return at
  }
  return text.length
}

/** Reads one token; undefined when it does not belong there, an end past the text when it is cut off. */
function step(
  text: string,
  at: number,
  expected: Expected,
  open: string[],
): { readonly end: number; readonly expected: Expected } | undefined {
  const char = text[at] as string
  const isEnd = char === (open.at(-1) === '{' ? '}' : ']')
  if (isEnd && open.length > 0 && expected.endsWith('-or-end')) {
    open.pop()
    return { end: at + 1, expected: 'comma-or-end' }
  }
  if (expected === 'comma-or-end' || expected === 'colon') {
    if (char !== (expected === 'colon' ? ':' : ',')) return undefined
    return { end: at + 1, expected: expected === 'comma-or-end' && open.at(-1) === '{' ? 'key' : 'value' }
  }
  if (char === '"') {
    const end = stringEnd(text, at + 1)
    const isKey = expected === 'key' || expected === 'key-or-end'
    return end === undefined ? undefined : { end, expected: isKey ? 'colon' : 'comma-or-end' }
  }
  if (expected === 'key' || expected === 'key-or-end') return undefined
  if (char === '{' || char === '[') {
    open.push(char)
    return { end: at + 1, expected: char === '{' ? 'key-or-end' : 'item-or-end' }
  }
  return scalar(text, at)
}

function scalar(text: string, at: number): { readonly end: number; readonly expected: Expected } | undefined {
  const end = skip(SCALAR, text, at)
  if (end > at) return { end, expected: 'comma-or-end' }
  const isCutWord = text.length - at < LONGEST_SCALAR && /^[\w.+-]+$/.test(text.slice(at))
  return isCutWord ? { end: text.length + 1, expected: 'comma-or-end' } : undefined
}

/** Past the closing quote; past the text when there is none; undefined at a character no string may hold. */
function stringEnd(text: string, from: number): number | undefined {
  let at = from
  while (at < text.length) {
    if (text[at] === '"') return at + 1
    const end = skip(text[at] === '\\' ? ESCAPE : PLAIN, text, at)
    if (end === at) return CUT_ESCAPE.test(text.slice(at, at + 6)) ? text.length + 1 : undefined
    at = end
  }
  return text.length + 1
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
