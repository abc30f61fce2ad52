/** Rows of a table written as text: the first line names the columns, `|` parts them, lines of dashes are for the eye. */
export function tableOf(text: string): Record<string, string>[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^[\s|-]+$/.test(line))
  const [head = [], ...rows] = lines.map((line) => line.split('|').map((cell) => cell.trim()))
  return rows.map((row) => {
    if (row.length !== head.length)
      throw new Error(`${row.length} cells, not ${head.length}, in '${row.join(' | ')}'`)
    return Object.fromEntries(head.map((column, index) => [column, row[index] ?? '']))
  })
}

/** Hours such as '7.5' or '16/7' in minutes; '?' is not known. */
export function minutesFrom(text: string): number | null {
  if (text === '?') return null
  const [above = '', below = '1'] = text.split('/')
  return (Number(above) * 60) / Number(below)
}
