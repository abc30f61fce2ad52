import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64Url, toBase64Url } from '../../src/identity/base64url.ts'

describe('base64 for addresses', () => {
  it('is what Node writes, and read back to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = toBase64Url(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64url'))
        expect([...(fromBase64Url(text) ?? [])]).toEqual([...bytes])
      }),
    )
  })

  it.each(['a', 'ab$d', 'æ', 'abcde'])('is not %s', (text) => {
    expect(fromBase64Url(text)).toBeUndefined()
  })
})
