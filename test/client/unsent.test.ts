import { describe, expect, it } from 'vitest'
import { queueOf } from '../../src/client/board/queue.ts'
import { hasUnsent } from '../../src/client/unsent.ts'

/** As a browser's: what is kept are properties of its own. */
function storage(): Storage {
  const kept = {} as Storage & Record<string, string>
  const methods = {
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, text: string) => {
      kept[name] = text
    },
    removeItem: (name: string) => delete kept[name],
  }
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(kept, name, { value })
  return kept
}

describe('a browser that signs out', () => {
  it('has something unsent as long as a step of a board waits in it', () => {
    const own = storage()
    own.setItem('language', 'nb')
    expect(hasUnsent(() => own)).toBe(false)
    const queue = queueOf(own, 'a', 'nordoey', 'd')
    queue.keep([{ key: 'k', step: { kind: 'clear', intents: [] }, seen: {} }])
    expect(hasUnsent(() => own)).toBe(true)
    queue.forget(['k'])
    expect(hasUnsent(() => own)).toBe(false)
  })

  it('has nothing to lose where it lets no page keep anything', () => {
    const barred = () => {
      throw new Error('SecurityError')
    }
    expect(hasUnsent(barred)).toBe(false)
  })
})
