import { isPlainText } from '../text/plain-text.ts'
import type { FieldProblem } from './refusal.ts'

/** What keeps words that somebody wrote from being stored: signs that nobody sees, or too many of them. */
export function freeTextProblem(field: string, text: string, longest: number): FieldProblem | undefined {
  if (!isPlainText(text)) return { field, code: 'hidden-character', value: text }
  return text.length > longest ? { field, code: 'too-long', value: text } : undefined
}
