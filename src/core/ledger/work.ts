import type { Doctor } from '../rota/doctor.ts'
import type { WeeklyWindow } from '../rota/weekly-window.ts'
import { calendarDay, isHolidayDay } from '../time/calendar-day.ts'
import { clip, type Interval, mergeIntervals, unionMinutes } from '../time/interval.ts'
import { type DateRange, type Dates, toDayNumber, weekdayOfDay } from '../time/local-date.ts'
import { toMinuteOfDay } from '../time/local-time.ts'
import { fromWallDay } from '../time/oslo.ts'
import { isAwayOnDay } from './availability.ts'

/** A doctor's work beside duty in a range of dates. */
export interface PersonWork {
  /** Null when surgery hours are not declared on some date of the range: then no total is known. */
  readonly surgery: readonly Interval[] | null
  readonly tasks: readonly Interval[]
  /** The mean of the range's weeks. */
  readonly looseMinutesPerWeek: number
}

/**
 * Surgery and tasks that lie within the dates of the range (end exclusive), also of windows that began before it. None begin
 * on public holidays, in certain absence or in a rotation's off-weeks; under reduced capacity each window keeps that share
 * of its minutes from its start.
 */
export function workOf(doctor: Doctor, range: Dates): PersonWork {
  return workInDays(doctor, toDayNumber(range.from), toDayNumber(range.to))
}

/** A week's work, and what of it can overlap duty. */
export interface WeekWork extends PersonWork {
  /** Surgery and tasks, sorted and disjoint; surgery that is not declared is none. */
  readonly busy: readonly Interval[]
  readonly surgeryMinutes: number | null
  /** Loose minutes included. */
  readonly taskMinutes: number
}

/** Kept for each doctor and Monday, since every total of every rota asks for it. A doctor is never changed in place. */
const WEEKS = new WeakMap<Doctor, Map<number, WeekWork>>()

/** The work of the week that begins on a Monday, told as a day number. */
export function weekWorkOf(doctor: Doctor, monday: number): WeekWork {
  const weeks = WEEKS.get(doctor) ?? new Map<number, WeekWork>()
  const known = weeks.get(monday)
  if (known) return known
  const work = workInDays(doctor, monday, monday + 7)
  const week = {
    ...work,
    busy: mergeIntervals([...(work.surgery ?? []), ...work.tasks]),
    surgeryMinutes: work.surgery && unionMinutes(work.surgery),
    taskMinutes: unionMinutes(work.tasks) + work.looseMinutesPerWeek,
  }
  WEEKS.set(doctor, weeks.set(monday, week))
  return week
}

/** Minutes a week that a locum has declared elsewhere, past those known there already; 0 while nothing is declared (P34). */
export function declaredBeyond(doctor: Doctor, knownMinutes: number): number {
  return Math.max(0, (doctor.declaredOtherMinutesPerWeek ?? 0) - knownMinutes)
}

/** A dated timetable in numbers: what begins on each weekday, 1 to 7. Null windows = not declared. */
interface Timetable extends Days {
  readonly windows: readonly (readonly Window[])[] | null
}

/** Day numbers, half-open. */
interface Days {
  readonly from: number
  readonly to: number
}

interface Window {
  readonly start: number
  readonly end: number
  readonly endDay: number
}

interface Timetables {
  readonly surgery: readonly Timetable[]
  readonly tasks: readonly (Timetable & { readonly looseMinutesPerWeek: number })[]
  readonly capacities: readonly (Days & { readonly percent: number })[]
  /** Days after its first on which a window ends, at most. */
  readonly reach: number
  readonly hasLoose: boolean
}

/** Kept for each doctor as the weeks are. */
const TIMETABLES = new WeakMap<Doctor, Timetables>()

function timetablesOf(doctor: Doctor): Timetables {
  const known = TIMETABLES.get(doctor)
  if (known) return known
  const windows = [
    ...doctor.surgery.flatMap((fact) => (fact.kind === 'declared' ? fact.timetable : [])),
    ...doctor.otherTasks.flatMap((task) => task.timetable),
  ]
  const timetables = {
    surgery: doctor.surgery.map((fact) => ({
      ...daysOf(fact),
      windows: fact.kind === 'declared' ? byWeekday(fact.timetable) : null,
    })),
    tasks: doctor.otherTasks.map((task) => ({
      ...daysOf(task),
      windows: byWeekday(task.timetable),
      looseMinutesPerWeek: task.looseMinutesPerWeek,
    })),
    capacities: doctor.capacities.map((fact) => ({ ...daysOf(fact), percent: fact.percent })),
    reach: Math.max(0, ...windows.map((window) => window.endDay)),
    hasLoose: doctor.otherTasks.some((task) => task.looseMinutesPerWeek !== 0),
  }
  TIMETABLES.set(doctor, timetables)
  return timetables
}

function daysOf({ from, to }: DateRange): Days {
  return { from: toDayNumber(from), to: to === null ? Number.MAX_SAFE_INTEGER : toDayNumber(to) }
}

function byWeekday(timetable: readonly WeeklyWindow[]): Window[][] {
  return Array.from({ length: 8 }, (_, weekday) =>
    timetable
      .filter((window) => window.weekday === weekday)
      .map(({ start, end, endDay }) => ({ start: toMinuteOfDay(start), end: toMinuteOfDay(end), endDay })),
  )
}

/** As `workOf`, for day numbers. */
export function workInDays(doctor: Doctor, from: number, to: number): PersonWork {
  const { surgery, tasks, undeclared } = workByDay(doctor, from, to)
  return {
    surgery: undeclared.length === 0 ? surgery : null,
    tasks,
    looseMinutesPerWeek: looseMinutesIn(doctor, from, to),
  }
}

/** What of `workInDays` has a fixed time: what is declared, and the day numbers of the range on which surgery is not. */
export function workByDay(
  doctor: Doctor,
  from: number,
  to: number,
): {
  readonly surgery: readonly Interval[]
  readonly tasks: readonly Interval[]
  readonly undeclared: readonly number[]
} {
  const { surgery, tasks, reach } = timetablesOf(doctor)
  const work = { surgery: [] as Interval[], tasks: [] as Interval[] }
  const undeclared: number[] = []
  for (let day = from - reach; day < to; day++) {
    if (isFree(doctor, day)) continue
    const percent = percentOn(doctor, day)
    for (const task of tasks) if (holds(task, day)) addWindows(work.tasks, task, day, percent)
    const fact = surgery.find((own) => holds(own, day))
    if (fact?.windows) addWindows(work.surgery, fact, day, percent)
    else if (day >= from) undeclared.push(day)
  }
  if (reach === 0) return { ...work, undeclared }
  const span = { start: fromWallDay(from, 0), end: fromWallDay(to, 0) }
  return { surgery: clip(work.surgery, span), tasks: clip(work.tasks, span), undeclared }
}

/** What begins on a date, each window with its share from its start. */
function addWindows(list: Interval[], { windows }: Timetable, day: number, percent: number): void {
  for (const window of windows?.[weekdayOfDay(day)] ?? []) {
    const start = fromWallDay(day, window.start)
    const end = start + Math.round(((fromWallDay(day + window.endDay, window.end) - start) * percent) / 100)
    if (end > start) list.push({ start, end })
  }
}

/** Time without a fixed hour is spread over Monday to Friday, so that leave, holidays and capacity take their part of it. */
export function looseMinutesIn(doctor: Doctor, from: number, to: number): number {
  if (!timetablesOf(doctor).hasLoose) return 0
  let workingDays = 0
  let minutes = 0
  for (let day = from; day < to; day++) {
    if (calendarDay(day).weekday > 5) continue
    workingDays += 1
    minutes += looseMinutesOn(doctor, day)
  }
  return Math.round(minutes / Math.max(1, workingDays))
}

function looseMinutesOn(doctor: Doctor, day: number): number {
  if (isFree(doctor, day)) return 0
  const perWeek = timetablesOf(doctor).tasks.reduce(
    (sum, task) => (holds(task, day) ? sum + task.looseMinutesPerWeek : sum),
    0,
  )
  return (perWeek * percentOn(doctor, day)) / 100
}

function isFree(doctor: Doctor, day: number): boolean {
  return isHolidayDay(day) || isAwayOnDay(doctor, day)
}

function percentOn(doctor: Doctor, day: number): number {
  return timetablesOf(doctor).capacities.find((own) => holds(own, day))?.percent ?? 100
}

function holds({ from, to }: Days, day: number): boolean {
  return from <= day && day < to
}
