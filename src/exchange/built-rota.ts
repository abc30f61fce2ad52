import * as z from 'zod'
import type { NeedId } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import { type ParsedJson, parsePosted } from './posted-json.ts'

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

/** 4 MB: a city's year has 12 000 places. */
const MOST_CHARACTERS = 4 * 1024 * 1024
const MOST_CELLS = 20_000
const MOST_MULTIPLIERS = 200_000
const MOST_SEATS = 100
/** An object, its cells, each a list; and a comma for each part of a cell and each multiplier, with some to spare. */
const LIMITS = { characters: MOST_CHARACTERS, depth: 3, commas: 4 * MOST_CELLS + MOST_MULTIPLIERS }
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
export function parseBuiltRota(text: string): ParsedJson<BuiltRota> {
  return parsePosted(text, builtRota, LIMITS)
}

export function parseProgress(text: string): ParsedJson<ToldProgress> {
  return parsePosted(text, progress, LIMITS)
}
