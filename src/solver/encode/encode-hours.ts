import { weightsOn } from '../../core/ledger/floor-over.ts'

import type { HoursBasis, OtherHours } from '../../core/ledger/other-hours.ts'
import { sumWithin, tallyOver } from '../../core/ledger/tally.ts'
import type { Doctor } from '../../core/rota/doctor.ts'
import type { Rota } from '../../core/rota/rota.ts'
import type { Background, ReadWeek } from '../../core/rules/background.ts'
import { type DatedValue, valueAt } from '../../core/rules/dated-values.ts'
import { clip, overlaps, unionMinutes } from '../../core/time/interval.ts'
import { type IsoWeek, isoWeekInterval } from '../../core/time/iso-week.ts'
import { addDays, holdsOn } from '../../core/time/local-date.ts'
import { MINUTES_PER_DAY } from '../../core/time/minute.ts'
import { dayInterval } from '../../core/time/oslo.ts'
import type { Basis, Mean, Stretch } from '../limits.ts'
import { NO_CAP, type ProblemData } from '../problem.ts'
import type { EncodedSlot } from './encode.ts'
import { toEdges } from './encode-staff.ts'

const BASES: readonly HoursBasis[] = ['total', 'duty', 'act']

export function basesOf(
  data: ProblemData,
  rota: Rota,
  background: Background,
  slots: readonly EncodedSlot[],
): Basis[] {
  return BASES.map((basis) => basisOf(data, rota, background, slots, basis))
}

function basisOf(
  data: ProblemData,
  rota: Rota,
  background: Background,
  slots: readonly EncodedSlot[],
  basis: HoursBasis,
): Basis {
  const hours = rota.district.doctors.map((doctor) => background.otherHoursOf(doctor, basis))
  const pieces = slots.map((slot) =>
    slot.kind === 'elsewhere'
      ? []
      : slot.pieces.map((piece) => ({ ...piece, rate: weightsOn(rota, basis, slot.date)[piece.form] })),
  )
  const all = pieces.flat()
  const from = new Int32Array(data.slots + 1)
  pieces.forEach((own, slot) => {
    from[slot + 1] = from[slot]! + own.length
  })
  return {
    from,
    start: Int32Array.from(all, (piece) => piece.start),
    end: Int32Array.from(all, (piece) => piece.end),
    rate: Float64Array.from(all, (piece) => piece.rate),
    weight: Float64Array.from(pieces, (own) =>
      own.reduce((sum, { start, end, rate }) => sum + (end - start) * rate, 0),
    ),
    peak: Float64Array.from(pieces, (own) => Math.max(0, ...own.map(({ rate }) => rate))),
    other: hours.map(({ counted }) => toEdges(counted)),
    spread: hours.map(({ spread }) =>
      Float64Array.from(
        spread.starts.flatMap((start, index) => [start, spread.ends[index]!, spread.rates[index]!]),
      ),
    ),
    unknown: hours.map(({ unknown }) => toEdges(unknown)),
  }
}

/** Any seven days of all work (P14), and any 24 hours under the act (P17). */
export function stretchesOf(rota: Rota, background: Background): Stretch[] {
  const days = background
    .values('longUnderAct')
    .map(({ value, ...span }) => ({ ...span, value: value.dayMinutes }))
  return [
    stretchOf(
      rota,
      background,
      'rolling-total',
      'total',
      7 * MINUTES_PER_DAY,
      background.values('rollingTotalMinutes'),
    ),
    stretchOf(rota, background, 'long-day', 'act', MINUTES_PER_DAY, days),
  ].filter((stretch) => stretch.limits.length > 0)
}

function stretchOf(
  rota: Rota,
  background: Background,
  kind: Stretch['kind'],
  basis: HoursBasis,
  length: number,
  values: readonly DatedValue<number>[],
): Stretch {
  const broken = values.find(({ value }) => !Number.isInteger(value))
  // Points of whole minutes past whole limits are whole, which the bound rests on.
  if (broken) throw new Error(`${kind}: a limit of ${broken.value} minutes, which are not whole`)
  const ranges = rangesOf(values, length)
  const lowest = Math.min(...values.map(({ value }) => value))
  const hours = rota.district.doctors.map((doctor) => background.otherHoursOf(doctor, basis))
  return {
    kind,
    basis: BASES.indexOf(basis),
    length,
    limits: Float64Array.from(ranges.flat()),
    lowest,
    from: dayInterval(rota.from).start,
    until: dayInterval(rota.to).start,
    isWarning: kind === 'rolling-total',
    slack: Float64Array.from(hours, (own) => lowest - mostWithin(own, length)),
  }
}

/** The most that any stretch of so many minutes holds of it. */
function mostWithin({ counted, spread }: OtherHours, length: number): number {
  const tally = tallyOver(counted, [], [])
  const starts = [...tally.starts, ...spread.starts]
  const ends = [...tally.ends, ...spread.ends]
  return Math.max(
    0,
    ...[...starts, ...ends.map((end) => end - length)].map((start) => {
      const span = { start, end: start + length }
      return sumWithin(tally, span) + sumWithin(spread, span)
    }),
  )
}

/** Starts of stretches by what judges them: of several values the more lenient, and none where for a part none holds. */
function rangesOf(values: readonly DatedValue<number>[], length: number): number[][] {
  const edges = values.flatMap(({ start, end }) => [start - length + 1, start, end - length + 1, end])
  const cuts = [...new Set(edges)].sort((a, b) => a - b)
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index]!
    const window = { start, end: start + length }
    const held = values.filter((value) => overlaps(value, window))
    const isWhole = unionMinutes(clip(held, window)) === length
    return isWhole ? [[start, end, Math.max(...held.map(({ value }) => value))]] : []
  })
}

/** Means over weeks under the act (P16) and of duty (P18), and single weeks under the act (P17). */
export function meansOf(rota: Rota, background: Background, weeks: readonly IsoWeek[]): Mean[] {
  const read = background.weeks()
  const act = background.values('averageUnderAct')
  const duty = background.values('averageDuty')
  const lengths = [...new Set(act.flatMap(({ value }) => value.map((mean) => mean.weeks)))]
  const dutyLengths = [...new Set(duty.map(({ value }) => value.weeks))]
  const isPeriod = periodWeeks(weeks, read)
  const means = [
    ...lengths.map((length) =>
      meanOf(rota, read, 'average-hours', 'act', length, (doctor, week) =>
        isPeriod(week) && isHeldTo(doctor, length, addDays(week.monday, 6))
          ? valueAt(act, week.span.start)?.find((mean) => mean.weeks === length)?.minutes
          : undefined,
      ),
    ),
    ...dutyLengths.map((length) =>
      meanOf(rota, read, 'average-duty', 'duty', length, (_, week) => {
        const mean = isPeriod(week) ? valueAt(duty, week.span.start) : undefined
        return mean?.weeks === length ? mean.minutes : undefined
      }),
    ),
    longWeeksOf(rota, background, weeks),
  ]
  return means.filter((mean) => mean.limit.some((limit) => limit < NO_CAP))
}

function periodWeeks(weeks: readonly IsoWeek[], read: readonly ReadWeek[]): (week: ReadWeek) => boolean {
  const own = new Set(weeks)
  const mondays = read.filter(({ week }) => own.has(week)).map(({ monday }) => monday)
  const first = mondays[0] ?? ''
  const last = mondays.at(-1) ?? ''
  return ({ monday }) => monday >= first && monday <= last
}

/** §10-12(4) asks for the consent of each worker where the mean over a year is above 48 hours. */
const WEEKS_OF_YEAR = 52

function isHeldTo(doctor: Doctor, weeks: number, lastDate: string): boolean {
  if (weeks < WEEKS_OF_YEAR) return true
  return !(doctor.averageConsents ?? []).some((consent) => holdsOn(consent, lastDate))
}

function meanOf(
  rota: Rota,
  read: readonly ReadWeek[],
  kind: Mean['kind'],
  basis: HoursBasis,
  weeks: number,
  limitOf: (doctor: Doctor, week: ReadWeek) => number | undefined,
): Mean {
  return {
    kind,
    basis: BASES.indexOf(basis),
    weeks,
    weekStart: startsOf(read.map(({ span }) => span)),
    isWhole: Uint8Array.from(read, ({ isWhole }) => Number(isWhole)),
    limit: Int32Array.from(
      rota.district.doctors.flatMap((doctor) => read.map((week) => limitOf(doctor, week) ?? NO_CAP)),
    ),
    isWarning: kind === 'average-hours',
  }
}

function longWeeksOf(rota: Rota, background: Background, weeks: readonly IsoWeek[]): Mean {
  const lines = background.values('longUnderAct')
  const spans = weeks.map((week) => isoWeekInterval(week))
  const limits = spans.map((span) => valueAt(lines, span.start)?.weekMinutes ?? NO_CAP)
  return {
    kind: 'long-week',
    basis: BASES.indexOf('act'),
    weeks: 1,
    weekStart: startsOf(spans),
    isWhole: new Uint8Array(spans.length).fill(1),
    limit: Int32Array.from(rota.district.doctors.flatMap(() => limits)),
    isWarning: false,
  }
}

function startsOf(spans: readonly { readonly start: number; readonly end: number }[]): Int32Array {
  const last = spans.at(-1)
  return Int32Array.from([...spans.map((span) => span.start), ...(last ? [last.end] : [])])
}
