import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { demandSecrets, keysOf } from '../../src/identity/secrets.ts'

const OLD = 'an old key that is long enough 1234'
const NEW = 'a new key that is long enough 56789'
const MODES = ['production', 'development'] as const

describe('the secrets of an installation', () => {
  it('are several under one name, the newest first', () => {
    expect(keysOf('GROUND_KEYS', { GROUND_KEYS: ` ${NEW}, ${OLD},` }, 'production')).toEqual([NEW, OLD])
  })

  it.each([undefined, '', ' , '])('are demanded in production, and made up for development: %j', (text) => {
    for (const name of ['FEED_KEYS', 'GROUND_KEYS'] as const) {
      expect(() => keysOf(name, { [name]: text }, 'production')).toThrow(`${name} is not set`)
      expect(keysOf(name, { [name]: text }, 'development')).toHaveLength(1)
    }
  })

  it('are each demanded at the start', () => {
    const good = { FEED_KEYS: NEW, GROUND_KEYS: OLD }
    demandSecrets(good, 'production')
    for (const name of ['FEED_KEYS', 'GROUND_KEYS'] as const)
      expect(() => demandSecrets({ ...good, [name]: undefined }, 'production')).toThrow(`${name} is not set`)
    demandSecrets({}, 'development')
  })

  it('are refused when one is short, by its number and not by what it is', () => {
    for (const mode of MODES)
      expect(() => keysOf('FEED_KEYS', { FEED_KEYS: `${NEW},too short` }, mode)).toThrow(
        /^key 2 of FEED_KEYS is shorter than 32 characters$/,
      )
  })

  it.each([
    'k'.repeat(64),
    'ab'.repeat(32),
    'abcd1234'.repeat(8),
    'passwordpassword'.repeat(4),
    'abcdefghijklmnopqrstuvwxyz0123456789',
    '1234567890'.repeat(4),
    `${'0'.repeat(63)}1`,
  ])('are refused when one is easily guessed, and not shown: %s', (key) => {
    const fault = () => keysOf('GROUND_KEYS', { GROUND_KEYS: key }, 'production')
    expect(fault).toThrow(/^key 1 of GROUND_KEYS is easily guessed/)
    expect(fault).not.toThrow(key)
  })

  it('are refused when they are what developers make do with', () => {
    const [known] = keysOf('FEED_KEYS', {}, 'development')
    expect(() => keysOf('GROUND_KEYS', { GROUND_KEYS: known }, 'production')).toThrow('is known to everybody')
  })

  it('are taken as they are drawn by chance, as hexadecimal digits or in base64', () => {
    for (let at = 0; at < 2000; at++)
      for (const key of [randomBytes(16).toString('hex'), randomBytes(24).toString('base64')])
        expect(keysOf('GROUND_KEYS', { GROUND_KEYS: key }, 'production')).toEqual([key])
  })
})
