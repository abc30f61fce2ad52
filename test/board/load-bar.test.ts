import { describe, expect, it } from 'vitest'
import { barParts, minutesIn } from '../../src/board/load-bar.ts'
import { fairShares } from '../../src/core/ledger/fair-share.ts'
import { filledExample } from '../support/filled-example.ts'

const shares = fairShares(filledExample('fjordane', '2027-01-04', 6))
const scale = Math.max(...shares.flatMap(({ actual, target }) => [minutesIn(actual), minutesIn(target)]))

describe('a bar of load', () => {
  it('has its forms side by side, no further right than the longest', () => {
    for (const { actual, target } of shares) {
      const forms = barParts(actual, minutesIn(target), scale).slice(0, -1)
      let left = 0
      for (const { x, width } of forms) {
        expect(x).toBeCloseTo(left, 0)
        left = x + width
      }
      expect(left).toBeCloseTo((100 * minutesIn(actual)) / scale, 0)
      expect(left).toBeLessThanOrEqual(100.1)
    }
  })

  it('has a stroke at the share, and none where nothing is shared', () => {
    const [own] = shares
    if (!own) throw new Error('nobody shares')
    const stroke = barParts(own.actual, scale / 2, scale).at(-1)
    expect(stroke).toMatchObject({ class: 'share', x: 49, width: 2 })
    expect(barParts(own.actual, null, scale).map((part) => part.class)).not.toContain('share')
  })

  it('draws nothing of a form that nobody holds, also where nobody holds anything', () => {
    const none = { minutes: { 'on-site': 0, home: 0, backup: 0 }, nights: 0, weekends: 0, holidays: 0 }
    expect(barParts(none, null, 0)).toEqual([])
  })
})
