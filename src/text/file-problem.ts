/** Everything that a district file can be refused for; each code has its sentence in every language. */
export const FILE_PROBLEM_CODES = [
  'too-large',
  'not-a-district-file',
  'broken-json',
  'cut-short',
  'key-twice',
  'wrong-version',
  'missing-field',
  'unknown-field',
  'not-text',
  'not-number',
  'not-whole-number',
  'not-true-or-false',
  'not-list',
  'not-object',
  'not-a-choice',
  'too-small',
  'too-big',
  'span-too-long',
  'span-too-short',
  'empty-value',
  'empty-text',
  'hidden-character',
  'too-long',
  'too-few',
  'too-many',
  'not-an-id',
  'not-a-date',
  'date-out-of-range',
  'not-a-day-of-year',
  'not-a-time',
  'not-an-instant',
  'not-an-email',
  'not-an-hpr-number',
  'not-a-municipality-number',
  'no-such-municipality',
  'ends-before-start',
  'dates-overlap',
  'certain-outside-absence',
  'least-above-most',
  'id-twice',
  'person-twice',
  'hpr-number-twice',
  'doctor-twice',
  'initials-twice',
  'municipality-twice',
  'window-key-twice',
  'date-twice',
  'holiday-twice',
  'value-twice',
  'unknown-person',
  'unknown-doctor',
  'unknown-line',
  'unknown-position',
  'unknown-member-municipality',
  'unknown-duty',
  'person-without-doctor',
  'windows-overlap',
  'piece-outside-window',
  'pieces-leave-gap',
  'pieces-overlap',
  'duty-too-long',
  'override-outside-version',
  'behind-itself',
  'behind-backup',
  'backup-behind-nothing',
  'duty-id-differs',
  'no-such-place',
  'held-outside-duty',
  'held-twice',
  'held-by-nobody',
  'double-booked',
  'in-closed-period',
  'taken-person',
  'taken-hpr-number',
] as const

export type FileProblemCode = (typeof FILE_PROBLEM_CODES)[number]

/** One reason why a file is refused. */
export interface FileProblem {
  /**
   * Where in the JSON, such as `district.lines[0].templates[1].windows[2].end`; empty for the whole file;
   * `<line>:<column>` when the text can't be read as JSON.
   */
  readonly path: string
  readonly code: FileProblemCode
  /** What stands there, cut to a readable length. */
  readonly value: string
  /** What the value is held against: a limit, the allowed choices, the other place. Empty when the code says it all. */
  readonly against: string
}
