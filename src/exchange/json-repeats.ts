/** A key that stands twice in one object of a JSON text; the parser would keep the last and say nothing. */
export interface RepeatedKey {
  readonly line: number
  readonly column: number
  readonly key: string
}

const TOKEN = /["{}[\],]/g

/** The first repeated key of a text that the JSON parser has read. Iterative, as nesting can be deep. */
export function repeatedKey(text: string): RepeatedKey | undefined {
  // One set for each open object, null for each open list.
  const open: (Set<string> | null)[] = []
  let isKeyNext = false
  for (let at = nextToken(text, 0); at < text.length; at = nextToken(text, at)) {
    const char = text[at]
    if (char === '"') {
      const end = stringEnd(text, at)
      const keys = open.at(-1)
      if (isKeyNext && keys) {
        const key = JSON.parse(text.slice(at, end)) as string
        if (keys.has(key)) return { ...placeOf(text, at), key }
        keys.add(key)
      }
      isKeyNext = false
      at = end
      continue
    }
    if (char === '{' || char === '[') open.push(char === '{' ? new Set() : null)
    if (char === '}' || char === ']') open.pop()
    isKeyNext = char === '{' || (char === ',' && open.at(-1) !== null)
    at++
  }
  return undefined
}

function nextToken(text: string, from: number): number {
  TOKEN.lastIndex = from
  return TOKEN.exec(text)?.index ?? text.length
}

/** Past the closing quote of the string that opens at `from`. */
function stringEnd(text: string, from: number): number {
  let at = from + 1
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}
