import { describe, expect, it } from 'vitest'
import { fromHttpDate, toHttpDate } from '../../src/api/http-date.ts'

const SECONDS = 784_111_777

describe('a date of HTTP', () => {
  it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
    'is read in each of the ways that it may be written: %s',
    (text) => expect(fromHttpDate(text)).toBe(SECONDS),
  )

  it('is written so that it is read again', () => {
    expect(toHttpDate(SECONDS)).toBe('Sun, 06 Nov 1994 08:49:37 GMT')
    expect(fromHttpDate(toHttpDate(1_800_000_000))).toBe(1_800_000_000)
  })

  it.each([
    undefined,
    '',
    'yesterday-ish 5',
    '0',
    '2026-11-22T10:00:00Z',
    'Sun, 06 Nov 1994 08:49:37 +0100',
    'Sun, 31 Feb 2026 08:49:37 GMT',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 25:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 GMT; length=5',
  ])('is nothing else: %s', (text) => expect(fromHttpDate(text)).toBeNull())
})
