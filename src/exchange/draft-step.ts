import * as z from 'zod'
import type { Intent } from '../core/plans/intent.ts'
import { BOARD_VERSION, HAND_KINDS, LONGEST_NOTE, MOST_PLACES, type Step } from '../core/plans/step.ts'
import type { Slice } from '../core/rota/assignment.ts'
import { type ParsedJson, readPosted, shaped } from './posted-json.ts'

interface Posted {
  readonly key: string
  /** Whose page it was done on; null where it isn't told. */
  readonly account: string | null
}

/** A step as a board sends it. Nothing in it is believed but its shape. */
export interface PostedStep extends Posted {
  readonly step: Step
  /** By `cellKey`, which edit was last seen in a place. */
  readonly seen: Readonly<Record<string, number>>
}

/** `other-version` is a page from before or after this server. */
export type ParsedPost<T> = ParsedJson<T> | { readonly kind: 'other-version' }

/** A step of the most places that each hold some parts. */
const LIMITS = { characters: 256 * 1024, depth: 6, commas: 12 * MOST_PLACES }
const MOST_SEATS = 99
const MOST_SLICES = 24
const LONGEST_NEED_ID = 200
const LONGEST_ID = 100
const MOST_EDITS = 1_000_000_000
/** 2098 in epoch minutes: as far as anything is planned. */
const MOST_MINUTES = 67_500_000

/** Ours is a random id; others may choose theirs. */
const key = z.string().regex(/^[\w-]{8,64}$/)
const id = z.string().min(1).max(LONGEST_ID)
const cell = z.strictObject({
  needId: z.string().min(1).max(LONGEST_NEED_ID),
  seat: z.int().min(0).max(MOST_SEATS),
})
const minute = z.int().min(0).max(MOST_MINUTES)
const slice = z.strictObject({
  start: minute,
  end: minute,
  personId: id.nullable(),
  positionId: id.nullable(),
  origin: z.enum(['share', 'ordered', 'voluntary', 'swap', 'sick-cover', 'locum']),
  shadowing: z.boolean(),
}) satisfies z.ZodType<Slice>

const intent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assign'), cell, personId: id }),
  z.strictObject({ kind: z.literal('slice'), cell, slices: z.array(slice).max(MOST_SLICES) }),
  z.strictObject({ kind: z.literal('move'), cell, to: cell }),
  z.strictObject({ kind: z.literal('clear'), cell }),
  z.strictObject({ kind: z.literal('lock'), cell }),
  z.strictObject({ kind: z.literal('unlock'), cell }),
  z.strictObject({ kind: z.literal('note'), cell, note: z.string().max(LONGEST_NOTE) }),
]) satisfies z.ZodType<Intent>

const posted = { version: z.literal(BOARD_VERSION), key, account: id.nullable().default(null) }
const step = z.strictObject({
  ...posted,
  kind: z.enum(HAND_KINDS),
  intents: z.array(intent).min(1).max(MOST_PLACES),
  seen: z.record(z.string().max(LONGEST_NEED_ID + 4), z.int().min(0).max(MOST_EDITS)),
})
const reversal = z.strictObject(posted)

/** Reads a step that a board has posted. */
export function parseStep(text: string): ParsedPost<PostedStep> {
  const read = parseVersioned(text, step)
  if (read.kind !== 'parsed') return read
  const { key, account, kind, intents, seen } = read.value
  return { kind: 'parsed', value: { key, account, step: { kind, intents }, seen } }
}

/** Reads what asks for an undo or a redo. */
export function parseReversal(text: string): ParsedPost<Posted> {
  return parseVersioned(text, reversal)
}

/** A page of another version is told so, whatever else it says. */
function parseVersioned<T>(text: string, schema: z.ZodType<T>): ParsedPost<T> {
  const read = readPosted(text, LIMITS)
  if (read.kind === 'refused') return read
  return isOtherVersion(read.value) ? { kind: 'other-version' } : shaped(read.value, schema)
}

function isOtherVersion(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('version' in json)) return false
  return Number.isInteger(json.version) && json.version !== BOARD_VERSION
}
