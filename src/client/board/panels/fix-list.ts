import { button, element, tag } from './element.ts'
import { type FixItem, OPEN_SIGN } from './fix-items.ts'
import { dutyOf, type PanelDesk, sentencesOf } from './panel-desk.ts'
import { moveAmong } from './panel-frame.ts'

/** So many are drawn at first, and by each press for more. */
const DRAWN = 60

/** One thing to fix as it stands in the list. */
export interface FixRow {
  readonly item: FixItem
  readonly li: HTMLLIElement
  readonly head: HTMLButtonElement
  isHealed: boolean
}

export interface FixList {
  readonly content: readonly HTMLElement[]
  readonly rows: readonly FixRow[]
  /** Makes the list this; what was healed last stays where it stood, struck, and what was healed before is counted. */
  readonly draw: (items: readonly FixItem[]) => void
}

/** The list of what is to be fixed: one stop for the tab key, arrows among its heads. */
export function fixList(desk: PanelDesk, pick: (row: FixRow, by: 'press' | 'arrow') => void): FixList {
  const { fix } = desk.words.boardPanels
  let rows: FixRow[] = []
  let drawn = DRAWN
  let seen: ReadonlySet<string> | undefined
  const gone = new Set<string>()
  const list = element('ol', {
    class: 'to-fix',
    keydown: (event: KeyboardEvent) => {
      const heads = rows.map((row) => row.head)
      if (!moveAmong(heads, event)) return
      const row = rows.find(({ head }) => head === document.activeElement)
      if (row) pick(row, 'arrow')
    },
  })
  const more = element('p', {})
  const mended = element('p', { class: 'hint' })
  const draw = (items: readonly FixItem[]) => {
    const left = new Set(items.map((item) => item.key))
    for (const key of left) gone.delete(key)
    const hasMore = rows.some((row) => !row.isHealed && !left.has(row.item.key))
    rows = rows.filter((row) => {
      const isPast = hasMore && row.isHealed && !left.has(row.item.key) && row.head !== document.activeElement
      if (isPast) gone.add(row.item.key)
      return !isPast
    })
    mended.textContent = gone.size > 0 ? fix.healedBefore(gone.size) : ''
    for (const row of rows) strike(row, !left.has(row.item.key), fix.healed)
    const known = new Map(rows.map((row) => [row.item.key, row]))
    const standing = items.slice(0, drawn).map((item) => {
      const row = known.get(item.key) ?? rowOf(desk, item, seen?.has(item.key) === false)
      if (!known.has(item.key)) row.head.addEventListener('click', () => pick(row, 'press'))
      return row
    })
    rows = merged(rows, standing)
    seen = new Set([...(seen ?? []), ...left])
    arrange(list, rows)
    const hidden = items.length - drawn
    const press = () => {
      drawn += DRAWN
      draw(items)
    }
    more.replaceChildren(...(hidden > 0 ? [button(fix.more(Math.min(hidden, DRAWN)), press)] : []))
    if (rows[0] && rows.every(({ head }) => head.tabIndex === -1)) rows[0].head.tabIndex = 0
  }
  return {
    content: [mended, list, more],
    get rows() {
      return rows
    },
    draw,
  }
}

/** Moves only what is not in its place: one of them may hold the focus. */
function arrange(list: HTMLElement, rows: readonly FixRow[]): void {
  const wanted = new Set<Element>(rows.map((row) => row.li))
  for (const li of [...list.children]) if (!wanted.has(li)) li.remove()
  let next = list.firstElementChild
  for (const { li } of rows) {
    if (li === next) next = li.nextElementSibling
    else list.insertBefore(li, next)
  }
}

function rowOf(desk: PanelDesk, item: FixItem, isFresh: boolean): FixRow {
  const { boardPanels, board } = desk.words
  const isOpen = item.kind === 'open'
  const sentence = isOpen
    ? boardPanels.fix.isOpen(dutyOf(desk, item.need.id))
    : sentencesOf(desk, item.violation).statement
  const head = element(
    'button',
    { type: 'button', class: 'fix-head', 'aria-expanded': 'false', tabindex: -1 },
    element('b', { 'aria-hidden': 'true' }, isOpen ? OPEN_SIGN : board.marks[item.mark]),
    isFresh && tag(boardPanels.fix.fresh, 'neutral'),
    element('span', {}, sentence),
  )
  return { item, head, li: element('li', { class: isOpen ? 'open' : item.mark }, head), isHealed: false }
}

function strike(row: FixRow, isGone: boolean, word: string): void {
  if (isGone === row.isHealed) return
  row.isHealed = isGone
  row.li.classList.toggle('healed', isGone)
  row.head.querySelector('.healed-tag')?.remove()
  if (!isGone) return
  const done = tag(word, 'success')
  done.classList.add('healed-tag')
  row.head.append(done)
}

/** What is left in its order, with what is healed where it stood. */
function merged(before: readonly FixRow[], left: readonly FixRow[]): FixRow[] {
  const result = [...left]
  before.forEach((row, index) => {
    if (!row.isHealed) return
    const former = before.slice(0, index).findLast((own) => result.includes(own))
    result.splice(former ? result.indexOf(former) + 1 : 0, 0, row)
  })
  return result
}
