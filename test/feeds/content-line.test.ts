import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText, escapeText, foldLine } from '../../src/feeds/content-line.ts'
import { anyCharacter } from '../support/any-text.ts'

const octets = (text: string) => new TextEncoder().encode(text).length
const unfolded = (text: string) => text.replaceAll('\r\n ', '')

describe('cleaning', () => {
  it.each([
    ['a lone carriage return, which lenient readers take for a new line', 'a\rUID:x', 'a\nUID:x'],
    ['both line ends of the web', 'a\r\nb\nc', 'a\nb\nc'],
    ['separators that only some readers know', 'a\u0085b\u2028c\u2029d', 'a\nb\nc\nd'],
    ['NUL, vertical tab, delete and C1', 'a\u0000b\u000bc\u007fd\u0090e', 'abcde'],
    ['tabs, which a fold may begin with', 'a\tb', 'a b'],
    ['letters written as two signs', 'A\u030ase', 'Åse'],
    ['marks that turn the order of letters around', 'H1\u202eA\u2066B\u200fC\ufeff', 'H1ABC'],
    ['half of a surrogate pair', 'a\ud83d', 'a\ufffd'],
  ])('mends %s', (_, text, expected) => {
    expect(cleanText(text, 100)).toBe(expected)
  })

  it('makes one line of what must be one', () => {
    expect(cleanLine('Solund\r\nSUMMARY:Fri', 100)).toBe('Solund SUMMARY:Fri')
  })

  it('cuts at the limit in whole characters, with an ellipsis', () => {
    expect(cleanText('👩'.repeat(5), 5)).toBe('👩'.repeat(5))
    expect(cleanText('👩'.repeat(6), 5)).toBe(`${'👩'.repeat(4)}…`)
  })

  it('leaves clean text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        const clean = cleanText(text, 1000)
        expect(cleanText(clean, 1000)).toBe(clean)
      }),
    )
  })

  it('is the same for what needs none as for what a mark beside it has cleaned', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0x20, max: 0x36f }).map((code) => String.fromCodePoint(code)),
      fc.integer({ min: 0x2008, max: 0x2030 }).map((code) => String.fromCodePoint(code)),
    )
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(cleanText(text, 1000)).toBe(cleanText(`${text}\ufeff`, 1000))
      }),
    )
  })
})

describe('escaping', () => {
  it('marks what separates values, and nothing else', () => {
    expect(escapeText('a\\b;c,d\ne: "f"')).toBe('a\\\\b\\;c\\,d\\ne: "f"')
  })
})

describe('folding', () => {
  it.each([
    ['75 octets', 'a'.repeat(75), 1],
    ['76 octets', 'a'.repeat(76), 2],
    ['37 letters of two octets and one of one', `${'ø'.repeat(37)}a`, 1],
    ['38 letters of two octets', 'ø'.repeat(38), 2],
    ['75 and 74 octets', 'a'.repeat(149), 2],
    ['one more', 'a'.repeat(150), 3],
    ['characters of four octets', '😀'.repeat(19), 2],
  ])('makes the lines that %s need', (_, line, expected) => {
    expect(foldLine(line).split('\r\n')).toHaveLength(expected)
  })

  it('keeps every line within 75 octets of whole characters, and unfolds to the same text', () => {
    const line = fc.string({ unit: anyCharacter, maxLength: 400 }).map((text) => text.replace(/[\r\n]/g, ''))
    fc.assert(
      fc.property(line, (text) => {
        const folded = foldLine(text)
        expect(unfolded(folded)).toBe(text)
        for (const physical of folded.split('\r\n')) {
          expect(octets(physical)).toBeLessThanOrEqual(75)
          expect(physical.isWellFormed()).toBe(true)
        }
      }),
    )
  })
})
