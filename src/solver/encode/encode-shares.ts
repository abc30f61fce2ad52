import { isAwayOn } from '../../core/ledger/availability.ts'
import { fairShares, type Load } from '../../core/ledger/fair-share.ts'
import { parameterOn } from '../../core/rota/agreement.ts'
import { cellKey } from '../../core/rota/assignment.ts'
import { type Doctor, factOn } from '../../core/rota/doctor.ts'
import type { Rota } from '../../core/rota/rota.ts'
import { datesIn, daysBetween, holdsOn, type LocalDate } from '../../core/time/local-date.ts'
import { MINUTES_PER_DAY } from '../../core/time/minute.ts'
import { COUNTERS, HOLIDAYS, NIGHTS, type ProblemData, WEEKENDS } from '../problem.ts'
import type { EncodedSlot } from './encode.ts'

/** Points per squared hour, night, weekend and holiday away from an even share. */
const POINTS = { hour: 5, night: 500, weekend: 800, holiday: 600 }

/** Who shall carry how much: the ledger's even shares, and for locums and contracted doctors what they are there to take. */
export function encodeShares(data: ProblemData, rota: Rota, slots: readonly EncodedSlot[]): void {
  const fair = fairShares(emptied(rota, slots))
  const demand = amountsOf(data, slots)
  const weightSum = fair.reduce((sum, share) => sum + share.weight, 0)
  const sharing = Math.max(1, fair.filter((share) => share.weight > 0).length)
  const outside = rota.district.doctors.map((doctor, person) =>
    fair[person]!.weight > 0 ? 0 : outsidePart(rota, doctor, demand, weightSum),
  )
  const left = Math.max(0.1, 1 - outside.reduce((sum, part) => sum + part, 0))
  for (let counter = 0; counter < COUNTERS; counter++) {
    data.points[counter] = pointsOf(rota, counter)
    const targets = fair.map((share) => toCounts(share.target)[counter]!)
    const total = targets.reduce((sum, target) => sum + target, 0)
    fair.forEach(({ weight }, person) => {
      // Where nothing is demanded but may come (a conditional backup), the general weight stands in.
      const part = total > 0 ? targets[person]! / total : weight / Math.max(1e-9, weightSum)
      const most = reachablePart(data, person, counter)
      data.share[person * COUNTERS + counter] = sharing * Math.min(most, part + outside[person]! / left)
    })
  }
  encodeSpacing(data, rota, slots, demand)
}

/** The rota as it stands before anything is built. */
function emptied(rota: Rota, slots: readonly EncodedSlot[]): Rota {
  const cells = new Map(rota.cells)
  for (const slot of slots) {
    if (slot.kind === 'place') cells.delete(cellKey({ needId: slot.need.id, seat: slot.seat }))
  }
  return { ...rota, cells }
}

function toCounts(load: Load): number[] {
  const { home, backup } = load.minutes
  return [home, load.minutes['on-site'], backup, load.nights, load.weekends, load.holidays]
}

/** What the slots that are not conditional add up to; one weekend for each block or slot of it. */
function amountsOf(data: ProblemData, slots: readonly EncodedSlot[]): number[] {
  const demand = new Array<number>(COUNTERS).fill(0)
  const weekends = new Set<string>()
  slots.forEach((slot, index) => {
    if (slot.kind === 'elsewhere' || slot.line.conditional) return
    for (let counter = 0; counter < COUNTERS; counter++) {
      demand[counter]! += data.amounts[index * COUNTERS + counter]!
    }
    if (data.weekend[index]! >= 0) weekends.add(`${slot.line.id} ${data.weekend[index]} ${slot.seat}`)
  })
  demand[WEEKENDS] = weekends.size
  return demand
}

/** The part of what is counted that lies in slots the person may hold, 0–1: nobody's even share is more. */
function reachablePart(data: ProblemData, person: number, counter: number): number {
  let reachable = 0
  let all = 0
  for (let slot = 0; slot < data.slots; slot++) {
    const amount =
      counter === WEEKENDS ? data.weekendMinutes[slot]! : data.amounts[slot * COUNTERS + counter]!
    all += amount
    if (data.refusal[person * data.slots + slot] === 0) reachable += amount
  }
  return all === 0 ? 1 : reachable / all
}

/** The part of the demand that somebody outside the sharing is there to take, 0–1. */
function outsidePart(rota: Rota, doctor: Doctor, demand: readonly number[], weightSum: number): number {
  const minutes = demand[0]! + demand[1]! + demand[2]!
  const dates = datesIn({ from: rota.from, to: rota.to })
  const ways = dates.map((date) => (isAwayOn(doctor, date) ? undefined : factOn(doctor.takingPart, date)))
  const contracted = ways.find((part) => part?.way.kind === 'contracted-hours')?.way
  if (contracted?.kind === 'contracted-hours')
    return Math.min(1, contracted.minutesPerPeriod / Math.max(1, minutes))
  const offered = dates.filter((date, i) => isOffered(ways[i], date)).length / Math.max(1, dates.length)
  return offered === 0 ? 0 : offered / (offered + weightSum)
}

function isOffered(part: ReturnType<typeof factOn<Doctor['takingPart'][number]>>, date: LocalDate): boolean {
  return part?.way.kind === 'offered-windows' && part.way.windows.some((window) => holdsOn(window, date))
}

/** One price for the whole period: the weights that hold on its first day. */
function pointsOf(rota: Rota, counter: number): number {
  const weights = parameterOn(rota.district.agreement, 'fairness', rota.from)
  if (counter === NIGHTS) return POINTS.night * weights.nights
  if (counter === WEEKENDS) return POINTS.weekend * weights.weekends
  if (counter === HOLIDAYS) return POINTS.holiday * weights.holidays
  return (POINTS.hour * weights.hours) / 3600
}

const LONGEST_SPACING = 7 * MINUTES_PER_DAY
const SHORTEST_SPACING = 12 * 60
/** Share of the mean gap between a doctor's duties that one should reach. */
const GAP_SHARE = 0.6

/** Less than the mean gap of evenly spread duties, blocks taken as one; at most a week. */
function encodeSpacing(
  data: ProblemData,
  rota: Rota,
  slots: readonly EncodedSlot[],
  demand: readonly number[],
): void {
  const period = daysBetween(rota.from, rota.to) * MINUTES_PER_DAY
  const units = new Set(slots.map((slot, index) => unitOf(data, slot, index))).size
  const forms = [0, 1, 2].filter((form) => demand[form]! > 0)
  const minutes = demand[0]! + demand[1]! + demand[2]!
  for (let person = 0; person < data.staff; person++) {
    const own = forms.reduce((sum, form) => sum + demand[form]! * partOf(data, person, form), 0)
    const duties = (units * own) / Math.max(1, minutes)
    const gap = duties < 1 ? period : (period - own) / duties
    data.spacing[person] = Math.round(Math.min(LONGEST_SPACING, Math.max(SHORTEST_SPACING, gap * GAP_SHARE)))
  }
}

function partOf(data: ProblemData, person: number, counter: number): number {
  let sum = 0
  for (let at = counter; at < data.share.length; at += COUNTERS) sum += data.share[at]!
  return sum === 0 ? 0 : data.share[person * COUNTERS + counter]! / sum
}

function unitOf(data: ProblemData, slot: EncodedSlot, index: number): string {
  if (slot.kind === 'elsewhere' || slot.line.conditional) return ''
  return data.block[index]! >= 0 ? `block ${data.block[index]}` : `slot ${index}`
}
