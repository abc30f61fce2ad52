import { type Alive, bringAlive } from './alive.ts'
import { commandsOf, type Outside } from './commands.ts'
import { type Desk, deskOf } from './desk.ts'
import { loadEditWords } from './edit-words.ts'
import { fetchFacts } from './facts.ts'
import { type Grid, linksIn, readGrid } from './grid.ts'
import { insist } from './insist.ts'
import { type Keyed, listenToKeys } from './keys.ts'
import { boardModel } from './model.ts'
import { listenToMoves } from './moves.ts'
import { listenToPointer } from './pointer.ts'
import { keepScroll } from './scroll.ts'
import { type Selection, selectionOf } from './selection.ts'
import { type StepNames, stepNamesOn } from './step-names.ts'
import type { SyncNews } from './sync-news.ts'
import { type Tools, toolsIn } from './tools.ts'
import { typingOn } from './typing.ts'

/** Brings a board to life: keys and pointer at once, edits when the facts are there. */
export function startBoard(frame: HTMLElement): void {
  closeFolds()
  const grid = readGrid(frame)
  if (!grid) return
  const scroller = frame.querySelector<HTMLElement>('.board')
  if (scroller) keepScroll(scroller)
  scroller?.removeAttribute('tabindex')
  const links = linksIn(grid.table)
  for (const link of links) link.tabIndex = -1
  // A draft that is not open any more links to its published duties.
  const isOpen = frame.dataset.draft !== undefined && (links[0]?.search.includes('cell=') ?? true)
  // A doctor's half year tells numbers of duties by week: it is for seeing, and for going on to the weeks.
  const isNumbers = frame.dataset.view === 'doctors' && frame.dataset.span === '26'
  if (isOpen && !isNumbers) startEditing(deskOf(frame, grid))
  else {
    const selection = selectionOf(grid)
    settle(grid, selection)
    listenToMoves(grid, selection)
    if (frame.dataset.draft !== undefined)
      insist(() => import('./sync.ts')).then(({ tellLeft }) => tellLeft(frame))
  }
}

/** What opens over the board closes by Escape, and by a press anywhere else. */
function closeFolds(): void {
  const folds = () => document.querySelectorAll<HTMLDetailsElement>('details.fold[open]')
  addEventListener('click', ({ target }) => {
    for (const fold of folds()) if (!fold.contains(target as Node)) fold.open = false
  })
  addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Escape') return
    for (const fold of folds()) {
      if (fold.contains(target as Node)) fold.querySelector('summary')?.focus()
      fold.open = false
    }
  })
}

/** The one tab stop stands on the duty that the page has open, else on the first. */
function settle(grid: Grid, selection: Selection): void {
  const link = grid.table.querySelector('tbody a.d[aria-current]') ?? grid.table.querySelector('tbody a.d')
  const spot = (link && grid.spotOf(link)) ?? { row: 0, column: 0, entry: 0 }
  selection.go(spot, { isQuiet: true })
}

function startEditing(desk: Desk): void {
  const { frame, grid } = desk
  grid.table.setAttribute('aria-multiselectable', 'true')
  frame.classList.add('live')
  settle(grid, desk.selection)
  let tools: Tools | undefined
  let names: StepNames | undefined
  let alive: Alive | undefined
  const outside: Outside = {
    pick(shown, isFocused) {
      if (alive?.checks?.hasPanels) alive.checks.open(shown.key, shown.part, isFocused)
      // The server's own panel, where the browser's cannot be had.
      else if (isFocused) location.assign(shown.link.href)
    },
    undo: () => desk.whenReady(() => alive?.storing().undo()),
    redo: () => desk.whenReady(() => alive?.storing().redo()),
  }
  const commands = commandsOf(desk, outside)
  const keyed: Keyed = {
    desk,
    commands,
    typing: typingOn(desk),
    goToTools: () => tools?.focus(),
    closePanel: () => alive?.checks?.close(),
    isPanelOpen: () => (document.getElementById('board-panel')?.childElementCount ?? 0) > 0,
  }
  listenToKeys(keyed)
  listenToPointer(keyed)
  frame.querySelector('.board')?.addEventListener('scroll', () => desk.bubble.hide(), { passive: true })
  performance.mark('board-usable')
  const place = document.getElementById('board-tools')
  const load = <T>(work: () => Promise<T>) => insist(work, () => tellTrouble(desk))
  addEventListener('beforeunload', (event) => desk.waiting > 0 && event.preventDefault())
  load(loadEditWords).then((words) => {
    if (place) tools = toolsIn(place, desk, commands, words)
    if (tools) names = stepNamesOn(tools.nameSteps, words, nameOnPage())
    // The page's own button for taking back does not follow what is done here.
    document.documentElement.classList.add('board-live')
    desk.setWords(words)
  })
  Promise.all([load(() => fetchFacts(frame)), load(() => import('./sync.ts'))]).then(
    ([facts, { syncOf }]) => {
      if (facts.status !== 'draft' && facts.status !== 'circulated') return desk.close()
      const around = { desk, commands, syncOf, heard: (news: SyncNews) => names?.heard(news) }
      desk.setModel(boardModel(facts), (ready) => {
        alive = bringAlive(around, ready)
      })
    },
  )
}

/** Says that the board can't be edited, where what is stored is told: it says so until it can. */
function tellTrouble(desk: Desk): void {
  const { frame, words, waiting } = desk
  // The page has the sentence: the words themselves may be what can't be had.
  const sentences = [frame.dataset.notLoaded ?? '']
  if (words && waiting > 0) sentences.push(words.boardEdit.notLoadedYet(waiting))
  const sentence = sentences.join(' ')
  desk.setTrouble(sentence)
  const place = document.getElementById('board-sync')
  if (!place) return
  place.dataset.state = 'offline'
  place.textContent = sentence
}

/** The page's own button says what it would take back: 'Angre: bytte plass (2 vakter)'. */
function nameOnPage(): string | undefined {
  const button = document.querySelector('form[action$="/undo"] button')
  return button?.textContent?.split(': ').slice(1).join(': ').trim() || undefined
}
