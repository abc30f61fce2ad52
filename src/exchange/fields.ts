import * as z from 'zod'
import { toEmail } from '../core/rota/email.ts'
import { isLocalDate } from '../core/time/local-date.ts'
import { isLocalTime } from '../core/time/local-time.ts'
import {
  FIRST_CLOCK_DATE,
  fromOffsetText,
  isClockDate,
  LAST_CLOCK_DATE,
  toOffsetText,
} from '../core/time/oslo.ts'
import type { FileProblemCode } from '../text/file-problem.ts'
import { isPlainLine, isPlainText } from '../text/plain-text.ts'
import { isMunicipality } from './municipalities.ts'

/** Bounds that keep a hostile file from costing more than its size; far above any real district. */
const MOST_ITEMS = 4000
const LONGEST_NAME = 200
const LONGEST_NOTE = 2000
const LONGEST_NEED_ID = 200

const line = text(isPlainLine, 'hidden-character')
export const name = line.refine((s) => s.trim() !== '', refusing('empty-text')).max(LONGEST_NAME)
/** May be broken into lines. */
export const note = text(isPlainText, 'hidden-character').max(LONGEST_NOTE)
export const needId = line.max(LONGEST_NEED_ID)
/** Ids become parts of a need's id (`<line>.<date>.<key>`) and of a place's key (`<need>#<seat>`). */
export const id = text((s) => /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(s), 'not-an-id')
/** A date for which the clock is known. */
export const date = text(isLocalDate, 'not-a-date').refine(
  isClockDate,
  refusing('date-out-of-range', `${FIRST_CLOCK_DATE}–${LAST_CLOCK_DATE}`),
)
const FIRST_EARLY_DATE = '1900-01-01'
/** A date that is only remembered and never laid on the clock, such as of birth, of a course or of a contract. */
export const earlyDate = text(isLocalDate, 'not-a-date').refine(
  isEarlyDate,
  refusing('date-out-of-range', `${FIRST_EARLY_DATE}–${LAST_CLOCK_DATE}`),
)
export const earlyRange = { from: earlyDate, to: earlyDate.nullable() }
export const time = text(isLocalTime, 'not-a-time')
export const email = line.refine((s) => toEmail(s) !== undefined, refusing('not-an-email')).max(LONGEST_NAME)
export const hprNumber = text((s) => /^\d{1,9}$/.test(s), 'not-an-hpr-number')
export const municipalityNumber = text((s) => /^\d{4}$/.test(s), 'not-a-municipality-number').refine(
  isMunicipality,
  refusing('no-such-municipality'),
)
/** 'MM-DD'; 29 February is left out, since not every year has it. */
export const dayOfYear = text((s) => isLocalDate(`2027-${s}`), 'not-a-day-of-year')
export const weekday = z.literal([1, 2, 3, 4, 5, 6, 7])
export const minutes = z
  .int()
  .min(0)
  .max(60 * 24 * 366)
export const whole = z.int().min(0).max(1_000_000)
/** In the file 'YYYY-MM-DDTHH:MM+HH:MM'; in the core epoch minutes. */
export const instant = z.codec(text(isInstant, 'not-an-instant'), z.int(), {
  decode: fromOffsetText,
  encode: toOffsetText,
})

/** A list of at most `most` items. */
export function list<T extends z.ZodType>(item: T, most: number = MOST_ITEMS) {
  return z.array(item).max(most)
}

/** A fact with its dates, from inclusive, to exclusive, null = open-ended. */
export function dated<T extends z.ZodRawShape>(shape: T) {
  return z.strictObject({ from: date, to: date.nullable(), ...shape })
}

function text(isValid: (s: string) => boolean, problem: FileProblemCode) {
  return z.string().refine(isValid, refusing(problem))
}

/** How a field names its own problem; what stands after it is not looked at. `against` is the limit, when there is one. */
function refusing(problem: FileProblemCode, against = '') {
  return { params: { problem, against }, abort: true }
}

/** A real date from 1900 on: one that is remembered, and never laid on the clock. */
export function isEarlyDate(s: string): boolean {
  return isLocalDate(s) && s >= FIRST_EARLY_DATE && s <= LAST_CLOCK_DATE
}

/** Norwegian summer time is known for 1996–2100 only. */
function isInstant(s: string): boolean {
  const year = Number(s.slice(0, 4))
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(s) &&
    isLocalDate(s.slice(0, 10)) &&
    isClock(s.slice(11, 16)) &&
    (s.length === 17 || isClock(s.slice(17))) &&
    year > 1996 &&
    year < 2100
  )
}

function isClock(s: string): boolean {
  return isLocalTime(s) && s !== '24:00'
}
