/**
 * Whether the installation may ask a machine at this address: an administrator's word and a provider's metadata both name some, and
 * none of them may lead to what stands beside the installation (OWASP ASVS 1.3.6). A name that answers with a private address is
 * left to the network: the platform has no way to look before it asks.
 */
export function isAskable(text: string, mode: 'development' | 'production'): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  if (url.username !== '' || url.password !== '' || url.hash !== '') return false
  if (mode === 'development' && url.protocol === 'http:' && OWN_MACHINE.includes(url.hostname)) return true
  return url.protocol === 'https:' && url.port === '' && isPublicName(url.hostname)
}

/** Where a provider for trying things out stands. */
const OWN_MACHINE = ['localhost', '127.0.0.1']

/** Names that are resolved within a network (RFC 6761, RFC 6762, RFC 8375, ICANN's `internal`), beside those of one word. */
const PRIVATE_ENDINGS = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'home.arpa']

/** A name of several words. Addresses in digits are refused, public ones too: no provider has one. */
function isPublicName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '').toLowerCase()
  const isNumber = name.startsWith('[') || /^[\d.]+$/.test(name)
  return !isNumber && name.includes('.') && !PRIVATE_ENDINGS.some((ending) => name.endsWith(`.${ending}`))
}
