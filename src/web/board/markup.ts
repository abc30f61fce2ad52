const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it stands in HTML or between the quotes of an attribute. Grids are thousands of cells, so they are written as text. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] as string)
}

/** ` class="a b"`, or nothing when no name is left. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  const own = names.filter(Boolean)
  return own.length === 0 ? '' : ` class="${own.join(' ')}"`
}

/** A value for a `<script type="application/json">`, which must not hold the end of its own element. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
