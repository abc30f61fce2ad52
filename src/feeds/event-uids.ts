/** Ids of the app are UUIDs; whatever else stands in one is kept apart from what a UID may not hold. */
const NOT_PRINTABLE = /[^!#-+\--:<-[\]-~]/g
const DOMAIN = 'legevaktplan'

/**
 * The UIDs of a calendar's events, in the order given: of the chain, so that a duty stays one event when it moves. No chain
 * holds two rows at a time; should old data hold such, the later is told apart by its own id.
 * `kind` keeps the same duty apart between a doctor's own calendar ('') and others in the same account.
 */
export function uidsOf(
  rows: readonly { readonly id: string; readonly chainId: string }[],
  kind: '' | 'b' | 'd' | 'v',
): string[] {
  const taken = new Set<string>()
  return rows.map(({ id, chainId }) => {
    let own = uidOf([chainId, kind])
    if (taken.has(own)) own = uidOf([chainId, id, kind])
    // Two districts that were copied from each other, with all their ids.
    for (let copy = 2; taken.has(own); copy++) own = uidOf([chainId, id, String(copy), kind])
    taken.add(own)
    return own
  })
}

/** Of these parts, leaving out the empty ones. */
export function uidOf(parts: readonly string[]): string {
  const opaque = parts
    .filter((part) => part !== '')
    .join('.')
    .replace(NOT_PRINTABLE, (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16)}`)
  return `${opaque}@${DOMAIN}`
}

/** 64 bits that tell texts apart, as 16 hex digits: names what has no id of its own without saying what it is. */
export function fingerprint(text: string): string {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ (unit + index), 0x85ebca6b)
    b ^= b >>> 13
  }
  a = Math.imul(a ^ (b >>> 16), 0xc2b2ae35)
  b = Math.imul(b ^ (a >>> 15), 0x27d4eb2f)
  return [a ^ (a >>> 16), b ^ (b >>> 15)].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
