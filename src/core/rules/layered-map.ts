/**
 * A map with some entries replaced, at the cost of those and not of the whole. Edit after edit makes one layer, which is
 * laid into a new whole once it has grown as large as the square root of the rest.
 */
export function replaceIn<K, V>(
  map: ReadonlyMap<K, V>,
  entries: Iterable<readonly [K, V]>,
): ReadonlyMap<K, V> {
  const { base, layer } = map instanceof LayeredMap ? map : { base: map, layer: new Map<K, V>() }
  const next = new Map<K, V>([...layer, ...entries])
  return next.size * next.size > base.size ? new Map([...base, ...next]) : new LayeredMap(base, next)
}

/** Reads as the one map that both would make, new keys last. */
class LayeredMap<K, V> implements ReadonlyMap<K, V> {
  readonly base: ReadonlyMap<K, V>
  readonly layer: ReadonlyMap<K, V>
  readonly size: number

  constructor(base: ReadonlyMap<K, V>, layer: ReadonlyMap<K, V>) {
    this.base = base
    this.layer = layer
    this.size = base.size + [...layer.keys()].filter((key) => !base.has(key)).length
  }

  get(key: K): V | undefined {
    return this.layer.has(key) ? this.layer.get(key) : this.base.get(key)
  }

  has(key: K): boolean {
    return this.layer.has(key) || this.base.has(key)
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this)
  }

  *entries(): MapIterator<[K, V]> {
    for (const key of this.keys()) yield [key, this.get(key) as V]
  }

  *keys(): MapIterator<K> {
    yield* this.base.keys()
    for (const key of this.layer.keys()) if (!this.base.has(key)) yield key
  }

  *values(): MapIterator<V> {
    for (const [, value] of this) yield value
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }
}
