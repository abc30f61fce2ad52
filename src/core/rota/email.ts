/** Longest address that mail takes (RFC 5321 §4.5.3.1.3). */
const LONGEST_EMAIL = 254

/**
 * Small letters of the languages of Europe that are written in Latin ones, up to U+017E: not the dotless i and the kra, which are read as i
 * and k, nor what stands above and is read as a, g and o.
 */
const LETTERS = 'a-z\u00df-\u00f6\u00f8-\u0130\u0132-\u0137\u0139-\u017e'

/**
 * Whose an account is, is judged by its address: letters that look like others and characters that nobody sees are in none, nor what
 * parts addresses from each other and from names.
 */
const EMAIL = new RegExp(
  `^[${LETTERS}\\d.!#$%&'*+/=?^_\`{|}~-]+@(?:[${LETTERS}\\d-]+\\.)+[${LETTERS}\\d-]+$`,
  'u',
)

/** A mail address as accounts hold it and as addresses are compared, or undefined when it can't be one. */
export function toEmail(text: string): string | undefined {
  const email = text.trim().normalize('NFKC').toLowerCase()
  return email.length <= LONGEST_EMAIL && EMAIL.test(email) ? email : undefined
}
