import type { CellKey } from '../../../core/rota/assignment.ts'
import type { Interval } from '../../../core/time/interval.ts'
import { loadWords } from '../../words.ts'
import { aheadOfFacts, type CheckedBoard } from '../checks.ts'
import { confirmerOf } from '../confirm.ts'
import type { Change, Judge } from '../judge.ts'
import { button, element } from './element.ts'
import { type FixPanel, fixPanel } from './fix-panel.ts'
import { type Judged, judgedOf } from './judged.ts'
import { judgedLine } from './judged-line.ts'
import { loadPanel } from './load-panel.ts'
import { openers } from './openers.ts'
import type { PanelDesk } from './panel-desk.ts'
import { placePanel } from './place-panel.ts'

/** One panel beside the board. */
export interface Panel {
  readonly name: 'place' | 'fix' | 'load'
  readonly content: HTMLElement
  /** Takes the keyboard. */
  readonly focus: () => void
  /** After each change of the draft. */
  readonly refresh: (judged: Judged) => void
  readonly closed?: () => void
}

export interface Panels {
  readonly open: (cell: CellKey, part: Interval, focus: boolean) => void
  readonly close: () => void
  /** After edits, once their marks are drawn. */
  readonly changed: (changes: readonly Change[]) => void
}

/** Puts the panels beside the board and the buttons that open them above it; `replaced` is told when the server knew better. */
export async function openPanels(
  board: CheckedBoard,
  first: Judge,
  replaced: (judge: Judge) => void,
): Promise<Panels> {
  const words = await loadWords()
  const shelf = document.querySelector<HTMLElement>('#board-panel')
  let judge = first
  let panel: Panel | undefined
  let fix: FixPanel | undefined
  const live = element('p', { class: 'ds-sr-only', role: 'status' })
  board.frame.append(live)
  const desk: PanelDesk = {
    board,
    words,
    get judge() {
      return judge
    },
    say: (sentence) => {
      live.textContent = sentence
    },
  }
  const show = (next: Panel | undefined, isFocused: boolean) => {
    panel?.closed?.()
    panel = next
    if (next) shelf?.replaceChildren(next.content)
    else shelf?.replaceChildren()
    buttons.opened(next?.name)
    if (next && isFocused) next.focus()
  }
  const close = () => {
    const was = panel?.name
    const hadFocus = shelf?.contains(document.activeElement) ?? false
    show(undefined, false)
    if (hadFocus && was && was !== 'place') buttons.focus(was)
  }
  const fixing = (): FixPanel => {
    if (fix && panel === fix) return fix
    fix = fixPanel(desk, close)
    show(fix, false)
    return fix
  }
  const buttons = openers(desk, {
    fix: () => (panel?.name === 'fix' ? close() : fixing().focus()),
    load: () => (panel?.name === 'load' ? close() : show(loadPanel(desk, close), true)),
  })
  const line = judgedLine(desk, (key) => fixing().goTo(key))
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'F8' || !buttons.isShown()) return
    event.preventDefault()
    fixing().step(event.shiftKey ? -1 : 1)
  })
  const tell = (judged: Judged) => {
    line.tell(judged)
    buttons.refresh()
    panel?.refresh(judged)
  }
  const confirmer = confirmerOf(board, () => judge, {
    replace: (next) => {
      judge = next
      replaced(next)
      tell({ fresh: [], healed: [] })
    },
    said: (kind) => line.say(words.boardPanels.judged[kind]),
  })
  const goOld = () => stale(desk, () => fixing().focus())
  if (aheadOfFacts(board.model).length > 0) goOld()
  confirmer.soon()
  return {
    open: (cell, part, isFocused) => show(placePanel(desk, cell, part, close), isFocused),
    close,
    changed: (changes) => {
      goOld()
      tell(judgedOf(judge, changes))
      confirmer.soon()
    },
  }
}

/** What the server drew of the draft's breaches stands no more once something is changed: the way to what holds now takes its place. */
function stale({ words }: PanelDesk, showNow: () => void): void {
  const flags = document.querySelector('#flags')
  if (!flags || flags.hasAttribute('data-stale')) return
  flags.toggleAttribute('data-stale', true)
  document.querySelector('[data-counts]')?.remove()
  const [heading] = flags.children
  flags.replaceChildren(
    ...(heading ? [heading] : []),
    element('p', {}, words.boardPanels.stale),
    button(words.boardPanels.fix.title, showNow),
  )
}
