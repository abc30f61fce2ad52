import type { Line, LineId } from '../../core/rota/line.ts'
import type { Need } from '../../core/rota/need.ts'
import { OTHER_HEADS } from '../../text/sheet-words.ts'

/** What a column of a rota is about: a line, or those of its duties that have one name. */
export interface LineTarget {
  readonly lineId: LineId
  /** Lower case; null = every duty of the line. */
  readonly duty: string | null
}

export function targetKey({ lineId, duty }: LineTarget): string {
  return JSON.stringify([lineId, duty])
}

/**
 * Finds the lines that a heading, a sheet's name or a cell means: by code, by name, by code and duty, by a duty that only one
 * line has, or by words that only one line's name holds. Several, split by a slash, are told in their order.
 */
export function lineFinder(
  lines: readonly Line[],
  needs: readonly Pick<Need, 'lineId' | 'name'>[],
): (text: string) => readonly LineTarget[] | undefined {
  const duties = dutiesByLine(lines, needs)
  const one = (text: string) => targetOf(lines, duties, plainHead(text))
  return (text) => {
    const whole = one(text)
    if (whole) return [whole]
    const parts = text.split(/[/\n+&]/)
    const targets = parts.map(one)
    return parts.length > 1 && targets.every((target) => target !== undefined) ? targets : undefined
  }
}

/** A column of remarks, weekdays or weeks. */
export function isOtherHead(text: string): boolean {
  return OTHER_HEADS.has(plainHead(text))
}

type Duties = ReadonlyMap<LineId, ReadonlySet<string>>

function dutiesByLine(lines: readonly Line[], needs: readonly Pick<Need, 'lineId' | 'name'>[]): Duties {
  const names = Map.groupBy(needs, ({ lineId }) => lineId)
  return new Map(lines.map(({ id }) => [id, new Set(names.get(id)?.map(({ name }) => plainHead(name)))]))
}

function plainHead(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').replace(/[:.]$/, '').trim()
}

function targetOf(lines: readonly Line[], duties: Duties, head: string): LineTarget | undefined {
  if (head === '') return undefined
  const whole = only(lines, (line) => namesOf(line).includes(head))
  if (whole) return { lineId: whole.id, duty: null }
  for (const line of lines) {
    const rest = restAfter(head, line)
    if (rest === undefined) continue
    return { lineId: line.id, duty: duties.get(line.id)?.has(rest) ? rest : null }
  }
  const byDuty = only(lines, ({ id }) => duties.get(id)?.has(head) ?? false)
  if (byDuty) return { lineId: byDuty.id, duty: head }
  const byWords =
    head.length >= LEAST_LETTERS ? only(lines, ({ name }) => plainHead(name).includes(head)) : undefined
  return byWords && { lineId: byWords.id, duty: null }
}

/** Fewer letters stand in too many names. */
const LEAST_LETTERS = 4

function namesOf({ code, name }: Line): string[] {
  return [plainHead(code), plainHead(name), `${plainHead(code)} ${plainHead(name)}`]
}

/** What follows the line's code or name in a heading: «H natt», «H · natt», «H (natt)», «H lege 2». */
function restAfter(head: string, line: Line): string | undefined {
  const start = namesOf(line)
    .filter((name) => head.startsWith(name) && /^[ ·:,(-]/.test(head.slice(name.length)))
    .sort((a, b) => b.length - a.length)[0]
  return (
    start &&
    head
      .slice(start.length)
      .replaceAll(/^[ ·:,(-]+|[)]$/g, '')
      .trim()
  )
}

function only<T>(all: readonly T[], fits: (one: T) => boolean): T | undefined {
  const found = all.filter(fits)
  return found.length === 1 ? found[0] : undefined
}
