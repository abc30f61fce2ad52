const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const MILLISECONDS = 1000

/** 'Sun, 06 Nov 1994 08:49:37 GMT', and the two older ways that a recipient must still read (RFC 9110 §5.6.7). */
const FORMS = [
  /^[A-Z][a-z]{2}, (?<day>\d\d) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) GMT$/,
  /^[A-Z][a-z]{5,8}, (?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d\d) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) GMT$/,
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) (?<year>\d{4})$/,
]

/** A date of HTTP as epoch seconds; null where the text is none, which is to be read as if the header were not there. */
export function fromHttpDate(text: string | undefined): number | null {
  const told = (text ?? '').trim()
  const found = FORMS.map((form) => form.exec(told)?.groups).find((groups) => groups !== undefined)
  if (!found) return null
  const { day = '', month = '', year = '', hour = '', minute = '', second = '' } = found
  const at = Date.UTC(
    yearOf(year),
    MONTHS.indexOf(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  )
  const isReal = MONTHS.includes(month) && new Date(at).getUTCDate() === Number(day) && Number(hour) < 24
  return isReal ? at / MILLISECONDS : null
}

/** `seconds` since the epoch, as 'Sun, 06 Nov 1994 08:49:37 GMT'. */
export function toHttpDate(seconds: number): string {
  return new Date(seconds * MILLISECONDS).toUTCString()
}

/** Two digits stand for a year of this century or the end of the last; no calendar here is older. */
function yearOf(digits: string): number {
  if (digits.length === 4) return Number(digits)
  return Number(digits) + (Number(digits) >= 70 ? 1900 : 2000)
}
