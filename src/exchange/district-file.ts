import * as z from 'zod'
import type { ImportedTimeline } from '../core/plans/imported-timeline.ts'
import type { District } from '../core/rota/district.ts'
import type { Line } from '../core/rota/line.ts'
import type { FileProblem, FileProblemCode } from '../text/file-problem.ts'
import { datedFactProblems } from './dated-facts.ts'
import { district } from './district-schema.ts'
import { jsonFault } from './json-fault.ts'
import { repeatedKey } from './json-repeats.ts'
import { toJsonText } from './json-text.ts'
import { lineWindowProblems } from './line-windows.ts'
import { problemAt } from './problem-place.ts'
import { referenceProblems } from './references.ts'
import { shapeProblems } from './shape-problems.ts'
import { timelineProblems } from './timeline-problems.ts'
import { timeline } from './timeline-schema.ts'

export type { FileProblem } from '../text/file-problem.ts'

/** A district as it travels between installations. Exemption grounds and publications are never part of it. */
export interface DistrictFile {
  readonly version: 1
  readonly district: District
  /** null when the file carries no published rota. */
  readonly timeline: ImportedTimeline | null
}

export type ParsedDistrictFile =
  | { readonly kind: 'parsed'; readonly file: DistrictFile }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] }

/** 2 MB; the largest example is a twentieth of it. */
const MOST_CHARACTERS = 2 * 1024 * 1024
/** A reader mends the first and tries again. */
const MOST_PROBLEMS = 200

const file = z.strictObject({ version: z.literal(1), district, timeline: timeline.exactOptional() })

/** Reads a district file and holds it against its schema and its own sense; no text makes it throw. */
export function parseDistrictFile(text: string): ParsedDistrictFile {
  if (text.length > MOST_CHARACTERS)
    return refused([problemAt([], 'too-large', String(text.length), String(MOST_CHARACTERS))])
  const json = readJson(text)
  if (json.kind === 'refused') return json
  const shaped = file.safeParse(json.value)
  if (!shaped.success) return refused(shapeProblems(shaped.error.issues, json.value))
  const { version, district: content, timeline: rota } = shaped.data
  const parsed: DistrictFile = { version, district: content, timeline: rota ?? null }
  const problems = meaningProblems(parsed)
  return problems.length > 0 ? refused(problems) : { kind: 'parsed', file: parsed }
}

/** The file's text; the same value gives the same text, and reading it back gives the same value. */
export function writeDistrictFile(value: DistrictFile): string {
  const { timeline: rota, ...rest } = toWritable(value)
  return toJsonText(file.encode(rota ? { ...rest, timeline: rota } : rest))
}

/** Everything a file with this district would be refused for: whatever way a district is changed, the same is asked of it. */
export function districtProblems(value: District): readonly FileProblem[] {
  const shaped = district.safeParse(value)
  if (!shaped.success)
    return shapeProblems(
      shaped.error.issues.map((issue) => ({ ...issue, path: ['district', ...issue.path] })),
      { district: value },
    )
  return meaningProblems({ version: 1, district: value, timeline: null }).slice(0, MOST_PROBLEMS)
}

function meaningProblems(parsed: DistrictFile): FileProblem[] {
  const dated = datedFactProblems(parsed.district, ['district'])
  const references = referenceProblems(parsed.district)
  // A line is laid out on real dates only when its dates and windows hold together.
  const windows = dated.length > 0 ? [] : parsed.district.lines.flatMap(windowProblems)
  const rota = parsed.timeline ? timelineProblems(parsed.district, parsed.timeline) : []
  return [...dated, ...references, ...windows, ...rota]
}

function windowProblems(line: Line, index: number): FileProblem[] {
  return lineWindowProblems(line, ['district', 'lines', index])
}

function readJson(text: string): { kind: 'read'; value: unknown } | Refused {
  // Editors on Windows put a byte order mark first, which is no part of JSON.
  const plain = text.replace(/^\uFEFF/, '')
  try {
    const value: unknown = JSON.parse(plain)
    const twice = repeatedKey(plain)
    return twice ? refused([problemInText('key-twice', twice.key, twice)]) : { kind: 'read', value }
  } catch {
    const fault = jsonFault(plain)
    const code = /^\s*[^\s{]/.test(plain) ? 'not-a-district-file' : fault.isCut ? 'cut-short' : 'broken-json'
    const near = plain.split('\n')[fault.line - 1]?.slice(fault.column - 1) ?? ''
    return refused([problemInText(code, near.trim(), fault)])
  }
}

/** A problem that has a line and a column, and no path yet. */
function problemInText(
  code: FileProblemCode,
  value: string,
  { line, column }: { readonly line: number; readonly column: number },
): FileProblem {
  return { ...problemAt([], code, value), path: `${line}:${column}` }
}

function refused(problems: readonly FileProblem[]): Refused {
  return { kind: 'refused', problems: problems.slice(0, MOST_PROBLEMS) }
}

type Refused = Extract<ParsedDistrictFile, { kind: 'refused' }>

type Writable<T> = { -readonly [K in keyof T]: T[K] extends string ? T[K] : Writable<T[K]> }

/** Safe because `readonly` binds readers only and the schema changes nothing in what it is given. */
function toWritable<T>(value: T): Writable<T> {
  return value as Writable<T>
}
