import { describe, expect, it } from 'vitest'
import { workOf } from '../../../src/core/ledger/work.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import { unionMinutes } from '../../../src/core/time/interval.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import { always, at, makeDoctor, makeSurgery, weekdays } from '../../support/make-district.ts'

const full = makeSurgery(weekdays('08:00', '15:00'))
const doctorOf = (over: Partial<Doctor> = {}) => makeDoctor('a', { surgery: [full], ...over })
const weekOf = (doctor: Doctor, monday: string) => workOf(doctor, { from: monday, to: addDays(monday, 7) })
const surgeryHours = (doctor: Doctor, monday: string) => {
  const { surgery } = weekOf(doctor, monday)
  return surgery === null ? null : unionMinutes(surgery) / 60
}
const away = (from: string, to: string | null, certainFrom = from) => ({ id: 'x', from, certainFrom, to })
const task = (over: object) => ({
  ...always,
  name: 'helsestasjon',
  timetable: [],
  looseMinutesPerWeek: 0,
  ...over,
})

describe('surgery hours of a week', () => {
  const cases: readonly [string, Partial<Doctor>, string, number | null][] = [
    ['an ordinary week', {}, '2027-01-04', 35],
    ['Easter week of 2027: three days', {}, '2027-03-22', 21],
    ['the week after, with Easter Monday', {}, '2027-03-29', 28],
    ['two days of certain absence', { absences: [away('2027-01-05', '2027-01-07')] }, '2027-01-04', 21],
    [
      'an absence that only may have begun',
      { absences: [away('2027-01-04', '2027-01-11', '2027-01-11')] },
      '2027-01-04',
      35,
    ],
    ['an absence without end', { absences: [away('2027-01-06', null)] }, '2027-01-11', 0],
    ['half capacity', { capacities: [{ ...always, percent: 50 }] }, '2027-01-04', 17.5],
    [
      'half capacity from Wednesday',
      { capacities: [{ from: '2027-01-06', to: null, percent: 50 }] },
      '2027-01-04',
      24.5,
    ],
    ['no capacity', { capacities: [{ ...always, percent: 0 }] }, '2027-01-04', 0],
    ['nothing declared', { surgery: [] }, '2027-01-04', null],
    ['declared as not declared', { surgery: [{ ...always, kind: 'not-declared' }] }, '2027-01-04', null],
    ['declared from Wednesday', { surgery: [{ ...full, from: '2027-01-06' }] }, '2027-01-04', null],
    [
      'not declared, but away all week',
      { surgery: [], absences: [away('2027-01-04', '2027-01-11')] },
      '2027-01-04',
      0,
    ],
    ['declared and empty', { surgery: [makeSurgery([])] }, '2027-01-04', 0],
  ]
  it.each(cases)('%s', (_, over, monday, hours) => {
    expect(surgeryHours(doctorOf(over), monday)).toBe(hours)
  })

  it('follow a rotation of two weeks on and four off from the Monday of its anchor', () => {
    const rotation = { ...always, weeksOn: 2, weeksOff: 4, anchor: '2027-01-06' }
    const mondays = Array.from({ length: 8 }, (_, week) => addDays('2026-12-28', week * 7))
    const hours = mondays.map((monday) => surgeryHours(doctorOf({ rotations: [rotation] }), monday))
    expect(hours).toEqual([0, 35, 35, 0, 0, 0, 0, 35])
  })

  it('keep their start under reduced capacity', () => {
    const half = doctorOf({ capacities: [{ ...always, percent: 50 }] })
    expect(weekOf(half, '2027-01-04').surgery?.[0]).toEqual({
      start: at('2027-01-04 08:00'),
      end: at('2027-01-04 11:30'),
    })
  })

  it('change with the dated timetable', () => {
    const short = makeSurgery(weekdays('08:00', '12:00'))
    const surgery = [
      { ...full, to: '2027-01-11' },
      { ...short, from: '2027-01-11' },
    ]
    expect(surgeryHours(doctorOf({ surgery }), '2027-01-04')).toBe(35)
    expect(surgeryHours(doctorOf({ surgery }), '2027-01-11')).toBe(20)
  })
})

describe('other tasks of a week', () => {
  const tasksOf = (over: Partial<Doctor>, monday = '2027-01-04') => {
    const { tasks, looseMinutesPerWeek } = weekOf(doctorOf(over), monday)
    return [unionMinutes(tasks) / 60, looseMinutesPerWeek]
  }
  const timed = task({ timetable: [{ weekday: 2, start: '15:00', end: '17:00', endDay: 0 }] })
  const loose = task({ looseMinutesPerWeek: 100 })

  it('are timed and loose', () => {
    expect(tasksOf({ otherTasks: [timed, loose] })).toEqual([2, 100])
  })

  it('stand also when surgery is not declared', () => {
    expect(tasksOf({ surgery: [], otherTasks: [timed, loose] })).toEqual([2, 100])
  })

  it.each([
    ['with two days away', { absences: [away('2027-01-05', '2027-01-07')] }, [0, 60]],
    ['under half capacity', { capacities: [{ ...always, percent: 50 }] }, [1, 50]],
    ['all week away', { absences: [away('2027-01-04', '2027-01-11')] }, [0, 0]],
    ['away only in the weekend', { absences: [away('2027-01-09', '2027-01-11')] }, [2, 100]],
  ])('shrink %s', (_, over, expected) => {
    expect(tasksOf({ ...over, otherTasks: [timed, loose] })).toEqual(expected)
  })

  it('begin and end with their dates', () => {
    expect(tasksOf({ otherTasks: [{ ...loose, from: '2027-01-07' }] })).toEqual([0, 40])
    expect(tasksOf({ otherTasks: [{ ...timed, to: '2027-01-05' }] })).toEqual([0, 0])
  })
})

describe('a task that crosses Sunday midnight', () => {
  const overnight = { weekday: 7, start: '22:00', end: '06:00', endDay: 1 } as const
  const doctor = doctorOf({ otherTasks: [task({ timetable: [overnight] })] })

  it('gives its minutes before midnight to the week it starts in, the others to the week after', () => {
    const late = { start: at('2027-01-10 22:00'), end: at('2027-01-11 00:00') }
    const early = { start: at('2027-01-04 00:00'), end: at('2027-01-04 06:00') }
    expect(weekOf(doctor, '2027-01-04').tasks).toEqual([early, late])
  })

  it('does not start while the doctor is away, and so does not reach into the week after', () => {
    const over = { ...doctor, absences: [away('2027-01-03', '2027-01-04')] }
    expect(weekOf(over, '2027-01-04').tasks).toHaveLength(1)
  })
})
