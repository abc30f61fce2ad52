import type { Interval } from '../core/time/interval.ts'
import type { IsoWeek } from '../core/time/iso-week.ts'
import { addDays, type DateRange, type LocalDate, weekdayOf } from '../core/time/local-date.ts'
import { fromMinuteOfDay } from '../core/time/local-time.ts'
import { MINUTES_PER_HOUR, type Minute } from '../core/time/minute.ts'
import { isFolded, toWall, type WallTime } from '../core/time/oslo.ts'

/** What differs between languages in dates and numbers. Names of our own: the runtime has no nynorsk. */
export interface FormatWords {
  /** From Monday. */
  readonly weekdays: readonly string[]
  readonly shortWeekdays: readonly string[]
  /** From January. */
  readonly months: readonly string[]
  readonly shortMonths: readonly string[]
  /** After the number of a day: '.' or nothing. */
  readonly dayMark: string
  /** Between a date and its time. */
  readonly at: string
  /** Before a date that something holds from, with no end. */
  readonly from: string
  readonly week: string
  readonly hour: string
  readonly minute: string
  readonly decimalMark: string
  /** Between thousands, from 10 000. */
  readonly groupMark: string
  /** After a number, with its space. */
  readonly percent: string
  /** Before the last of a list. */
  readonly and: string
  /** Marks the two rounds of the hour that comes twice when the clock goes back. */
  readonly summerTime: string
  readonly winterTime: string
}

/** Only inside numbers: elsewhere a plain space, so that text can be searched for. */
export const NO_BREAK = '\u00a0'
const MINUS = '−'

/** Dates, times and numbers as a language writes them; examples are bokmål's. The clock has 24 hours in all. */
export function formatIn(words: FormatWords) {
  return { ...datesIn(words), ...timesIn(words), ...numbersIn(words), ...listsIn(words) }
}

function numbersIn(words: FormatWords) {
  /** Decimal comma, and a space between thousands from 10 000. */
  function number(value: number, decimals = 0): string {
    const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
    const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, words.groupMark) : whole
    const text = fraction ? `${grouped}${words.decimalMark}${fraction}` : grouped
    return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text
  }
  /** With as few decimals as say it, at most so many: '2', '2,5', '0,33'. */
  function decimal(value: number, most = 2): string {
    const [, fraction = ''] = value.toFixed(most).split('.')
    return number(value, fraction.replace(/0+$/, '').length)
  }
  /** Minutes as '7 t 30 min', '45 min' or '0 t', rounded to the whole minute. */
  function hours(minutes: number): string {
    const whole = Math.round(Math.abs(minutes))
    const sign = minutes < 0 && whole > 0 ? MINUS : ''
    const full = Math.floor(whole / MINUTES_PER_HOUR)
    const rest = whole % MINUTES_PER_HOUR
    const fullText = `${number(full)} ${words.hour}`
    const restText = `${rest} ${words.minute}`
    if (rest === 0) return `${sign}${fullText}`
    return full === 0 ? `${sign}${restText}` : `${sign}${fullText} ${restText}`
  }
  return {
    number,
    decimal,
    hours,
    /** Minutes as whole hours for narrow columns: '38 t'. */
    wholeHours: (minutes: number) => `${number(minutes / MINUTES_PER_HOUR)} ${words.hour}`,
    /** Minutes as '166:45', for tables where every column is hours. */
    clockHours: (minutes: number) => {
      const whole = Math.round(minutes)
      const rest = String(whole % MINUTES_PER_HOUR).padStart(2, '0')
      return `${number(Math.floor(whole / MINUTES_PER_HOUR))}:${rest}`
    },
    /** A part of one as '38 %' or '37,5 %', with at most one decimal. */
    percent: (part: number) => `${decimal(part * 100, 1)}${words.percent}`,
    /** '1 vakt', '2 vakter', '2,5 vakter'. */
    count: (amount: number, one: string, many: string) => `${decimal(amount)} ${amount === 1 ? one : many}`,
  }
}

function datesIn(words: FormatWords) {
  const weekdayName = (d: LocalDate) => words.weekdays[weekdayOf(d) - 1] as string
  const shortWeekday = (d: LocalDate) => words.shortWeekdays[weekdayOf(d) - 1] as string
  const shortMonth = (d: LocalDate) => words.shortMonths[monthIndex(d)] as string
  const dayText = (d: LocalDate) => `${Number(d.slice(8))}${words.dayMark}`
  const dayAndMonth = (d: LocalDate) => `${dayText(d)} ${words.months[monthIndex(d)]}`
  const shortDayAndMonth = (d: LocalDate) => `${dayText(d)} ${shortMonth(d)}`
  const dateOnly = (d: LocalDate) => `${dayAndMonth(d)} ${yearText(d)}`
  /** A half-open range told by its first and last day: '4. januar – 14. februar 2027', 'fra 4. januar 2027'. */
  function dateRange(range: DateRange): string {
    if (range.to === null) return `${words.from} ${dateOnly(range.from)}`
    const last = addDays(range.to, -1)
    if (last <= range.from) return dateOnly(range.from)
    const isOneYear = yearText(range.from) === yearText(last)
    if (isOneYear && range.from.slice(5, 7) === last.slice(5, 7))
      return `${dayText(range.from)}–${dateOnly(last)}`
    return `${isOneYear ? dayAndMonth(range.from) : dateOnly(range.from)} – ${dateOnly(last)}`
  }
  /** 'uke 1'. */
  const shortWeek = (isoWeek: IsoWeek) => `${words.week} ${Number(isoWeek.slice(6))}`
  return {
    weekdayName,
    shortWeekday,
    /** 'm', 't', 'o' …, for the narrowest column heads. */
    weekdayLetter: (d: LocalDate) => weekdayName(d).slice(0, 1),
    shortMonth,
    /** '4. jan.'. */
    shortDayAndMonth,
    /** 'januar 2027'. */
    month: (d: LocalDate) => `${words.months[monthIndex(d)]} ${yearText(d)}`,
    /** 'mandag 4. januar 2027'. */
    date: (d: LocalDate) => `${weekdayName(d)} ${dateOnly(d)}`,
    /** 'man. 4. jan.', for places where the year is plain. */
    shortDate: (d: LocalDate) => `${shortWeekday(d)} ${shortDayAndMonth(d)}`,
    /** '4. januar 2027'. */
    dateOnly,
    dateRange,
    shortWeek,
    /** 'uke 1, 2027': the year is the ISO year of the week. */
    week: (isoWeek: IsoWeek) => `${shortWeek(isoWeek)}, ${isoWeek.slice(0, 4)}`,
  }
}

function timesIn(words: FormatWords) {
  const { shortDate } = datesIn(words)
  function clock(wall: WallTime): string {
    const text = fromMinuteOfDay(wall.minuteOfDay)
    if (wall.minuteOfDay >= 24 * MINUTES_PER_HOUR || !isFolded(wall.date, wall.minuteOfDay)) return text
    return `${text} (${wall.fold === 0 ? words.summerTime : words.winterTime})`
  }
  /** 'man. 4. jan. 16:00–24:00' within one local date (an end at midnight is 24:00), else 'man. 4. jan. 16:00 – tir. 5. jan. 08:00'. */
  function timeSpan(interval: Interval): string {
    const start = toWall(interval.start)
    const end = endWall(interval)
    if (start.date === end.date) return `${shortDate(start.date)} ${clock(start)}–${clock(end)}`
    return `${shortDate(start.date)} ${clock(start)} – ${shortDate(end.date)} ${clock(end)}`
  }
  return {
    /** 'man. 4. jan. 2027 kl. 16:00', local time; in the hour that comes twice, also which of the two. */
    dateTime: (m: Minute) => {
      const wall = toWall(m)
      return `${shortDate(wall.date)} ${yearText(wall.date)}${words.at}${clock(wall)}`
    },
    /** '16:00', local time. */
    time: (m: Minute) => clock(toWall(m)),
    timeSpan,
    /** '16:00–08:00', without dates, for cells that already stand on a date. */
    clockSpan: (interval: Interval) => `${clock(toWall(interval.start))}–${clock(endWall(interval))}`,
  }
}

function listsIn(words: FormatWords) {
  return {
    /** 'a, b og c'. */
    list: (parts: readonly string[]) =>
      parts.length < 2
        ? parts.join('')
        : `${parts.slice(0, -1).join(', ')} ${words.and} ${parts[parts.length - 1]}`,
    /** A sentence with its full stop; one that ends in a shortened word, such as «feb.», has it already. */
    ended: (sentence: string) => (sentence.endsWith('.') ? sentence : `${sentence}.`),
  }
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
