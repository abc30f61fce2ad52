import { describe, expect, it } from 'vitest'
import { textMemory } from '../../src/feeds/text-memory.ts'

describe('a memory of texts', () => {
  it('forgets first what nobody has asked for longest, once keys and texts together are too many', () => {
    const memory = textMemory(12)
    for (const key of ['a', 'b', 'c']) memory.keep(key, 'xyz')
    expect(memory.recall('a')).toBe('xyz')
    memory.keep('d', '1')
    expect(['a', 'b', 'c', 'd'].map(memory.recall)).toEqual(['xyz', undefined, 'xyz', '1'])
  })

  it('counts a text that takes the place of another once', () => {
    const memory = textMemory(6)
    memory.keep('a', 'one')
    memory.keep('a', 'two')
    memory.keep('b', '')
    expect(['a', 'b'].map(memory.recall)).toEqual(['two', ''])
  })

  it('keeps nothing that has no room, and neither what stood there', () => {
    const memory = textMemory(4)
    memory.keep('a', 'one')
    memory.keep('a', 'much more')
    expect(memory.recall('a')).toBeUndefined()
    memory.keep('b', 'two')
    expect(memory.recall('b')).toBe('two')
  })
})
