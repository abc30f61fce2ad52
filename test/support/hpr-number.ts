/** A number that follows from the text, and that no other text of the tests has. */
export function hprNumberOf(text: string): string {
  const sum = [...text].reduce((all, letter) => (all * 31 + (letter.codePointAt(0) ?? 0)) % 99_999_989, 1)
  return String(sum + 1)
}
