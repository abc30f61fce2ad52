import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MUTATIONS } from './mutation-table.ts'

describe('the table of mutations', () => {
  it.each(Object.entries(MUTATIONS))('breaks what still stands once in %s', (_, kinds) => {
    for (const { file, text, by } of Object.values(kinds)) {
      const pieces = readFileSync(`src/core/${file}`, 'utf8').split(text)
      expect(pieces.length - 1, `${file}: ${text}`).toBe(1)
      expect(by).not.toBe(text)
    }
  })
})
