/** Arrow keys between the duties of a board, and the place it was scrolled to kept from page to page. */
const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const board = document.querySelector<HTMLElement>('[data-board] .board')
if (board) {
  keepScroll(board)
  board.addEventListener('keydown', (event) => move(board, event))
}

function keepScroll(frame: HTMLElement): void {
  const weeks = new URLSearchParams(location.search).get('from') ?? ''
  const key = `board-scroll:${location.pathname}:${weeks}`
  const [left = 0, top = 0] = (sessionStorage.getItem(key) ?? '').split(',').map(Number)
  frame.scrollTo({ left, top })
  const current = frame.querySelector('a[aria-current]')
  if (current && !isInSight(frame, current)) current.scrollIntoView({ block: 'nearest', inline: 'center' })
  addEventListener('pagehide', () => sessionStorage.setItem(key, `${frame.scrollLeft},${frame.scrollTop}`))
}

function isInSight(frame: HTMLElement, element: Element): boolean {
  const outer = frame.getBoundingClientRect()
  const inner = element.getBoundingClientRect()
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  )
}

function move(frame: HTMLElement, event: KeyboardEvent): void {
  const step = MOVES[event.key]
  const cell = (event.target as Element).closest('td')
  if (!step || !cell || event.ctrlKey || event.metaKey || event.altKey) return
  const next = nextLink(frame, cell, step)
  if (!next) return
  event.preventDefault()
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** The nearest cell in that direction that holds a duty. */
function nextLink(
  frame: HTMLElement,
  cell: HTMLTableCellElement,
  [rows, columns]: readonly [number, number],
): HTMLAnchorElement | undefined {
  const body = [...frame.querySelectorAll<HTMLTableRowElement>('tbody tr')]
  let row = body.indexOf(cell.parentElement as HTMLTableRowElement) + rows
  let column = cell.cellIndex + columns
  for (; body[row]?.cells[column]; row += rows, column += columns) {
    const link = body[row]?.cells[column]?.querySelector('a')
    if (link) return link
  }
  return undefined
}
