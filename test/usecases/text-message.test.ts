import { describe, expect, it } from 'vitest'
import { textFor } from '../../src/text/text.ts'
import { fromText } from '../../src/usecases/text-message.ts'

const LINK = 'https://legevakt.example.test/me/changes'

describe('a text message', () => {
  it.each([
    ['æøå ÆØÅ 12:00', 'æøå ÆØÅ 12:00'],
    ['16:00 – 08:00 «natt»', '16:00 - 08:00 "natt"'],
    ['Kárášjohka, Guovdageaidnu, Unjárga', 'Karasjohka, Guovdageaidnu, Unjarga'],
    ['Divttasvuotna ŋ đ', 'Divttasvuotna n d'],
    ['e\u0301', 'é'],
    ['10\u00a0000', '10 000'],
    ['🚑 日', '? ?'],
  ])('of «%s» is «%s»', (text, plain) => {
    expect(fromText(text)).toBe(plain)
  })

  it('is at most two parts long, and keeps its link', () => {
    const { urgentSms } = textFor('nb').messages
    const long = fromText(urgentSms('Legevakta i '.repeat(60), [], LINK))
    expect(long).toHaveLength(306)
    expect(long.endsWith(` ${LINK}`)).toBe(true)
    expect(fromText('x'.repeat(306))).toHaveLength(306)
  })

  it.each(['nb', 'nn', 'en'] as const)(
    'is in one or two parts in %s for a district with a long name',
    (language) => {
      const said = textFor(language).messages.urgentSms('Legevaktsamarbeidet i Nord-Gudbrandsdalen', [], LINK)
      expect(fromText(said)).toBe(said)
    },
  )
})
