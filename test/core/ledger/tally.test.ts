import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWindows,
  overlapping,
  type Rated,
  stepsOf,
  sumWithin,
  tallyOf,
  tallyOfSum,
  tallyOver,
  tallyWithout,
} from '../../../src/core/ledger/tally.ts'
import type { Interval } from '../../../src/core/time/interval.ts'

const rate = fc.constantFrom(1, 1 / 2, 1 / 7)
const piece = fc
  .record({ start: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 1, max: 30 }), rate })
  .map(({ start, length, rate: own }): Rated => ({ start, end: start + length, rate: own }))
const pieces = fc.array(piece, { maxLength: 8 })
const span = fc
  .tuple(fc.integer({ min: -5, max: 100 }), fc.integer({ min: 0, max: 60 }))
  .map(([start, length]): Interval => ({ start, end: start + length }))

/** Minute by minute. */
function byMinute({ start, end }: Interval, value: (minute: number) => number): number {
  let sum = 0
  for (let minute = start; minute < end; minute++) sum += value(minute)
  return sum
}

function ratesAt(all: readonly Rated[], minute: number): number[] {
  return all.filter(({ start, end }) => start <= minute && minute < end).map((own) => own.rate)
}

const highestAt = (all: readonly Rated[]) => (minute: number) => Math.max(0, ...ratesAt(all, minute))
const options = { seed: 11, numRuns: 200 }

describe('a tally', () => {
  it('counts each minute once, by the highest rate that holds it', () => {
    fc.assert(
      fc.property(pieces, span, (all, within) => {
        expect(sumWithin(tallyOf(all), within)).toBeCloseTo(byMinute(within, highestAt(all)), 6)
      }),
      options,
    )
  })

  it('is the same over disjoint spans of full minutes and pieces by start', () => {
    fc.assert(
      fc.property(pieces, pieces, (told, own) => {
        const spans = stepsOf(tallyOf(told.map((part) => ({ ...part, rate: 1 }))))
        const sorted = own.toSorted((a, b) => a.start - b.start)
        const rates = sorted.map((part) => part.rate)
        expect(tallyOver(spans, sorted, rates)).toEqual(tallyOf([...spans, ...sorted]))
      }),
      options,
    )
  })

  it('of a sum adds the rates up', () => {
    fc.assert(
      fc.property(pieces, span, (all, within) => {
        const sum = byMinute(within, (minute) => ratesAt(all, minute).reduce((total, one) => total + one, 0))
        expect(sumWithin(tallyOfSum(all), within)).toBeCloseTo(sum, 6)
      }),
      options,
    )
  })

  it('without some spans counts nothing in them', () => {
    fc.assert(
      fc.property(pieces, pieces, span, (all, told, within) => {
        const holes = stepsOf(tallyOf(told.map((part) => ({ ...part, rate: 1 }))))
        const isIn = (minute: number) => holes.some(({ start, end }) => start <= minute && minute < end)
        const sum = byMinute(within, (minute) => (isIn(minute) ? 0 : highestAt(all)(minute)))
        expect(sumWithin(tallyWithout(tallyOf(all), holes), within)).toBeCloseTo(sum, 6)
      }),
      options,
    )
  })

  it('tells what many windows hold in one sweep as it tells each', () => {
    const starts = fc.array(fc.integer({ min: -5, max: 120 }))
    fc.assert(
      fc.property(pieces, starts, fc.integer({ min: 1, max: 40 }), (all, told, length) => {
        const tally = tallyOf(all)
        const points = Int32Array.from(told).sort()
        const sums = new Float64Array(points.length)
        addWindows(tally, points, length, sums)
        expect([...sums]).toEqual(
          [...points].map((start) => sumWithin(tally, { start, end: start + length })),
        )
      }),
      options,
    )
  })

  it('finds the spans that share a minute with one, touching ones left out', () => {
    const spans = [
      { start: 0, end: 10 },
      { start: 10, end: 20 },
      { start: 25, end: 30 },
    ]
    expect(overlapping(spans, { start: 10, end: 25 })).toEqual([{ start: 10, end: 20 }])
    expect(overlapping(spans, { start: 9, end: 26 })).toEqual(spans)
    expect(overlapping(spans, { start: 30, end: 40 })).toEqual([])
  })
})
