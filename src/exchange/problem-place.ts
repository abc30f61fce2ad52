import type { FileProblem, FileProblemCode } from '../text/file-problem.ts'
import { visible } from '../text/plain-text.ts'

export type Place = readonly PropertyKey[]

const LONGEST_VALUE = 80

export function problemAt(place: Place, code: FileProblemCode, value: unknown, against = ''): FileProblem {
  return { path: pathOf(place), code, value: shown(value), against }
}

/** `district.lines[0].name`, as it is written in JavaScript and by most JSON tools. */
export function pathOf(place: Place): string {
  return place
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${cut(String(part))}`))
    .join('')
    .replace(/^\./, '')
}

/** Never the inside of a list or an object: a value is shown to be recognised, and may be huge. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]'
  if (typeof value === 'object' && value !== null) return '{…}'
  return cut(String(value))
}

function cut(text: string): string {
  const flat = visible(text.replace(/[\t\n\r]+/g, ' '))
  return flat.length > LONGEST_VALUE ? `${flat.slice(0, LONGEST_VALUE)}…` : flat
}
