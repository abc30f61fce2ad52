/** Spreadsheets take a cell that begins with one of these for a formula (OWASP, CSV injection). */
const FORMULA = /^'*[=+\-@\t\r\n]/
const GUARDED = /^'+[=+\-@\t\r\n]/

/** A text with an apostrophe before what a spreadsheet would reckon; nothing else is changed. */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text as it was before `guarded`. */
export function unguarded(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}

export function needsGuard(text: string): boolean {
  return FORMULA.test(text)
}
