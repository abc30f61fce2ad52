import { isPlainLine } from '../text/plain-text.ts'
import { done, invalid, type Result } from './refusal.ts'

/** Characters: enough for «Jobb-PC på legevakta», and a line of a list on a telephone. */
export const LONGEST_LABEL = 60

/** What somebody calls a passkey, one line of what can be seen. */
export function readLabel(given: string): Result<string> {
  const label = given.trim()
  if (label === '') return invalid('label', 'missing', given)
  if (!isPlainLine(label)) return invalid('label', 'hidden-character', given)
  return label.length > LONGEST_LABEL ? invalid('label', 'too-long', given) : done(label)
}
