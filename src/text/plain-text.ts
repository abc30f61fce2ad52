/**
 * Characters that nobody sees and that can hide or turn round what stands beside them: control characters, separators of
 * lines and paragraphs, halves of surrogate pairs, and those that set the direction of writing (U+202A–202E, U+2066–2069).
 */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u
const EVERY_HIDDEN = new RegExp(HIDDEN.source, 'gu')
const LINE_BREAKS = /[\t\n\r]/g

/** True when a text of one line holds only what can be seen. */
export function isPlainLine(text: string): boolean {
  return !HIDDEN.test(text)
}

/** The same for a text that may be broken into lines. */
export function isPlainText(text: string): boolean {
  return isPlainLine(text.replace(LINE_BREAKS, ''))
}

/** The text with each hidden character written out, such as 'U+0000'. */
export function visible(text: string): string {
  return text.replace(EVERY_HIDDEN, (char) => `U+${codeOf(char).toString(16).toUpperCase().padStart(4, '0')}`)
}

function codeOf(char: string): number {
  return char.codePointAt(0) ?? 0
}
