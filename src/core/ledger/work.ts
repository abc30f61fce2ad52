import { type Doctor, factOn } from '../rota/doctor.ts'
import { type WeeklyWindow, windowOn } from '../rota/weekly-window.ts'
import { isPublicHoliday } from '../time/holidays.ts'
import { clip, type Interval, minutesOf } from '../time/interval.ts'
import { addDays, datesIn, type LocalDate, weekdayOf } from '../time/local-date.ts'
import { fromWall } from '../time/oslo.ts'
import { isAwayOn } from './availability.ts'

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
export function workOf(
  doctor: Doctor,
  range: { readonly from: LocalDate; readonly to: LocalDate },
): PersonWork {
  const dates = datesIn(range)
  const days = dates.map((date) => dayWork(doctor, date))
  const isDeclared = days.every((day) => day.isDeclared)
  const reach = longestReach(doctor)
  const before = datesIn({ from: addDays(range.from, -reach), to: range.from })
  const began = [...before.map((date) => dayWork(doctor, date)), ...days]
  const within = (windows: readonly Interval[]) => (reach === 0 ? windows : clip(windows, spanOf(range)))
  return {
    surgery: isDeclared ? within(began.flatMap((day) => day.surgery)) : null,
    tasks: within(began.flatMap((day) => day.tasks)),
    looseMinutesPerWeek: looseMinutesIn(doctor, dates),
  }
}

/** Minutes a week that a locum has declared elsewhere, past those known there already; 0 while nothing is declared (P34). */
export function declaredBeyond(doctor: Doctor, knownMinutes: number): number {
  return Math.max(0, (doctor.declaredOtherMinutesPerWeek ?? 0) - knownMinutes)
}

/** Days after its first on which a window of the doctor's ends, at most. */
function longestReach({ surgery, otherTasks }: Doctor): number {
  const timetables = [
    ...surgery.map((fact) => (fact.kind === 'declared' ? fact.timetable : [])),
    ...otherTasks.map((task) => task.timetable),
  ]
  return Math.max(0, ...timetables.flat().map((window) => window.endDay))
}

function spanOf(range: { readonly from: LocalDate; readonly to: LocalDate }): Interval {
  return { start: fromWall(range.from, 0), end: fromWall(range.to, 0) }
}

interface DayWork {
  readonly isDeclared: boolean
  readonly surgery: readonly Interval[]
  readonly tasks: readonly Interval[]
}

function dayWork(doctor: Doctor, date: LocalDate): DayWork {
  const isFree = isPublicHoliday(date) || isAwayOn(doctor, date)
  if (isFree) return { isDeclared: true, surgery: [], tasks: [] }
  const surgery = factOn(doctor.surgery, date)
  const percent = percentOn(doctor, date)
  const tasks = tasksOn(doctor, date).flatMap((task) => windowsOnDate(task.timetable, date, percent))
  if (surgery === undefined || surgery.kind === 'not-declared')
    return { isDeclared: false, surgery: [], tasks }
  return { isDeclared: true, surgery: windowsOnDate(surgery.timetable, date, percent), tasks }
}

function windowsOnDate(timetable: readonly WeeklyWindow[], date: LocalDate, percent: number): Interval[] {
  const weekday = weekdayOf(date)
  return timetable
    .filter((window) => window.weekday === weekday)
    .map((window) => shorten(windowOn(window, date), percent))
    .filter((interval) => interval.end > interval.start)
}

function shorten(interval: Interval, percent: number): Interval {
  return { start: interval.start, end: interval.start + Math.round((minutesOf(interval) * percent) / 100) }
}

function tasksOn(doctor: Doctor, date: LocalDate) {
  return doctor.otherTasks.filter((task) => task.from <= date && (task.to === null || date < task.to))
}

/** Time without a fixed hour is spread over Monday to Friday, so that leave, holidays and capacity take their part of it. */
function looseMinutesIn(doctor: Doctor, dates: readonly LocalDate[]): number {
  if (doctor.otherTasks.every((task) => task.looseMinutesPerWeek === 0)) return 0
  const workingDays = dates.filter((date) => weekdayOf(date) <= 5)
  const minutes = workingDays.reduce((sum, date) => sum + looseMinutesOn(doctor, date), 0)
  return Math.round(minutes / Math.max(1, workingDays.length))
}

function looseMinutesOn(doctor: Doctor, date: LocalDate): number {
  if (isPublicHoliday(date) || isAwayOn(doctor, date)) return 0
  const perWeek = tasksOn(doctor, date).reduce((sum, task) => sum + task.looseMinutesPerWeek, 0)
  return (perWeek * percentOn(doctor, date)) / 100
}

function percentOn(doctor: Doctor, date: LocalDate): number {
  return factOn(doctor.capacities, date)?.percent ?? 100
}
