/** Most characters of initials (the district file says the same). */
export const LONGEST_INITIALS = 6

/**
 * Initials for a name that nobody in `taken` has: 'Kari Nordmann' gives KN, then KNO, KNOR, KAN, and at last KN2. Never empty.
 */
export function freeInitials(name: string, taken: ReadonlySet<string>): string {
  const used = new Set([...taken].map(upper))
  const found = candidates(name).find((candidate) => !used.has(candidate))
  if (found !== undefined) return found
  const stem = (candidates(name)[0] ?? 'L').slice(0, 3)
  for (let number = 2; ; number++) if (!used.has(`${stem}${number}`)) return `${stem}${number}`
}

/** Whether two people would be called by the same letters, however they are written. */
export function isSameInitials(a: string, b: string): boolean {
  return upper(a.trim()) === upper(b.trim())
}

function candidates(name: string): string[] {
  const words = name
    .split(/[\s-]+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '')
  const [first = ''] = words
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  const short = last === '' ? first.slice(0, 2) : first.slice(0, 1) + last.slice(0, 1)
  const all = [
    short,
    words.map((word) => word.slice(0, 1)).join(''),
    first.slice(0, 1) + last.slice(0, 2),
    first.slice(0, 1) + last.slice(0, 3),
    first.slice(0, 2) + last.slice(0, 1),
    first.slice(0, 3),
  ]
  return all.map((text) => upper(text).slice(0, LONGEST_INITIALS)).filter((text) => text.length > 1)
}

function upper(text: string): string {
  return text.toUpperCase()
}
