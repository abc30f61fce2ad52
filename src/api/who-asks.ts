import type { Context } from '../usecases/context.ts'

/**
 * What is known of whoever sends a request. `address` is what the platform or the socket says; a header that anybody may write
 * is none.
 */
export function whoAsks(
  address: string | undefined,
  userAgent: string | undefined,
): Pick<Context, 'from' | 'client'> {
  const client = clientName(userAgent ?? '')
  return address === undefined ? { client } : { from: networkOf(address), client }
}

/** An IPv4 address as it is; of IPv6 the /64, which one household or office has to itself and can choose freely in. */
export function networkOf(address: string): string {
  const bare = address.replace(/%.*$/, '').toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1]
  if (mapped !== undefined) return mapped
  if (!bare.includes(':')) return bare.slice(0, LONGEST_ADDRESS)
  const [head = '', tail] = bare.split('::')
  const [first, last] = [groupsOf(head), groupsOf(tail ?? '')]
  const gap = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  const groups = [...first, ...Array.from({ length: gap }, () => '0'), ...last]
  return `${groups.slice(0, 4).join(':')}::/64`
}

const LONGEST_ADDRESS = 45

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':').map((group) => group.slice(0, 4).replace(/^0+(?=.)/, ''))
}

/** The first that fits: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Headless)?Chrome\/|\b(CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\b(iPhone|iPod)\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** Longer than what browsers send; what comes after is not looked at. */
const MOST_CHARACTERS = 300

/** Family of browser and system, such as `Firefox, Windows`; '' where neither is known. Only words of our own, whatever is sent. */
export function clientName(userAgent: string): string {
  const told = userAgent.slice(0, MOST_CHARACTERS)
  return [BROWSERS, SYSTEMS]
    .flatMap((families) => families.find(([pattern]) => pattern.test(told))?.[1] ?? [])
    .join(', ')
}
