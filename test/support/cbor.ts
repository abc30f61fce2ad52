/** As much of CBOR (RFC 8949) as a passkey writes. */
type Bytes = Uint8Array<ArrayBuffer>

export function cborNumber(value: number): Bytes {
  return value < 0 ? head(1, -1 - value) : head(0, value)
}

export function cborBytes(bytes: Bytes): Bytes {
  return joined(head(2, bytes.length), bytes)
}

export function cborText(text: string): Bytes {
  const bytes = new Uint8Array(new TextEncoder().encode(text))
  return joined(head(3, bytes.length), bytes)
}

export function cborMap(pairs: readonly (readonly [key: Bytes, value: Bytes])[]): Bytes {
  return joined(head(5, pairs.length), ...pairs.flat())
}

export function joined(...parts: readonly Bytes[]): Bytes {
  return new Uint8Array(parts.flatMap((part) => [...part]))
}

function head(kind: number, value: number): Bytes {
  const major = kind << 5
  if (value < 24) return new Uint8Array([major | value])
  return value < 256
    ? new Uint8Array([major | 24, value])
    : new Uint8Array([major | 25, value >> 8, value & 0xff])
}
