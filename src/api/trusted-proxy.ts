/** Which ends of connections speak for others: those that stand before the server, in a row or by their addresses. */
export type TrustedProxy =
  | { readonly kind: 'none' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'networks'; readonly networks: readonly Network[] }

interface Network {
  readonly first: bigint
  /** Bits of 128 in which an address is the network's. */
  readonly bits: number
}

const MOST_PROXIES = 20

/**
 * As the setting says it: how many proxies stand in a row, or their addresses and networks (CIDR) separated by commas; '' = none.
 * @throws for anything else, in a sentence for whoever runs the installation.
 */
export function toTrustedProxy(setting = ''): TrustedProxy {
  const text = setting.trim()
  if (text === '') return { kind: 'none' }
  if (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_PROXIES)
    return { kind: 'count', count: Number(text) }
  const networks = text.split(',').map((part) => toNetwork(part.trim()))
  if (networks.every((network) => network !== undefined)) return { kind: 'networks', networks }
  throw new Error(
    `TRUSTED_PROXY is "${text}": it is how many proxies stand before the server (1–${MOST_PROXIES}), or their addresses, as 10.0.0.0/8, 2001:db8::1`,
  )
}

/**
 * Who asks: the right-most address that no trusted proxy has, since whatever stands left of it was written by whoever sent it. The
 * end of the connection itself where it is no trusted proxy, or where what proxies tell is no list of addresses. What stands further
 * left is not looked at, however much it is.
 */
export function clientAddress(
  trusted: TrustedProxy,
  socket: string | undefined,
  forwardedFor: string | null,
): string | undefined {
  if (trusted.kind === 'none' || socket === undefined || forwardedFor === null) return socket
  const told = forwardedFor.split(',')
  if (trusted.kind === 'count') return bareAddress(told.at(-trusted.count) ?? '') ?? socket
  const isTrusted = (address: string) => trusted.networks.some((network) => holds(network, address))
  let nearest = socket
  for (const entry of told.toReversed()) {
    if (!isTrusted(nearest)) return nearest
    const address = bareAddress(entry)
    if (address === undefined) return socket
    nearest = address
  }
  return nearest
}

/** Some proxies write the port too. Undefined for what is no address. */
function bareAddress(told: string): string | undefined {
  const entry = told.trim()
  const bare =
    /^\[([^\]]*)\](?::\d{1,5})?$/.exec(entry)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(entry)?.[1] ?? entry
  return toBits(bare) === undefined ? undefined : bare
}

function holds({ first, bits }: Network, address: string): boolean {
  const found = toBits(address)
  return found !== undefined && found >> BigInt(128 - bits) === first >> BigInt(128 - bits)
}

function toNetwork(text: string): Network | undefined {
  const [address = '', length, ...more] = text.split('/')
  const first = toBits(address)
  if (first === undefined || more.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length)))
    return undefined
  const most = address.includes(':') ? 128 : 32
  const own = length === undefined ? most : Number(length)
  // Who trusts everybody believes whatever anybody writes.
  return own > most || own === 0 ? undefined : { first, bits: own + (128 - most) }
}

/** An address as 128 bits, of IPv4 as IPv6 holds it (RFC 4291 §2.5.5.2); undefined for what is none. */
function toBits(text: string): bigint | undefined {
  const bare = text.replace(/%.*$/, '')
  if (!bare.includes(':')) return bitsOfV4(bare)
  const [, start, last] = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(bare) ?? []
  const end = last === undefined ? undefined : bitsOfV4(last)
  if (last !== undefined && end === undefined) return undefined
  return bitsOfV6(
    end === undefined
      ? bare
      : `${start}${((end >> 16n) & 0xffffn).toString(16)}:${(end & 0xffffn).toString(16)}`,
  )
}

const V4_IN_V6 = 0xffffn << 32n

function bitsOfV4(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
    return undefined
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n) | V4_IN_V6
}

function bitsOfV6(text: string): bigint | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [first = [], last = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - first.length - last.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...first, ...Array.from({ length: missing }, () => '0'), ...last]
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n)
}
