import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentPieces } from '../../../src/core/ledger/segment.ts'
import { DEFAULT_PARAMETERS } from '../../../src/core/rota/agreement.ts'
import { DUTY_FORMS } from '../../../src/core/rota/line.ts'
import { minutesOf } from '../../../src/core/time/interval.ts'
import { fromMinuteOfDay } from '../../../src/core/time/local-time.ts'
import { toOffsetText } from '../../../src/core/time/oslo.ts'
import { at } from '../../support/make-district.ts'

const { cutPoints } = DEFAULT_PARAMETERS

describe('segments', () => {
  it('are cut at the cut points and at midnight, with the kind of their day', () => {
    const piece = { form: 'home' as const, start: at('2027-03-24 15:30'), end: at('2027-03-25 08:00') }
    const cut = segmentPieces([piece], cutPoints).map(({ start, date, dayKind }) => [
      toOffsetText(start).slice(11, 16),
      date,
      dayKind,
    ])
    expect(cut).toEqual([
      ['15:30', '2027-03-24', 'early-close'],
      ['16:00', '2027-03-24', 'early-close'],
      ['21:00', '2027-03-24', 'early-close'],
      ['23:00', '2027-03-24', 'early-close'],
      ['00:00', '2027-03-25', 'public-holiday'],
      ['06:00', '2027-03-25', 'public-holiday'],
    ])
  })

  it.each([
    ['2027-03-27 23:00', '2027-03-28 08:00', [60, 300, 120]],
    ['2027-10-30 23:00', '2027-10-31 08:00', [60, 420, 120]],
  ])('of the night from %s are as long as the night really is', (from, to, minutes) => {
    const piece = { form: 'on-site' as const, start: at(from), end: at(to) }
    expect(segmentPieces([piece], cutPoints).map(minutesOf)).toEqual(minutes)
  })

  it('keep one form each', () => {
    const pieces = [
      { form: 'home' as const, start: at('2027-01-04 16:00'), end: at('2027-01-04 22:00') },
      { form: 'on-site' as const, start: at('2027-01-04 22:00'), end: at('2027-01-04 23:00') },
    ]
    expect(segmentPieces(pieces, cutPoints).map((segment) => segment.form)).toEqual([
      'home',
      'home',
      'on-site',
    ])
  })

  it('add up to their piece, minute for minute, whatever the cut points', () => {
    const start = fc.integer({ min: at('2026-01-01 00:00'), max: at('2028-12-28 00:00') })
    const nearChange = fc.integer({ min: -1500, max: 1500 }).map((offset) => at('2027-03-28 00:00') + offset)
    const cuts = fc.array(fc.integer({ min: 0, max: 1440 }).map(fromMinuteOfDay), { maxLength: 8 })
    fc.assert(
      fc.property(
        fc.oneof(start, nearChange),
        fc.integer({ min: 1, max: 72 * 60 }),
        fc.constantFrom(...DUTY_FORMS),
        cuts,
        (from, length, form, points) => {
          const piece = { form, start: from, end: from + length }
          const segments = segmentPieces([piece], points)
          expect(segments[0]?.start).toBe(piece.start)
          expect(segments.at(-1)?.end).toBe(piece.end)
          for (const [index, segment] of segments.entries()) {
            expect(segment.end).toBeGreaterThan(segment.start)
            expect(segment.form).toBe(form)
            if (index > 0) expect(segment.start).toBe(segments[index - 1]?.end)
          }
        },
      ),
    )
  })

  it('of nothing are none', () => {
    expect(segmentPieces([], cutPoints)).toEqual([])
  })
})
