/** A case of the MiniZinc Challenge's on-call-rostering: one of the staff for each day. Days and staff count from 0 here. */
export interface OnCallCase {
  readonly staff: number
  readonly days: number
  readonly workLoad: readonly number[]
  readonly unavailable: readonly ReadonlySet<number>[]
  /** By day, who holds it whatever else, or null. */
  readonly fixed: readonly (number | null)[]
  /** The days that stand for Friday to Sunday, in order. */
  readonly weekends: readonly number[]
  readonly adjacentPoints: number
  readonly wednesdayPoints: number
}

export type OnCallRead =
  | { readonly kind: 'read'; readonly onCall: OnCallCase }
  | { readonly kind: 'refused'; readonly field: string; readonly value: string }

class Refusal extends Error {
  readonly field: string
  readonly value: string
  constructor(field: string, value: string) {
    super(`${field}: ${value}`)
    this.field = field
    this.value = value
  }
}

const MOST_STAFF = 1000
const MOST_DAYS = 10_000
const WEEK = 5

/** Reads the data file (.dzn); refused is a field that is missing, is no number, has the wrong length or contradicts another. */
export function readOnCallFile(text: string): OnCallRead {
  try {
    return { kind: 'read', onCall: parse(text.replace(/%.*$/gm, '')) }
  } catch (error) {
    if (error instanceof Refusal)
      return { kind: 'refused', field: error.field, value: error.value.slice(0, 60) }
    throw error
  }
}

function parse(text: string): OnCallCase {
  const staff = numberOf(text, 'num_staff', 1, MOST_STAFF)
  const days = numberOf(text, 'num_days', 1, MOST_DAYS)
  const offset = numberOf(text, 'weekend_offset', 0, WEEK - 1)
  const workLoad = bodyOf(text, 'work_load')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word) => toNumber('work_load', word, 1, 1_000_000))
  if (workLoad.length !== staff) throw new Refusal('work_load', `${workLoad.length}`)
  const unavailable = setsOf(text, 'unavailable', staff)
  const weekends: number[] = []
  for (let day = offset; day < days; day += WEEK) weekends.push(day)
  return {
    staff,
    days,
    workLoad,
    unavailable,
    fixed: fixedDays(setsOf(text, 'fixed', staff), days),
    weekends,
    adjacentPoints: numberOf(text, 'adj_days_str', 0, 1_000_000),
    wednesdayPoints: numberOf(text, 'wed_before_weekend_str', 0, 1_000_000),
  }
}

function fixedDays(sets: readonly ReadonlySet<number>[], days: number): (number | null)[] {
  const fixed = new Array<number | null>(days).fill(null)
  sets.forEach((set, person) => {
    for (const day of set) {
      if (day >= days) continue
      if (fixed[day] !== null) throw new Refusal('fixed', `${day + 1}`)
      fixed[day] = person
    }
  })
  return fixed
}

function numberOf(text: string, field: string, least: number, most: number): number {
  const found = new RegExp(`\\b${field}\\s*=\\s*([^;\\s]+)`).exec(text)
  return toNumber(field, found?.[1] ?? '', least, most)
}

function toNumber(field: string, word: string, least: number, most: number): number {
  const value = /^-?\d+$/.test(word) ? Number(word) : Number.NaN
  if (!(value >= least && value <= most)) throw new Refusal(field, word)
  return value
}

function bodyOf(text: string, field: string): string {
  const found = new RegExp(`\\b${field}\\s*=\\s*\\[([\\s\\S]*?)\\]`).exec(text)
  if (!found) throw new Refusal(field, '')
  return found[1] ?? ''
}

function setsOf(text: string, field: string, staff: number): Set<number>[] {
  const body = bodyOf(text, field)
  const rest = body.replace(SET, '').replace(/[\s,]/g, '')
  if (rest !== '') throw new Refusal(field, rest)
  const sets = [...body.matchAll(SET)].map((match) => toSet(field, match[0]))
  if (sets.length !== staff) throw new Refusal(field, `${sets.length}`)
  return sets
}

const SET = /\{[^}]*\}|\d+\s*\.\.\s*\d+/g

/** Days in the file count from 1; what lies outside the period is kept, and touches nothing. */
function toSet(field: string, text: string): Set<number> {
  const range = /^(\d+)\s*\.\.\s*(\d+)$/.exec(text.replace(/[{}]/g, '').trim())
  if (range) {
    const first = toNumber(field, range[1] ?? '', 1, MOST_DAYS)
    const last = toNumber(field, range[2] ?? '', 0, MOST_DAYS)
    return new Set(Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i - 1))
  }
  const words = text
    .slice(1, -1)
    .split(',')
    .map((word) => word.trim())
  return new Set(words.filter((word) => word !== '').map((word) => toNumber(field, word, 1, MOST_DAYS) - 1))
}
