/** Why a pasted table or a file cannot be read at all. `value` is the bound, the sheet or the name that it is about. */
export interface TableFault {
  readonly kind:
    | 'empty'
    | 'too-much-text'
    | 'too-many-rows'
    | 'too-many-columns'
    | 'too-many-cells'
    | 'too-many-sheets'
    | 'file-too-large'
    | 'macro-workbook'
    | 'encrypted'
    | 'old-xls'
    | 'other-workbook'
    | 'not-a-table'
    | 'zip-bomb'
    | 'broken-workbook'
    | 'unknown-sheet'
  readonly value: string
}

/** What is wrong with one cell. `also` holds what the sentence needs besides the value, by the code's own order. */
export interface CellProblem {
  /** Such as B7; empty where it is the whole sheet. */
  readonly address: string
  readonly value: string
  readonly code:
    | 'unknown-name'
    /** `also`: the names of those who could be meant. */
    | 'fits-several'
    | 'not-a-date'
    /** `also`: the years of the plan. */
    | 'other-year'
    /** `also`: the date, and its weekday's number. */
    | 'other-weekday'
    | 'unknown-column'
    | 'unknown-line'
    | 'unknown-duty'
    /** `also`: the line's code, the date. */
    | 'no-duty'
    /** `also`: how many names stand there, how many places there are. */
    | 'other-number'
    | 'unreadable-time'
    /** `also`: the date, the time. */
    | 'no-such-time'
    /** `also`: the date, the time. */
    | 'time-twice'
    /** `also`: the duty's own times. */
    | 'outside-duty'
    | 'overlapping'
    /** `also`: the address of the other cell. */
    | 'given-twice'
    | 'formula'
    | 'hidden-character'
    | 'too-long'
    | 'missing'
    | 'unknown-word'
    | 'not-a-number'
    | 'no-dates'
    | 'no-names'
    | 'no-hpr-number'
    | 'no-email'
    | 'no-name'
    | 'not-a-member'
    | 'fits-several-doctors'
    /** `also`: the address of the other cell. */
    | 'same-doctor'
    /** `also`: as many as are taken at once. */
    | 'too-many-rows'
    /** `also`: as many as one step takes. */
    | 'too-many-places'
  readonly also: readonly string[]
}

export function cellProblem(
  address: string,
  code: CellProblem['code'],
  value = '',
  ...also: readonly string[]
): CellProblem {
  return { address, code, value, also }
}
