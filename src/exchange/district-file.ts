import { z } from 'zod'
import type { Assignment } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Need } from '../core/rota/need.ts'
import { district } from './district-schema.ts'
import { toJsonText } from './json-text.ts'
import { timeline } from './timeline-schema.ts'

/** A slice of a published duty as it is held now. */
export type Holding = Pick<
  Assignment,
  'needId' | 'seat' | 'start' | 'end' | 'personId' | 'positionId' | 'origin' | 'shadowing' | 'note'
>

export interface Timeline {
  readonly needs: readonly Need[]
  readonly holdings: readonly Holding[]
}

/** A district as it travels between installations. Exemption grounds and publications are never part of it. */
export interface DistrictFile {
  readonly version: 1
  readonly district: District
  /** null when the file carries no published rota. */
  readonly timeline: Timeline | null
}

const file = z.strictObject({ version: z.literal(1), district, timeline: timeline.exactOptional() })

/** The file's text; the same value gives the same text, and reading it back gives the same value. */
export function writeDistrictFile(value: DistrictFile): string {
  const { timeline: rota, ...rest } = toWritable(value)
  return toJsonText(file.encode(rota ? { ...rest, timeline: rota } : rest))
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends string ? T[K] : Writable<T[K]> }

/** Safe because `readonly` binds readers only and the schema changes nothing in what it is given. */
function toWritable<T>(value: T): Writable<T> {
  return value as Writable<T>
}
