import type * as z from 'zod'
import type { FileProblem } from '../text/file-problem.ts'
import { jsonFault } from './json-fault.ts'
import { jsonExcess } from './json-measure.ts'
import { repeatedKey } from './json-repeats.ts'
import { problemAt } from './problem-place.ts'
import { shapeProblems } from './shape-problems.ts'

export type ParsedJson<T> =
  | { readonly kind: 'parsed'; readonly value: T }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] }

export interface JsonLimits {
  readonly characters: number
  /** Lists and objects within each other. */
  readonly depth: number
  readonly commas: number
}

/** Reads JSON that a page of ours has posted; no text makes it throw, and none is believed but what the schema says. */
export function parsePosted<T>(text: string, schema: z.ZodType<T>, limits: JsonLimits): ParsedJson<T> {
  const read = readPosted(text, limits)
  return read.kind === 'refused' ? read : shaped(read.value, schema)
}

/** The same without its shape. */
export function readPosted(text: string, limits: JsonLimits): ParsedJson<unknown> {
  if (text.length > limits.characters)
    return refusedFor([problemAt([], 'too-large', String(text.length), String(limits.characters))])
  const excess = jsonExcess(text, limits)
  if (excess?.kind === 'commas') return refusedFor([problemAt([], 'too-many', '', String(limits.commas))])
  if (excess) return refusedFor([problemAt([], 'not-a-choice', text.slice(0, excess.at + 1))])
  const json = toJson(text)
  if (json.kind === 'refused') return json
  const twice = repeatedKey(text)
  if (twice)
    return refusedFor([{ ...problemAt([], 'key-twice', twice.key), path: `${twice.line}:${twice.column}` }])
  return json.hasHiddenKey ? refusedFor([problemAt([], 'unknown-field', HIDDEN_KEY)]) : json
}

export function shaped<T>(json: unknown, schema: z.ZodType<T>): ParsedJson<T> {
  const read = schema.safeParse(json)
  return read.success
    ? { kind: 'parsed', value: read.data }
    : refusedFor(shapeProblems(read.error.issues, json))
}

/** A key that would name an object's prototype, and that a schema would pass over in silence. */
const HIDDEN_KEY = '__proto__'

function toJson(text: string) {
  let hasHiddenKey = false
  try {
    const value: unknown = JSON.parse(text, (key, own) => {
      if (key === HIDDEN_KEY) hasHiddenKey = true
      return own
    })
    return { kind: 'parsed', value, hasHiddenKey } as const
  } catch {
    const { line, column, isCut } = jsonFault(text)
    const path = `${line}:${column}`
    return refusedFor([{ ...problemAt([], isCut ? 'cut-short' : 'broken-json', ''), path }])
  }
}

const MOST_PROBLEMS = 20

function refusedFor(problems: readonly FileProblem[]) {
  return { kind: 'refused', problems: problems.slice(0, MOST_PROBLEMS) } as const
}
