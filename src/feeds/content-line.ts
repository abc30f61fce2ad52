/** Octets of a physical line without its CRLF (RFC 5545 §3.1). */
const LONGEST_LINE = 75

/** C0 but line feed, DEL and C1: none may stand in a TEXT value (RFC 5545 §3.3.11). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it finds
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g
/** Everything some reader takes for the end of a line. */
const LINE_ENDS = /\r\n|[\r\u0085\u2028\u2029]/g
/** Marks, embeddings, overrides and isolates by which text is shown in another order than it is stored (Unicode UAX #9), and the byte order mark. */
const ORDER_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Nearly all that is written: letters of Latin and signs that stand as they are, none of which forms another with its neighbour. */
const PLAIN = /^[\n -~\u00a0-\u02ff\u2010-\u2027]*$/

/** As `cleanText`, in one line. */
export function cleanLine(text: string, limit: number): string {
  return cleanText(text, limit).replaceAll('\n', ' ')
}

/** Text as a feed may carry it: well-formed, NFC, no control characters but line feed, none that turn its order around, at most `limit` characters. */
export function cleanText(text: string, limit: number): string {
  const clean = PLAIN.test(text) ? text : cleaned(text)
  // UTF-16 units are never fewer than characters, so short text needs no counting.
  if (clean.length <= limit) return clean
  const characters = [...clean]
  if (characters.length <= limit) return clean
  return `${characters.slice(0, limit - 1).join('')}…`
}

function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_ENDS, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROLS, '')
    .replace(ORDER_CONTROLS, '')
    .normalize('NFC')
}

/** A TEXT value escaped: backslash, semicolon, comma and line feed; colons and quotes stand as they are. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replaceAll('\n', '\\n')
}

/** Folds a content line at 75 octets of UTF-8, never inside a character, each continuation after CRLF and one space. */
export function foldLine(line: string): string {
  if (line.length * 3 <= LONGEST_LINE) return line
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) as number)
    if (octets + size > LONGEST_LINE) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

function octetsOf(codePoint: number): 1 | 2 | 3 | 4 {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
