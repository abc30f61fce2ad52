import { describe, expect, it } from 'vitest'
import { newLink } from '../../src/identity/one-time-link.ts'
import type { Membership } from '../../src/identity/policy.ts'
import { sessionLifeOf, startSession } from '../../src/identity/session.ts'

const doctor: Membership = { scopeKind: 'district', scopeId: 'fjord', role: 'doctor' }
const coordinator: Membership = { scopeKind: 'district', scopeId: 'fjord', role: 'coordinator' }
const HOUR = 60
const DAY = 24 * HOUR

describe('a session', () => {
  it.each<[string, readonly Membership[], number, number]>([
    ['a doctor', [doctor], 14 * DAY, 90 * DAY],
    ['a doctor in two districts', [doctor, { ...doctor, scopeId: 'by' }], 14 * DAY, 90 * DAY],
    ['a coordinator', [coordinator], 30, 12 * HOUR],
    ['a coordinator who is a doctor too', [doctor, coordinator], 30, 12 * HOUR],
    ['an account without any role', [], 30, 12 * HOUR],
  ])('of %s lasts as long as what it opens allows', (_name, memberships, idleMinutes, mostMinutes) => {
    expect(sessionLifeOf(memberships)).toEqual({ idleMinutes, mostMinutes })
    const session = startSession({
      hash: 'h',
      accountId: 'a',
      authMethod: 'mailed',
      strength: 'single',
      memberships,
      now: 1000,
    })
    expect(session.idleExpiresAt).toBe(1000 + idleMinutes)
    expect(session.expiresAt).toBe(1000 + mostMinutes)
  })
})

describe('a one-time link', () => {
  it('is good for 10 minutes when mailed and 15 when printed', () => {
    expect(newLink('h', 'a', 'mailed', 500).expiresAt).toBe(510)
    expect(newLink('h', 'a', 'printed', 500).expiresAt).toBe(515)
  })
})
