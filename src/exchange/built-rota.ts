import * as z from 'zod'
import type { NeedId } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { FileProblem } from '../text/file-problem.ts'
import { jsonFault } from './json-fault.ts'
import { jsonExcess } from './json-measure.ts'
import { repeatedKey } from './json-repeats.ts'
import { problemAt } from './problem-place.ts'
import { shapeProblems } from './shape-problems.ts'

/** What a browser says it has built. Nothing in it is believed but its shape. */
export interface BuiltRota {
  readonly seed: number
  readonly iterations: number
  readonly cells: readonly BuiltCell[]
  /** Prices from which the bound can be worked out anew; empty = none were found. */
  readonly multipliers: readonly number[]
}

/** Who is to hold a place; one that is not named stays open. */
export type BuiltCell = readonly [needId: NeedId, seat: number, personId: PersonId]

/** How far a browser says it has come. It tells no bound, since nobody may take its word for a proof. */
export interface ToldProgress {
  readonly done: number
  readonly open: number
  readonly cost: number
}

export type ParsedBuilt<T> =
  | { readonly kind: 'parsed'; readonly value: T }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] }

/** 4 MB: a city's year has 12 000 places. */
const MOST_CHARACTERS = 4 * 1024 * 1024
const MOST_CELLS = 20_000
const MOST_MULTIPLIERS = 200_000
const MOST_SEATS = 100
/** An object, its cells, each a list; and a comma for each part of a cell and each multiplier, with some to spare. */
const LIMITS = { depth: 3, commas: 4 * MOST_CELLS + MOST_MULTIPLIERS }
const LONGEST_ID = 200
const MOST_SEED = 2 ** 31 - 1
const MOST_ITERATIONS = 1_000_000_000

const key = z.string().min(1).max(LONGEST_ID)
const finite = z.number()
const count = (most: number) => z.int().min(0).max(most)

const builtRota = z.strictObject({
  version: z.literal(1),
  seed: count(MOST_SEED),
  iterations: count(MOST_ITERATIONS),
  cells: z.array(z.tuple([key, count(MOST_SEATS), key])).max(MOST_CELLS),
  multipliers: z.array(finite).max(MOST_MULTIPLIERS),
})

const progress = z.strictObject({
  done: count(MOST_ITERATIONS),
  open: count(MOST_CELLS),
  cost: finite,
})

/** Reads a rota that a browser has posted; no text makes it throw. */
export function parseBuiltRota(text: string): ParsedBuilt<BuiltRota> {
  return parse(text, builtRota)
}

export function parseProgress(text: string): ParsedBuilt<ToldProgress> {
  return parse(text, progress)
}

function parse<T>(text: string, schema: z.ZodType<T>): ParsedBuilt<T> {
  if (text.length > MOST_CHARACTERS)
    return refused([problemAt([], 'too-large', String(text.length), String(MOST_CHARACTERS))])
  const excess = jsonExcess(text, LIMITS)
  if (excess?.kind === 'commas') return refused([problemAt([], 'too-many', '', String(LIMITS.commas))])
  if (excess) return refused([problemAt([], 'not-a-choice', text.slice(0, excess.at + 1))])
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    const { line, column, isCut } = jsonFault(text)
    return refused([{ ...problemAt([], isCut ? 'cut-short' : 'broken-json', ''), path: `${line}:${column}` }])
  }
  const twice = repeatedKey(text)
  if (twice)
    return refused([{ ...problemAt([], 'key-twice', twice.key), path: `${twice.line}:${twice.column}` }])
  const shaped = schema.safeParse(json)
  return shaped.success
    ? { kind: 'parsed', value: shaped.data }
    : refused(shapeProblems(shaped.error.issues, json))
}

const MOST_PROBLEMS = 20

function refused(problems: readonly FileProblem[]) {
  return { kind: 'refused', problems: problems.slice(0, MOST_PROBLEMS) } as const
}
