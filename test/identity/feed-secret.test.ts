import { describe, expect, it } from 'vitest'
import { isFeedSecret, newFeedSecret } from '../../src/identity/feed-secret.ts'
import { type Keys, keysOf } from '../../src/identity/secrets.ts'

const OLD = 'an old key that is long enough 1234'
const NEW = 'a new key that is long enough 56789'
const keys = (text: string): Keys => keysOf('FEED_KEYS', { FEED_KEYS: text }, 'production')

describe('the secret of a calendar', () => {
  it('is 64 characters that fit an address, another each time', async () => {
    const made = await Promise.all(Array.from({ length: 50 }, () => newFeedSecret(keys(NEW))))
    for (const secret of made) expect(secret).toMatch(/^[A-Za-z0-9_-]{64}$/)
    expect(new Set(made).size).toBe(50)
  })

  it('is known to the installation that made it and to no other', async () => {
    const secret = await newFeedSecret(keys(NEW))
    expect(await isFeedSecret(keys(NEW), secret)).toBe(true)
    expect(await isFeedSecret(keys(OLD), secret)).toBe(false)
  })

  it('is no longer it when any one character is another', async () => {
    const secret = await newFeedSecret(keys(NEW))
    for (let at = 0; at < secret.length; at++) {
      const other = secret[at] === 'A' ? 'B' : 'A'
      const changed = secret.slice(0, at) + other + secret.slice(at + 1)
      expect([at, await isFeedSecret(keys(NEW), changed)]).toEqual([at, false])
    }
  })

  it.each([
    ['nothing', ''],
    ['one character too few', 'a'.repeat(63)],
    ['one too many', 'a'.repeat(65)],
    ['a megabyte', 'a'.repeat(1_000_000)],
    ['NUL', `${'a'.repeat(63)}\0`],
    ['a slash', `${'a'.repeat(63)}/`],
    ['an escape', `${'a'.repeat(61)}%2F`],
    ['a letter that is not of the alphabet', `${'a'.repeat(63)}æ`],
    ['a line end after it', `${'a'.repeat(64)}\n`],
  ])('is not %s', async (_name, text) => {
    expect(await isFeedSecret(keys(NEW), text)).toBe(false)
  })
})

describe('the keys', () => {
  it('are changed without ending a link: the first makes, all check, and one that is gone checks no more', async () => {
    const before = await newFeedSecret(keys(OLD))
    const both = keys(`${NEW}, ${OLD}`)
    const after = await newFeedSecret(both)
    expect([await isFeedSecret(both, before), await isFeedSecret(both, after)]).toEqual([true, true])
    expect([await isFeedSecret(keys(OLD), after), await isFeedSecret(keys(NEW), after)]).toEqual([
      false,
      true,
    ])
    expect(await isFeedSecret(keys(NEW), before)).toBe(false)
  })
})
