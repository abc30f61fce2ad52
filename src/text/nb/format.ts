import type { Interval } from '../../core/time/interval.ts'
import type { IsoWeek } from '../../core/time/iso-week.ts'
import { addDays, type DateRange, type LocalDate, weekdayOf } from '../../core/time/local-date.ts'
import { fromMinuteOfDay } from '../../core/time/local-time.ts'
import { MINUTES_PER_HOUR, type Minute } from '../../core/time/minute.ts'
import { isFolded, toWall, type WallTime } from '../../core/time/oslo.ts'

// Names of our own: the runtime has no nynorsk, and both languages are to read alike.
const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const
const SHORT_WEEKDAYS = ['man.', 'tir.', 'ons.', 'tor.', 'fre.', 'lør.', 'søn.'] as const
const MONTHS = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
] as const
const SHORT_MONTHS = [
  'jan.',
  'feb.',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'aug.',
  'sep.',
  'okt.',
  'nov.',
  'des.',
] as const

// Only inside numbers: elsewhere a plain space, so that text can be searched for.
const NO_BREAK = '\u00a0'
const MINUS = '−'

/** Minutes as '7 t 30 min', '45 min' or '0 t', rounded to the whole minute. */
export function hours(minutes: number): string {
  const whole = Math.round(Math.abs(minutes))
  const sign = minutes < 0 && whole > 0 ? MINUS : ''
  const full = Math.floor(whole / MINUTES_PER_HOUR)
  const rest = whole % MINUTES_PER_HOUR
  if (rest === 0) return `${sign}${number(full)} t`
  const restText = `${rest} min`
  return full === 0 ? `${sign}${restText}` : `${sign}${number(full)} t ${restText}`
}

/** Minutes as whole hours for narrow columns: '38 t'. */
export function wholeHours(minutes: number): string {
  return `${number(minutes / MINUTES_PER_HOUR)} t`
}

/** 'mandag 4. januar 2027'. */
export function date(d: LocalDate): string {
  return `${weekdayName(d)} ${dayAndMonth(d)} ${yearText(d)}`
}

/** 'man. 4. jan.', for places where the year is plain. */
export function shortDate(d: LocalDate): string {
  return `${shortWeekday(d)} ${shortDayAndMonth(d)}`
}

/** '4. januar 2027'. */
export function dateOnly(d: LocalDate): string {
  return `${dayAndMonth(d)} ${yearText(d)}`
}

/** 'man. 4. jan. 2027 kl. 16:00', local time; in the hour that comes twice, also which of the two. */
export function dateTime(m: Minute): string {
  const wall = toWall(m)
  return `${shortDate(wall.date)} ${yearText(wall.date)} kl. ${clock(wall)}`
}

/** '16:00', local time. */
export function time(m: Minute): string {
  return clock(toWall(m))
}

/** 'man. 4. jan. 16:00–24:00' within one local date (an end at midnight is 24:00), else 'man. 4. jan. 16:00 – tir. 5. jan. 08:00'. */
export function timeSpan(interval: Interval): string {
  const start = toWall(interval.start)
  const end = endWall(interval)
  if (start.date === end.date) return `${shortDate(start.date)} ${clock(start)}–${clock(end)}`
  return `${shortDate(start.date)} ${clock(start)} – ${shortDate(end.date)} ${clock(end)}`
}

/** '16:00–08:00', without dates, for cells that already stand on a date. */
export function clockSpan(interval: Interval): string {
  return `${clock(toWall(interval.start))}–${clock(endWall(interval))}`
}

/** A half-open range told by its first and last day: '4. januar – 14. februar 2027', 'fra 4. januar 2027'. */
export function dateRange(range: DateRange): string {
  if (range.to === null) return `fra ${dateOnly(range.from)}`
  const last = addDays(range.to, -1)
  if (last <= range.from) return dateOnly(range.from)
  const isOneYear = yearText(range.from) === yearText(last)
  if (isOneYear && range.from.slice(5, 7) === last.slice(5, 7))
    return `${dayText(range.from)}–${dateOnly(last)}`
  return `${isOneYear ? dayAndMonth(range.from) : dateOnly(range.from)} – ${dateOnly(last)}`
}

/** 'uke 1, 2027': the year is the ISO year of the week. */
export function week(isoWeek: IsoWeek): string {
  return `${shortWeek(isoWeek)}, ${isoWeek.slice(0, 4)}`
}

/** 'uke 1'. */
export function shortWeek(isoWeek: IsoWeek): string {
  return `uke ${Number(isoWeek.slice(6))}`
}

/** Decimal comma, and a space between thousands from 10 000. */
export function number(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, NO_BREAK) : whole
  const text = fraction ? `${grouped},${fraction}` : grouped
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text
}

/** With as few decimals as say it, at most so many: '2', '2,5', '0,33'. */
export function decimal(value: number, most = 2): string {
  const [, fraction = ''] = value.toFixed(most).split('.')
  return number(value, fraction.replace(/0+$/, '').length)
}

/** A part of one as '38 %' or '37,5 %', with at most one decimal. */
export function percent(part: number): string {
  return `${decimal(part * 100, 1)} %`
}

/** 'a, b og c'. */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`
}

/** A sentence with its full stop; one that ends in a shortened word, such as «feb.», has it already. */
export function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}

/** '1 vakt', '2 vakter', '2,5 vakter'. */
export function count(amount: number, one: string, many: string): string {
  return `${decimal(amount)} ${amount === 1 ? one : many}`
}

/** 'mandag'. */
export function weekdayName(d: LocalDate): string {
  return WEEKDAYS[weekdayOf(d) - 1] as string
}

/** 'man.'. */
export function shortWeekday(d: LocalDate): string {
  return SHORT_WEEKDAYS[weekdayOf(d) - 1] as string
}

/** 'm', 't', 'o' …, for the narrowest column heads. */
export function weekdayLetter(d: LocalDate): string {
  return weekdayName(d).slice(0, 1)
}

/** 'januar 2027'. */
export function month(d: LocalDate): string {
  return `${MONTHS[monthIndex(d)]} ${yearText(d)}`
}

/** 'jan.'. */
export function shortMonth(d: LocalDate): string {
  return SHORT_MONTHS[monthIndex(d)] as string
}

/** '4. jan.'. */
export function shortDayAndMonth(d: LocalDate): string {
  return `${dayText(d)} ${SHORT_MONTHS[monthIndex(d)]}`
}

function dayAndMonth(d: LocalDate): string {
  return `${dayText(d)} ${MONTHS[monthIndex(d)]}`
}

function dayText(d: LocalDate): string {
  return `${Number(d.slice(8))}.`
}

function monthIndex(d: LocalDate): number {
  return Number(d.slice(5, 7)) - 1
}

function yearText(d: LocalDate): string {
  return d.slice(0, 4)
}

/** Midnight at the end of a span is 24:00 of the day before, as people write it. */
function endWall(interval: Interval): WallTime {
  const wall = toWall(interval.end)
  if (wall.minuteOfDay > 0 || interval.end <= interval.start) return wall
  return { ...wall, date: addDays(wall.date, -1), minuteOfDay: 24 * MINUTES_PER_HOUR }
}

function clock(wall: WallTime): string {
  const text = fromMinuteOfDay(wall.minuteOfDay)
  if (wall.minuteOfDay >= 24 * MINUTES_PER_HOUR || !isFolded(wall.date, wall.minuteOfDay)) return text
  return wall.fold === 0 ? `${text} (sommertid)` : `${text} (vintertid)`
}
