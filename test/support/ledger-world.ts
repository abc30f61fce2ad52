import fc from 'fast-check'
import type { Slice } from '../../src/core/rota/assignment.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import type { Need } from '../../src/core/rota/need.ts'
import type { BusyElsewhere, Rota } from '../../src/core/rota/rota.ts'
import { addDays, daysBetween, type LocalDate } from '../../src/core/time/local-date.ts'
import { fromWall } from '../../src/core/time/oslo.ts'
import {
  always,
  makeDistrict,
  makeDoctor,
  makeNeed,
  makeRota,
  makeSurgery,
  weekdays,
} from './make-district.ts'

export const DOCTORS = ['a', 'b', 'c', 'd'] as const

const ORIGINS = ['share', 'ordered', 'voluntary', 'swap', 'sick-cover', 'locum'] as const

/** Shapes of a day's duties on one line: start of each by hour, the last one until the first of the next day. */
const SHAPES = [[16], [8], [8, 15, 23], [0, 8, 16], [15.5, 22.25], [23]] as const

/**
 * A rota over the dates with duties of every form, split at any minute and never two at once of one doctor; surgery, tasks
 * with and without a fixed time, leave, undeclared weeks and duty elsewhere beside them.
 */
export function rotaOver(from: LocalDate, to: LocalDate): fc.Arbitrary<Rota> {
  const days = daysBetween(from, to)
  const day = fc.record({
    shape: fc.constantFrom(...SHAPES),
    form: fc.constantFrom('home', 'on-site', 'backup'),
    holders: fc.array(fc.constantFrom(...DOCTORS), { minLength: 6, maxLength: 6 }),
    origins: fc.array(fc.constantFrom(...ORIGINS), { minLength: 6, maxLength: 6 }),
    splitAt: fc.option(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { nil: null }),
  })
  const elsewhere = fc.array(
    fc.record({
      day: fc.nat(days - 1),
      hour: fc.integer({ min: 0, max: 23 }),
      minutes: fc.integer({ min: 1, max: 900 }),
    }),
    { maxLength: 12 },
  )
  return fc
    .record({ days: fc.array(day, { minLength: days, maxLength: days }), elsewhere })
    .map((drawn) => toRota(from, to, drawn.days, drawn.elsewhere))
}

type Day = {
  readonly shape: (typeof SHAPES)[number]
  readonly form: 'home' | 'on-site' | 'backup'
  readonly holders: readonly string[]
  readonly origins: readonly Slice['origin'][]
  readonly splitAt: number | null
}

function toRota(
  from: LocalDate,
  to: LocalDate,
  days: readonly Day[],
  elsewhere: readonly { readonly day: number; readonly hour: number; readonly minutes: number }[],
): Rota {
  const starts = days.flatMap((drawn, index) =>
    drawn.shape.map((hour, at) => ({
      drawn,
      at,
      date: addDays(from, index),
      start: fromWall(addDays(from, index), hour * 60),
    })),
  )
  const needs: Need[] = []
  const holders: Record<string, Slice[]> = {}
  starts.forEach(({ drawn, at, date, start }, index) => {
    const end = starts[index + 1]?.start ?? start + 600
    const pieces = [{ form: drawn.form, start, end }]
    const need = makeNeed(`${date} 00:00`, `${date} 01:00`, {
      id: `h.${date}.${at}`,
      start,
      end,
      pieces,
      date,
    })
    needs.push(need)
    holders[need.id] = slicesOf(need, drawn, at)
  })
  return makeRota({
    district: makeDistrict({ doctors: doctors(from) }),
    from,
    to,
    needs,
    holders,
    elsewhere: elsewhere.map(({ day, hour, minutes }, index): BusyElsewhere => {
      const start = fromWall(addDays(from, day), hour * 60)
      return { personId: DOCTORS[index % 4] as string, start, end: start + minutes, overlapClass: null }
    }),
  })
}

function slicesOf(need: Need, { holders, origins, splitAt }: Day, at: number): Slice[] {
  const [first, second] = [at, (at + 3) % 6].map((index) => ({
    personId: holders[index] as string,
    positionId: null,
    origin: origins[index] as Slice['origin'],
    shadowing: false,
  }))
  const split = splitAt === null ? need.end : Math.round(need.start + (need.end - need.start) * splitAt)
  const slices = [
    { ...(first as Omit<Slice, 'start' | 'end'>), start: need.start, end: split },
    { ...(second as Omit<Slice, 'start' | 'end'>), start: split, end: need.end },
  ]
  return slices.filter((slice) => slice.end > slice.start)
}

function doctors(from: LocalDate): Doctor[] {
  const task = { ...always, name: 'Skole', timetable: [], looseMinutesPerWeek: 450 }
  const night = { weekday: 2, start: '22:00', end: '03:00', endDay: 1 } as const
  return [
    makeDoctor('a', { surgery: [makeSurgery(weekdays('08:00', '15:30'))] }),
    makeDoctor('b', {
      surgery: [makeSurgery([...weekdays('09:00', '14:00'), night])],
      otherTasks: [task],
      absences: [
        { id: 'leave', from: addDays(from, 20), certainFrom: addDays(from, 24), to: addDays(from, 40) },
      ],
    }),
    makeDoctor('c', {
      surgery: [
        { ...makeSurgery(weekdays('08:00', '16:00')), to: addDays(from, 50) },
        { from: addDays(from, 50), to: null, kind: 'not-declared' },
      ],
    }),
    makeDoctor('d', { declaredOtherMinutesPerWeek: 500 }),
  ]
}
