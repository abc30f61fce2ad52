/**
 * Characters that nobody sees and that can hide, join or turn round what stands beside them: control and format characters
 * (a soft hyphen, a joiner, a space of no width, those that set the direction of writing), separators of lines and paragraphs,
 * halves of surrogate pairs, and every other that is drawn as nothing. The selector that colours an emoji may stand after one.
 */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2800]|(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}|(?<!\p{Emoji})[\ufe0e\ufe0f]/u
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
