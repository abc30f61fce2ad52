import type { LocalDate } from '../../core/time/local-date.ts'
import { isLocalDate } from '../../core/time/local-date.ts'
import {
  BLANK_SIGNS,
  FROM_TO,
  OPEN_WORDS,
  PLACE_SIGN,
  SHADOWING_MARK,
  SHARE_SIGN,
  SINCE,
  UNTIL,
} from '../../text/sheet-words.ts'

/** A time of day as a cell has it; the date and the offset only where a duty has that time twice. */
export interface TimeMark {
  readonly date: LocalDate | null
  /** 0–1440. */
  readonly minuteOfDay: number
  /** Such as '+01:00', where the clock shows the time twice. */
  readonly offset: string | null
}

/** One name in a cell, with the part of the duty that it is for. */
export interface CellName {
  readonly text: string
  readonly from: TimeMark | null
  readonly to: TimeMark | null
  readonly shadowing: boolean
}

export type CellWords =
  | { readonly kind: 'blank' }
  /** The places are to be open. */
  | { readonly kind: 'open' }
  /** One group for each place, null for a place that is left alone; the names of a group share their place. */
  | { readonly kind: 'names'; readonly groups: readonly (readonly CellName[] | null)[] }
  | { readonly kind: 'unreadable-time'; readonly text: string }
  | { readonly kind: 'too-long' }

/** A formula is no name, whatever stands in it. */
const FORMULA = /^[=@]/
/** A doctor's whole name is a tenth of it. */
const LONGEST_CELL = 400

/** What a cell of a rota says: «KN», «KN/OB», «KN til 20», «KN, OB fra 20». `isName` knows names that hold a comma or a sign themselves. */
export function readCellNames(text: string, isName: (text: string) => boolean): CellWords {
  const plain = text
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .trim()
  if (plain === '' || BLANK_SIGNS.has(plain)) return { kind: 'blank' }
  if (plain.length > LONGEST_CELL) return { kind: 'too-long' }
  if (OPEN_WORDS.has(plain.toLowerCase())) return { kind: 'open' }
  const groups = (isName(plain) || FORMULA.test(plain) ? [plain] : plain.split(PLACE_SIGN)).map((group) =>
    readGroup(group.trim(), isName),
  )
  const wrong = groups.flatMap((group) => group ?? []).find((name) => name === 'unreadable-time')
  if (wrong !== undefined) return { kind: 'unreadable-time', text: plain }
  return { kind: 'names', groups: groups as (readonly CellName[] | null)[] }
}

function readGroup(text: string, isName: (text: string) => boolean): (CellName | 'unreadable-time')[] | null {
  if (text === '' || BLANK_SIGNS.has(text)) return null
  const names = isName(text) ? [text] : text.split(SHARE_SIGN).filter((part) => part.trim() !== '')
  return names.map((name) => readName(name, isName))
}

/** A number may be part of the name, as in «Askvoll 3 til 20»: the way to part it that leaves a known name is taken. */
function readName(text: string, isName: (text: string) => boolean): CellName | 'unreadable-time' {
  const shadowing = SHADOWING_MARK.test(text)
  const plain = text.replace(SHADOWING_MARK, '').trim()
  const ways = isName(plain) ? [] : WAYS.flatMap((way) => way(plain) ?? [])
  const { name, from, to } = ways.find((way) => isName(way.name.trim())) ??
    ways[0] ?? { name: plain, from: undefined, to: undefined }
  const [start, end] = [readMark(from), readMark(to)]
  if (start === undefined || end === undefined) return 'unreadable-time'
  return { text: name.trim(), from: start, to: end, shadowing }
}

interface Way {
  readonly name: string
  readonly from: string | undefined
  readonly to: string | undefined
}

const WAYS: readonly ((text: string) => Way | undefined)[] = [
  (text) => toWay(FROM_TO.exec(text), ([, name, from, to]) => ({ name, from, to })),
  (text) => toWay(UNTIL.exec(text), ([, name, to]) => ({ name, from: undefined, to })),
  (text) => toWay(SINCE.exec(text), ([, name, from]) => ({ name, from, to: undefined })),
]

function toWay(
  match: RegExpExecArray | null,
  part: (
    groups: readonly (string | undefined)[],
  ) => { readonly name: string | undefined } & Omit<Way, 'name'>,
): Way | undefined {
  return match ? { ...part(match), name: match[1] ?? '' } : undefined
}

const MARK = /^(?:(\d{4}-\d{2}-\d{2})[ t])?(\d{1,2})(?:[.:]?(\d{2}))?(\+0[12]:00)?$/i
const MINUTES_PER_HOUR = 60
const LAST_MINUTE = 1440

/** Null for no time, undefined for what is none: 25 o'clock. */
export function readMark(text: string | undefined): TimeMark | null | undefined {
  if (text === undefined) return null
  // A spreadsheet shows midnight as the date alone.
  if (isLocalDate(text)) return { date: text, minuteOfDay: 0, offset: null }
  const [, date, hours = '', minutes = '0', offset] = MARK.exec(text) ?? []
  const minuteOfDay = Number(hours) * MINUTES_PER_HOUR + Number(minutes)
  if (hours === '' || Number(minutes) >= MINUTES_PER_HOUR || minuteOfDay > LAST_MINUTE) return undefined
  if (date !== undefined && !isLocalDate(date)) return undefined
  return { date: date ?? null, minuteOfDay, offset: offset ?? null }
}
