import { isAwayOn } from '../core/ledger/availability.ts'
import { fairShares, type Load } from '../core/ledger/fair-share.ts'
import { parameterOn } from '../core/rota/agreement.ts'
import { cellKey } from '../core/rota/assignment.ts'
import { type Doctor, factOn } from '../core/rota/doctor.ts'
import type { Rota } from '../core/rota/rota.ts'
import { datesIn, daysBetween, holdsOn, type LocalDate } from '../core/time/local-date.ts'
import { MINUTES_PER_DAY } from '../core/time/minute.ts'
import type { EncodedSlot } from './encode.ts'
import { COUNTERS, HOLIDAYS, NIGHTS, type ProblemData, WEEKENDS } from './problem.ts'

/** Points per squared hour, night, weekend and holiday away from an even share. */
const POINTS = { hour: 5, night: 300, weekend: 800, holiday: 600 }

/** Even shares as targets: the ledger's for those who share, and for locums and contracted doctors what they are there to take. */
export function encodeShares(data: ProblemData, rota: Rota, slots: readonly EncodedSlot[]): void {
  const shares = fairShares(emptied(rota, slots))
  const demand = demandOf(data, slots)
  const weightSum = shares.reduce((sum, share) => sum + share.weight, 0)
  const parts = rota.district.doctors.map((doctor, person) =>
    shares[person]!.weight > 0 ? 0 : outsidePart(rota, doctor, demand, weightSum),
  )
  const left = Math.max(0, 1 - parts.reduce((sum, part) => sum + part, 0))
  const meanWeight = weightSum / Math.max(1, shares.filter((share) => share.weight > 0).length)
  shares.forEach((share, person) => {
    const load = toCounts(share.target)
    const own = parts[person]!
    const relative = share.weight > 0 ? share.weight / meanWeight : 1
    for (let counter = 0; counter < COUNTERS; counter++) {
      const at = person * COUNTERS + counter
      data.target[at] = own > 0 ? own * demand[counter]! : left * load[counter]!
      data.scale[at] = pointsOf(rota, counter) / Math.min(4, Math.max(0.25, relative))
    }
    data.spacing[person] = spacingOf(data, rota, slots, person)
  })
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
function demandOf(data: ProblemData, slots: readonly EncodedSlot[]): number[] {
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
function spacingOf(data: ProblemData, rota: Rota, slots: readonly EncodedSlot[], person: number): number {
  const period = daysBetween(rota.from, rota.to) * MINUTES_PER_DAY
  const units = new Set(slots.map((slot, index) => unitOf(data, slot, index)))
  const demand = demandOf(data, slots)
  const minutes = demand[0]! + demand[1]! + demand[2]!
  const target = data.target.subarray(person * COUNTERS, person * COUNTERS + 3)
  const own = (units.size * (target[0]! + target[1]! + target[2]!)) / Math.max(1, minutes)
  const gap = own < 1 ? period : (period - (target[0]! + target[1]! + target[2]!)) / own
  return Math.round(Math.min(LONGEST_SPACING, Math.max(SHORTEST_SPACING, gap * GAP_SHARE)))
}

function unitOf(data: ProblemData, slot: EncodedSlot, index: number): string {
  if (slot.kind === 'elsewhere' || slot.line.conditional) return ''
  return data.block[index]! >= 0 ? `block ${data.block[index]}` : `slot ${index}`
}
