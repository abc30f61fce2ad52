import { describe, expect, it } from 'vitest'
import { fromWall } from '../../src/core/time/oslo.ts'
import { feedWindow, isInWindow } from '../../src/feeds/feed-window.ts'

const at = (date: string, hour = 0) => fromWall(date, hour * 60)
const until = (end: number) => ({ start: end - 600, end })

describe('the window of a feed', () => {
  it('stands still from Monday to Sunday and moves at local midnight', () => {
    const first = feedWindow(at('2027-03-22'))
    const last = feedWindow(at('2027-03-29') - 1)
    const next = feedWindow(at('2027-03-29'))
    expect(last).toEqual(first)
    expect(next.anchorWeek).toBe('2027-W13')
    expect(next.from).toBeGreaterThan(first.from)
  })

  it('names the ISO week also when the year of the week is another', () => {
    expect(feedWindow(at('2027-01-01', 12)).anchorWeek).toBe('2026-W53')
    expect(feedWindow(at('2027-01-03', 23)).anchorWeek).toBe('2026-W53')
  })

  it('goes 90 local days back from the Monday, over a clock change too', () => {
    expect(feedWindow(at('2027-04-08', 9)).from).toBe(at('2027-01-05'))
  })

  it('goes twelve months back for whoever checks pay, and shows cancelled duties no longer for that', () => {
    const [plain, pay] = [feedWindow(at('2027-04-08', 9)), feedWindow(at('2027-04-08', 9), 12)]
    expect(pay).toEqual({ ...plain, from: at('2026-04-05') })
  })

  it.each([
    ['that ended a minute after the first instant', at('2027-01-05') + 1, false, true],
    ['that ended at the first instant', at('2027-01-05'), false, false],
    ['17 months ahead', at('2028-09-04'), false, true],
    ['two years ahead', at('2029-04-08'), false, false],
    ['cancelled and over for less than 14 days', at('2027-03-22') + 61, true, true],
    ['cancelled and over for more', at('2027-03-21'), true, false],
  ])('a duty %s', (_, end, isCancelled, isShown) => {
    expect(isInWindow(feedWindow(at('2027-04-08')), until(end), isCancelled)).toBe(isShown)
  })
})
