import { describe, expect, it } from 'vitest'
import { newLink } from '../../src/identity/one-time-link.ts'
import type { Membership } from '../../src/identity/policy.ts'
import { sessionLifeOf, startSession } from '../../src/identity/session.ts'
import { toEmail } from '../../src/identity/sign-in.ts'

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

describe('an address', () => {
  it.each([
    ['  Kari@Example.TEST ', 'kari@example.test'],
    ['a@b.no', 'a@b.no'],
    ['kari', undefined],
    ['kari@', undefined],
    ['kari@localhost', undefined],
    ['kari nordmann@example.test', undefined],
    ['a@b@c.no', undefined],
    [`${'a'.repeat(250)}@b.no`, undefined],
    ['', undefined],
    ["kari.o'hara+vakt@lege-kontor.example.test", "kari.o'hara+vakt@lege-kontor.example.test"],
    ['åse@bærum.example', 'åse@bærum.example'],
    ['a\u030ase@example.test', 'åse@example.test'],
    ['\u212aari@example.test', 'kari@example.test'],
    ['kari＠example.test', 'kari@example.test'],
    ['čeŋŧá@ođđa.example.test', 'čeŋŧá@ođđa.example.test'],
    ['straße@example.test', 'straße@example.test'],
    ['k\u0251ri@example.test', undefined],
    ['kari@ex\u0251mple.test', undefined],
    ['kar\u0131@example.test', undefined],
    ['\u0138ari@example.test', undefined],
    ['le\u0261e@example.test', undefined],
    ['k\u0430ri@example.test', undefined],
    ['kari@ex\u0430mple.test', undefined],
    ['kari\u200b@example.test', undefined],
    ['\u202etset.elpmaxe@irak.no', undefined],
    ['kari\u0000@example.test', undefined],
    ['x<kari@example.test>', undefined],
    ['ola,kari@example.test', undefined],
    ['ola;kari@example.test', undefined],
    ['"kari"@example.test', undefined],
    ['kari@example.test.', undefined],
    ['kari@example..test', undefined],
  ])('%j is kept as %j', (text, email) => {
    expect(toEmail(text)).toBe(email)
  })
})
