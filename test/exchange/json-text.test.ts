import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toJsonText } from '../../src/exchange/json-text.ts'

describe('JSON as it is written', () => {
  it('reads back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // JSON has no negative zero.
        expect(JSON.parse(toJsonText(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { seed: 1 },
    )
  })

  it('keeps a value on one line up to 110 characters and breaks it after', () => {
    const fits = { key: 'x'.repeat(110 - '{ "key": "" }'.length) }
    expect(toJsonText(fits)).toBe(`{ "key": "${fits.key}" }\n`)
    expect(toJsonText({ key: `${fits.key}x` })).toBe(`{\n  "key": "${fits.key}x"\n}\n`)
  })

  it('counts the comma after a value, save after the last', () => {
    const item = 'x'.repeat(110 - '  [""]'.length)
    expect(toJsonText([[item], 1])).toBe(`[\n  [\n    "${item}"\n  ],\n  1\n]\n`)
    expect(toJsonText([1, [item]])).toBe(`[\n  1,\n  ["${item}"]\n]\n`)
  })

  it('leaves out what is undefined', () => {
    expect(toJsonText({ a: undefined, b: [] })).toBe('{ "b": [] }\n')
  })
})
