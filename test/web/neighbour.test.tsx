import { describe, expect, it } from 'vitest'
import { Neighbour } from '../../src/web/duty/duty.tsx'
import { makeDistrict, makeNeed, makeSlice } from '../support/make-district.ts'

const need = makeNeed('2027-01-04 23:00', '2027-01-05 08:00')
const heldBy = (...slices: readonly [string, string, string][]) => ({
  need,
  slices: slices.map((slice) => makeSlice(...slice)),
})
const html = (duty: ReturnType<typeof heldBy>, same?: string) =>
  (
    <Neighbour
      duty={duty}
      district={makeDistrict()}
      holders={['a']}
      {...(same === undefined ? {} : { same })}
    />
  ).toString()

describe('who is on duty before or after', () => {
  const own = heldBy(['a', '2027-01-04 23:00', '2027-01-05 08:00'])

  it('is not said to take over from themselves', () => {
    expect(html(own)).toBe('samme lege')
    expect(html(own, 'deg selv')).toBe('deg selv')
  })

  it('is named where another has a part of it', () => {
    const shared = heldBy(
      ['a', '2027-01-04 23:00', '2027-01-05 03:00'],
      ['b', '2027-01-05 03:00', '2027-01-05 08:00'],
    )
    expect(html(shared)).toContain('Lege A')
    expect(html(shared)).toContain('Lege B')
  })
})
