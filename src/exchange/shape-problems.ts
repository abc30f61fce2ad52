import type { z } from 'zod'
import type { FileProblem, FileProblemCode } from '../text/file-problem.ts'
import { type Place, problemAt } from './problem-place.ts'

type Issue = z.core.$ZodIssue

const WRONG_TYPES: Readonly<Record<string, FileProblemCode>> = {
  string: 'not-text',
  number: 'not-number',
  int: 'not-whole-number',
  boolean: 'not-true-or-false',
  array: 'not-list',
  object: 'not-object',
}
const TOO_BIG: Readonly<Record<string, FileProblemCode>> = { string: 'too-long', array: 'too-many' }
const TOO_SMALL: Readonly<Record<string, FileProblemCode>> = { string: 'empty-text', array: 'too-few' }

/** The schema's issues as problems, with the values that stand in the file. */
export function shapeProblems(issues: readonly Issue[], json: unknown): FileProblem[] {
  return issues.flatMap((issue) => toProblems(issue, json))
}

function toProblems(issue: Issue, json: unknown): FileProblem[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problemAt([...path, key], 'unknown-field', valueAt(json, [...path, key])))
  }
  const value = valueAt(json, path)
  if (value === undefined) return [problemAt(path, 'missing-field', '')]
  switch (issue.code) {
    case 'invalid_type':
      return [problemAt(path, WRONG_TYPES[issue.expected] ?? 'not-a-choice', value)]
    case 'too_big':
      return [problemAt(path, TOO_BIG[issue.origin] ?? 'too-big', value, String(issue.maximum))]
    case 'too_small':
      return [problemAt(path, TOO_SMALL[issue.origin] ?? 'too-small', value, String(issue.minimum))]
    case 'custom':
      return [problemAt(path, issue.params?.problem as FileProblemCode, value, issue.params?.against)]
    case 'invalid_value':
      return [problemAt(path, codeOfChoice(path), value, issue.values.map(String).join(', '))]
    case 'invalid_union':
      return [problemAt(path, 'not-a-choice', value, choices(issue))]
    default:
      throw new Error(`schema issue ${issue.code} at ${path.join('.')} has no problem code`)
  }
}

function codeOfChoice(path: Place): FileProblemCode {
  return path.length === 1 && path[0] === 'version' ? 'wrong-version' : 'not-a-choice'
}

function choices(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String).join(', ') : ''
}

function valueAt(json: unknown, place: Place): unknown {
  let value = json
  for (const key of place) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}
