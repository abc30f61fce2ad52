/** Texts by key, of which the longest unused are forgotten first. */
export interface TextMemory {
  readonly recall: (key: string) => string | undefined
  readonly keep: (key: string, text: string) => void
}

/** A memory of at most `limit` characters, keys and texts together: what doesn't fit is not kept. */
export function textMemory(limit: number): TextMemory {
  const known = new Map<string, string>()
  let held = 0
  const forget = (key: string) => {
    const text = known.get(key)
    if (text === undefined) return
    known.delete(key)
    held -= key.length + text.length
  }
  return {
    recall: (key) => {
      const text = known.get(key)
      if (text === undefined) return undefined
      // A map gives its keys in the order they were set.
      known.delete(key)
      known.set(key, text)
      return text
    },
    keep: (key, text) => {
      forget(key)
      known.set(key, text)
      held += key.length + text.length
      for (const oldest of known.keys()) {
        if (held <= limit) break
        forget(oldest)
      }
    },
  }
}
