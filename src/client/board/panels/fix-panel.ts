import { cellKey } from '../../../core/rota/assignment.ts'
import { button, element, tag } from './element.ts'
import { countsOf, type FixItem, itemsToFix, placeOf } from './fix-items.ts'
import { type FixRow, fixList } from './fix-list.ts'
import { type HealList, healList } from './heal-list.ts'
import type { Judged } from './judged.ts'
import { isOwn, type PanelDesk, sentencesOf } from './panel-desk.ts'
import { panelFrame } from './panel-frame.ts'
import type { Panel } from './panels.ts'
import { point } from './pointer-mark.ts'

export interface FixPanel extends Panel {
  /** Goes to the next thing to fix, or the one before it. */
  readonly step: (by: 1 | -1) => void
  readonly goTo: (key: string) => void
}

/** Everything to fix in the whole plan, worked off from the keyboard. */
export function fixPanel(desk: PanelDesk, close: () => void): FixPanel {
  const { fix } = desk.words.boardPanels
  const counts = element('p', { class: 'state' })
  const list = fixList(desk, (row, by) =>
    by === 'press' && current === row ? goToDuty(desk, row) : select(row),
  )
  const lead = element('p', { class: 'hint' }, `${fix.lead} ${fix.hint}`)
  const { panel, heading } = panelFrame(desk, fix.title, close, counts, lead, ...list.content)
  let current: FixRow | undefined
  let heals: HealList | undefined

  const unselect = () => {
    heals?.stop()
    current?.head.setAttribute('aria-expanded', 'false')
    current?.li.querySelector('.fix-detail')?.remove()
    heals = undefined
    current = undefined
  }
  const select = (row: FixRow, isFocused = true) => {
    unselect()
    current = row
    for (const { head } of list.rows) head.tabIndex = head === row.head ? 0 : -1
    row.head.setAttribute('aria-expanded', 'true')
    if (!row.isHealed) heals = healList(desk, row.item, () => row.head.focus())
    row.li.append(detailOf(desk, row, heals))
    if (isFocused) row.head.focus()
    row.li.scrollIntoView({ block: 'nearest' })
    const at = placeOf(desk.judge, row.item)
    point(desk.board.frame, at ? cellKey(at.place) : null)
  }
  const draw = () => {
    const items = itemsToFix(desk.judge, (need) => isOwn(desk, need))
    list.draw(items)
    counts.replaceChildren(...tagsOf(desk, items))
    return countsOf(items)
  }
  draw()
  return {
    name: 'fix',
    content: panel,
    focus: () => (list.rows[0] ? select(list.rows[0]) : heading.focus()),
    closed: () => {
      unselect()
      point(desk.board.frame, null)
    },
    step: (by) => {
      const { rows } = list
      let to = current ? rows.indexOf(current) : -1
      do to += by
      while (rows[to]?.isHealed)
      const row = rows[to] ?? current
      if (row) select(row)
    },
    goTo: (key) => {
      const row = list.rows.find(({ item }) => item.key === key)
      if (row) select(row)
    },
    refresh: ({ healed }: Judged) => {
      const hasFocus = panel.contains(document.activeElement)
      const { blocks, warns } = draw()
      if (current) select(current, hasFocus)
      if (healed.length > 0) desk.say(fix.saidLeft(blocks, warns))
    },
  }
}

function tagsOf(desk: PanelDesk, items: readonly FixItem[]): HTMLElement[] {
  const { fix } = desk.words.boardPanels
  const { blocks, warns, open } = countsOf(items)
  if (items.length === 0) return [tag(fix.nothing, 'success')]
  return [
    ...(blocks > 0 ? [tag(fix.counts.blocks(blocks), 'danger')] : []),
    ...(warns > 0 ? [tag(fix.counts.warns(warns), 'warning')] : []),
    ...(open > 0 ? [tag(fix.counts.open(open), 'info')] : []),
  ]
}

/** How it adds up and where its rule comes from, what would heal it, and the way to the duty. */
function detailOf(desk: PanelDesk, { item }: FixRow, heals: HealList | undefined): HTMLElement {
  const isBreach = item.kind === 'breach'
  return element(
    'div',
    { class: 'fix-detail' },
    isBreach && element('p', { class: 'why-text' }, sentencesOf(desk, item.violation).why()),
    heals?.content,
    wayTo(desk, item),
  )
}

function wayTo(desk: PanelDesk, item: FixItem): HTMLElement | null {
  const { fix } = desk.words.boardPanels
  const at = placeOf(desk.judge, item)
  if (!at) return null
  const key = cellKey(at.place)
  const isInSight = desk.board.frame.querySelector(`[data-cell="${CSS.escape(key)}"]`) !== null
  const way = isInSight
    ? button(fix.goTo, () => desk.board.go(key, at.part), { 'data-variant': 'tertiary' })
    : element('a', { class: 'ds-link', href: hrefTo(desk, at.place.needId) }, fix.goToWeeks)
  return element('p', {}, way)
}

function goToDuty(desk: PanelDesk, { item }: FixRow): void {
  const at = placeOf(desk.judge, item)
  if (at && !desk.board.go(cellKey(at.place), at.part)) location.assign(hrefTo(desk, at.place.needId))
}

/** The same view of the weeks that a duty lies in. */
function hrefTo({ judge }: PanelDesk, needId: string): string {
  const query = new URLSearchParams(location.search)
  query.set('from', judge.view.needs.get(needId)?.date ?? '')
  query.delete('cell')
  return `${location.pathname}?${query}`
}
