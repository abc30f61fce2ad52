import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../src/core/rules/index.ts'
import { MUTATIONS } from './mutation-table.ts'

describe('the table of mutations', () => {
  it('breaks every rule', () => {
    expect(Object.keys(MUTATIONS).sort()).toEqual(RULES.map((rule) => rule.id).sort())
  })

  it.each(Object.entries(MUTATIONS))('finds what it breaks in %s once, and changes it', (_, mutations) => {
    for (const { file, text, by } of Object.values(mutations)) {
      const times = readFileSync(`src/core/${file}`, 'utf8').split(text).length - 1
      expect({ file, text, times }).toEqual({ file, text, times: 1 })
      expect(by).not.toBe(text)
    }
  })
})
