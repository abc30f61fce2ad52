const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))

/** The number from 0 to 99 as two digits. */
export function twoDigits(n: number): string {
  const text = TWO_DIGITS[n]
  if (text === undefined) throw new RangeError(`not a whole number from 0 to 99: ${n}`)
  return text
}

/** The value of the two decimal digits at `at`, or NaN when they are not both digits. */
export function twoDigitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}
