import { describe, expect, it } from 'vitest'
import { violation, withoutFloor } from '../../../src/core/rules/violation.ts'

describe('a violation without its floor', () => {
  it('has everything else, and no floor is worked out for it', () => {
    const facts = {
      rule: 'rolling-total',
      personId: 'a',
      needIds: ['n'],
      span: { start: 0, end: 60 },
      measured: 60,
      limit: 30,
      unit: 'minutes',
    } as const
    const dear = () => {
      throw new Error('a floor was worked out')
    }
    const found = violation({ ...facts, floor: dear }, { kind: 'rolling-total' })
    const told = violation(facts, { kind: 'rolling-total' })
    expect(withoutFloor(found)).toEqual(told)
    expect(() => found.floor).toThrow('worked out')
  })
})
