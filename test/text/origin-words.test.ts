import { describe, expect, it } from 'vitest'
import { en } from '../../src/text/en.ts'
import { nb } from '../../src/text/nb.ts'
import { nn } from '../../src/text/nn.ts'
import { ORIGIN_WORDS } from '../../src/text/sheet-words.ts'

describe('how a duty came to a doctor', () => {
  it('tells nothing of anybody’s health where somebody covers for another', () => {
    for (const text of [nb, nn, en]) {
      expect(text.words.origins['sick-cover']).toMatch(/fravær|fråvær|absence/)
      expect(JSON.stringify([text.words.origins, text.plans])).not.toMatch(
        /dekk\w* (syk|sjuk)|covers sick|sykevakt/i,
      )
    }
  })

  it('is read as before from files that were written with the former words', () => {
    for (const word of ['dekker sykdom', 'dekkjer sjukdom', 'covers sickness', 'dekker fravær'])
      expect(ORIGIN_WORDS.get(word)).toBe('sick-cover')
  })
})
