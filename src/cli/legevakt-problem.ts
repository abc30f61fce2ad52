import type { LegevaktInstance } from '../exchange/legevakt-instance.ts'
import { toProblem } from '../solver/derive.ts'
import {
  BACKS_UP,
  BACKUP_LINE,
  blankProblem,
  COUNTERS,
  HOLIDAYS,
  NIGHTS,
  NONE,
  type Problem,
  WORKS_ALONE,
} from '../solver/problem.ts'
import { blankUnits, type Pattern, type UnitRules } from '../solver/units.ts'
import { NO_WEIGHTS, type Weights } from '../solver/weights.ts'

/** The judge's points are counted in hundredths, so that every sum is a whole number. */
export const POINT = 100

const HOURS = 0
/** The judge counts slots in weekends, not weekends. */
const WEEKEND_SLOTS = 2

const EXEMPT = 1
const ON_LEAVE = 2
const NOT_SPECIALIST = 4

type Slot = LegevaktInstance['slots'][number]

/** The instance as the builder's neutral problem, its slots in order of start, and which slot of the file each of them is. */
export interface LegevaktProblem {
  readonly problem: Problem
  readonly order: readonly number[]
}

/** Every rule of the judge as rules by units: days for neighbours, windows and spacing, weeks for caps and weekends. */
export function toLegevaktProblem(instance: LegevaktInstance): LegevaktProblem {
  const order = instance.slots
    .map((_, i) => i)
    .sort((a, b) => startOf(instance, a) - startOf(instance, b) || a - b)
  const slots = order.map((i) => instance.slots[i] as Slot)
  const units = unitsOf(instance, slots)
  const data = {
    ...blankProblem(
      { slots: slots.length, staff: instance.gps.length, weeks: 0, weekends: 0, blocks: 0, quotas: 0 },
      weightsFor(instance),
    ),
    units,
  }
  const likenesses = numbering(slots.map(likeness))
  const backed = new Set(slots.filter((slot) => slot.optional).map((slot) => slot.day))
  data.behind.set(1, [0])
  slots.forEach((slot, index) => {
    data.start[index] = slot.start * 60
    data.end[index] = slot.end * 60
    data.alike[index] = likenesses.get(likeness(slot)) ?? 0
    data.conditional[index] = Number(slot.optional)
    if (slot.optional) {
      data.role[index] = BACKUP_LINE
      data.line[index] = 1
    }
    data.amounts.set([slot.hours10, 0, 10 * Number(slot.weekend)], index * COUNTERS)
    data.amounts[index * COUNTERS + NIGHTS] = 10 * Number(slot.night)
    data.amounts[index * COUNTERS + HOLIDAYS] = 10 * Number(slot.holiday)
  })
  instance.gps.forEach((gp, person) => {
    const pointsOf = pairPointsOf(instance, gp)
    const away = new Set(gp.leaveWeeks)
    const known = gp.exempt ? EXEMPT : 0
    for (let index = 0, pair = person * slots.length; index < slots.length; index++, pair++) {
      const slot = slots[index] as Slot
      data.refusal[pair] =
        known |
        (away.has(Math.floor(slot.day / 7)) ? ON_LEAVE : 0) |
        (slot.specialistOnly && !gp.specialist ? NOT_SPECIALIST : 0)
      const isAlone = slot.specialistOnly || gp.specialist || !backed.has(slot.day)
      data.able[pair] = BACKS_UP | (isAlone ? WORKS_ALONE : 0)
      data.wishPoints[pair] = pointsOf(slot)
    }
  })
  return { problem: toProblem(data), order }
}

/** A slot left open is worse than any breach, and a breach than almost any wish. */
function weightsFor({ rules }: LegevaktInstance): Weights {
  return {
    ...NO_WEIGHTS,
    open: 100_000 * POINT,
    wishPoint: 1,
    breach: 1000 * POINT,
    // Two duties too close are what is traded most: the search begins where one is borne often and ends where it is not.
    firstTemperature: Math.max(1, Math.round((2 * POINT * rules.weights.spacing) / 3)),
    halvings: 3,
  }
}

/** Slots with one text weigh the same in every count. */
function likeness(slot: Slot): string {
  return `${slot.type} ${slot.hours10} ${slot.night} ${slot.weekend} ${slot.holiday} ${slot.optional}`
}

function startOf(instance: LegevaktInstance, index: number): number {
  return instance.slots[index]?.start ?? 0
}

type Gp = LegevaktInstance['gps'][number]

function pairPointsOf({ rules }: LegevaktInstance, gp: Gp): (slot: Slot) => number {
  const { weights } = rules
  // A day asked for twice counts once, by the later entry, as the judge's map has it.
  const asked = new Map(
    gp.requestsOff.map((request) => [request.day, POINT * weights.request * request.weight]),
  )
  const disliked = POINT * weights.dislike
  const optional = POINT * weights.optionalBackup
  return (slot) =>
    (asked.get(slot.day) ?? 0) + (gp.dislikes === slot.type ? disliked : 0) + (slot.optional ? optional : 0)
}

function unitsOf(instance: LegevaktInstance, slots: readonly Slot[]): UnitRules {
  const { gps, weeks, rules } = instance
  const { weights } = rules
  const kindText = (slot: Slot) => `${slot.kind} ${slot.start % 24} ${slot.end - slot.start}`
  const kinds = numbering(slots.map(kindText))
  const units = {
    ...blankUnits(slots.length, gps.length, weeks, kinds.size),
    patterns: patternsOf(instance, slots),
  }
  slots.forEach((slot, index) => {
    units.unit[index] = slot.day
    units.kind[index] = kinds.get(kindText(slot)) ?? 0
    units.budget[index] = Math.floor(slot.day / 7)
    units.load[index] = slot.hours10
  })
  const samples = [...kinds.keys()].map((text) => slots.find((slot) => kindText(slot) === text) as Slot)
  units.beside.fill(1)
  samples.forEach((before, a) => {
    samples.forEach((after, b) => {
      const rest = before.kind === 'site' && after.kind === 'site' ? rules.restSite : rules.restHome
      const gap = 24 + (after.start % 24) - (before.start % 24) - (before.end - before.start)
      units.follows[a * kinds.size + b] = Number(gap < rest)
    })
  })
  gps.forEach((gp, person) => {
    units.budgetMost.fill(gp.weeklyCap10, person * weeks, (person + 1) * weeks)
    if (gp.exempt) return
    const { target } = gp
    units.target.set([target.hours10, 0, target.weekend10], person * COUNTERS)
    units.target[person * COUNTERS + NIGHTS] = target.night10
    units.target[person * COUNTERS + HOLIDAYS] = target.holiday10
  })
  units.steep[HOURS] = POINT * weights.hours10
  units.squared[NIGHTS] = (POINT * weights.night) / 100
  units.squared[WEEKEND_SLOTS] = (POINT * weights.weekend) / 100
  units.squared[HOLIDAYS] = (POINT * weights.holiday) / 100
  return units
}

function patternsOf({ days, weeks, rules }: LegevaktInstance, slots: readonly Slot[]): Pattern[] {
  const exempt: ReadonlySet<number> = new Set()
  const by = (unitOf: (slot: Slot) => number) => Int32Array.from(slots, unitOf)
  const consecutive = {
    length: rules.maxConsecutiveDuties + 1,
    most: rules.maxConsecutiveDuties,
    breach: 1,
    cost: 0,
    exempt,
  } as const
  const spacing = {
    length: rules.spacingDays,
    most: 1,
    breach: 0,
    cost: POINT * rules.weights.spacing,
    exempt,
  } as const
  const nights = { length: 7, most: rules.maxNightsIn7, breach: 1, cost: 0, exempt } as const
  const weekends = { length: 2, most: 1, breach: 1, cost: 0, exempt } as const
  return [
    { units: days, unit: by((slot) => slot.day), windows: [consecutive, spacing] },
    { units: days, unit: by((slot) => (slot.night ? slot.day : NONE)), windows: [nights] },
    ...(rules.noTwoWeekendsInRow
      ? [
          {
            units: weeks,
            unit: by((slot) => (slot.weekend ? Math.floor(slot.day / 7) : NONE)),
            windows: [weekends],
          },
        ]
      : []),
  ]
}

function numbering(keys: readonly string[]): Map<string, number> {
  return new Map([...new Set(keys)].map((key, index) => [key, index]))
}
