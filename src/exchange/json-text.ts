const LINE_WIDTH = 110
const INDENT = '  '

/** JSON for people and for line-based differences: a value stays on one line where it fits, the rest is broken up. */
export function toJsonText(value: unknown): string {
  return `${block(value, '', 0)}\n`
}

/** `besides` counts the characters that share the value's line: its key before and a comma after. */
function block(value: unknown, indent: string, besides: number): string {
  const line = inline(value)
  if (indent.length + besides + line.length <= LINE_WIDTH || isFlat(value)) return line
  const inner = indent + INDENT
  const isList = Array.isArray(value)
  const entries: [string, unknown][] = isList ? value.map((item) => ['', item]) : definedEntries(value)
  const lines = entries.map(([key, item], index) => {
    const name = isList ? '' : `${JSON.stringify(key)}: `
    const comma = index < entries.length - 1 ? 1 : 0
    return inner + name + block(item, inner, name.length + comma)
  })
  return `${isList ? '[' : '{'}\n${lines.join(',\n')}\n${indent}${isList ? ']' : '}'}`
}

function inline(value: unknown): string {
  if (isFlat(value)) return Array.isArray(value) ? '[]' : isObject(value) ? '{}' : JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  return `{ ${definedEntries(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${inline(item)}`)
    .join(', ')} }`
}

function isFlat(value: unknown): boolean {
  return !isObject(value) || definedEntries(value).length === 0
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function definedEntries(value: unknown): [string, unknown][] {
  return Object.entries(value as object).filter(([, item]) => item !== undefined)
}
