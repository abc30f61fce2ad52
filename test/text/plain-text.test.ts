import { describe, expect, it } from 'vitest'
import { isPlainLine, isPlainText, visible } from '../../src/text/plain-text.ts'

/** Written by code, since none of them can be seen. */
const HIDDEN = [
  0x00, 0x0a, 0x1b, 0x7f, 0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x2028, 0x202e,
  0x2060, 0x2063, 0x2067, 0x2800, 0x3164, 0xd800, 0xfe00, 0xfeff, 0xffa0, 0xfff9, 0xe0001, 0xe0041, 0xe0100,
]

describe('a text that people read', () => {
  it.each(HIDDEN.map((code) => [`U+${code.toString(16).toUpperCase().padStart(4, '0')}`, code] as const))(
    'does not hide %s, alone or in a word',
    (name, code) => {
      const char = String.fromCodePoint(code)
      for (const text of [char, `Vakt${char}plan`]) expect(isPlainLine(text)).toBe(false)
      expect(visible(`a${char}b`)).toBe(`a${name}b`)
    },
  )

  it('keeps every letter, sign and space that is seen, and an emoji as it is drawn', () => {
    const seen = [
      'Blåbærsyltetøy à la Sørbø',
      'Čáhcesuolu ŋ',
      '50\u00a0% – «ja»',
      '\u2764\ufe0f',
      '👍🏽',
      'e\u0301',
    ]
    for (const text of seen) expect(isPlainLine(text)).toBe(true)
    expect(isPlainLine('a\ufe0f')).toBe(false)
    expect(isPlainLine('\ufe0f')).toBe(false)
  })

  it('may have lines where there is room for them', () => {
    expect(isPlainText('En\r\n\tto')).toBe(true)
    expect(isPlainText('En\n\u200b')).toBe(false)
  })
})
