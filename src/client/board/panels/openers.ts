import { button, element } from './element.ts'
import { countsOf, type FixCounts, itemsToFix, OPEN_SIGN } from './fix-items.ts'
import { isOwn, type PanelDesk } from './panel-desk.ts'

export interface Openers {
  readonly refresh: () => void
  /** Marks whose panel is open. */
  readonly opened: (name: string | undefined) => void
  readonly focus: (name: 'fix' | 'load') => void
  /** Not where the grid has no room. */
  readonly isShown: () => boolean
}

/** The buttons above the board, the first with what is left to fix in the whole plan. */
export function openers(desk: PanelDesk, open: Readonly<Record<'fix' | 'load', () => void>>): Openers {
  const { boardPanels } = desk.words
  const { marks } = desk.words.board
  const counts = element('span', { class: 'counts' })
  const fix = button(boardPanels.fix.title, open.fix, { 'aria-expanded': 'false', 'aria-keyshortcuts': 'F8' })
  fix.append(counts)
  const load = button(boardPanels.load.button, open.load, { 'aria-expanded': 'false' })
  const all = { fix, load }
  const refresh = () => {
    const { blocks, warns, open: left } = countsOf(itemsToFix(desk.judge, (need) => isOwn(desk, need)))
    counts.replaceChildren(
      countOf(desk, 'blocks', marks.blocks, blocks),
      countOf(desk, 'warns', marks.warns, warns),
      countOf(desk, 'open', OPEN_SIGN, left),
    )
  }
  const tools = desk.board.frame.querySelector('.board-tools')
  const place = element('span', { class: 'openers' }, fix, load)
  if (tools) tools.append(place)
  else desk.board.frame.prepend(place)
  refresh()
  return {
    refresh,
    opened: (name) => {
      for (const [own, opener] of Object.entries(all))
        opener.setAttribute('aria-expanded', String(own === name))
    },
    focus: (name) => all[name].focus(),
    isShown: () => place.offsetParent !== null,
  }
}

/** A sign and a number, with its word for those who listen. */
function countOf({ words }: PanelDesk, name: keyof FixCounts, sign: string, amount: number): HTMLElement {
  return element(
    'span',
    { class: `count ${name}` },
    element('span', { 'aria-hidden': 'true' }, `${sign} ${words.format.number(amount)}`),
    element('span', { class: 'ds-sr-only' }, ` ${words.boardPanels.fix.counts[name](amount)}.`),
  )
}
