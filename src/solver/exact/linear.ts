/** A mixed-integer linear programme to be minimised, as growing flat arrays: columns by index, rows one after the other. */
export interface Linear {
  /** What the objective is where every column is 0. */
  constant: number
  /** Whether some row can't be kept, whatever the columns are. */
  isImpossible: boolean
  readonly cost: number[]
  readonly lower: number[]
  readonly upper: number[]
  /** 1 where a column must be a whole number. */
  readonly whole: (0 | 1)[]
  /** What a column's value is a whole multiple of in every rota, at its true price; 0 where that is not known. */
  readonly grain: number[]
  /** Entries of row i stand from `rowFrom[i]` to `rowFrom[i + 1]`. */
  readonly rowFrom: number[]
  readonly rowColumns: number[]
  readonly rowValues: number[]
  readonly rowLeast: number[]
  readonly rowMost: number[]
}

/** A value times a column. */
export type Term = readonly [value: number, column: number]

export interface Column {
  readonly lower?: number
  readonly upper?: number
  readonly cost?: number
  readonly whole?: 0 | 1
  /** 1 for a whole column when left out. */
  readonly grain?: number
}

export function emptyLinear(): Linear {
  return {
    constant: 0,
    isImpossible: false,
    cost: [],
    lower: [],
    upper: [],
    whole: [],
    grain: [],
    rowFrom: [0],
    rowColumns: [],
    rowValues: [],
    rowLeast: [],
    rowMost: [],
  }
}

/** A column from 0 to 1, or as told; returns its index. */
export function addColumn(linear: Linear, column: Column): number {
  const { lower = 0, upper = 1, cost = 0, whole = 0, grain = whole } = column
  linear.grain.push(grain)
  linear.lower.push(lower)
  linear.upper.push(upper)
  linear.whole.push(whole)
  return linear.cost.push(cost) - 1
}

/** Holds the sum of the terms between two inclusive ends. A row that all columns keep within their bounds is left out. */
export function addRow(linear: Linear, terms: readonly Term[], least: number, most: number): void {
  const merged = merge(terms)
  let lowest = 0
  let highest = 0
  for (const [column, value] of merged) {
    lowest += value * (value > 0 ? linear.lower[column]! : linear.upper[column]!)
    highest += value * (value > 0 ? linear.upper[column]! : linear.lower[column]!)
  }
  if (lowest >= least && highest <= most) return
  if (lowest > most || highest < least) linear.isImpossible = true
  for (const [column, value] of merged) {
    linear.rowColumns.push(column)
    linear.rowValues.push(value)
  }
  linear.rowFrom.push(linear.rowColumns.length)
  linear.rowLeast.push(least)
  linear.rowMost.push(most)
}

function merge(terms: readonly Term[]): Map<number, number> {
  const merged = new Map<number, number>()
  for (const [value, column] of terms) merged.set(column, (merged.get(column) ?? 0) + value)
  for (const [column, value] of merged) if (value === 0) merged.delete(column)
  return merged
}

export function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

/** The programme as CPLEX LP text, its columns `x0`, `x1` … in their order. */
export function toLpText(linear: Linear): string {
  const { cost, rowFrom, rowColumns, rowValues, rowLeast, rowMost } = linear
  const lines = ['Minimize', ' obj:']
  push(lines, [...cost.map((value, column) => term(value, column)), `+ ${linear.constant} one`])
  lines.push('Subject To')
  rowLeast.forEach((least, row) => {
    const terms: string[] = []
    for (let i = rowFrom[row]!; i < rowFrom[row + 1]!; i++) terms.push(term(rowValues[i]!, rowColumns[i]!))
    if (terms.length === 0) terms.push('0 one')
    const most = rowMost[row]!
    if (least === most) write(lines, `r${row}`, terms, `= ${most}`)
    else {
      if (most < Infinity) write(lines, `r${row}`, terms, `<= ${most}`)
      if (least > -Infinity) write(lines, `l${row}`, terms, `>= ${least}`)
    }
  })
  writeBounds(lines, linear)
  return lines.join('\n')
}

function writeBounds(lines: string[], { lower, upper, whole }: Linear): void {
  lines.push('Bounds', ' one = 1')
  lower.forEach((least, column) => {
    const most = upper[column]!
    const from = least === -Infinity ? '-inf' : least
    lines.push(` ${from} <= x${column} <= ${most === Infinity ? 'inf' : most}`)
  })
  const wholes = whole.flatMap((isWhole, column) => (isWhole === 1 ? [`x${column}`] : []))
  if (wholes.length > 0) {
    lines.push('General')
    push(lines, wholes)
  }
  lines.push('End', '')
}

function write(lines: string[], name: string, terms: readonly string[], end: string): void {
  lines.push(` ${name}:`)
  push(lines, terms)
  lines.push(`  ${end}`)
}

function term(value: number, column: number): string {
  return `${value < 0 ? '-' : '+'} ${Math.abs(value)} x${column}`
}

/** Lines of the format may not be longer than 560 signs. */
const TERMS_PER_LINE = 10

function push(lines: string[], words: readonly string[]): void {
  for (let i = 0; i < words.length; i += TERMS_PER_LINE)
    lines.push(`  ${words.slice(i, i + TERMS_PER_LINE).join(' ')}`)
}
