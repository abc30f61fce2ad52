import { describe, expect, it } from 'vitest'
import { agreementEffect } from '../../../src/core/plans/agreement-effect.ts'
import { type Violation, violation } from '../../../src/core/rules/violation.ts'
import { at } from '../../support/make-district.ts'

const HOUR = 60

/** A week over the cap, its Monday given. */
function week(monday: string, personId: string, limitHours = 60): Violation {
  const start = at(`${monday} 00:00`)
  return violation(
    {
      rule: 'weekly-total',
      personId,
      needIds: [],
      span: { start, end: start + 7 * 24 * HOUR },
      measured: 62 * HOUR,
      limit: limitHours * HOUR,
      unit: 'minutes',
    },
    { kind: 'weekly-total' },
  )
}

/** A window of seven days that begins some hours after Monday. */
const window = (monday: string, personId: string, hours: number): Violation => {
  const found = week(monday, personId)
  const span = { start: found.span.start + hours * HOUR, end: found.span.end + hours * HOUR }
  return { ...found, span }
}

describe('the effect of another agreement on the same rota', () => {
  it('is nothing for what was broken before, though by another limit', () => {
    expect(agreementEffect([week('2027-01-04', 'a', 60)], [week('2027-01-04', 'a', 56)])).toEqual({
      more: [],
      fewer: [],
    })
  })

  it('names what is newly broken and what is broken no more', () => {
    const before = [week('2027-01-04', 'a'), week('2027-01-11', 'a')]
    const after = [week('2027-01-11', 'a'), week('2027-01-11', 'b')]
    expect(agreementEffect(before, after)).toEqual({
      more: [week('2027-01-11', 'b')],
      fewer: [week('2027-01-04', 'a')],
    })
  })

  it('takes a window that moved within its week for the same', () => {
    const before = [window('2027-01-04', 'a', 8)]
    expect(agreementEffect(before, [window('2027-01-04', 'a', 30)])).toEqual({ more: [], fewer: [] })
    expect(agreementEffect(before, [window('2027-01-04', 'a', 8), window('2027-01-04', 'a', 30)])).toEqual({
      more: [window('2027-01-04', 'a', 30)],
      fewer: [],
    })
  })
})
