import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFault } from '../../src/exchange/json-fault.ts'
import { exampleText } from '../support/edited-json.ts'

describe('the place where a text stops being JSON', () => {
  it.each([
    ['{"a": 1 "b": 2}', 1, 9],
    ['{"a": 1,\n "b": [1, ]}', 2, 11],
    ['{"a": 1,\n "b": 2,\n}', 3, 1],
    ['{"a" 1}', 1, 6],
    ["{'a': 1}", 1, 2],
    ['{"a": 01}', 1, 7],
    ['{"a": tru}', 1, 7],
    ['{"a": "x\ty"}', 1, 7],
    ['{"a": "\\x"}', 1, 7],
    ['[1] 2', 1, 5],
    ['[1}', 1, 3],
  ])('in %j is line %i, column %i', (text, line, column) => {
    expect(() => JSON.parse(text)).toThrow()
    expect(jsonFault(text)).toEqual({ line, column, isCut: false })
  })

  it.each([
    '',
    '   ',
    '{',
    '{"a',
    '{"a\\',
    '{"a\\u00',
    '{"a"',
    '{"a":',
    '{"a": t',
    '{"a": 1.',
    '{"a": -',
    '[1,',
    '[1, \n',
  ])('is the end of %j, which is cut', (text) => {
    expect(jsonFault(text).isCut).toBe(true)
  })

  it('is on the line that the engine names, whatever character is spoilt', () => {
    const text = exampleText('nordoey')
    fc.assert(
      fc.property(
        fc.nat({ max: text.length - 1 }),
        fc.constantFrom('"', '{', ']', ',', ':', 'x', '\\', '\n'),
        (at, char) => {
          const spoilt = text.slice(0, at) + char + text.slice(at + 1)
          const line = engineLine(spoilt)
          if (line !== undefined) expect(jsonFault(spoilt).line).toBe(line)
        },
      ),
      { numRuns: 200, seed: 1 },
    )
  })
})

/** From V8's message; undefined when the text is still JSON or ends too early. */
function engineLine(text: string): number | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    const position = /at position (\d+)/.exec(String(error))?.[1]
    return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length
  }
}
