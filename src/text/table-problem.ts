/** Why a pasted table or a file cannot be read at all. `value` is the bound, the sheet or the name that it is about. */
export interface TableFault {
  readonly kind:
    | 'empty'
    | 'too-much-text'
    | 'too-many-rows'
    | 'too-many-columns'
    | 'too-many-cells'
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
