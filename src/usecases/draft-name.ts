import { freeTextProblem } from './free-text.ts'
import type { FieldProblem } from './refusal.ts'

const LONGEST_NAME = 80

/** What is wrong with a draft's name, without spaces around it; undefined when it will do. */
export function draftNameProblem(name: string): FieldProblem | undefined {
  if (name === '') return { field: 'name', code: 'missing', value: '' }
  return freeTextProblem('name', name, LONGEST_NAME)
}
