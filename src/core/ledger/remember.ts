/** The same function, worked out once for each key. */
export function remember<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined || known.has(key)) return before as V
    const value = work(key)
    known.set(key, value)
    return value
  }
}
